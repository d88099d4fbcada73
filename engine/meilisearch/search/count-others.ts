/**
 * Where nothing is wanted but how many clauses a question finds, or how many fewer it finds in other words.
 */
import type { Tally } from '../../../core/model.js';
import type { EngineQuery } from '../../engine.js';
import { queryOf } from '../../other-words.js';
import type { Asking, Collection } from '../wire/collection.js';
import { countEach, readSome, type Section } from './ask.js';
import type { BranchReader } from './branches.js';
import type { More } from './compile-more.js';
import { all, selection } from './filter.js';
import { judge } from './judge.js';
import { CLAUSE_FIELDS } from './read-answer.js';

export interface OtherCounts {
  totalsOf(queries: readonly EngineQuery[]): Promise<readonly number[]>;
  /** Of each of the other questions, how many clauses it does not find that this one does. @param counting  This one. */
  countOthers(query: EngineQuery, counting: Promise<Tally>): Promise<readonly number[]>;
}

/** Clauses that are read for one of them where the engine cannot tell; where there are more, both are counted whole. */
const MOST_READ = 200;

export function openOtherCounts(
  collection: Collection,
  asking: Asking,
  branchesOf: BranchReader,
): OtherCounts {
  const totalsOf = async (queries: readonly EngineQuery[]): Promise<readonly number[]> => {
    const sections = queries.map(
      async (query): Promise<Section> => ({
        branches: await branchesOf(asAny(query)),
        select: selection(query),
      }),
    );
    return countEach(collection, asking, await Promise.all(sections));
  };

  /** Those that are few are read, and told apart here; null of the others. */
  const countRead = async (
    query: EngineQuery,
    rough: readonly { readonly more: More; readonly fewer: EngineQuery }[],
  ): Promise<readonly (number | null)[]> => {
    const branches = rough.flatMap(({ more }) =>
      more.branches.map(({ q, filter }) => ({ q, filter: all(filter, selection(query)) })),
    );
    const options = { sort: [], most: MOST_READ + 1, fields: CLAUSE_FIELDS };
    const read = (
      branches.length === 0 ? [] : await readSome(collection, asking, branches, options)
    ).values();
    return rough.map(({ more, fewer }) => {
      const clauses = more.branches.flatMap(() => read.next().value ?? []);
      if (clauses.length > MOST_READ) return null;
      return clauses.filter((clause) => !judge(clause, fewer).isHit).length;
    });
  };

  return {
    totalsOf,
    async countOthers(query, counting) {
      const others = (query.others ?? []).map((other) => queryOf(query, other));
      if (others.length === 0) return [];
      const asked = await Promise.all(
        others.map(async (fewer) => ({ fewer, more: await branchesOf.more(asAny(query), fewer) })),
      );
      const select = selection(query);
      const exact = asked.filter(({ more }) => more?.isExact);
      const rough = asked.flatMap(({ more, fewer }) =>
        more === null || more.isExact ? [] : [{ more, fewer }],
      );
      const [brought, read] = await Promise.all([
        countEach(
          collection,
          asking,
          exact.map(({ more }) => ({ branches: more?.branches ?? [], select })),
        ),
        countRead(query, rough),
      ]);
      const known = new Map<EngineQuery, number | null>([
        ...exact.map(({ fewer }, i) => [fewer, brought[i] ?? null] as const),
        ...rough.map(({ fewer }, i) => [fewer, read[i] ?? null] as const),
      ]);
      const whole = others.filter((fewer) => (known.get(fewer) ?? null) === null);
      if (whole.length > 0) {
        const [{ count }, totals] = await Promise.all([counting, totalsOf(whole)]);
        for (const [i, fewer] of whole.entries()) known.set(fewer, count - (totals[i] ?? 0));
      }
      return others.map((fewer) => known.get(fewer) ?? 0);
    },
  };
}

/** All hits of `all+any` are those of `any`. */
export function asAny(query: EngineQuery): EngineQuery {
  return query.match === 'all+any' ? { ...query, match: 'any' } : query;
}
