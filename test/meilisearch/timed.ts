/** What a request became, and how long it took: for engines that fail while they are asked. */
import { expect } from 'vitest';
import { PolicyError } from '../../core/errors.js';

/** ms over the deadline that a machine with other things to do may take. */
const SLACK = 300;

export type Outcome<Answer> = { readonly ms: number } & (
  | { readonly answer: Answer; readonly error: null }
  | { readonly answer: null; readonly error: unknown }
);

export async function outcome<Answer>(ask: () => Promise<Answer>): Promise<Outcome<Answer>> {
  const started = performance.now();
  try {
    const answer = await ask();
    return { ms: performance.now() - started, answer, error: null };
  } catch (error) {
    return { ms: performance.now() - started, answer: null, error };
  }
}

/** An error that a person can act on, in time. */
export function expectUnavailable({ ms, error }: Outcome<unknown>, deadline: number): void {
  expect(error).toBeInstanceOf(PolicyError);
  expect(error).toMatchObject({ code: 'engine_unavailable', remedy: expect.stringMatching(/\w{3}/) });
  expect(ms).toBeLessThan(deadline + SLACK);
}

/** Asks again and again, `at once` many at a time, until told to stop. */
export function keepAsking<Answer>(
  ask: () => Promise<Answer>,
  atOnce: number,
): { stop(): Promise<Outcome<Answer>[]> } {
  const outcomes: Outcome<Answer>[] = [];
  let stopped = false;
  const asker = async (): Promise<void> => {
    while (!stopped) {
      const one = await outcome(ask);
      outcomes.push(one);
      if (one.error !== null) await new Promise((resolve) => setTimeout(resolve, 20)); // a refusal comes at once
    }
  };
  const askers = Array.from({ length: atOnce }, asker);
  return {
    async stop() {
      stopped = true;
      await Promise.all(askers);
      return outcomes;
    },
  };
}
