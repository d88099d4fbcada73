/**
 * What is asked of the engine for one question: pure.
 */
import { FACETS, type FacetName } from '../../../core/model.js';
import type { EngineAnswer, EngineQuery, FacetCount } from '../../engine.js';
import { orderFacet } from '../../facet-order.js';
import { facetValue } from '../records/facet-value.js';
import type { Section } from './ask.js';
import type { Branch } from './compile.js';
import { selection } from './filter.js';
import { CLAUSE_FIELDS, type Found } from './read-answer.js';
import type { Serving } from './serving.js';

/** Counts the clauses, and the facets in which nothing is chosen; with the clauses wanted, if the engine can order them. */
export function totalSection(query: EngineQuery, branches: readonly Branch[]): Section {
  const { page, size } = pageOf(query);
  return {
    ...{ branches, select: selection(query) },
    facets: [
      ...query.facets.filter((facet) => !isTicked(query, facet)),
      // A union counts documents twice whose clauses are found by different searches.
      ...(isUnion(branches) ? (['documentKey'] as const) : []),
    ],
    ...(isInEngineOrder(query) && query.take > 0
      ? { hits: { sort: sortOf(query), page, size, fields: CLAUSE_FIELDS } }
      : {}),
  };
}

/** Counts the documents, and each facet in which something is chosen as if it were not. */
export function otherSections(query: EngineQuery, branches: readonly Branch[]): readonly Section[] {
  return [
    ...(isUnion(branches) ? [] : [{ branches, select: selection(query), distinct: true }]),
    ...FACETS.filter((facet) => query.facets.includes(facet) && isTicked(query, facet)).map((facet) => ({
      branches,
      select: selection(query, facet),
      facets: [facet],
    })),
  ];
}

/** Distinct documents, of the two kinds of sections. */
export function documentsOf(branches: readonly Branch[], total: Found, others: readonly Found[]): number {
  const documents = isUnion(branches) ? Object.keys(total.facets.documentKey ?? {}).length : others[0]?.total;
  if (documents === undefined) throw new TypeError('No documents were counted.');
  return documents;
}

export function facetsOf(
  { facets, filters }: EngineQuery,
  found: readonly Found[],
  longValues: Serving['longValues'],
): EngineAnswer['facets'] {
  return Object.fromEntries(
    facets.map((facet) => {
      const counts = found.find((one) => one.facets[facet] !== undefined)?.facets[facet] ?? {};
      const listed = Object.entries(counts).map(
        ([code, count]): FacetCount => ({ value: facetValue(code, longValues), count }),
      );
      return [facet, orderFacet(facet, listed, filters[facet])];
    }),
  );
}

/** Whether the engine itself can order what is wanted: by date, by place, or by a stored number. */
export function isInEngineOrder({ sort, words, prefer }: EngineQuery): boolean {
  if (sort !== 'relevance' || words.length === 0) return true;
  return words.length === 1 && prefer.length === 0 && words[0]?.numbers === undefined;
}

function isTicked({ filters }: EngineQuery, facet: FacetName): boolean {
  return filters[facet].length > 0;
}

function isUnion(branches: readonly Branch[]): boolean {
  return branches.length > 1;
}

function sortOf({ sort, words }: EngineQuery): readonly string[] {
  if (sort === 'newest') return ['publishedOn:desc', 'order:asc'];
  if (sort === 'oldest') return ['publishedOn:asc', 'order:asc'];
  return words.length === 0 ? ['order:asc'] : ['weight:desc', 'order:asc'];
}

/** The page of the engine that holds what is wanted, and where in it that is. */
export function pageOf({ skip, take }: EngineQuery): {
  readonly page: number;
  readonly size: number;
  readonly from: number;
  readonly to: number;
} {
  if (take > 0 && skip % take === 0) return { page: skip / take, size: take, from: 0, to: take };
  return { page: 0, size: skip + take, from: skip, to: skip + take };
}
