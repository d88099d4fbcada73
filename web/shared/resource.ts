/**
 * One answer of the API at a time: the old one stays until the new one is there, what is out of date is
 * aborted, waiting shows only after a moment, and an error keeps what stood before.
 */
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../server/api.js';
import { type ReadonlySignal, signal } from './signal.js';

export const PAUSE = 150; // milliseconds without a further letter: less fires inside a word, more is felt
const PATIENCE = 300; // milliseconds before waiting is shown: sooner would flicker

export interface Resource<Answer> {
  readonly shown: ReadonlySignal<{ readonly path: string; readonly answer: Answer } | null>;
  readonly slow: ReadonlySignal<boolean>;
  /** `status` 0: the server could not be reached. It stands until another answer has come, and `path` says whose it is. */
  readonly problem: ReadonlySignal<(Problem & { readonly path: string }) | null>;
  /** Asks, unless that path is what was asked for last; `again` asks all the same. */
  readonly ask: (path: string, again?: boolean) => Promise<void>;
  /** Puts more of the same answer in its place, unless another has come meanwhile. */
  readonly extend: (from: Answer, to: Answer) => void;
}

export function createResource<Answer>(): Resource<Answer> {
  const shown = signal<{ path: string; answer: Answer } | null>(null);
  const slow = signal(false);
  const problem = signal<(Problem & { readonly path: string }) | null>(null);
  let asked = '';
  let running: AbortController | undefined;

  async function ask(path: string, again = false): Promise<void> {
    if (path === asked && !again) return;
    asked = path;
    running?.abort();
    const mine = new AbortController();
    running = mine;
    const timer = setTimeout(() => {
      slow.value = !mine.signal.aborted;
    }, PATIENCE);
    try {
      const answer = await request<Answer>(path, mine.signal);
      if (mine.signal.aborted) return;
      problem.value = null;
      shown.value = { path, answer };
    } catch (error) {
      if (!mine.signal.aborted) problem.value = { ...asProblem(error), path };
    } finally {
      clearTimeout(timer);
      if (running === mine) slow.value = false;
    }
  }
  const extend = (from: Answer, answer: Answer) => {
    if (shown.value?.answer === from) shown.value = { ...shown.value, answer };
  };
  return { shown, slow, problem, ask, extend };
}

/** @throws the Problem that the server sent, or whatever `fetch` throws. */
export async function request<Answer>(path: string, signal: AbortSignal | null = null): Promise<Answer> {
  const response = await fetch(path, { signal, headers: { accept: 'application/json' } });
  if (response.ok) return (await response.json()) as Answer;
  throw (await response.json().catch(() => ({ status: response.status }))) as Problem;
}

/** Of whatever `request` throws. */
export function asProblem(error: unknown): Problem {
  return (error instanceof Error ? { status: 0 } : error) as Problem;
}

/**
 * For a part that asks by itself, a question that changes with every letter: asked after a pause, and an older answer never
 * follows a newer one.
 *
 * @param path  Of the API; empty asks nothing.
 * @returns     What came last, for as long as nothing newer has come; null where nothing is asked, or nothing came yet.
 */
export function useAnswer<Answer extends object>(path: string): Answer | Problem | null {
  const [came, setCame] = useState<Answer | Problem | null>(null);
  useEffect(() => {
    if (path === '') return setCame(null);
    const mine = new AbortController();
    const timer = setTimeout(() => {
      request<Answer>(path, mine.signal)
        .catch(asProblem)
        .then((answer) => {
          if (!mine.signal.aborted) setCame(answer);
        });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      mine.abort();
    };
  }, [path]);
  return came;
}
