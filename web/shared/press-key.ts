/**
 * What the single keys do. They press what is on the page (`data-stop`, `data-key`), so that a key never does what a click
 * cannot.
 */
import { keysShown } from './keys.js';

export function pressKey(key: string): void {
  switch (key) {
    case 'j':
    case 'k':
      // From hit to hit, where a document has any: the number and the address go along.
      if (!clickOn(document, key)) step(key === 'j' ? 1 : -1);
      break;
    case 'c':
    case 'o':
      clickAt(
        document.activeElement?.closest<HTMLElement>('[data-stop]') ?? document.querySelector('.linked'),
        key,
      );
      break;
    case 'f': {
      const filters = [...document.querySelectorAll<HTMLElement>('[data-key="f"]')];
      const shown = filters.find((element) => element.checkVisibility());
      if (shown?.tagName === 'BUTTON') shown.click();
      else shown?.focus();
      break;
    }
    case '?':
      keysShown.value = true;
  }
}

/** The tools of a clause are there when it is at hand: in focus, once that is drawn. */
function clickAt(stop: HTMLElement | null, key: string): void {
  if (clickOn(stop, key)) return;
  stop?.focus({ preventScroll: true });
  setTimeout(() => clickOn(stop, key));
}

/** @returns whether there is something to click on. */
function clickOn(place: ParentNode | null, key: string): boolean {
  const pressed = place?.querySelector<HTMLElement>(`[data-key="${key}"]`);
  pressed?.click();
  return Boolean(pressed);
}

/** From the stop that has the focus; from none, to the first one below the head of the page. */
function step(by: 1 | -1): void {
  const stops = [...document.querySelectorAll<HTMLElement>('[data-stop]')];
  const now = stops.findIndex((stop) => stop.contains(document.activeElement));
  const next = now === -1 ? stops.find((stop) => stop.getBoundingClientRect().top > 80) : stops[now + by];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}
