/**
 * Step two of the ranking: the order of the best proposals, by reading them. Pure, and the same for every engine.
 *
 * A clause has what it is worth by its text (score.ts), and a share of what its document is worth. No tiers: only the title of
 * the document whose number was asked for comes before everything. bench/RANKING.md says what each part is worth.
 */
import type { Proposal } from '../../engine/engine.js';
import { type RankWeights, WEIGHTS } from './rank-weights.js';
import { type RankQuestion, type Scored, scoreOf, toRead } from './score.js';

interface ScoredProposal extends Scored {
  readonly proposal: Proposal;
}

/** @returns the same proposals, best first; equals stay in the engine's order. */
export function rank(
  proposals: readonly Proposal[],
  question: RankQuestion,
  weights: RankWeights = WEIGHTS,
): readonly Proposal[] {
  const scored: ScoredProposal[] = [];
  const read = toRead(question);
  for (const proposal of proposals) {
    const { score, isAsked } = scoreOf(proposal, read, weights);
    scored.push({ proposal, score, isAsked });
  }
  addDocumentShares(scored, weights);
  return scored.sort(inOrder).map(proposalOf);
}

/** Named, as `byScore` is: what is made for one question is compiled anew for the next. */
function inOrder(a: ScoredProposal, b: ScoredProposal): number {
  return (
    Number(b.proposal.isFirst) - Number(a.proposal.isFirst) ||
    Number(b.isAsked) - Number(a.isAsked) ||
    b.score - a.score
  );
}

function byScore(a: ScoredProposal, b: ScoredProposal): number {
  return b.score - a.score;
}

function proposalOf({ proposal }: ScoredProposal): Proposal {
  return proposal;
}

function addDocumentShares(
  scored: readonly ScoredProposal[],
  { document, documentClauses, documentDepth }: RankWeights,
): void {
  const best = scored.toSorted(byScore).slice(0, documentDepth);
  const counted = new Map<string, { clauses: number; sum: number }>();
  for (const { proposal, score } of best) {
    const one = counted.get(proposal.documentId);
    if (one === undefined) counted.set(proposal.documentId, { clauses: 1, sum: score });
    else if (one.clauses < documentClauses) {
      one.clauses += 1;
      one.sum += score;
    }
  }
  for (const one of scored) {
    one.score += (document * (counted.get(one.proposal.documentId)?.sum ?? 0)) / documentClauses;
  }
}
