/**
 * An index in several parts, some of which do not answer: what was found without them says so, and what was not found
 * is not said to be nowhere.
 */

import { PolicyError } from '../../core/errors.js';
import type { SearchEngine } from '../../engine/engine.js';
import type { AnySearchAnswer } from '../api.js';

const ATTEMPTS = 3;

export interface Watched {
  readonly engine: SearchEngine;
  /** Parts that did not answer one of the questions asked through `engine` so far; sorted. */
  readonly missing: () => readonly string[];
}

/** Counts, proposals and texts are watched; frequencies and status change the order of hits, never which they are. */
export function watchMissing(engine: SearchEngine): Watched {
  const seen = new Set<string>();
  const note = (missing: readonly string[] = []): void => {
    for (const part of missing) seen.add(part);
  };
  /** @param wanted  How many are there, if no part is missing. */
  const readAll = async <Found>(
    wanted: number,
    read: () => Promise<readonly Found[]>,
  ): Promise<readonly Found[]> => {
    for (let attempt = 1; ; attempt += 1) {
      const found = await read();
      if (found.length >= wanted) return found;
      const { missing = [] } = await engine.status();
      note(missing);
      // All there by now: it was away for a moment. Or the index was swapped; then the version is another one.
      if (missing.length > 0 || attempt === ATTEMPTS) return found;
    }
  };
  return {
    missing: () => [...seen].sort(),
    engine: {
      ...engine,
      async search(query) {
        const answer = await engine.search(query);
        note(answer.missing);
        return answer;
      },
      hitsIn: (query, groups, most) => {
        const wanted = groups.reduce((sum, { total }) => sum + Math.min(total, most), 0);
        return readAll(wanted, () => engine.hitsIn(query, groups, most));
      },
      clauses: (ids) => readAll(ids.length, () => engine.clauses(ids)),
      documents: (ids) => readAll(ids.length, () => engine.documents(ids)),
    },
  };
}

/**
 * A page has as many hits as are counted for it: one that cannot be shown is not left out.
 *
 * @param answer  Of one index from beginning to end.
 * @throws PolicyError `index_damaged` where no part that is missing explains it.
 */
export function refuseShort(answer: AnySearchAnswer): void {
  const { engine, total, documents, page, size, partial } = answer;
  const [shown, all] = 'hits' in answer ? [answer.hits, total] : [answer.groups, documents];
  const counted = Math.min(size, Math.max(0, all - (page - 1) * size));
  if (partial || shown.length === counted) return;
  throw PolicyError.indexDamaged(engine, 'it lacks clauses that it counts');
}

/** What to say where nothing was found. @returns `notFound`, or `answer_incomplete` where a part that is missing may hold it. */
export async function notFoundIn(engine: SearchEngine, notFound: PolicyError): Promise<PolicyError> {
  const { missing = [] } = await engine.status();
  return missing.length > 0 ? answerIncomplete(missing, notFound) : notFound;
}

export function answerIncomplete(missing: readonly string[], cause?: unknown): PolicyError {
  return new PolicyError(
    'answer_incomplete',
    `Part of the collection does not answer: ${missing.join(', ')}. What was asked for may be there.`,
    'Try again in a moment; if it lasts, start the server of that part again.',
    { cause },
  );
}
