/**
 * Moving about: links become changes of `address`, and going back finds the page as it was left.
 *
 * A place in the history remembers how far it was scrolled and what had the focus. The browser cannot do
 * that for us, because it restores before the results are there; so a view calls `settle` when they are.
 */
import { signal } from '@preact/signals';
import { type Address, formatAddress, parseAddress } from './address.js';

interface Place {
  readonly scroll: number;
  /** The id of the focused element. */
  readonly focus: string;
}

export const address = signal<Address>(parseAddress(location.href));

/** Where the reader is to be put once the view stands; undefined when that is done. */
let arrival: Place | 'top' | undefined = place(history.state) ?? 'top';

/** `replace` stays at the same place of the history: for each letter that is typed. */
export function go(next: Address, how: 'push' | 'replace' = 'push'): void {
  remember();
  const path = formatAddress(next);
  if (how === 'push' && path !== location.pathname + location.search + location.hash) {
    history.pushState(null, '', path);
  } else {
    history.replaceState(null, '', path);
  }
  arrival = 'top';
  address.value = next;
}

/**
 * Puts the reader where the address says. A view calls it whenever what it shows has come to stand.
 *
 * @param target  The element that is linked to, on the document page.
 */
export function settle(target?: HTMLElement | null): void {
  const here = arrival;
  arrival = undefined;
  if (here === 'top') {
    if (target) target.scrollIntoView({ block: 'start' });
    else scrollTo(0, 0);
  } else if (here) {
    scrollTo(0, here.scroll);
    document.getElementById(here.focus)?.focus({ preventScroll: true });
  }
  // A link that was followed may be gone now (a chip that was removed): the focus is not lost with it.
  if (here && document.activeElement === document.body) {
    (target ?? document.getElementById('main'))?.focus({ preventScroll: true });
  }
}

/** Listens to links, the history and the scrolling, for as long as the page lives. */
export function startNavigation(): void {
  history.scrollRestoration = 'manual';
  addEventListener('popstate', (event) => {
    arrival = place(event.state) ?? 'top';
    address.value = parseAddress(location.href);
  });
  let waiting = 0;
  addEventListener('scroll', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(remember, 150);
  });
  document.addEventListener('focusin', remember);
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
    if (!link || link.target || link.origin !== location.origin || !isPage(link.pathname)) return;
    event.preventDefault();
    go(parseAddress(link.href));
  });
}

function isPage(path: string): boolean {
  return path === '/' || /^\/documents\/[^/]+\/?$/.test(path);
}

/** Not while the next view is still on its way: its place would be that of the one before. */
function remember(): void {
  if (arrival !== undefined) return;
  const here: Place = { scroll: Math.round(scrollY), focus: document.activeElement?.id ?? '' };
  history.replaceState(here, '');
}

function place(state: unknown): Place | undefined {
  return typeof state === 'object' && state !== null && 'scroll' in state ? (state as Place) : undefined;
}
