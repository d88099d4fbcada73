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
import { countOccurrences, type Sought, soughtOf } from './occurrences.js';
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

/** What a question asks of texts, as they are read for it. */
export interface ReadQuestion extends RankQuestion {
  readonly sought: Sought;
  /** Of each form of each word, where its readings are in what is sought; and of each piece. */
  readonly formPlaces: readonly (readonly (readonly number[])[])[];
  readonly piecePlaces: readonly (readonly number[])[];
  /** Of one reading of a text, and of its other. */
  readonly counts: readonly [Uint32Array, Uint32Array];
}

/** For one order of proposals: what is counted of a text is gone with the next. */
export function toRead(question: RankQuestion): ReadQuestion {
  const places = new Map<string, number>();
  const placeOf = (part: string): number => {
    const place = places.get(part) ?? places.size;
    places.set(part, place);
    return place;
  };
  const formPlaces = question.words.map(({ forms }) => forms.map(({ folded }) => folded.map(placeOf)));
  const piecePlaces = question.pieces.map(({ folded }) => folded.map(placeOf));
  const sought = soughtOf([...places.keys()]);
  const counts = [new Uint32Array(places.size), new Uint32Array(places.size)] as const;
  return { ...question, sought, formPlaces, piecePlaces, counts };
}

export function scoreOf(proposal: Proposal, question: ReadQuestion, weights: RankWeights): Scored {
  const { kind, folded, inContext } = proposal;
  const { words, pieces, averageLength, formPlaces, piecePlaces, counts } = question;
  const text = firstReading(folded ?? '');
  countReadings(text, folded ?? '', question);
  const { few, many } = weights.lengthShare;
  const b = words.length < weights.manyWords ? few : many;
  const norm = weights.saturation * (1 - b + (b * text.length) / averageLength);

  let [sum, held, whole] = [0, 0, 0];
  let [byNumber, others] = [false, true];
  for (let place = 0; place < words.length; place += 1) {
    const { forms, idf, isNumber } = words[place] as RankedWord;
    const placesOf = formPlaces[place] as (typeof formPlaces)[number];
    whole += idf;
    // The best weight of the forms that are there, and the occurrences of all, those of less weight counted for less.
    let [times, weight] = [0, 0];
    for (let nth = 0; nth < forms.length; nth += 1) {
      const form = forms[nth] as RankedForm;
      const here = most(placesOf[nth] as readonly number[], counts);
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
  for (let nth = 0; nth < pieces.length; nth += 1) {
    const times = most(piecePlaces[nth] as readonly number[], counts);
    if (times > 0) sum += weights.bigram * (pieces[nth] as Weighed).idf * saturated(times, norm, weights);
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

/** @param text  The first reading of what is folded. */
function countReadings(
  text: string,
  folded: string,
  { sought, counts: [first, second] }: ReadQuestion,
): void {
  first.fill(0);
  second.fill(0);
  countOccurrences(text, sought, first);
  if (text.length < folded.length)
    countOccurrences(folded.slice(text.length + SECOND.length), sought, second);
}

/** Occurrences in the reading that has more. */
function most(places: readonly number[], [first, second]: ReadQuestion['counts']): number {
  let [inFirst, inSecond] = [0, 0];
  for (let nth = 0; nth < places.length; nth += 1) {
    inFirst += first[places[nth] as number] as number;
    inSecond += second[places[nth] as number] as number;
  }
  return Math.max(inFirst, inSecond);
}
