/**
 * What a clause is worth for a question, by its text. Pure, and the same for every engine.
 *
 * BM25 over real occurrences: of words, and for less of their bigrams and of runs in one piece; a little for words that stand
 * above; then shares of the whole, by how much of the question is held and what kind of clause it is.
 */
import { firstReading } from '../../core/text/analyze.js';
import { SECOND } from '../../core/text/grams.js';
import type { Proposal } from '../../engine/engine.js';
import { isFrame } from './frame.js';
import type { RankWeights } from './rank-weights.js';

export interface Weighed {
  /** Readings. */
  readonly folded: readonly string[];
  /** How rare it is: `rarity` of engine/step-one. */
  readonly idf: number;
}

/** What a word may be held as: what was typed, or what widens it. */
export interface RankedForm {
  /** Its readings; a clause has as many occurrences as it has of all of them, in the reading of its own that has more. */
  readonly folded: readonly string[];
  /** Of the word's worth, 1 for what was typed: less for what is commoner. */
  readonly weight: number;
  /** What official texts say in its place: worth `everyday` of that. */
  readonly isEveryday?: true;
}

export interface RankedWord {
  readonly forms: readonly RankedForm[];
  readonly idf: number;
  /** Whether it is a document number, which a title clause holds without printing it. */
  readonly isNumber: boolean;
}

export interface RankQuestion {
  /** In step with `Proposal.inContext`. */
  readonly words: readonly RankedWord[];
  /** Bigrams of the words, and runs. */
  readonly pieces: readonly Weighed[];
  readonly averageLength: number;
}

export interface Scored {
  score: number;
  /** Whether it is the title of the document whose number was asked, and holds all else. */
  readonly isAsked: boolean;
}

export function scoreOf(proposal: Proposal, question: RankQuestion, weights: RankWeights): Scored {
  const { kind, folded, inContext } = proposal;
  const { words, pieces, averageLength } = question;
  const text = firstReading(folded ?? '');
  const readings = text === folded ? [text] : (folded ?? '').split(SECOND);
  const { few, many } = weights.lengthShare;
  const b = words.length < weights.manyWords ? few : many;
  const norm = weights.saturation * (1 - b + (b * text.length) / averageLength);

  let [sum, held, whole] = [0, 0, 0];
  let [byNumber, others] = [false, true];
  for (let place = 0; place < words.length; place += 1) {
    const { forms, idf, isNumber } = words[place] as RankedWord;
    whole += idf;
    // The best weight of the forms that are there, and the occurrences of all, those of less weight counted for less.
    let [times, weight] = [0, 0];
    for (const form of forms) {
      const here = most(readings, form.folded);
      if (here === 0) continue;
      const worth = form.isEveryday ? weights.everyday * form.weight : form.weight;
      times += here * worth;
      if (worth > weight) weight = worth;
    }
    const isAbove = inContext[place] === true;
    const bears = isNumber && proposal.isNumbered;
    if (bears) byNumber = true;
    if (weight > 0 && times > 0) {
      const share = saturated(times / weight, norm, weights);
      sum += idf * weight * share + (isAbove ? weights.aboveToo * idf : 0);
      held += idf * weight;
    } else if (isAbove) {
      sum += weights.above * idf;
      held += idf;
    } else if (bears) {
      sum += idf;
      held += idf;
    } else {
      others = false;
    }
  }
  for (const { folded: piece, idf } of pieces) {
    const times = most(readings, piece);
    if (times > 0) sum += weights.bigram * idf * saturated(times, norm, weights);
  }
  const coverage = whole === 0 ? 1 : 1 - weights.coverage + weights.coverage * (held / whole) ** 2;
  return { score: sum * coverage * kindShare(kind, text, weights), isAsked: byNumber && others };
}

/** @param norm  Of the length of the text. */
function saturated(times: number, norm: number, { saturation }: RankWeights): number {
  return (times * (saturation + 1)) / (times + norm);
}

function kindShare(kind: Proposal['kind'], text: string, weights: RankWeights): number {
  if (kind === 'title') return weights.title;
  if (kind === 'heading') return weights.heading;
  return isFrame(kind, text) ? weights.frame : 1;
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

function count(text: string, part: string): number {
  let times = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) times += 1;
  return times;
}
