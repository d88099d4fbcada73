/**
 * Copy citation, and the menu of styles beside it. Choosing a style copies in it at once and keeps it for the
 * next time. The button says what was copied for as long as it has the focus.
 */
import { useRef, useState } from 'preact/hooks';
import { messages } from '../messages.js';
import { citationStyle, language, type Style } from '../preferences.js';
import { announcement } from '../resources.js';
import { say } from '../say.js';
import { citationHtml } from './citation-html.js';
import { copy } from './clipboard.js';
import { StyleMenu } from './style-menu.js';

/** @param path  `/api/clauses/{id}` or `/api/documents/{id}`. */
export function CopyCitation({ path, label }: { readonly path: string; readonly label?: string }) {
  const [said, setSaid] = useState('');
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const text = messages.value;

  const copyIn = async (style: Style) => {
    const name = messages.value.styles[style];
    button.current?.focus();
    try {
      const withHtml = style === 'plain' || style === 'markdown';
      await copy(citation(path, style), withHtml ? citationHtml : undefined);
      setSaid(say(text.copied, { style: name }));
      announcement.value = say(text.copied, { style: name });
    } catch {
      setSaid(text.notCopied);
      announcement.value = text.notCopied;
    }
  };

  return (
    <span class="copy-citation">
      <button
        ref={button}
        type="button"
        class={said ? 'tool copied' : 'tool'}
        data-key="c"
        title={`${text.citationStyle}: ${messages.value.styles[citationStyle.value]}`}
        onClick={() => copyIn(citationStyle.value)}
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

async function citation(path: string, style: Style): Promise<string> {
  const response = await fetch(`${path}/citation?style=${style}&lang=${language.value}`);
  if (!response.ok) throw new Error(`No citation: ${response.status}`);
  return (await response.text()).trimEnd();
}
