/**
 * The clauses that hold every one of many words: few, nearly always, and dear to find. What is found when they are counted is
 * kept by the words of the question, and asked for by name when the same question is searched.
 */
import type { EngineQuery, EngineWord } from '../../engine.js';
import type { Asking, Collection } from '../wire/collection.js';
import { ask } from './ask.js';
import type { BranchReader } from './branches.js';
import type { Branch } from './compile.js';
import { among, selection } from './filter.js';
import { MOST_CLASSES_OF } from './read-classes.js';

/** Of one index, while a question is there. */
export type KeptHits = WeakMap<readonly EngineWord[], FewHits>;

interface FewHits {
  readonly excluded: EngineQuery['excluded'];
  /** Of each clause, its place in the order. */
  readonly orders: readonly number[];
}

/** So many are named: past it, a question is content with those that hold every word. */
const FEW = 10;

export interface HoldersOfAll {
  /** @returns null where a question is of few words, or under a filter: then it is counted as any other. */
  count(query: EngineQuery): Promise<number> | null;
  /** What finds the clauses that hold every word. */
  branches(query: EngineQuery): Promise<readonly Branch[]>;
}

export function openHoldersOfAll(
  collection: Collection,
  asking: Asking,
  kept: KeptHits,
  branchesOf: BranchReader,
): HoldersOfAll {
  const countMany = async (query: EngineQuery): Promise<number> => {
    const hits = { sort: [], page: 0, size: FEW, fields: ['id', 'order'] };
    const [found] = await ask(collection, asking, [
      { branches: await branchesOf(query), select: null, hits },
    ]);
    const { total = 0, clauses = [] } = found ?? {};
    const orders = [...new Set(clauses.map(({ order }) => order))];
    const isAll = orders.length === total && asking.away.size === 0;
    if (isAll) kept.set(query.words, { excluded: query.excluded, orders });
    return total;
  };
  return {
    count(query) {
      const isMany = query.match === 'all' && query.words.length > MOST_CLASSES_OF;
      return isMany && selection(query) === null ? countMany(query) : null;
    },
    async branches(query) {
      const few = kept.get(query.words);
      if (few?.excluded !== query.excluded) return branchesOf({ ...query, match: 'all' });
      return [{ q: '', filter: among(few.orders) }];
    },
  };
}
