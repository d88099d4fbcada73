/**
 * A question → the engine's answer, and the clauses of the page that is asked for, in our order.
 */

import type { EngineAnswer, EngineQuery, Proposal, SearchEngine } from '../../engine/engine.js';
import type { Hit } from '../api.js';
import type { Question } from '../query/question.js';
import type { SearchRequest } from '../request.js';
import { markedPhrases, presentHits } from './present.js';
import { rank } from './rank.js';
import { weigh } from './weigh.js';

/**
 * So many proposals are read and put in order; those behind them stay in the engine's. Of a question with mined translations
 * more: step one takes a word for as rare as all its translations together, so it is further from our order.
 */
const RANKED = { usually: 500, translated: 1000 } as const;

export interface Proposed {
  readonly answer: EngineAnswer;
  /** The page, best first. */
  readonly hits: readonly Hit[];
}

/**
 * The page of a search; of the best in the order of `rank`, where relevance is asked for. They are put in order, read and
 * marked while the engine still counts, if it can do both at a time.
 */
export async function propose(
  engine: SearchEngine,
  question: Question,
  query: EngineQuery,
  { page, size, script }: Pick<SearchRequest, 'page' | 'size' | 'script'>,
): Promise<Proposed> {
  const [start, end] = [(page - 1) * size, page * size];
  const ranked = RANKED[isTranslated(question) ? 'translated' : 'usually'];
  const isRanked = query.sort === 'relevance' && query.words.length > 0 && start < ranked;
  const weighing = isRanked ? weigh(engine, question) : null; // nothing of it depends on what is found
  weighing?.catch(() => undefined); // waited for below, where anything is found
  const pageOf = async (proposals: readonly Proposal[]): Promise<readonly Proposal[]> =>
    weighing && proposals.length > 0 ? rank(proposals, await weighing).slice(start, end) : proposals;
  const phrases = markedPhrases(question);
  const show = async (proposals: readonly Proposal[]): Promise<readonly Hit[]> => {
    const stored = await engine.clauses(proposals.map(({ clauseId }) => clauseId));
    return presentHits(stored, phrases, script);
  };

  const wanted = isRanked
    ? { ...query, take: ranked, withText: true }
    : { ...query, skip: start, take: size };
  if (isRanked && end > ranked) {
    const answer = await engine.search(wanted);
    const behind = { ...query, skip: ranked, take: end - ranked, facets: [], others: [] };
    const rest = answer.total > ranked ? (await engine.search(behind)).proposals : [];
    return { answer, hits: await show([...(await pageOf(answer.proposals)), ...rest]) };
  }
  let early: Promise<readonly Hit[]> | null = null;
  const onProposals = (proposals: readonly Proposal[]): void => {
    early = pageOf(proposals).then(show);
    early.catch(() => undefined); // waited for below, unless the search itself fails
  };
  const answer = await engine.search({ ...wanted, onProposals });
  return { answer, hits: await (early ?? pageOf(answer.proposals).then(show)) };
}

function isTranslated({ widened }: Question): boolean {
  return widened.some((additions) => additions.some(({ likely }) => likely < 1));
}
