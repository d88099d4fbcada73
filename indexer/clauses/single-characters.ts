/** Labels of one character: ㈠ ⑴ ⒈ ① ㊀ ❶ ➀ ➊ ⓵ ⓫, and the roman Ⅰ. */

/** The first of a row, and the number that it stands for. */
const ROWS: readonly (readonly [first: string, last: string, ordinal: number])[] = [
  ['㈠', '㈩', 1],
  ['⑴', '⒇', 1],
  ['⒈', '⒛', 1],
  ['①', '⑳', 1],
  ['㊀', '㊉', 1],
  ['❶', '❿', 1],
  ['➀', '➉', 1],
  ['➊', '➓', 1],
  ['⓵', '⓾', 1],
  ['⓫', '⓴', 11],
  ['Ⅰ', 'Ⅻ', 1],
];

/** ㈡ → 2, ⓫ → 11, Ⅳ → 4. Null for what does not begin with such a character. */
export function ordinalOfSign(printed: string): number | null {
  const character = printed.charAt(0);
  const row = ROWS.find(([first, last]) => first <= character && character <= last);
  return row === undefined ? null : character.charCodeAt(0) - row[0].charCodeAt(0) + row[2];
}
