/**
 * Moving about: links become changes of `address`, and going back finds the page as it was left.
 *
 * A place in the history remembers what stood in the window and what had the focus. The browser cannot do that for us,
 * because it restores before the results are there; so a view calls `settle` when they are.
 */
import { type Address, formatAddress, parseAddress } from './address.js';
import { BASE } from './base.js';
import { signal } from './signal.js';

interface Place {
  readonly scroll: number;
  /** The id of the focused element. */
  readonly focus: string;
  /** The id of what stands in the middle of the window, and its distance from the top: heights may be others next time. */
  readonly anchor: string;
  readonly top: number;
}

export const address = signal<Address>(parseAddress(location.href));

/** Where the reader is to be put once the view stands; undefined when that is done. */
let arrival: Place | 'top' | undefined = placeIn(history.state) ?? 'top';
/**
 * How many pages of the rest are shown under a document, by its id. Of a place in the history, as the scrolling is; what is
 * shown keeps its own until what comes stands (`unfold`).
 */
export const unfolded = signal(unfoldedIn(history.state));
let unfolding = unfolded.value;
/** The path of the place in the history before this one, where it was of this page. */
let before = beforeIn(history.state);

/** `replace` stays at the same place of the history: for each letter that is typed; `stay` at what stands in the window. */
export function go(next: Address, how: 'push' | 'replace' | 'stay' = 'push'): void {
  const here = path();
  if (how !== 'replace') remember();
  const place = how === 'stay' ? placeNow() : 'top';
  const there = formatAddress(next);
  unfolding = how === 'stay' ? unfolded.value : new Map();
  const isNew = how !== 'replace' && there !== here;
  if (isNew) before = here;
  history[isNew ? 'pushState' : 'replaceState'](stateWith(unfolding), '', there);
  arrival = place;
  address.value = next;
}

/** What the address shows has come: the rests that were open at this place are open again. To be called before `settle`. */
export function unfold(): void {
  if (arrival !== undefined) unfolded.value = unfolding;
}

/** @param pages  0 folds it up again. */
export function showRest(document: string, pages: number): void {
  unfolded.value = new Map([...unfolded.value, [document, pages]]);
  remember();
}

/**
 * Puts the reader where the address says. A view calls it whenever what it shows has come to stand.
 *
 * @param target  The element that is linked to, on the document page.
 */
export function settle(target?: HTMLElement | null): void {
  const here = arrival;
  arrival = undefined;
  if (here === undefined) return;
  if (here !== 'top') {
    scrollTo(0, here.scroll);
    twice(() => {
      const by = (document.getElementById(here.anchor)?.getBoundingClientRect().top ?? here.top) - here.top;
      if (Math.abs(by) > 1) scrollBy(0, by);
    });
    document.getElementById(here.focus)?.focus({ preventScroll: true });
  } else if (target) twice(() => target.scrollIntoView({ block: 'start' }));
  else scrollTo(0, 0);
  // A link that was followed may be gone now (a chip that was removed): the focus is not lost with it. From clause to
  // clause it goes along, so that keys speak of the one that is shown.
  const focused = document.activeElement;
  const isLost = focused === document.body || focused === null;
  if (isLost || (here === 'top' && target && focused.matches('[data-stop]'))) {
    (target ?? document.getElementById('main'))?.focus({ preventScroll: true });
  }
}

/** Now, and when what came into the window has its true height. */
function twice(put: () => void): void {
  put();
  requestAnimationFrame(put);
}

/** Listens to links, the history and the scrolling, for as long as the page lives. */
export function startNavigation(): void {
  history.scrollRestoration = 'manual';
  addEventListener('popstate', ({ state }) => {
    arrival = placeIn(state) ?? 'top';
    unfolding = unfoldedIn(state);
    before = beforeIn(state);
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
    const next = parseAddress(link.href);
    // The way back is the way that was come, where it is: the list is then found as it was left.
    if (link.matches('[data-back]') && formatAddress(next) === before) history.back();
    else go(next);
  });
}

function isPage(of: string): boolean {
  return of === BASE || (of.startsWith(`${BASE}documents/`) && /\/documents\/[^/]+\/?$/.test(of));
}

function path(): string {
  return location.pathname + location.search + location.hash;
}

/** Not while the next view is still on its way: its place would be that of the one before. */
function remember(): void {
  if (arrival === undefined) history.replaceState({ ...placeNow(), ...stateWith(unfolded.value) }, '');
}

function stateWith(open: ReadonlyMap<string, number>) {
  return { before, unfolded: [...open] };
}

function placeNow(): Place {
  const anchor = document
    .elementFromPoint(innerWidth / 2, innerHeight / 2)
    ?.closest<HTMLElement>('main [id]');
  return {
    scroll: Math.round(scrollY),
    focus: document.activeElement?.id ?? '',
    anchor: anchor?.id ?? '',
    top: anchor?.getBoundingClientRect().top ?? 0,
  };
}

function placeIn(state: unknown): Place | undefined {
  return typeof state === 'object' && state !== null && 'scroll' in state ? (state as Place) : undefined;
}

function beforeIn(state: unknown): string {
  return typeof state === 'object' && state !== null && 'before' in state ? `${state.before}` : '';
}

function unfoldedIn(state: unknown): ReadonlyMap<string, number> {
  return new Map((state as { readonly unfolded?: readonly [string, number][] } | null)?.unfolded);
}
