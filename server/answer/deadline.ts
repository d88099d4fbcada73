/**
 * One deadline for a whole answer, however many questions to the engine it takes: an engine keeps the deadline of each
 * question, and five of them one after the other are not to be five deadlines.
 *
 * Nothing of this for the embedded engine, which waits for nobody.
 */
import type { Config } from '../../core/config.js';
import { PolicyError } from '../../core/errors.js';
import type { SearchEngine } from '../../engine/engine.js';

/** A moment on `clock`, in ms. */
export type Moment = number;

export const NEVER: Moment = Number.POSITIVE_INFINITY;

/** ms more than the engine has, so that where one question takes it all, the engine's own words reach the reader. */
const MARGIN = 50;

/** ms on a clock that never jumps and is the same in every thread. */
export function clock(): Moment {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** When an answer that is begun now has to be there. */
export function giveUpAt({ engine, meilisearch }: Pick<Config, 'engine' | 'meilisearch'>): Moment {
  return engine === 'meilisearch' ? clock() + meilisearch.deadline + MARGIN : NEVER;
}

/** @throws  (each method) PolicyError `engine_unavailable` at that moment, or when asked later; and what the engine throws. */
export function within(engine: SearchEngine, until: Moment): SearchEngine {
  if (until === NEVER) return engine;
  return {
    name: engine.name,
    status: (asOf) => inTime(until, () => engine.status(asOf)),
    search: (query) => inTime(until, () => engine.search(query)),
    hitsIn: (query, groups, most) => inTime(until, () => engine.hitsIn(query, groups, most)),
    frequencies: (phrases) => inTime(until, () => engine.frequencies(phrases)),
    known: (texts) => inTime(until, () => engine.known(texts)),
    clauses: (ids) => inTime(until, () => engine.clauses(ids)),
    catalogue: () => inTime(until, () => engine.catalogue()),
    documents: (ids) => inTime(until, () => engine.documents(ids)),
    document: (id, stretch) => inTime(until, () => engine.document(id, stretch)),
    raw: (id) => inTime(until, () => engine.raw(id)),
    close: () => engine.close(),
  };
}

/** @throws PolicyError `engine_unavailable` at that moment, or where it is past; and what `ask` throws. */
export async function inTime<Answer>(until: Moment, ask: () => Promise<Answer>): Promise<Answer> {
  if (until === NEVER) return ask();
  const left = until - clock();
  if (left <= 0) throw tooSlow();
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(tooSlow()), left);
  });
  try {
    return await Promise.race([ask(), end]);
  } finally {
    clearTimeout(timer);
  }
}

function tooSlow(): PolicyError {
  return new PolicyError(
    'engine_unavailable',
    'The search engine did not answer in time.',
    'Try again; if it lasts, look whether the engine is overloaded, or give it more milliseconds in SEARCH_DEADLINE.',
  );
}
