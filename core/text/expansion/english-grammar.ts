/** Little words, of which English sentences are made: a sentence has one of these; a list of terms has none. */

const LITTLE = new Set(
  'a an and are be by can do does for from had has have how if in is it may must of on or shall should the to was were what when where which who whose why will with within without would'.split(
    ' ',
  ),
);

/** @param word  In any case. */
export function isLittleWord(word: string): boolean {
  return LITTLE.has(word.toLowerCase());
}
