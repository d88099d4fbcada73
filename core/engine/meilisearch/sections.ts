/**
 * What is asked of the engine for one question: pure.
 */
import { FACETS, type FacetName } from '../../model.js';
import type { EngineAnswer, EngineQuery, FacetCount } from '../engine.js';
import { orderFacet } from '../facet-order.js';
import type { Section } from './ask.js';
import type { Branch } from './compile.js';
import { facetValue } from './facet-value.js';
import { selection } from './filter.js';
import { CLAUSE_FIELDS, type Found } from './read-answer.js';
import type { Serving } from './serving.js';

/** Counts the clauses, and the facets in which nothing is chosen. */
export function totalSection(query: EngineQuery, branches: readonly Branch[]): Section {
  return {
    ...{ branches, select: selection(query) },
    facets: [
      ...query.facets.filter((facet) => !isTicked(query, facet)),
      // A union counts documents twice whose clauses are found by different searches.
      ...(isUnion(branches) ? (['documentKey'] as const) : []),
    ],
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

/** The clauses that are wanted, of those that the engine can put in order, and where among them they are. */
export function pageSection(
  query: EngineQuery,
  branches: readonly Branch[],
): { readonly section: Section; readonly from: number; readonly to: number } {
  const { page, size, from, to } = pageOf(query);
  const hits = { sort: sortOf(query), page, size, fields: CLAUSE_FIELDS };
  return { section: { branches, select: selection(query), hits }, from, to };
}

/** Distinct documents, of the two kinds of sections. */
export function documentsOf(branches: readonly Branch[], total: Found, others: readonly Found[]): number {
  return isUnion(branches) ? Object.keys(total.facets.documentKey ?? {}).length : (others[0]?.total ?? 0);
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
function pageOf({ skip, take }: EngineQuery): {
  readonly page: number;
  readonly size: number;
  readonly from: number;
  readonly to: number;
} {
  if (take > 0 && skip % take === 0) return { page: skip / take, size: take, from: 0, to: take };
  return { page: 0, size: skip + take, from: skip, to: skip + take };
}
