/**
 * Those who wait for the same answer. Whoever leaves waits no longer; when the last one has left, nobody works on it.
 */
import { clientLeft, type Leaving } from './deadline.js';

export interface Company {
  /** Aborted when the last one has left. */
  readonly left: AbortSignal;
  /** @throws PolicyError `client_left` when this one has left; what `wait` throws. */
  with<Answer>(one: Leaving | undefined, wait: () => Promise<Answer>): Promise<Answer>;
}

export function openCompany(): Company {
  const end = new AbortController();
  let here = 0;
  return {
    left: end.signal,
    async with(one, wait) {
      here += 1;
      let leave = (): void => undefined;
      const leaving = new Promise<never>((_resolve, reject) => {
        leave = () => {
          here -= 1;
          if (here === 0) end.abort();
          reject(clientLeft());
        };
      });
      if (one?.aborted) leave();
      else one?.addEventListener?.('abort', leave);
      try {
        return await Promise.race([leaving, wait()]);
      } finally {
        one?.removeEventListener?.('abort', leave);
        if (!one?.aborted) here -= 1;
      }
    },
  };
}
