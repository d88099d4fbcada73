/**
 * What is at hand when the clauses worth the most are looked for.
 */
import type { EngineQuery } from '../../engine.js';
import { comparedNumber } from '../../entry.js';
import type { Asking, Collection } from '../wire/collection.js';
import { readSome } from './ask.js';
import { type Branch, excludedTokens } from './compile.js';
import { all, type Filter, selection } from './filter.js';
import { CLAUSE_FIELDS, type FoundClause } from './read-answer.js';
import type { IndexColumns } from './read-columns.js';
import { type Scored, weighClause } from './weigh-clause.js';

/** So many hits are all read. */
export const READ_ALL = 1000;
/** And so many of more. */
export const HEAD = 500;
export const BEST = { sort: ['weight:desc'], fields: CLAUSE_FIELDS } as const;

export interface ProposalContext {
  readonly collection: Collection;
  readonly asking: Asking;
  readonly query: EngineQuery;
  /** The union that is the hits, before the reader's selection. */
  readonly branches: readonly Branch[];
  readonly select: Filter;
  /** Places of documents that bear a number that is asked for, and print no title that could come first for it. */
  readonly untitled: ReadonlySet<number>;
  /** By word. */
  readonly rarities: readonly number[];
  /** Judges and weighs; null: no hit. */
  readonly weigh: (clause: FoundClause) => Scored | null;
  /** Of many words, the best hits, looked for while all are counted; null where they are looked for when that is known. */
  readonly ahead: Promise<readonly Scored[]> | null;
}

/** @param sort  What the clauses are weighed for, which may be another order than that of their documents. */
export function proposalContext(
  given: Pick<ProposalContext, 'collection' | 'asking' | 'query' | 'branches' | 'rarities'>,
  columns: IndexColumns,
  sort: EngineQuery['sort'],
): ProposalContext {
  const untitled = untitledOf(given.query, columns);
  const asked: EngineQuery = { ...given.query, sort };
  /** A look and the last order weigh the same. */
  const weighed = new Map<string, Scored | null>();
  return {
    ...given,
    ...{ untitled, select: selection(given.query), ahead: null },
    weigh(clause) {
      const known = weighed.get(clause.id);
      if (known !== undefined) return known;
      const scored = weighClause(clause, asked, given.rarities, untitled);
      weighed.set(clause.id, scored);
      return scored;
    },
  };
}

function untitledOf(
  { words }: Pick<EngineQuery, 'words'>,
  { places, names }: IndexColumns,
): ReadonlySet<number> {
  const asked = new Set(words.flatMap(({ numbers = [] }) => numbers.map(comparedNumber)));
  if (asked.size === 0) return new Set();
  const bears = ({ clauseId, numbers }: IndexColumns['names'][number]): boolean =>
    clauseId === null && numbers.some((number) => asked.has(number));
  return new Set(places.filter((_, document) => names[document] && bears(names[document])));
}

/**
 * The score of the last that would be proposed of these: what has less need not be read. 0 where they are too few to say. Those
 * that hold every word are read by themselves.
 */
export function scoreNeeded(clauses: readonly FoundClause[], { weigh }: ProposalContext): number {
  const scores = new Map<string, number>();
  for (const clause of clauses) {
    const scored = weigh(clause);
    if (scored?.isFirst !== true) scores.set(clause.id, scored?.score ?? 0);
  }
  return [...scores.values()].sort((a, b) => b - a)[HEAD - 1] ?? 0;
}

/** Clauses of the highest weight, so many of each; by filter alone, so that what is no hit may be among them. */
export function readByFilter(
  { collection, asking, query, select }: ProposalContext,
  filters: readonly Filter[],
  most: number,
): Promise<readonly (readonly FoundClause[])[]> {
  const branches = filters.map(
    (filter): Branch => ({ q: '', filter: all(filter, excludedTokens(query), select) }),
  );
  return readSome(collection, asking, branches, { ...BEST, most });
}
