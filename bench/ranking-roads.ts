/**
 * How a question is asked, and in which order its clauses come: by the product's own road, and by the same steps with
 * other weights.
 */
import { firstReading } from '../core/text/analyze.js';
import { fold } from '../core/text/fold.js';
import type { EngineQuery, Proposal, SearchEngine } from '../engine/engine.js';
import { toEngineQuery } from '../server/answer/engine-query.js';
import { rank } from '../server/answer/rank.js';
import type { RankWeights } from '../server/answer/rank-weights.js';
import type { RankQuestion } from '../server/answer/score.js';
import { searchTyped } from '../server/answer/search.js';
import { weigh } from '../server/answer/weigh.js';
import { hitsOf } from '../server/api.js';
import { settle } from '../server/query/known-stretches.js';
import { understandQuery } from '../server/query/understand-query.js';
import type { Expand } from '../server/query/widen-runs.js';
import { SearchRequest } from '../server/request.js';
import { DEPTH } from './ranking-measures.js';
import type { FoundText } from './ranking-sets.js';

/** So many proposals are put in order. */
const PROPOSED = 500;
/** Of fewer clauses that hold every word, `auto` goes on to those that hold any. */
const ENOUGH = 10;

export interface FoundClause extends FoundText {
  readonly clauseId: string;
}

/** The first `DEPTH` of the product itself. */
export async function askProduct(
  engine: SearchEngine,
  query: string,
  { expand, without }: Expand,
): Promise<readonly FoundClause[]> {
  const answer = await searchTyped(engine, SearchRequest.parse({ q: query, size: DEPTH, expand, without }));
  return hitsOf(answer).map(({ clause, document }) => ({
    clauseId: clause.id,
    documentId: document.id,
    folded: fold(clause.text),
  }));
}

/** What was proposed for a question; in which order it comes, `inOrder` says. */
export interface Asked {
  readonly question: RankQuestion;
  /** One after the other: what holds every word, and what holds any. */
  readonly proposed: readonly (readonly Proposal[])[];
}

/** @param texts  By clause, one string for each: hundreds of questions are proposed the same clauses. */
export async function askProposals(
  engine: SearchEngine,
  query: string,
  texts: Map<string, string>,
): Promise<Asked> {
  const question = await settle(engine, understandQuery(query));
  const request = SearchRequest.parse({ q: query });
  const propose = async (match: EngineQuery['match']) => {
    const asked = toEngineQuery(question, request, match);
    const answer = await engine.search({ ...asked, take: PROPOSED, withText: true });
    const proposals = answer.proposals.map((one): Proposal => {
      const text = texts.get(one.clauseId) ?? one.folded ?? '';
      texts.set(one.clauseId, text);
      return { ...one, folded: text };
    });
    return { total: answer.total, proposals };
  };
  const all = await propose('all');
  const isWidened = all.total < ENOUGH && question.words.length > 1;
  return {
    question: await weigh(engine, question),
    proposed: [all.proposals, ...(isWidened ? [(await propose('any')).proposals] : [])],
  };
}

/** The first `DEPTH`, each once. @param weights  null: in the order in which they are proposed. */
export function inOrder({ question, proposed }: Asked, weights: RankWeights | null): readonly FoundClause[] {
  const found = new Map<string, FoundClause>();
  for (const proposals of proposed) {
    const ordered = weights === null ? proposals : rank(proposals, question, weights);
    for (const { clauseId, documentId, folded } of ordered) {
      if (found.size === DEPTH) break;
      if (!found.has(clauseId))
        found.set(clauseId, { clauseId, documentId, folded: firstReading(folded ?? '') });
    }
  }
  return [...found.values()];
}

/** As `auto` is without going on: what holds any word, only where nothing holds every one. */
export function withoutGoingOn({ question, proposed }: Asked): Asked {
  const [all = [], any = []] = proposed;
  return { question, proposed: [all.length > 0 ? all : any] };
}
