/**
 * Which words of a whole English question say nothing that Chinese clauses could be found by: what, shall, of, and whatever the
 * table has no words for. In a question of a few words each is meant, and none is dropped.
 */
import type { Script } from '../script.js';
import { findExpansions } from './find-expansions.js';

export interface DroppedWord {
  /** As typed; offsets UTF-16 in what was typed. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const WORDS = /\p{L}[\p{L}\p{M}]{0,60}(?:['’-]\p{L}{1,60}){0,4}/gu;
const FEWEST = 4;
/** A sentence has one of these; a list of terms has none. */
const SENTENCE = new Set(
  'a an and are be by can do does for from had has have how if in is it may must of on or shall should the to was were what when where which who whose why will with within without would'.split(
    ' ',
  ),
);

/**
 * @returns  The words to be left out, each with its place; none where the text is no English sentence (Han among it, fewer
 *           than four words, no little words), or where nothing would be left of it.
 */
export function wordsWithoutContent(typed: string, without: Script): readonly DroppedWord[] {
  if (/\p{Script=Han}/u.test(typed)) return [];
  const words = [...typed.matchAll(WORDS)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
  const isSentence = words.length >= FEWEST && words.some(({ word }) => SENTENCE.has(word.toLowerCase()));
  if (!isSentence) return [];
  const content = findExpansions(typed, without);
  if (content.length === 0) return [];
  return words.filter(({ start, end }) => content.every((one) => end <= one.start || start >= one.end));
}
