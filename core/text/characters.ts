/**
 * What each character folds to, and what kind of character that is.
 *
 * Compatibility forms (full width, circled, Kangxi radicals), case and accents fold away: NFKD per code
 * point, lower case, marks dropped. Per code point, so that a text and the way back to its offsets need no
 * second look; composed and decomposed forms meet, because marks go.
 *
 * @see Unicode UAX #15 (NFKD), UAX #24 (scripts)
 */
import { RADICALS } from './radicals.js';

/** Kinds from `Word` up are words: a run of one kind is one word, and is only ever contained whole. */
export const Kind = { Nothing: 0, Space: 1, Break: 2, Han: 3, Number: 4, Word: 5 } as const;

/** One token for every run of punctuation and symbols: rare, Han, and so no separator to any engine. */
export const BREAK = '囗';

const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Cyrillic}/u,
  /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  /\p{Script=Hangul}/u,
  /\p{Script=Bopomofo}/u,
  /\p{L}/u,
];

function kindOf(character: string): number {
  if (/\s/u.test(character)) return Kind.Space;
  if (/[\p{P}\p{S}]/u.test(character)) return Kind.Break;
  if (/\p{Script=Han}/u.test(character)) return Kind.Han;
  if (/\p{N}/u.test(character)) return Kind.Number;
  const script = SCRIPTS.findIndex((pattern) => pattern.test(character));
  return script < 0 ? Kind.Nothing : Kind.Word + script;
}

function foldCodePoint(codePoint: number): string {
  const character = RADICALS.get(codePoint) ?? String.fromCodePoint(codePoint);
  if (character === BREAK || character === '\u2f1e') return '口'; // so that the break is no real character
  if (/[\p{M}\p{C}]/u.test(character) && !/\s/u.test(character)) return '';
  // A spacing accent (´) decomposes to a space and a mark; it is a symbol all the same.
  if (/[\p{P}\p{S}]/u.test(character) && /^\s/u.test(character.normalize('NFKD'))) return ',';
  const folded = character.normalize('NFKD').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return folded.replaceAll('ς', 'σ');
}

/** One folded character: its text (one code unit or a surrogate pair) and its kind. */
export interface FoldedCharacter {
  readonly text: string;
  readonly kind: number;
}

const rare = new Map<number, readonly FoldedCharacter[]>();

/** Any code point, the slow way, remembered: what it folds to, a character at a time. */
export function foldedCharacters(codePoint: number): readonly FoldedCharacter[] {
  let folded = rare.get(codePoint);
  if (!folded) {
    folded = [...foldCodePoint(codePoint)].map((text) => ({ text, kind: kindOf(text) }));
    rare.set(codePoint, folded);
  }
  return folded;
}

/** Marks an entry of `FOLDED` that does not fit in one code unit: ask `foldedCharacters`. */
export const COMPLEX = 0xffff;

/** By code unit: the folded code unit, and its kind. Made once, in some 50 ms. */
export const FOLDED = new Uint16Array(0x10000);
export const KINDS = new Uint8Array(0x10000);

for (let unit = 0; unit < 0x10000; unit += 1) {
  if (unit >= 0xd800 && unit < 0xe000) {
    FOLDED[unit] = COMPLEX;
    continue;
  }
  if ((unit >= 0x4e00 && unit < 0xa000 && unit !== 0x56d7) || (unit >= 0x61 && unit <= 0x7a)) {
    FOLDED[unit] = unit;
    KINDS[unit] = unit < 0x80 ? Kind.Word : Kind.Han;
    continue;
  }
  const text = foldCodePoint(unit);
  if (text.length > 1) {
    FOLDED[unit] = COMPLEX;
  } else if (text.length === 1) {
    FOLDED[unit] = text.charCodeAt(0);
    KINDS[unit] = kindOf(text);
  }
}
