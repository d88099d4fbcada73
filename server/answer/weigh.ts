/**
 * What ranking has to know of a question beside the texts: how rare its words and their bigrams are in the index.
 */

import { type Phrase, phraseOf } from '../../core/text/analyze.js';
import { BREAK } from '../../core/text/characters.js';
import { type EngineTerm, type EngineWord, phrasesOf, type SearchEngine } from '../../engine/engine.js';
import { rarity } from '../../engine/step-one.js';
import type { Question, WordAddition } from '../query/question.js';
import type { RankedWord, RankQuestion, Weighed } from './score.js';

/** Of how likely a translation is: .1 is worth almost half of what is certain. */
const LIKELY_POWER = 0.35;

/** How many clauses hold what ranking asks about, and how rare that is. Folded. */
interface Frequencies {
  readonly of: ReadonlyMap<string, number>;
  readonly clauses: number;
}

export async function weigh(engine: SearchEngine, question: Question): Promise<RankQuestion> {
  const bigrams = bigramsOf(question);
  const phrases = [...question.words.flatMap(phrasesOf), ...bigrams];
  const [counted, { clauses, averageLength }] = await Promise.all([
    engine.frequencies(phrases),
    engine.status(),
  ]);
  const of = new Map<string, number>();
  for (const [i, { folded }] of phrases.entries()) of.set(folded, counted[i] ?? 0);
  const frequencies: Frequencies = { of, clauses };
  const words: RankedWord[] = [];
  for (const [i, word] of question.words.entries()) {
    words.push(rankedWord(word, question.widened[i] ?? [], frequencies));
  }
  const pieces: Weighed[] = [];
  for (const { folded } of bigrams) {
    pieces.push({ folded: [folded], idf: rarity(of.get(folded) ?? 0, clauses) });
  }
  for (const readings of question.prefer) pieces.push(runOf(readings, words));
  return { words, pieces, averageLength };
}

/** Of its commonest reading: as rare in Traditional as the same word in Simplified. */
function commonest(folded: readonly string[], { of }: Frequencies): number {
  let most = 0;
  for (const one of folded) most = Math.max(most, of.get(one) ?? 0);
  return most;
}

function rankedWord(
  word: EngineWord,
  additions: readonly WordAddition[],
  frequencies: Frequencies,
): RankedWord {
  const { same, everyday, likely } = formsOf(word, additions);
  if (likely.length > 0) return translated(same, likely, frequencies);
  const { clauses } = frequencies;
  let frequency = commonest(same, frequencies);
  // A run is no commoner than the rarest of its terms.
  for (const run of word.runs ?? []) {
    let rarest = Number.POSITIVE_INFINITY;
    for (const term of run) rarest = Math.min(rarest, commonest(foldedOf(term), frequencies));
    frequency = Math.max(frequency, rarest);
  }
  const everydayFrequency = commonest(everyday, frequencies);
  const idf = rarity(frequency || everydayFrequency, clauses);
  const weight = Math.min(1, rarity(everydayFrequency, clauses) / idf);
  return {
    forms: [
      { folded: [...same, ...(word.runs ?? []).flat().flatMap(foldedOf)], weight: 1 },
      ...(everyday.length === 0 ? [] : [{ folded: everyday, weight, isEveryday: true as const }]),
    ],
    idf,
    isNumber: word.numbers !== undefined,
  };
}

/**
 * As the best translation that is held says: how likely it is (damped, for what is seen once in ten is no tenth as good) and how
 * rare. What was typed is worth as much as the best: in Chinese texts an English word is always rare.
 */
function translated(
  same: readonly string[],
  likely: readonly Translation[],
  frequencies: Frequencies,
): RankedWord {
  const worths: number[] = [];
  for (const { folded, share } of likely) {
    worths.push(share ** LIKELY_POWER * rarity(commonest(folded, frequencies), frequencies.clauses));
  }
  const idf = Math.max(...worths);
  const translations = likely.map(({ folded }, i) => ({ folded, weight: (worths[i] ?? 0) / idf }));
  return { forms: [{ folded: same, weight: 1 }, ...translations], idf, isNumber: false };
}

function foldedOf({ alternatives }: EngineTerm): readonly string[] {
  const folded: string[] = [];
  for (const one of alternatives) folded.push(one.folded);
  return folded;
}

interface Translation {
  /** Readings. */
  readonly folded: readonly string[];
  /** Of 1. */
  readonly share: number;
}

interface Forms {
  /** What was typed, and what says the same. */
  readonly same: readonly string[];
  /** What official texts say in its place, which may say more than that. */
  readonly everyday: readonly string[];
  /** Of a word whose translations were mined, all of them. */
  readonly likely: readonly Translation[];
}

function formsOf(word: EngineWord, additions: readonly WordAddition[]): Forms {
  const isMined = additions.some(isUnsure);
  const likely: Translation[] = [];
  const added = new Map<string, WordAddition>();
  for (const one of additions) {
    const folded = foldedOf({ alternatives: one.phrases });
    if (isMined) likely.push({ folded, share: one.likely });
    for (const reading of folded) added.set(reading, one);
  }
  const [same, everyday]: [string[], string[]] = [[], []];
  for (const one of foldedOf(word)) {
    const isEveryday = added.get(one)?.kind === 'everyday';
    if (isEveryday) everyday.push(one);
    if (!(isMined ? added.has(one) : isEveryday)) same.push(one);
  }
  return { same, everyday, likely };
}

function isUnsure({ likely }: WordAddition): boolean {
  return likely < 1;
}

/** A run in one piece: at least as rare as its rarest word, and not worth a count of its own. */
function runOf(readings: readonly Phrase[], words: readonly RankedWord[]): Weighed {
  const folded = foldedOf({ alternatives: readings });
  let idf = 0;
  for (const word of words) if (isPart(word, folded)) idf = Math.max(idf, word.idf);
  return { folded, idf };
}

/** Whether something that the word may be held as stands in one of the runs. */
function isPart({ forms }: RankedWord, runs: readonly string[]): boolean {
  for (const form of forms) {
    for (const part of form.folded) for (const run of runs) if (run.includes(part)) return true;
  }
  return false;
}

/**
 * Distinct Han bigrams of the runs as typed and of the words: across the segmenter's cuts too, for its words are not
 * always the author's.
 */
function bigramsOf({ words, widened, prefer }: Question): Phrase[] {
  const found = new Map<string, Phrase>();
  // What is called otherwise elsewhere is one thing: of 人工智慧, no clause is better for 智慧.
  const typed: Phrase[] = [];
  for (const [place, { alternatives, numbers }] of words.entries()) {
    const isOneThing = (widened[place] ?? []).some(isNotEveryday);
    if (numbers === undefined && !isOneThing) typed.push(...alternatives.slice(0, 1));
  }
  for (const readings of prefer) typed.push(...readings.slice(0, 1));
  for (const { folded } of typed) {
    for (const [run] of folded.matchAll(HAN_RUN)) {
      const characters = [...run];
      for (const [i, character] of characters.slice(0, -1).entries()) {
        const phrase = phraseOf(character + (characters[i + 1] ?? ''));
        if (phrase) found.set(phrase.folded, phrase);
      }
    }
  }
  return [...found.values()];
}

function isNotEveryday({ kind }: WordAddition): boolean {
  return kind !== 'everyday';
}

/** BREAK is a Han character to Unicode, none to us. */
const HAN_RUN = new RegExp(`(?:(?!${BREAK})\\p{Script=Han}){2,}`, 'gu');
