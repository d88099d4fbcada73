/**
 * One key for the inflections of an English word: policies → policy, regulated → regulat, submitting → submit.
 *
 * No dictionary: endings are taken off, then what English changes before them. A key is not a word, and is compared with keys
 * alone; a key of a key is itself mostly, so that a table may hold stems (`utiliz`). Words of four letters stay (laws,
 * used): too little would be left.
 *
 * @param word  Folded: lower case, no accents.
 */
export function englishStem(word: string): string {
  if (word.length <= 4 || !/^[a-z]+$/.test(word)) return word;
  let stem = word;
  if (stem.endsWith('ies')) stem = `${stem.slice(0, -3)}y`;
  else if (stem.endsWith('s') && !stem.endsWith('ss')) stem = stem.slice(0, -1);
  if (stem.length > 5 && stem.endsWith('ing')) stem = stem.slice(0, -3);
  else if (stem.length > 5 && stem.endsWith('ed')) stem = stem.slice(0, -2);
  if (stem.length > 4 && stem.endsWith('e')) stem = stem.slice(0, -1);
  return stem.length > 4 ? stem.replace(/([bdgmnprt])\1$/, '$1') : stem;
}
