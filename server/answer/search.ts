/**
 * The whole second road: a query string becomes words, an engine matches and counts, we order, and the clauses come
 * back with their matches marked.
 *
 * parse → understand → engine → rank → page → clauses → highlight → answer
 */

import { byFacet } from '../../core/model.js';
import type { EngineQuery, SearchEngine } from '../../engine/engine.js';
import type { FacetValue, SearchAnswer, SearchRequest } from '../api.js';
import { settle } from '../query/known-stretches.js';
import type { Question } from '../query/question.js';
import { understandQuery } from '../query/understand-query.js';
import { explain } from './explain.js';
import { watchMissing } from './partial.js';
import { type Proposed, propose, toEngineQuery } from './propose.js';
import { themeNamesOf } from './theme-names.js';

/** A search by what was typed, understood in this thread: which then loads the dictionary. */
export function searchTyped(engine: SearchEngine, request: SearchRequest): Promise<SearchAnswer> {
  return search(engine, request, understandQuery(request.q));
}

/**
 * @param understood  What `request.q` means.
 * @throws PolicyError `index_missing`, `index_out_of_date`, `engine_unavailable`, `answer_incomplete`.
 */
export async function search(
  asking: SearchEngine,
  request: SearchRequest,
  understood: Question,
): Promise<SearchAnswer> {
  const started = performance.now();
  const { engine, missing } = watchMissing(asking);
  const question = await settle(engine, understood);
  const asked = toEngineQuery(question, request);

  const strict = await propose(engine, question, asked, request);
  const widen = strict.answer.total === 0 && request.match === 'auto' && question.words.length > 1;
  const query: EngineQuery = widen ? { ...asked, match: 'any' } : asked;
  const { answer, hits } = widen ? await propose(engine, question, query, request) : strict;

  const explanation = needsExplanation(request, question, strict)
    ? { explanation: await explain(engine, asked, question.typed) }
    : {};

  return {
    query: { q: request.q, understood: question.understood, match: query.match, expanded: [] },
    engine: engine.name,
    tookMs: Math.round((performance.now() - started) * 10) / 10,
    total: answer.total,
    documents: answer.documents,
    page: request.page,
    size: request.size,
    hits,
    facets: byFacet((facet) => withSelection(answer.facets[facet] ?? [], query.filters[facet])),
    labels: themeNamesOf([
      ...(answer.facets.theme ?? []).map(({ value }) => value),
      ...hits.flatMap(({ clause, document }) => [...clause.themes, ...document.themes]),
    ]),
    ...explanation,
    ...(missing().length > 0 ? { partial: { missing: missing() } } : {}),
  };
}

function needsExplanation(request: SearchRequest, question: Question, { answer }: Proposed): boolean {
  const isNarrowed =
    question.words.length > 0 || Object.values(request.filters).some((values) => values.length > 0);
  return request.explain === 'on' || (answer.total === 0 && request.match !== 'any' && isNarrowed);
}

function withSelection(
  counts: readonly { readonly value: string; readonly count: number }[],
  chosen: readonly string[],
): FacetValue[] {
  return counts.map(({ value, count }) => ({ value, count, selected: chosen.includes(value) }));
}
