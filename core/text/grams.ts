/**
 * Folded text → the tokens that an engine matches.
 *
 * A Han run gives its overlapping bigrams; where it touches a word, a number or a break, its edge character
 * also stands alone on that side. The outer edges of a text are open. So any stretch of text is a run of
 * consecutive tokens, and a query made by the same rule is one plain phrase, and exactly the substring:
 *
 * ```
 * 2023年度。   →  2023 年 年度 度 囗
 * 技术AI       →  技术 术 ai
 * ```
 */
import { BREAK } from './characters.js';
import { BORDER } from './fold.js';

/**
 * Between the two readings of a text, and the token that keeps their grams apart. A private-use character: they are left out
 * when folding, so no query can make it.
 */
export const SECOND = '\ue000';

const HIGH_SURROGATE = 0xd800;
const LOW_SURROGATE = 0xdc00;
const AFTER_SURROGATES = 0xe000;
const BORDER_UNIT = BORDER.charCodeAt(0);
const BREAK_UNIT = BREAK.charCodeAt(0);
const SECOND_UNIT = SECOND.charCodeAt(0);

/** @param folded  One reading, or two with SECOND between. */
export function grams(folded: string): string[] {
  const border = folded.indexOf(SECOND);
  if (border >= 0) return [...grams(folded.slice(0, border)), SECOND, ...grams(folded.slice(border + 1))];
  const tokens: string[] = [];
  let previous = ''; // the Han character before this one, '' at an edge
  let touched = false; // something that is not Han stands before the run
  let i = 0;
  while (i < folded.length) {
    const unit = folded.charCodeAt(i);
    if (unit === BORDER_UNIT || unit === BREAK_UNIT) {
      // A run of one character that is touched on both sides has stood alone already.
      if (previous !== '' && tokens.at(-1) !== previous) tokens.push(previous);
      previous = '';
      touched = true;
      if (unit === BREAK_UNIT) {
        tokens.push(BREAK);
        i += 1;
      } else {
        const end = folded.indexOf(BORDER, i + 1);
        tokens.push(folded.slice(i + 1, end));
        i = end + 1;
      }
      continue;
    }
    const length = unit >= HIGH_SURROGATE && unit < LOW_SURROGATE ? 2 : 1;
    const character = folded.slice(i, i + length);
    if (previous !== '') tokens.push(previous + character);
    else if (touched) tokens.push(character);
    previous = character;
    touched = false;
    i += length;
  }
  return tokens;
}

/** The distinct Han characters of a folded text, of both readings: what a query of a single character is asked of. */
export function characters(folded: string): string[] {
  const found = new Set<string>();
  let inWord = false;
  for (let i = 0; i < folded.length; i += 1) {
    const unit = folded.charCodeAt(i);
    if (unit === BORDER_UNIT) inWord = !inWord;
    else if (!inWord && unit !== BREAK_UNIT && unit !== SECOND_UNIT) {
      const pair = unit >= HIGH_SURROGATE && unit < AFTER_SURROGATES;
      found.add(pair ? folded.slice(i, i + 2) : folded.charAt(i));
      if (pair) i += 1;
    }
  }
  return [...found];
}
