/**
 * Copy citation, and the menu of styles beside it. Choosing a style copies in it at once and keeps it for the
 * next time. The button says what was copied for as long as it has the focus.
 */
import { useRef, useState } from 'preact/hooks';
import { later } from '../page/later.js';
import { messages } from '../shared/messages.js';
import { citationStyle, type Style } from '../shared/preferences.js';
import { ahead, copyNow } from './copy-now.js';

const StyleMenu = later(() => import('./style-menu.js').then((part) => part.StyleMenu));

/** @param path  `/api/clauses/{id}` or `/api/documents/{id}`. */
export function CopyCitation({ path, label }: { readonly path: string; readonly label?: string }) {
  const [said, setSaid] = useState('');
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const text = messages.value;

  const copyIn = async (style: Style) => {
    button.current?.focus();
    setSaid(await copyNow((by) => by.copyCitation(path, style)));
  };

  return (
    <span class="copy-citation">
      <button
        ref={button}
        type="button"
        class={said ? 'tool copied' : 'tool'}
        data-key="c"
        {...ahead}
        title={`${text.citationStyle}: ${text.styles[usualStyle()]}`}
        onClick={() => copyIn(usualStyle())}
        onBlur={() => setSaid('')}
      >
        {said || label || text.copyCitation}
      </button>
      <button
        type="button"
        class="tool tool-menu"
        aria-label={text.citationStyle}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        ▾
      </button>
      {open && (
        <StyleMenu
          path={path}
          usual={usualStyle()}
          onChoose={(style) => {
            citationStyle.value = style;
            setOpen(false);
            copyIn(style);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </span>
  );
}

/** Now, not when the button was drawn. A style kept from another version of the page may be unknown to this one. */
function usualStyle(): Style {
  return Object.hasOwn(messages.value.styles, citationStyle.value) ? citationStyle.value : 'gbt7714-2015';
}
