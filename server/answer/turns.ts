/**
 * Long questions are understood one a turn of the thread, which takes some 10 ms each: of forty that come at once, the last may
 * wait, but what comes after them does not.
 */
import type { SearchRequest } from '../request.js';

/** UTF-16. What people type is shorter. */
const LONG = 60;

export type Turns = (request: SearchRequest) => Promise<void>;

export function openTurns(): Turns {
  let last = Promise.resolve();
  return ({ q, explain }) => {
    if (q.length <= LONG && explain === 'off') return Promise.resolve();
    last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return last;
  };
}
