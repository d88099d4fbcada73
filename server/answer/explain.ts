/**
 * Why a search finds what it finds: what each word finds alone, what each filter costs, and whether the index holds
 * anything at all under these filters.
 */

import { FACETS } from '../../core/model.js';
import type { EngineQuery, Filters, SearchEngine } from '../../engine/engine.js';
import type { Explanation } from '../api.js';

/** @param typed  The words of `query` as they were typed. */
export async function explain(
  engine: SearchEngine,
  query: EngineQuery,
  typed: readonly string[],
): Promise<Explanation> {
  const ask = (changes: Partial<EngineQuery>) =>
    engine.search({ ...query, ...COUNTED, match: query.match === 'all' ? 'all' : 'any', ...changes });

  // All at once: an engine that is a way off is waited for once.
  const [words, filters, { documents }] = await Promise.all([
    Promise.all(
      query.words.map(async (word, i) => {
        const { total } = await ask({ words: [word], match: 'any' });
        return { text: typed[i] ?? '', count: total };
      }),
    ),
    Promise.all(
      filtersOf(query).map(async ({ facet, values, changes }) => {
        const { total } = await ask(changes);
        return values.map((value) => ({ facet, value, countWithout: total }));
      }),
    ),
    ask({ words: [], excluded: [], prefer: [] }),
  ]);
  return { words, filters: filters.flat(), coverage: { documents } };
}

/** A count, and nothing beside it. */
const COUNTED = { group: 'none', skip: 0, take: 0, withText: false, facets: [] } as const;

interface Filter {
  readonly facet: string;
  readonly values: readonly string[];
  /** What the query is without it. Values of one facet are alternatives, so it goes as a whole. */
  readonly changes: Partial<EngineQuery>;
}

function filtersOf({ filters, excludedValues, lacking, from, to }: EngineQuery): Filter[] {
  const without = (values: Filters, facet: keyof Filters): Filters => ({ ...values, [facet]: [] });
  return [
    ...FACETS.filter((facet) => filters[facet].length > 0).map((facet) => ({
      facet,
      values: filters[facet],
      changes: { filters: without(filters, facet) },
    })),
    ...FACETS.filter((facet) => excludedValues[facet].length > 0).map((facet) => ({
      facet: `not.${facet}`,
      values: excludedValues[facet],
      changes: { excludedValues: without(excludedValues, facet) },
    })),
    ...lacking.map((one) => ({
      facet: 'missing',
      values: [one],
      changes: { lacking: lacking.filter((other) => other !== one) },
    })),
    ...(from === null ? [] : [{ facet: 'from', values: [from], changes: { from: null } }]),
    ...(to === null ? [] : [{ facet: 'to', values: [to], changes: { to: null } }]),
  ];
}
