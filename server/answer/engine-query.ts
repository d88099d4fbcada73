/**
 * A question under the filters of a request → what an engine is asked. As it comes from here it is counted, and nothing beside it:
 * who wants a page, texts or facets adds them.
 */
import { byFacet, type FacetName } from '../../core/model.js';
import { canonicalPlace } from '../../core/places.js';
import { toSimplified } from '../../core/text/script.js';
import { canonicalTheme } from '../../core/themes.js';
import type { EngineQuery, Filters } from '../../engine/engine.js';
import type { Question } from '../query/question.js';
import type { SearchRequest } from '../request.js';

/** A filter as it is typed → the value that documents have: 臺北市 and 台北市 are 台北, 吉林市 is not 吉林. */
const VALUE_OF: Readonly<Record<FacetName, (typed: string) => string>> = {
  ...byFacet(() => (typed: string) => toSimplified(typed)),
  city: canonicalPlace,
  theme: canonicalTheme,
};

/** @param match  As it was decided (decide-match.ts). */
export function toEngineQuery(
  { words, ofAny, excluded, prefer }: Question,
  request: SearchRequest,
  match: EngineQuery['match'],
): EngineQuery {
  return {
    words: match === 'any' ? ofAny : words,
    excluded,
    prefer: prefer.flat(),
    match,
    filters: canonical(request.filters),
    excludedValues: canonical(request.excludedValues),
    lacking: request.missing,
    scope: request.scope,
    date: request.date,
    from: request.from ?? null,
    to: request.to ?? null,
    document: request.document ?? null,
    sort: request.sort,
    group: 'none',
    skip: 0,
    take: 0,
    withText: false,
    facets: [],
    mostValues: 0,
  };
}

/** Of `all+any` the hits are those of `any`: what a search counts that is asked with the one or the other. */
export function countedAs(match: EngineQuery['match']): 'all' | 'any' {
  return match === 'all' ? 'all' : 'any';
}

function canonical(values: Filters): Filters {
  return byFacet((facet) =>
    values[facet].length === 0 ? [] : [...new Set(values[facet].map(VALUE_OF[facet]))],
  );
}
