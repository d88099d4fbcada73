/**
 * Single keys: `/` to the box, `j` `k` from stop to stop, `c` copy, `o` open, `f` filters, `?` the list.
 *
 * None fires while typing, while an input method composes, or over a dialog. What they do
 * is fetched with the first of them; not what `/` does, for the next letter is meant for the box.
 */
import { signal } from './signal.js';

export const keysShown = signal(false);

/** One for all keys: of two that are fetched each by itself, the second may come first. */
let coming: Promise<typeof import('./press-key.js') | undefined> | undefined;

export function startKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isComposed(event)) return;
    if (!'/jkcof?'.includes(event.key)) return;
    // A key that is held goes on from hit to hit, and does nothing else again.
    if (event.repeat && !'jk'.includes(event.key)) return;
    const target = event.target as Element;
    if (
      target.closest(
        'input:not([type=checkbox]), textarea, select, [contenteditable], dialog[open], [role=menu]',
      )
    ) {
      return;
    }
    event.preventDefault();
    if (event.key === '/') return toBox();
    // A key that cannot be fetched does nothing: whatever it does, a click does too.
    coming ??= import('./press-key.js').catch(() => {
      coming = undefined;
      return undefined;
    });
    coming.then((part) => part?.pressKey(event.key));
  });
}

/** Whether a key is the input method's. Safari ends the composition before the key comes that ends it, and marks it with 229 only. */
export function isComposed({ isComposing, keyCode }: KeyboardEvent): boolean {
  return isComposing || keyCode === 229;
}

/** The head stands on every view, and the box in it; on a narrow page it goes up with the text. */
function toBox(): void {
  const box = document.querySelector<HTMLInputElement>('#box');
  box?.focus({ preventScroll: true });
  box?.select();
  if ((box?.getBoundingClientRect().bottom ?? 0) < 0) box?.scrollIntoView({ block: 'nearest' });
}
