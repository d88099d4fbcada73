/**
 * What ranking has to know of a question beside the texts: how rare its words and their bigrams are in the index.
 */
import type { EngineStatus, SearchEngine } from '../core/engine/engine.js';
import { type Phrase, toPhrase } from '../core/text/analyze.js';
import type { Question } from './query/understand-query.js';
import { type RankQuestion, rarity } from './rank.js';

export async function weigh(
  engine: SearchEngine,
  question: Question,
  status: EngineStatus,
): Promise<RankQuestion> {
  const bigrams = bigramsOf(question);
  const phrases = [...question.words.flatMap(({ alternatives }) => alternatives), ...bigrams];
  const frequencies = await engine.frequencies(phrases);
  const idf = new Map(
    phrases.map(({ folded }, i) => [folded, rarity(status.clauses, frequencies[i] ?? 0)] as const),
  );
  const weighed = ({ folded }: Phrase) => ({ folded, idf: idf.get(folded) ?? 0 });
  return {
    words: question.words.map(({ alternatives, documentNumber }) => ({
      alternatives: alternatives.map(weighed),
      isNumber: documentNumber !== undefined,
    })),
    bigrams: bigrams.map(weighed),
    prefer: question.prefer.map(({ folded }) => folded),
    averageLength: status.averageLength,
  };
}

/** Distinct bigrams of the Han words of three characters and more; a word of two is its own. */
function bigramsOf({ words }: Question): Phrase[] {
  const found = new Map<string, Phrase>();
  for (const { alternatives, documentNumber } of words) {
    const folded = documentNumber === undefined ? (alternatives[0]?.folded ?? '') : '';
    for (const [run] of folded.matchAll(/\p{Script=Han}{3,}/gu)) {
      const characters = [...run];
      for (const [i, character] of characters.slice(0, -1).entries()) {
        const phrase = toPhrase(character + (characters[i + 1] ?? ''));
        if (phrase) found.set(phrase.folded, phrase);
      }
    }
  }
  return [...found.values()];
}
