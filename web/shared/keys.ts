/**
 * Single keys: `/` to the box, `j` `k` from stop to stop, `c` copy, `o` open, `f` filters, `?` the list.
 *
 * They press what is on the page (`data-stop`, `data-key`), so that a key never does what a click cannot.
 * None fires while typing, while an input method composes, or over a dialog.
 */
import { signal } from '@preact/signals';

export const keysShown = signal(false);

export function startKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target as Element;
    if (
      target.closest(
        'input:not([type=checkbox]), textarea, select, [contenteditable], dialog[open], [role=menu]',
      )
    ) {
      return;
    }
    if (press(event.key)) event.preventDefault();
  });
}

/** @returns whether the key meant something here. */
function press(key: string): boolean {
  switch (key) {
    case '/': {
      // The head stands on every view, and the box in it.
      const box = document.querySelector<HTMLInputElement>('#box');
      box?.focus();
      box?.select();
      return true;
    }
    case 'j':
      return step(1);
    case 'k':
      return step(-1);
    case 'c':
    case 'o': {
      const stop = document.activeElement?.closest('[data-stop]');
      const pressed = stop?.querySelector<HTMLElement>(`[data-key="${key}"]`);
      pressed?.click();
      return Boolean(pressed);
    }
    case 'f': {
      const filters = [...document.querySelectorAll<HTMLElement>('[data-key="f"]')];
      const shown = filters.find((element) => element.checkVisibility());
      if (shown?.tagName === 'BUTTON') shown.click();
      else shown?.focus();
      return Boolean(shown);
    }
    case '?':
      keysShown.value = true;
      return true;
    default:
      return false;
  }
}

/** From the stop that has the focus; from none, to the first one below the head of the page. */
function step(by: 1 | -1): boolean {
  const stops = [...document.querySelectorAll<HTMLElement>('[data-stop]')];
  const now = stops.findIndex((stop) => stop.contains(document.activeElement));
  const next = now === -1 ? stops.find((stop) => stop.getBoundingClientRect().top > 80) : stops[now + by];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
  return Boolean(next);
}
