/**
 * Why a search finds what it finds: what each word finds alone, what each filter costs, and whether the index holds
 * anything at all under these filters.
 */
import type { EngineQuery, Filters, SearchEngine } from '../core/engine/engine.js';
import { FACETS } from '../core/model.js';
import type { Explanation } from './api.js';

/** @param labels  The words of `query` as typed. */
export async function explain(
  engine: SearchEngine,
  query: EngineQuery,
  labels: readonly string[],
): Promise<Explanation> {
  const ask = (changes: Partial<EngineQuery>) =>
    engine.search({ ...query, skip: 0, take: 0, withText: false, facets: [], ...changes });

  const words = [];
  for (const [i, word] of query.words.entries()) {
    const { total } = await ask({ words: [word], match: 'any' });
    words.push({ text: labels[i] ?? '', count: total });
  }

  const filters = [];
  for (const { facet, values, changes } of filtersOf(query)) {
    const { total } = await ask(changes);
    for (const value of values) filters.push({ facet, value, countWithout: total });
  }

  const { documents } = await ask({ words: [], excluded: [], prefer: [] });
  return { words, filters, coverage: { documents } };
}

interface Filter {
  readonly facet: string;
  readonly values: readonly string[];
  /** What the query is without it. Values of one facet are alternatives, so it goes as a whole. */
  readonly changes: Partial<EngineQuery>;
}

function filtersOf({ filters, from, to }: EngineQuery): Filter[] {
  const without = (facet: keyof Filters): Filters => ({ ...filters, [facet]: [] });
  return [
    ...FACETS.filter((facet) => filters[facet].length > 0).map((facet) => ({
      facet,
      values: filters[facet],
      changes: { filters: without(facet) },
    })),
    ...(from === null ? [] : [{ facet: 'from', values: [from], changes: { from: null } }]),
    ...(to === null ? [] : [{ facet: 'to', values: [to], changes: { to: null } }]),
  ];
}
