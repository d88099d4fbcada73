/**
 * How long an answer is waited for: one deadline for a whole answer, however many questions to the engine it takes (an engine
 * keeps the deadline of each question, and five of them one after the other are not to be five deadlines), and no longer than
 * somebody is there to have it.
 *
 * Both are looked at before each question to the engine. One that waits for a network is given up at the deadline; the embedded
 * one looks by itself between its passes (`refuseLate`).
 */
import type { Config } from '../../core/config.js';
import { PolicyError } from '../../core/errors.js';
import type { SearchEngine } from '../../engine/engine.js';

/** A moment on `clock`, in ms. */
export type Moment = number;

export const NEVER: Moment = Number.POSITIVE_INFINITY;

/** Of one request: what is asked on its behalf has the very same object. */
export interface Patience {
  readonly until: Moment;
  /** Whoever asked; aborted: has left. Nothing is answered any more then, and nothing kept. */
  readonly left?: Leaving;
  /** Nobody waits for it: it comes after what somebody waits for. */
  readonly isAhead?: true;
}

/** An `AbortSignal`; in a thread that is too busy to hear one, what can be looked at. */
export type Leaving = Pick<AbortSignal, 'aborted'> &
  Partial<Pick<AbortSignal, 'addEventListener' | 'removeEventListener'>>;

export const PATIENT: Patience = { until: NEVER };

/** ms more than the engine has, so that where one question takes it all, the engine's own words reach the reader. */
const MARGIN = 50;

/** ms on a clock that never jumps and is the same in every thread. */
export function clock(): Moment {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** When an answer that is begun now has to be there. */
export function giveUpAt({ deadline }: Pick<Config, 'deadline'>): Moment {
  return clock() + deadline + MARGIN;
}

/** For what is asked once for several: no matter which of them leaves. */
export function whoeverLeaves(patience: Patience | undefined): Patience | undefined {
  return patience && { until: patience.until };
}

/**
 * @throws  (each method) PolicyError `engine_unavailable` at the deadline, or when asked later; `client_left` when asked after that;
 *          and what the engine throws.
 */
export function within(engine: SearchEngine, patience: Patience): SearchEngine {
  if (patience.until === NEVER && patience.left === undefined) return engine;
  return {
    name: engine.name,
    status: (asOf) => inTime(patience, () => engine.status(asOf)),
    search: (query) => inTime(patience, () => engine.search(query)),
    hitsIn: (query, groups, most) => inTime(patience, () => engine.hitsIn(query, groups, most)),
    frequencies: (phrases) => inTime(patience, () => engine.frequencies(phrases)),
    known: (texts) => inTime(patience, () => engine.known(texts)),
    clauses: (ids) => inTime(patience, () => engine.clauses(ids)),
    catalogue: () => inTime(patience, () => engine.catalogue()),
    suggestions: () => inTime(patience, () => engine.suggestions()),
    documents: (ids) => inTime(patience, () => engine.documents(ids)),
    document: (id, stretch) => inTime(patience, () => engine.document(id, stretch)),
    raw: (id) => inTime(patience, () => engine.raw(id)),
    close: () => engine.close(),
  };
}

/** @throws PolicyError `engine_unavailable` where the deadline is past, `client_left` where nobody waits any more. */
export function refuseLate({ until, left }: Patience): void {
  if (left?.aborted) throw clientLeft();
  if (until !== NEVER && clock() >= until) throw tooSlow();
}

/** @throws PolicyError as `refuseLate`, and at the deadline; and what `ask` throws. */
export async function inTime<Answer>(patience: Patience, ask: () => Promise<Answer>): Promise<Answer> {
  refuseLate(patience);
  if (patience.until === NEVER) return ask();
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(tooSlow()), patience.until - clock());
  });
  try {
    return await Promise.race([ask(), end]);
  } finally {
    clearTimeout(timer);
  }
}

export function tooSlow(): PolicyError {
  return new PolicyError(
    'engine_unavailable',
    'The search engine did not answer in time.',
    'Try again, or ask for less at a time; if it lasts, look whether the engine is overloaded, or give it more milliseconds in SEARCH_DEADLINE.',
  );
}

/** Told to nobody, for nobody is there; in the log it is no fault. */
export function clientLeft(): PolicyError {
  return new PolicyError('client_left', 'Whoever asked has left.', 'Ask again, and wait for the answer.');
}
