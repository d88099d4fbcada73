/**
 * Step two of the ranking: the order of the best proposals, by reading them. Pure, and the same for every engine.
 *
 * A clause has what it is worth by its text (score.ts), and a share of what its document is worth. No tiers: only the title of
 * the document whose number was asked for comes before everything. bench/RANKING.md says what each part is worth.
 */
import type { Proposal } from '../../engine/engine.js';
import { type RankWeights, WEIGHTS } from './rank-weights.js';
import { type RankQuestion, type Scored, scoreOf } from './score.js';

/** @returns the same proposals, best first; equals stay in the engine's order. */
export function rank(
  proposals: readonly Proposal[],
  question: RankQuestion,
  weights: RankWeights = WEIGHTS,
): readonly Proposal[] {
  const scored = proposals.map((proposal) => {
    const { score, isAsked } = scoreOf(proposal, question, weights);
    return { proposal, score, isAsked };
  });
  const shares = documentShares(scored, weights);
  for (const one of scored) one.score += shares.get(one.proposal.documentId) ?? 0;
  const isFirst = ({ proposal }: (typeof scored)[number]): number => Number(proposal.isFirst);
  return scored
    .sort((a, b) => isFirst(b) - isFirst(a) || Number(b.isAsked) - Number(a.isAsked) || b.score - a.score)
    .map(({ proposal }) => proposal);
}

function documentShares(
  scored: readonly (Scored & { readonly proposal: Proposal })[],
  { document, documentClauses, documentDepth }: RankWeights,
): ReadonlyMap<string, number> {
  const best = scored.toSorted((a, b) => b.score - a.score).slice(0, documentDepth);
  const counted = new Map<string, { clauses: number; sum: number }>();
  for (const { proposal, score } of best) {
    const one = counted.get(proposal.documentId) ?? { clauses: 0, sum: 0 };
    counted.set(proposal.documentId, one);
    if (one.clauses === documentClauses) continue;
    one.clauses += 1;
    one.sum += score;
  }
  return new Map([...counted].map(([id, { sum }]) => [id, (document * sum) / documentClauses]));
}
