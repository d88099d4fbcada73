/**
 * A server that is waited for: one that restarts in the middle of a load is asked again until it is back. Its queue of
 * tasks is on its disk and survives.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { RequestRefused } from './client.js';
import { toPolicyError } from './failure.js';
import type { EngineServer } from './servers.js';

export interface Patience {
  /** ms that a server may be away. */
  readonly wait: number;
  /** Ends all waiting; its reason is what is thrown. */
  readonly signal: AbortSignal;
  readonly tell: (message: string) => void;
}

const ANSWER = 120_000; // ms; a large payload to a busy disk
const AGAIN = 500; // ms

/** The server, whose requests are sent until they are answered; one that must be sent `once` is sent once. */
export function patientServer(server: EngineServer, { wait, signal, tell }: Patience): EngineServer {
  const { client, url } = server;
  let isTold = false; // once, however many requests wait
  const patiently = async (
    request: (signal: AbortSignal) => Promise<unknown>,
    given: AbortSignal = signal,
    once = false,
  ): Promise<unknown> => {
    let awaySince: number | null = null;
    for (;;) {
      signal.throwIfAborted();
      try {
        const answer = await request(AbortSignal.any([signal, given, AbortSignal.timeout(ANSWER)]));
        isTold = false;
        return answer;
      } catch (error) {
        signal.throwIfAborted();
        if (once || given.aborted || !isAway(error)) throw error;
        const now = performance.now();
        awaySince ??= now;
        if (wait > AGAIN && !isTold) tell(`Meilisearch at ${url} does not answer; waiting for it …`);
        isTold = true;
        if (now - awaySince > wait) throw error;
        await pause(AGAIN, undefined, { signal }).catch(() => signal.throwIfAborted());
      }
    }
  };
  return {
    ...server,
    client: {
      url,
      get: (path, options = {}) =>
        patiently((ends) => client.get(path, { ...options, signal: ends }), options.signal),
      post: (path, body, options = {}) =>
        patiently(
          (ends) => client.post(path, body, { ...options, signal: ends }),
          options.signal,
          options.once,
        ),
      patch: (path, body, options = {}) =>
        patiently((ends) => client.patch(path, body, { ...options, signal: ends }), options.signal),
      delete: (path, options = {}) =>
        patiently((ends) => client.delete(path, { ...options, signal: ends }), options.signal),
      postLines: (path, lines, options = {}) =>
        patiently((ends) => client.postLines(path, lines, { ...options, signal: ends }), options.signal),
    },
  };
}

/** Whether asking again may help: it does not where a disk is full or a key is wrong. */
function isAway(error: unknown): boolean {
  return (
    error instanceof RequestRefused &&
    toPolicyError(error.url, error.refusal, 'indexer')?.code === 'engine_unavailable'
  );
}
