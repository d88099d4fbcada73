/**
 * What ranking has to know of a question beside the texts: how rare its words and their bigrams are in the index.
 */

import { type Phrase, phraseOf } from '../../core/text/analyze.js';
import { BREAK } from '../../core/text/characters.js';
import { type EngineTerm, type EngineWord, phrasesOf, type SearchEngine } from '../../engine/engine.js';
import { rarity } from '../../engine/step-one.js';
import type { Question } from '../query/question.js';
import type { RankedWord, RankQuestion, Weighed } from './score.js';

export async function weigh(engine: SearchEngine, question: Question): Promise<RankQuestion> {
  const bigrams = bigramsOf(question);
  const phrases = [...question.words.flatMap(phrasesOf), ...bigrams];
  const [frequencies, status] = await Promise.all([engine.frequencies(phrases), engine.status()]);
  const frequencyOf = new Map(phrases.map(({ folded }, i) => [folded, frequencies[i] ?? 0] as const));
  const rarityOf = (frequency: number): number => rarity(frequency, status.clauses);
  // Of its commonest reading: as rare in Traditional as the same word in Simplified.
  const commonest = ({ alternatives }: EngineTerm): number =>
    Math.max(0, ...alternatives.map(({ folded }) => frequencyOf.get(folded) ?? 0));
  // A run is no commoner than the rarest of its terms.
  const frequencyOfWord = ({ runs = [], ...word }: EngineWord): number =>
    Math.max(commonest(word), ...runs.map((run) => Math.min(...run.map(commonest))));
  const words = question.words.map(
    (word): RankedWord => ({
      forms: [{ folded: phrasesOf(word).map(({ folded }) => folded), weight: 1 }],
      idf: rarityOf(frequencyOfWord(word)),
      isNumber: word.numbers !== undefined,
    }),
  );
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
function bigramsOf({ words, prefer }: Question): Phrase[] {
  const found = new Map<string, Phrase>();
  const typed = words.flatMap(({ alternatives, numbers }) =>
    numbers === undefined ? alternatives.slice(0, 1) : [],
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
