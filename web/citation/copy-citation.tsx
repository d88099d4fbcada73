/**
 * Copy citation, and the menu of styles beside it. Choosing a style copies in it at once and keeps it for the
 * next time. The button says what was copied for as long as it has the focus.
 */
import { useRef, useState } from 'preact/hooks';
import type { CitationAnswer } from '../../server/api.js';
import { later } from '../page/later.js';
import { messages } from '../shared/messages.js';
import { citationStyle, language, type Style } from '../shared/preferences.js';
import { request } from '../shared/resource.js';
import { announcement } from '../shared/resources.js';
import { say } from '../shared/say.js';
import { copy } from './clipboard.js';

const StyleMenu = later(() => import('./style-menu.js').then((part) => part.StyleMenu));

const TEXT = { 'text/plain': ({ text }: CitationAnswer) => text.trimEnd() };
const TEXT_AND_HTML = {
  ...TEXT,
  'text/html': async ({ parts }: CitationAnswer) =>
    parts ? (await import('./citation-html.js')).citationHtml(parts) : '',
};

/** Pasted as formatted text too. Known before the answer is there: the clipboard is told its types at once. */
const FORMATTED: readonly Style[] = ['plain', 'markdown', 'apa'];

/** @param path  `/api/clauses/{id}` or `/api/documents/{id}`. */
export function CopyCitation({ path, label }: { readonly path: string; readonly label?: string }) {
  const [said, setSaid] = useState('');
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const text = messages.value;

  const copyIn = async (style: Style) => {
    button.current?.focus();
    const types = FORMATTED.includes(style) ? TEXT_AND_HTML : TEXT;
    const done = await copy(request<CitationAnswer>(citationPath(path, style, 'parts=on')), types).then(
      () => say(text.copied, { style: text.styles[style] }),
      () => text.notCopied,
    );
    setSaid(done);
    announcement.value = done;
  };

  return (
    <span class="copy-citation">
      <button
        ref={button}
        type="button"
        class={said ? 'tool copied' : 'tool'}
        data-key="c"
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
          file={citationPath(path, usualStyle(), 'download=1')}
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

function citationPath(path: string, style: Style, more: string): string {
  // The reader's own day; Swedish writes it as ISO does.
  return `${path}/citation?style=${style}&lang=${language.value}&accessed=${new Date().toLocaleDateString('sv')}&${more}`;
}
