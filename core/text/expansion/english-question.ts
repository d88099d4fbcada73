/**
 * Which words of a whole English question say nothing that Chinese clauses could be found by: what, shall, of, and whatever the
 * table has no words for. In a question of a few words each is meant, and none is dropped.
 */
import { isLittleWord } from './english-grammar.js';
import type { Widened } from './find-expansions.js';

export interface DroppedWord {
  /** As typed; offsets UTF-16 in what was typed. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Each part of a word that signs join (people's, non-financial): a row may be of one of them. */
const WORDS = /\p{L}[\p{L}\p{M}]{0,60}/gu;
const FEWEST = 4;
/**
 * @param content  Of the same text, what the table widens.
 * @returns  The words to be left out, each with its place; none where the text is no English sentence (Han among it, fewer
 *           than four words, no little words), or where nothing would be left of it.
 */
export function wordsWithoutContent(typed: string, content: readonly Widened[]): readonly DroppedWord[] {
  if (/\p{Script=Han}/u.test(typed)) return [];
  const words = [...typed.matchAll(WORDS)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
  const isSentence = words.length >= FEWEST && words.some(({ word }) => isLittleWord(word));
  if (!isSentence || content.length === 0) return [];
  return words.filter(({ start, end }) => content.every((one) => end <= one.start || start >= one.end));
}
