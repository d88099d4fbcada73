/**
 * Traditional ↔ Simplified, a character for a character: by character, where a text must not depend on its neighbours, and by
 * phrase, where it is to be the word that the other script writes.
 *
 * Both keep the number of code points, so the n-th character of a result is the n-th of its text. Convert once: what has
 * been converted is Simplified, and reads otherwise.
 */
import { hansEntries, toHansByPhrase, toHantByPhrase } from './opencc.js';
import { REGIONAL_PHRASES, TAIWAN_PHRASES, TAIWAN_SHAPES } from './regional-phrases.js';
import { VARIANTS } from './variants.js';

const simplified = new Map([...hansEntries()].filter(([source]) => isCharacter(source)));

/**
 * One character alone: printing variants, or what OpenCC makes of it by itself, until nothing changes (薴 → 苧 → 苎). So a
 * Traditional text and the same in Simplified characters, each converted, are one.
 */
export function convertCharacter(character: string): string {
  const once = (one: string): string => VARIANTS.get(one) ?? simplified.get(one) ?? one;
  let converted = character;
  for (let next = once(converted); next !== converted; next = once(converted)) converted = next;
  return converted;
}

/** Each character of a folded text as it is alone; borders and breaks stay. */
export function convertEach(text: string): string {
  for (let i = 0; i < text.length; i += 1) {
    if (CONVERTED[text.charCodeAt(i)] === 1) return [...text].map(convertCharacter).join('');
  }
  return text; // nearly always: what a phrase has converted is Simplified
}

/** The whole text, as its words are written in Simplified; also what Taiwan and Hong Kong write otherwise (隨著 → 随着). */
export function convert(text: string): string {
  for (let i = 0; i < text.length; i += 1) {
    if (REPLACED[text.charCodeAt(i)] === 1) return toHansByPhrase(text).replace(REGIONAL, regional);
  }
  return text;
}

/** Simplified text as Taiwan prints it: for showing, never for matching. */
export function toTraditional(text: string): string {
  return toHantByPhrase(text)
    .replace(TAIWANS, (phrase) => TAIWAN_PHRASES.get(phrase) ?? phrase)
    .replace(SHAPES, (shape) => TAIWAN_SHAPES.get(shape) ?? shape);
}

/** The code units of all characters that are another alone. */
const CONVERTED = unitsOf(
  [...simplified.keys(), ...VARIANTS.keys()].map((character) => [character, convertCharacter(character)]),
  (character, replacement) => character !== replacement,
);

const regional = (phrase: string): string => REGIONAL_PHRASES.get(phrase) ?? phrase;
/** Keys of a table of ours: they hold nothing that is syntax. Longest first. What is written (著作) is no particle (有著). */
const oneOf = (words: Iterable<string>): RegExp => {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return new RegExp(
    longestFirst.map((word) => (word.endsWith('著') ? `${word}(?![作名述])` : word)).join('|'),
    'gu',
  );
};
const REGIONAL = oneOf(REGIONAL_PHRASES.keys());
const TAIWANS = oneOf(TAIWAN_PHRASES.keys());
const SHAPES = oneOf(TAIWAN_SHAPES.keys());

/**
 * The code units of all characters that some entry of the dictionaries replaces. A text without any of them is what it is
 * converted to, and is told in a tenth of the time: nearly all Simplified texts are such.
 */
const REPLACED = unitsOf(replacements(), (character, replacement) => character !== replacement);

const BY_PHRASE = unitsOf(
  [...replacements()].map((entry) => entry.map(convertEach)),
  (character, replacement) => character !== replacement,
);

/**
 * Whether some phrase may turn a character of the text into something else than it is alone.
 *
 * @param converted  The text, each character converted alone.
 */
export function mayReadByPhrase(converted: string): boolean {
  for (let i = 0; i < converted.length; i += 1) {
    if (BY_PHRASE[converted.charCodeAt(i)] === 1) return true;
  }
  return false;
}

function* replacements(): Generator<readonly [source: string, replacement: string]> {
  yield* hansEntries();
  yield* REGIONAL_PHRASES;
}

function unitsOf(
  entries: Iterable<readonly string[]>,
  differs: (character: string, replacement: string) => boolean,
): Uint8Array {
  const units = new Uint8Array(0x10000);
  for (const [source = '', replacement = ''] of entries) {
    const replaced = [...replacement];
    for (const [i, character] of [...source].entries()) {
      if (!differs(character, replaced[i] ?? character)) continue;
      for (let unit = 0; unit < character.length; unit += 1) units[character.charCodeAt(unit)] = 1;
    }
  }
  return units;
}

function isCharacter(source: string): boolean {
  return [...source].length === 1;
}
