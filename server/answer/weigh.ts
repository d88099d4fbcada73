/**
 * What ranking has to know of a question beside the texts: how rare its words and their bigrams are in the index.
 */

import { type Phrase, phraseOf } from '../../core/text/analyze.js';
import { BREAK } from '../../core/text/characters.js';
import { type EngineTerm, type EngineWord, phrasesOf, type SearchEngine } from '../../engine/engine.js';
import { rarity } from '../../engine/step-one.js';
import type { Question, WordAddition } from '../query/question.js';
import type { RankedWord, RankQuestion, Weighed } from './score.js';

export async function weigh(engine: SearchEngine, question: Question): Promise<RankQuestion> {
  const bigrams = bigramsOf(question);
  const phrases = [...question.words.flatMap(phrasesOf), ...bigrams];
  const [frequencies, status] = await Promise.all([engine.frequencies(phrases), engine.status()]);
  const frequencyOf = new Map(phrases.map(({ folded }, i) => [folded, frequencies[i] ?? 0] as const));
  const rarityOf = (frequency: number): number => rarity(frequency, status.clauses);
  // Of its commonest reading: as rare in Traditional as the same word in Simplified.
  const commonest = (folded: readonly string[]): number =>
    Math.max(0, ...folded.map((one) => frequencyOf.get(one) ?? 0));
  const rankedWord = (word: EngineWord, additions: readonly WordAddition[]): RankedWord => {
    const { same, everyday } = formsOf(word, additions);
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

/** What says the same as what was typed, and what official texts say in its place, which may say more than that. */
function formsOf(
  word: EngineWord,
  additions: readonly WordAddition[],
): { readonly same: readonly string[]; readonly everyday: readonly string[] } {
  const ofKind = new Map(
    additions.flatMap(({ kind, phrases }) => phrases.map(({ folded }) => [folded, kind])),
  );
  const isEveryday = (folded: string): boolean => ofKind.get(folded) === 'everyday';
  const all = foldedOf(word);
  return { same: all.filter((one) => !isEveryday(one)), everyday: all.filter(isEveryday) };
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
