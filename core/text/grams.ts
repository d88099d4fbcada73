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
const SPACE_UNIT = 0x20;
const BORDER_UNIT = BORDER.charCodeAt(0);
const BREAK_UNIT = BREAK.charCodeAt(0);
const SECOND_UNIT = SECOND.charCodeAt(0);

/** @param folded  One reading, or two with SECOND between. */
export function grams(folded: string): string[] {
  return listed(gramText(folded));
}

/** The distinct Han characters of a folded text, of both readings: what a query of a single character is asked of. */
export function characters(folded: string): string[] {
  return listed(characterText(folded));
}

function listed(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}

// One pair of hands, as in folding: a clause is written unit by unit, not as thousands of small strings.
let units = new Uint16Array(0);
let length = 0;

/** `grams`, separated by single spaces. */
export function gramText(folded: string): string {
  begin(folded.length * MOST_UNITS + MOST_UNITS);
  let [previous, previousLength] = [0, 0]; // the Han character before this one; of length 0 at an edge
  let touched = false; // something that is not Han stands before the run
  let stoodAlone = false; // the character before this one
  let i = 0;
  while (i < folded.length) {
    const unit = folded.charCodeAt(i);
    const isWord = unit === BORDER_UNIT;
    if (isWord || unit === BREAK_UNIT || unit === SECOND_UNIT) {
      // A run of one character that is touched on both sides has stood alone already.
      const isOpen = unit === SECOND_UNIT;
      if (previousLength > 0 && !isOpen && !stoodAlone) put(folded, previous, previous + previousLength);
      previousLength = 0;
      touched = !isOpen;
      const from = isWord ? i + 1 : i;
      const to = isWord ? folded.indexOf(BORDER, from) : i + 1;
      put(folded, from, to);
      i = isWord ? to + 1 : to;
      continue;
    }
    const end = i + (unit >= HIGH_SURROGATE && unit < LOW_SURROGATE ? 2 : 1);
    stoodAlone = previousLength === 0 && touched;
    if (previousLength > 0) put(folded, previous, end);
    else if (touched) put(folded, i, end);
    [previous, previousLength] = [i, end - i];
    touched = false;
    i = end;
  }
  return written();
}

const seen = new Uint32Array(0x10000); // by code unit: the text that it was last seen in
let texts = 0;

/** `characters`, separated by single spaces. */
export function characterText(folded: string): string {
  begin(folded.length * 2);
  texts += 1;
  let rare: Set<number> | null = null;
  let inWord = false;
  for (let i = 0; i < folded.length; i += 1) {
    const unit = folded.charCodeAt(i);
    if (unit === BORDER_UNIT) inWord = !inWord;
    else if (inWord || unit === BREAK_UNIT || unit === SECOND_UNIT) continue;
    else if (unit >= HIGH_SURROGATE && unit < AFTER_SURROGATES) {
      rare ??= new Set();
      const codePoint = folded.codePointAt(i) as number;
      if (!rare.has(codePoint)) put(folded, i, i + 2);
      rare.add(codePoint);
      i += 1;
    } else if (seen[unit] !== texts) {
      seen[unit] = texts;
      put(folded, i, i + 1);
    }
  }
  return written();
}

/** A character makes at most two tokens, of two characters and of one, and a space behind each. */
const MOST_UNITS = 5;

function begin(room: number): void {
  if (room > units.length) units = new Uint16Array(room * 2);
  length = 0;
}

/** A token, from a stretch of the text. */
function put(text: string, from: number, to: number): void {
  for (let i = from; i < to; i += 1) {
    units[length] = text.charCodeAt(i);
    length += 1;
  }
  units[length] = SPACE_UNIT;
  length += 1;
}

function written(): string {
  return Buffer.from(units.buffer, 0, Math.max(0, length - 1) * 2).toString('utf16le');
}
