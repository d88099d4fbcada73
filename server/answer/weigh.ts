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

export async function weigh(engine: SearchEngine, question: Question): Promise<RankQuestion> {
  const bigrams = bigramsOf(question);
  const phrases = [...question.words.flatMap(phrasesOf), ...bigrams];
  const [frequencies, status] = await Promise.all([engine.frequencies(phrases), engine.status()]);
  const frequencyOf = new Map(phrases.map(({ folded }, i) => [folded, frequencies[i] ?? 0] as const));
  const rarityOf = (frequency: number): number => rarity(frequency, status.clauses);
  // Of its commonest reading: as rare in Traditional as the same word in Simplified.
  const commonest = (folded: readonly string[]): number =>
    Math.max(0, ...folded.map((one) => frequencyOf.get(one) ?? 0));
  // As the best translation that is held says: how likely it is (damped, for what is seen once in ten is no tenth as good)
  // and how rare. What was typed is worth as much as the best: in Chinese texts an English word is always rare.
  const translated = (same: readonly string[], likely: readonly Translation[]): RankedWord => {
    const worths = likely.map(({ folded, share }) => share ** LIKELY_POWER * rarityOf(commonest(folded)));
    const idf = Math.max(...worths);
    const translations = likely.map(({ folded }, i) => ({ folded, weight: (worths[i] ?? 0) / idf }));
    return { forms: [{ folded: same, weight: 1 }, ...translations], idf, isNumber: false };
  };
  const rankedWord = (word: EngineWord, additions: readonly WordAddition[]): RankedWord => {
    const { same, everyday, likely } = formsOf(word, additions);
    if (likely.length > 0) return translated(same, likely);
    // A run is no commoner than the rarest of its terms.
    const runs = (word.runs ?? []).map((run) => Math.min(...run.map((term) => commonest(foldedOf(term)))));
    const frequency = Math.max(commonest(same), ...runs) || commonest(everyday);
    const idf = rarityOf(frequency);
    const share = Math.min(1, rarityOf(commonest(everyday)) / idf);
    return {
      forms: [
        { folded: [...same, ...(word.runs ?? []).flat().flatMap(foldedOf)], weight: 1 },
        ...(everyday.length === 0 ? [] : [{ folded: everyday, weight: share, isEveryday: true as const }]),
      ],
      idf,
      isNumber: word.numbers !== undefined,
    };
  };
  const words = question.words.map((word, i) => rankedWord(word, question.widened[i] ?? []));
  return {
    words,
    pieces: [
      ...bigrams.map(
        ({ folded }): Weighed => ({ folded: [folded], idf: rarityOf(frequencyOf.get(folded) ?? 0) }),
      ),
      ...question.prefer.map((readings) => runOf(readings, words)),
    ],
    averageLength: status.averageLength,
  };
}

function foldedOf({ alternatives }: EngineTerm): readonly string[] {
  return alternatives.map(({ folded }) => folded);
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
  const isMined = additions.some(({ likely }) => likely < 1);
  const likely = isMined
    ? additions.map(({ phrases, likely: share }) => ({ ...readingsOf(phrases), share }))
    : [];
  const added = new Map(additions.flatMap((one) => one.phrases.map(({ folded }) => [folded, one] as const)));
  const isEveryday = (folded: string): boolean => added.get(folded)?.kind === 'everyday';
  const all = foldedOf(word);
  return {
    same: all.filter((one) => !(isMined ? added.has(one) : isEveryday(one))),
    everyday: all.filter(isEveryday),
    likely,
  };
}

function readingsOf(phrases: readonly Phrase[]): Pick<Translation, 'folded'> {
  return { folded: phrases.map(({ folded }) => folded) };
}

/** A run in one piece: at least as rare as its rarest word, and not worth a count of its own. */
function runOf(readings: readonly Phrase[], words: readonly RankedWord[]): Weighed {
  const folded = readings.map((reading) => reading.folded);
  const isPart = ({ forms }: RankedWord): boolean =>
    forms.some((form) => form.folded.some((part) => folded.some((run) => run.includes(part))));
  return { folded, idf: Math.max(0, ...words.filter(isPart).map(({ idf }) => idf)) };
}

/**
 * Distinct Han bigrams of the runs as typed and of the words: across the segmenter's cuts too, for its words are not
 * always the author's.
 */
function bigramsOf({ words, widened, prefer }: Question): Phrase[] {
  const found = new Map<string, Phrase>();
  // What is called otherwise elsewhere is one thing: of 人工智慧, no clause is better for 智慧.
  const isOneThing = (place: number): boolean =>
    (widened[place] ?? []).some(({ kind }) => kind !== 'everyday');
  const typed = words.flatMap(({ alternatives, numbers }, place) =>
    numbers !== undefined || isOneThing(place) ? [] : alternatives.slice(0, 1),
  );
  for (const { folded } of [...typed, ...prefer.flatMap((readings) => readings.slice(0, 1))]) {
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

/** BREAK is a Han character to Unicode, none to us. */
const HAN_RUN = new RegExp(`(?:(?!${BREAK})\\p{Script=Han}){2,}`, 'gu');
