/**
 * A question → the engine's answer, and the clauses of the page that is asked for, in our order.
 */
import type { EngineAnswer, EngineQuery, Proposal, SearchEngine } from '../core/engine/engine.js';
import { FACETS } from '../core/model.js';
import { convert } from '../core/text/convert.js';
import type { SearchRequest } from './api.js';
import type { Question } from './query/understand-query.js';
import { rank } from './rank.js';
import { weigh } from './weigh.js';

/** So many proposals are read and put in order; those behind them stay in the engine's. */
const RANKED = 500;

/** What an engine is asked for, without the page: counts and facets. Filters may be typed in Traditional. */
export function toEngineQuery(question: Question, request: SearchRequest): EngineQuery {
  const { words, excluded, prefer } = question;
  const { city, year, theme, issuingBody, type, status } = request.filters;
  const canonical = (values: readonly string[]): string[] => [...new Set(values.map(convert))];
  return {
    ...{ words, excluded, prefer },
    match: request.match === 'any' ? 'any' : 'all',
    filters: {
      city: canonical(city),
      year: canonical(year),
      theme: canonical(theme),
      issuingBody: canonical(issuingBody),
      type: canonical(type),
      status: canonical(status),
    },
    from: request.from ?? null,
    to: request.to ?? null,
    sort: request.sort,
    skip: 0,
    take: 0,
    withText: false,
    facets: FACETS,
  };
}

export interface Proposed {
  readonly answer: EngineAnswer;
  /** Ids of the clauses on the page, best first. */
  readonly page: readonly string[];
}

/** The page of a search; of the best 500 in the order of `rank`, where relevance is asked for. */
export async function propose(
  engine: SearchEngine,
  question: Question,
  query: EngineQuery,
  { page, size }: Pick<SearchRequest, 'page' | 'size'>,
): Promise<Proposed> {
  const [start, end] = [(page - 1) * size, page * size];
  const isRanked = query.sort === 'relevance' && query.words.length > 0 && start < RANKED;
  if (!isRanked) {
    const answer = await engine.search({ ...query, skip: start, take: size });
    return { answer, page: answer.proposals.map(({ clauseId }) => clauseId) };
  }
  const answer = await engine.search({ ...query, take: RANKED, withText: true });
  const ranked = await inOrder(engine, question, answer.proposals);
  const behind =
    end > RANKED && answer.total > RANKED
      ? (await engine.search({ ...query, skip: RANKED, take: end - RANKED, facets: [] })).proposals
      : [];
  return { answer, page: [...ranked.slice(start, end), ...behind].map(({ clauseId }) => clauseId) };
}

async function inOrder(
  engine: SearchEngine,
  question: Question,
  proposals: readonly Proposal[],
): Promise<readonly Proposal[]> {
  if (proposals.length < 2) return proposals;
  return rank(proposals, await weigh(engine, question, await engine.status()));
}
