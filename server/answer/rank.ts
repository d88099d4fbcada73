/**
 * Step two of the ranking: the order of the best proposals, by reading them. Pure, and the same for every engine.
 *
 * BM25 over real occurrences: the words of the query, and its bigrams at half weight. A clause's document lends it a share of its three best clauses. What holds a
 * preferred run whole comes before what only holds its words, and the title of the document whose number was asked
 * for before everything. bench/RANKING.md says what these numbers are worth.
 */
import { SECOND } from '../../core/text/grams.js';
import type { Proposal } from '../../engine/engine.js';

const K1 = 0.9;
const B = 0.85;
const BIGRAM_WEIGHT = 0.5;
/** A word in the title or the headings, as a share of what one occurrence in a text of average length brings. */
const CONTEXT_WEIGHT = 0.1;
const DOCUMENT_SHARE = 0.3;
const DOCUMENT_DEPTH = 200;
const DOCUMENT_CLAUSES = 3;

export interface Weighed {
  readonly folded: string;
  /** How rare it is: `rarity` of engine/step-one. */
  readonly idf: number;
}

export interface RankedWord {
  /** Its readings; a clause has as many occurrences as it has of all of them, in the reading of its own that has more. */
  readonly folded: readonly string[];
  readonly idf: number;
  /** Whether it is a document number, which a title clause holds without printing it. */
  readonly isNumber: boolean;
}

export interface RankQuestion {
  /** In step with `Proposal.inContext`. */
  readonly words: readonly RankedWord[];
  readonly bigrams: readonly Weighed[];
  /** Runs, each in its readings. */
  readonly prefer: readonly (readonly string[])[];
  readonly averageLength: number;
}

/** @returns the same proposals, best first; equals stay in the engine's order. */
export function rank(proposals: readonly Proposal[], question: RankQuestion): readonly Proposal[] {
  const scored = proposals.map((proposal) => ({
    proposal,
    tier: tier(proposal, question),
    score: score(proposal, question),
  }));
  const best = [...scored].sort((a, b) => b.score - a.score).slice(0, DOCUMENT_DEPTH);
  const share = documentShares(best);
  for (const one of scored) one.score += share.get(one.proposal.documentId) ?? 0;
  const isFirst = ({ proposal }: (typeof scored)[number]): number => Number(proposal.isFirst);
  return scored
    .sort((a, b) => isFirst(b) - isFirst(a) || b.tier - a.tier || b.score - a.score)
    .map(({ proposal }) => proposal);
}

/** 0, then 1 for each preferred run held whole; the title of the document asked for by number above all. */
function tier({ kind, folded, inContext }: Proposal, { words, prefer }: RankQuestion): number {
  const text = folded ?? '';
  const held = words.map(
    (word, i) => inContext[i] === true || word.folded.some((reading) => text.includes(reading)),
  );
  const byNumber = kind === 'title' && words.some((word, i) => word.isNumber && !held[i]);
  const othersHeld = words.every((word, i) => word.isNumber || held[i]);
  if (byNumber && othersHeld) return prefer.length + 1;
  return prefer.filter((readings) => readings.some((reading) => text.includes(reading))).length;
}

function score({ folded, inContext }: Proposal, { words, bigrams, averageLength }: RankQuestion): number {
  const readings = (folded ?? '').split(SECOND);
  const norm = K1 * (1 - B + (B * (readings[0]?.length ?? 0)) / averageLength);
  const bm25 = (idf: number, times: number): number => (idf * times * (K1 + 1)) / (times + norm);
  let sum = 0;
  for (const [i, { folded: asked, idf }] of words.entries()) {
    sum += bm25(idf, most(readings, asked));
    if (inContext[i]) sum += CONTEXT_WEIGHT * idf;
  }
  for (const { folded: bigram, idf } of bigrams) sum += BIGRAM_WEIGHT * bm25(idf, most(readings, [bigram]));
  return sum;
}

/** Occurrences in the reading that has more. */
function most(readings: readonly string[], asked: readonly string[]): number {
  let times = 0;
  for (const text of readings) {
    let here = 0;
    for (const part of asked) here += count(text, part);
    if (here > times) times = here;
  }
  return times;
}

function documentShares(
  best: readonly { readonly proposal: Proposal; readonly score: number }[],
): Map<string, number> {
  const scores = new Map<string, number[]>();
  for (const { proposal, score } of best) {
    const list = scores.get(proposal.documentId);
    if (list === undefined) scores.set(proposal.documentId, [score]);
    else if (list.length < DOCUMENT_CLAUSES) list.push(score);
  }
  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
  return new Map([...scores].map(([id, list]) => [id, (DOCUMENT_SHARE * sum(list)) / DOCUMENT_CLAUSES]));
}

function count(text: string, part: string): number {
  let times = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) times += 1;
  return times;
}
