/** What narrows a search, each with the search without it: that of the link which takes it away. */
import { FACETS, type FacetName } from '../../core/model.js';
import type { SearchRequest } from '../request.js';

export interface ExplainedFilter {
  readonly facet: string;
  /** As in the request. */
  readonly value: string;
  /** Other values of the same facet stay. */
  readonly without: SearchRequest;
}

/** A list of a hundred values has not cost what its last one costs; past these, one of each kind, nobody reads on. */
const MOST_FILTERS = 24;

/** The first value of everything that narrows, then the second, up to so many; told in the order of the parameters. */
export function filtersOf(request: SearchRequest): readonly ExplainedFilter[] {
  const kinds = kindsOf(request);
  const inTurns = kinds.flatMap((kind) => kind.map((one, turn) => ({ one, turn })));
  const told = new Set(
    inTurns
      .toSorted((a, b) => a.turn - b.turn)
      .slice(0, MOST_FILTERS)
      .map(({ one }) => one),
  );
  return kinds.flat().filter((one) => told.has(one));
}

function kindsOf(request: SearchRequest): readonly (readonly ExplainedFilter[])[] {
  const { filters, excludedValues, missing, document, from, to } = request;
  const less = (values: SearchRequest['filters'], facet: FacetName, value: string) => ({
    ...values,
    [facet]: values[facet].filter((other) => other !== value),
  });
  const alone = (facet: 'document' | 'from' | 'to', value: string | undefined) =>
    value === undefined ? [] : [{ facet, value, without: { ...request, [facet]: undefined } }];
  return [
    ...FACETS.map((facet) =>
      distinct(filters[facet]).map((value) => ({
        ...{ facet, value, without: { ...request, filters: less(filters, facet, value) } },
      })),
    ),
    ...FACETS.map((facet) =>
      distinct(excludedValues[facet]).map((value) => ({
        ...{ facet: `not.${facet}`, value },
        without: { ...request, excludedValues: less(excludedValues, facet, value) },
      })),
    ),
    distinct(missing).map((value) => ({
      ...{ facet: 'missing', value },
      without: { ...request, missing: missing.filter((other) => other !== value) },
    })),
    alone('document', document),
    alone('from', from),
    alone('to', to),
  ];
}

function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}
