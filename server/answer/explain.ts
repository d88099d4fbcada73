/**
 * Why a search finds what it finds: what each word finds alone, what each filter costs, and whether the index holds
 * anything at all under these filters.
 */

import { FACETS, type FacetName } from '../../core/model.js';
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
        const { total } = await ask({ words: [word], excluded: [], match: 'any' });
        return { text: typed[i] ?? '', count: total };
      }),
    ),
    Promise.all(
      filtersOf(query).map(async ({ facet, value, changes }) => {
        const { total } = await ask(changes);
        return { facet, value, countWithout: total };
      }),
    ),
    ask({ words: [], excluded: [], prefer: [] }),
  ]);
  return { words, filters, coverage: { documents } };
}

/** A count, and nothing beside it. */
export const COUNTED = { group: 'none', skip: 0, take: 0, withText: false, facets: [] } as const;

interface Filter {
  readonly facet: string;
  readonly value: string;
  /** What the query is without it; other values of the same facet stay. */
  readonly changes: Partial<EngineQuery>;
}

function filtersOf({ filters, excludedValues, lacking, document, from, to }: EngineQuery): readonly Filter[] {
  const less = (values: Filters, facet: FacetName, value: string): Filters => ({
    ...values,
    [facet]: values[facet].filter((other) => other !== value),
  });
  return [
    ...FACETS.flatMap((facet) =>
      filters[facet].map((value) => ({
        ...{ facet, value, changes: { filters: less(filters, facet, value) } },
      })),
    ),
    ...FACETS.flatMap((facet) =>
      excludedValues[facet].map((value) => ({
        ...{ facet: `not.${facet}`, value },
        changes: { excludedValues: less(excludedValues, facet, value) },
      })),
    ),
    ...lacking.map((value) => ({
      ...{ facet: 'missing', value },
      changes: { lacking: lacking.filter((other) => other !== value) },
    })),
    ...(document === null ? [] : [{ facet: 'document', value: document, changes: { document: null } }]),
    ...(from === null ? [] : [{ facet: 'from', value: from, changes: { from: null } }]),
    ...(to === null ? [] : [{ facet: 'to', value: to, changes: { to: null } }]),
  ];
}
