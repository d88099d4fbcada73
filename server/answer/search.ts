/**
 * The whole second road: a query string becomes words, an engine matches and counts, we order, and the clauses come
 * back with their matches marked.
 *
 * parse → understand → engine → rank → page → clauses → highlight → answer
 */

import { PolicyError } from '../../core/errors.js';
import { byFacet, FACETS, type FacetName } from '../../core/model.js';
import type { EngineQuery, FacetCount, SearchEngine } from '../../engine/engine.js';
import { MOST_VALUES } from '../../engine/facet-order.js';
import type { AnySearchAnswer, FacetValue, Group, Hit } from '../api.js';
import { settle } from '../query/known-stretches.js';
import type { Question } from '../query/question.js';
import { understandSearch } from '../query/whole-runs.js';
import { DEEPEST_HIT, type SearchRequest } from '../request.js';
import { countExpanded } from './count-expanded.js';
import { countWholeRuns } from './count-whole-runs.js';
import { decideMatch } from './decide-match.js';
import { toEngineQuery } from './engine-query.js';
import { watchMissing } from './partial.js';
import { propose } from './propose.js';
import { proposeGroups } from './propose-groups.js';
import { themeNamesOf } from './theme-names.js';

/** A search by what was typed, understood in this thread: which then loads the dictionary. */
export function searchTyped(engine: SearchEngine, request: SearchRequest): Promise<AnySearchAnswer> {
  return search(engine, request, understandSearch(request.q, request));
}

/**
 * @param understood  What `request.q` means.
 * @throws PolicyError `index_missing`, `index_out_of_date`, `engine_unavailable`, `answer_incomplete`.
 */
export async function search(
  asking: SearchEngine,
  request: SearchRequest,
  understood: Question,
): Promise<AnySearchAnswer> {
  const started = performance.now();
  const { engine, missing } = watchMissing(asking);
  const question = await settle(engine, understood);
  const match = await decideMatch(engine, question, request);
  const expanded = countExpanded(question, request, match);
  const query: EngineQuery = {
    ...toEngineQuery(question, request, match),
    ...{ group: request.group, facets: FACETS, mostValues: MOST_VALUES, others: expanded.others },
  };
  const [{ answer, ...page }, wholeRuns, { version, indexedAt }] = await Promise.all([
    request.group === 'document'
      ? proposeGroups(engine, question, query, request)
      : propose(engine, question, query, request),
    countWholeRuns(engine, understood.wholeRuns ?? [], question, request),
    engine.status(),
  ]);
  const grouped = 'groups' in page ? page.groups : null;
  refusePage(request, grouped === null ? answer.total : answer.documents);

  return {
    query: {
      ...{ q: request.q, understood: question.understood, match },
      ...(answer.first === null ? {} : { allTotal: answer.first.count }),
      ...(answer.first === null || grouped === null ? {} : { allDocuments: answer.first.documents }),
      expanded: expanded.told(answer),
      wholeRuns,
    },
    engine: engine.name,
    index: { version, indexedAt },
    tookMs: Math.round((performance.now() - started) * 10) / 10,
    total: answer.total,
    documents: answer.documents,
    page: request.page,
    size: request.size,
    ...page,
    facets: byFacet((facet) => withSelection(answer.facets[facet] ?? [], query, facet)),
    missing: answer.lacking ?? nothingCounted(),
    labels: themeNamesOf(themesIn(answer.facets.theme ?? [], page)),
    ...(missing().length > 0 ? { partial: { missing: missing() } } : {}),
  };
}

/** Of the facet, and of what is shown. */
function themesIn(
  facet: readonly FacetCount[],
  page: { readonly hits: readonly Hit[] } | { readonly groups: readonly Group[] },
): ReadonlySet<string> {
  const themes = new Set<string>();
  for (const { value } of facet) themes.add(value);
  for (const { hits } of 'groups' in page ? page.groups : [page]) {
    for (const { clause } of hits) for (const theme of clause.themes) themes.add(theme);
  }
  for (const { document } of 'groups' in page ? page.groups : page.hits) {
    for (const theme of document.themes) themes.add(theme);
  }
  return themes;
}

/** @throws PolicyError `page_not_found`: an empty page would say that there is nothing. Page 1 is always there. */
function refusePage({ page, size }: SearchRequest, found: number): void {
  const last = Math.max(1, Math.ceil(Math.min(found, DEEPEST_HIT) / size));
  if (page > last) throw PolicyError.pageNotFound(page, last);
}

function nothingCounted(): never {
  throw new TypeError('An engine that was asked for facets did not say what has none.');
}

function withSelection(
  counts: readonly FacetCount[],
  { filters, excludedValues }: EngineQuery,
  facet: FacetName,
): FacetValue[] {
  const [chosen, unwanted] = [filters[facet], excludedValues[facet]];
  const values: FacetValue[] = [];
  for (const { value, count, documents } of counts) {
    const [selected, excluded] = [chosen.includes(value), unwanted.includes(value)];
    values.push({ value, count, documents, selected, excluded });
  }
  return values;
}
