/**
 * What each character folds to, and what kind of character that is.
 *
 * Compatibility forms (full width, circled, Kangxi radicals), case and accents fold away: NFKD per code
 * point, lower case, marks dropped. Per code point, so that a text and the way back to its offsets need no
 * second look; composed and decomposed forms meet, because marks go. Printing variants are the character that they stand
 * for; and where a text is read by character, each is converted as it is alone.
 *
 * @see Unicode UAX #15 (NFKD), UAX #24 (scripts)
 */
import { ALONE, convertCharacter } from './convert.js';
import { RADICALS } from './radicals.js';
import { VARIANTS } from './variants.js';

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

/** What a character is read as: `printed`, in the script that it is printed in; `converted`, in Simplified, by itself. */
export type Form = 'printed' | 'converted';

function foldCodePoint(codePoint: number, form: Form): string {
  return read(foldForm(codePoint), form);
}

function read(folded: string, form: Form): string {
  if (folded === '' || (folded.length === 1 && folded < '\u2e80')) return folded; // before the first that is Han
  const one = form === 'printed' ? (each: string) => VARIANTS.get(each) ?? each : convertCharacter;
  return [...folded].map(one).join('');
}

/** Before anything is read as another character. */
function foldForm(codePoint: number): string {
  const character = RADICALS.get(codePoint) ?? String.fromCodePoint(codePoint);
  if (character === BREAK || character === '\u2f1e') return '口'; // so that the break is no real character
  if (/[\p{M}\p{C}]/u.test(character) && !/\s/u.test(character)) return '';
  // A spacing accent (´) decomposes to a space and a mark; it is a symbol all the same.
  if (/[\p{P}\p{S}]/u.test(character) && /^\s/u.test(character.normalize('NFKD'))) return ',';
  const folded = character.normalize('NFKD').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return folded.replaceAll('ς', 'σ');
}

/**
 * Superscript, circled, bracketed, squared: a number in such a form is none with the digits beside it (12① is not 121), nor a
 * word with the letters (ABC™ is not abctm). Roman numerals (Ⅻ) and full-width forms are written in a row.
 */
const APART =
  /[\u00aa\u00b2\u00b3\u00b9\u00ba\u00bc-\u00be\u2070-\u209c\u2100-\u213b\u2150-\u215f\u2189\u2460-\u24ff\u2776-\u2793\u3200-\u33ff\u{1f100}-\u{1f1ff}]/u;

export function standsApart(codePoint: number): boolean {
  return codePoint > 0x7f && APART.test(String.fromCodePoint(codePoint));
}

/** One folded character: its text (one code unit or a surrogate pair) and its kind. */
export interface FoldedCharacter {
  readonly text: string;
  readonly kind: number;
}

const rare: Readonly<Record<Form, Map<number, readonly FoldedCharacter[]>>> = {
  printed: new Map(),
  converted: new Map(),
};

/** Any code point, the slow way, remembered: what it folds to, a character at a time. */
export function foldedCharacters(codePoint: number, form: Form): readonly FoldedCharacter[] {
  let folded = rare[form].get(codePoint);
  if (!folded) {
    folded = [...foldCodePoint(codePoint, form)].map((text) => ({ text, kind: kindOf(text) }));
    rare[form].set(codePoint, folded);
  }
  return folded;
}

/** Marks an entry of `FOLDED` that does not fit in one code unit, or stands apart: ask `foldedCharacters`. */
export const COMPLEX = 0xffff;

/** By code unit: its kind, and the folded code unit in either form. Made once, in some 60 ms. */
export const KINDS = new Uint8Array(0x10000);
export const FOLDED: Readonly<Record<Form, Uint16Array>> = {
  printed: new Uint16Array(0x10000),
  converted: new Uint16Array(0x10000),
};

for (let unit = 0; unit < 0x10000; unit += 1) {
  const { printed, converted } = FOLDED;
  if ((unit >= 0xd800 && unit < 0xe000) || standsApart(unit)) {
    printed[unit] = COMPLEX;
    converted[unit] = COMPLEX;
  } else if (unit >= 0x61 && unit <= 0x7a) {
    printed[unit] = unit;
    converted[unit] = unit;
    KINDS[unit] = Kind.Word;
  } else if (unit >= 0x4e00 && unit < 0xa000 && unit !== 0x56d7) {
    printed[unit] = unit;
    converted[unit] = unit;
    KINDS[unit] = Kind.Han;
  } else {
    const folded = foldForm(unit);
    const text = read(folded, 'printed');
    printed[unit] = text === '' ? 0 : unitOf(text);
    converted[unit] = text === '' ? 0 : unitOf(read(folded, 'converted'));
    if (text.length === 1) KINDS[unit] = kindOf(text);
  }
}

for (const [form, entries] of [
  ['printed', VARIANTS],
  ['converted', ALONE],
] as const) {
  for (const [character, other] of entries) {
    const unit = character.charCodeAt(0);
    if (KINDS[unit] === Kind.Han && character.length === 1) FOLDED[form][unit] = unitOf(other);
  }
}

function unitOf(text: string): number {
  return text.length === 1 ? text.charCodeAt(0) : COMPLEX;
}
