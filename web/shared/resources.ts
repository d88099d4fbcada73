/** What the page asks the API for, and when: whenever the address calls for it. */
import type { AnySearchAnswer, DocumentAnswer } from '../../server/api.js';
import { apiPath } from './address.js';
import { BASE } from './base.js';
import { isStart } from './narrowing.js';
import { address } from './navigation.js';
import { createResource } from './resource.js';
import { signal, watch } from './signal.js';

/** The start page is one request: what is held is its counts, and without words the newest documents come first. */
export const START_PATH = `${BASE}api/search?group=document&size=5`;

export const search = createResource<AnySearchAnswer>();
export const documents = createResource<DocumentAnswer>();

/** Said to screen readers, once, politely. */
export const announcement = signal('');

/** The path of the API that answers the present address. */
export function wantedPath(): string {
  const here = address.value;
  return here.view === 'search' && isStart(here) ? START_PATH : apiPath(here);
}

export function startAsking(): void {
  watch(() => ask(false));
}

/** What the button of an error does. */
export function askAgain(): void {
  ask(true);
}

function ask(again: boolean): void {
  (address.value.view === 'search' ? search : documents).ask(wantedPath(), again);
}
