/** The styles as a menu, in the order of the messages: arrows move, Enter chooses, Escape and leaving close it. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { messages } from '../shared/messages.js';
import { citationStyle, type Style } from '../shared/preferences.js';
import { citationPath } from './copying.js';

interface StyleMenuProps {
  /** `/api/clauses/{id}` or `/api/documents/{id}`. */
  readonly path: string;
  /** Of the citation as a file. */
  readonly usual: Style;
  readonly onChoose: (style: Style) => void;
  readonly onClose: () => void;
}

export function StyleMenu({ path, usual, onChoose, onClose }: StyleMenuProps) {
  const menu = useRef<HTMLSpanElement>(null);

  useLayoutEffect(() => {
    menu.current?.scrollIntoView({ block: 'nearest' });
    menu.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -100, End: 100 }[event.key];
    if (event.key === 'Escape') {
      // Back to the button that opened it, which stands before it.
      (menu.current?.previousElementSibling as HTMLElement | null)?.focus();
      onClose();
    } else if (step !== undefined) {
      const items = [...(menu.current?.children ?? [])] as HTMLElement[];
      const now = items.indexOf(document.activeElement as HTMLElement);
      items[Math.max(0, Math.min(items.length - 1, now + step))]?.focus();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <span
      ref={menu}
      class="style-menu"
      role="menu"
      tabIndex={-1}
      aria-label={messages.value.citationStyle}
      onKeyDown={onKeyDown}
      onFocusOut={(event: FocusEvent) => {
        if (!menu.current?.parentElement?.contains(event.relatedTarget as Node | null)) onClose();
      }}
    >
      {Object.entries(messages.value.styles).map(([style, name]) => (
        <button
          type="button"
          role="menuitemradio"
          class="style-choice"
          key={style}
          tabIndex={-1}
          aria-checked={citationStyle.value === style}
          onClick={() => onChoose(style as Style)}
        >
          {name}
        </button>
      ))}
      <a
        class="style-choice"
        role="menuitem"
        tabIndex={-1}
        href={citationPath(path, usual, 'download=1')}
        download=""
      >
        {messages.value.saveCitation}
      </a>
    </span>
  );
}
