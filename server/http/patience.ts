import type { ServerResponse } from 'node:http';
import type { Patience } from '../answer/deadline.js';

/** How long the answer to a request is waited for. */
export type PatienceOf = (response: ServerResponse) => Patience;

/** As long as is usual, and as the connection is there that the request came on. */
export function untilClosed(usual: () => Patience): PatienceOf {
  return (response) => {
    const leaving = new AbortController();
    response.once('close', () => {
      if (!response.writableFinished) leaving.abort();
    });
    return { ...usual(), left: leaving.signal };
  };
}
