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
  let converted = character;
  for (let next = convertOnce(converted); next !== converted; next = convertOnce(converted)) converted = next;
  return converted;
}

function convertOnce(character: string): string {
  return VARIANTS.get(character) ?? simplified.get(character) ?? character;
}

/** All characters that are another alone, and that one. */
export const ALONE: ReadonlyMap<string, string> = new Map(
  [...simplified.keys(), ...VARIANTS.keys()]
    .map((character) => [character, convertCharacter(character)] as const)
    .filter(([character, converted]) => character !== converted),
);

/** Each character of a folded text as it is alone; borders and breaks stay. */
export function convertEach(text: string): string {
  if (!hasAny(text, CONVERTED)) return text; // nearly always: what a phrase has converted is Simplified
  return [...text].map(convertCharacter).join('');
}

/** The whole text, as its words are written in Simplified; also what Taiwan and Hong Kong write otherwise (隨著 → 随着). */
export function convert(text: string): string {
  if (!hasAny(text, REPLACED)) return text;
  const converted = toHansByPhrase(text);
  return hasAny(converted, REGIONAL_UNITS) ? converted.replace(REGIONAL, regional) : converted;
}

/** Printing variants as the character that they stand for. */
export function withoutVariants(text: string): string {
  return hasAny(text, VARIANT) ? text.replace(ANY_VARIANT, (one) => VARIANTS.get(one) ?? one) : text;
}

/** Simplified text as Taiwan prints it: for showing, never for matching. */
export function toTraditional(text: string): string {
  return toHantByPhrase(text)
    .replace(TAIWANS, (phrase) => TAIWAN_PHRASES.get(phrase) ?? phrase)
    .replace(SHAPES, (shape) => TAIWAN_SHAPES.get(shape) ?? shape);
}

const CONVERTED = unitsOf(ALONE);
const VARIANT = unitsOf(VARIANTS);
const ANY_VARIANT = new RegExp(`[${[...VARIANTS.keys()].join('')}]`, 'gu');

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
const REGIONAL_UNITS = unitsOf(REGIONAL_PHRASES);
const TAIWANS = oneOf(TAIWAN_PHRASES.keys());
const SHAPES = oneOf(TAIWAN_SHAPES.keys());

/**
 * The code units of all characters that some entry of the dictionaries replaces. A text without any of them is what it is
 * converted to, and is told in a tenth of the time: nearly all Simplified texts are such.
 */
const REPLACED = unitsOf(replacements());

/** What phrases replace, each character converted alone, and what they put in its place. */
const BY_PHRASE = unitsOf(eachConverted());
const PUT_BY_PHRASE = unitsOf(
  (function* () {
    for (const [source, replacement] of eachConverted()) yield [replacement, source];
  })(),
);

/**
 * Whether some phrase may turn a character of the text into something else than it is alone.
 *
 * @param converted  The text, each character converted alone.
 */
export function mayReadByPhrase(converted: string): boolean {
  return hasAny(converted, BY_PHRASE);
}

/**
 * Whether a text that is read by phrase may hold this, where it does not hold it read by character.
 *
 * @param part  Of a reading.
 */
export function mayBePutByPhrase(part: string): boolean {
  return hasAny(part, PUT_BY_PHRASE);
}

function* eachConverted(): Generator<readonly [source: string, replacement: string]> {
  for (const [source, replacement] of replacements()) yield [convertEach(source), convertEach(replacement)];
}

function* replacements(): Generator<readonly [source: string, replacement: string]> {
  yield* hansEntries();
  yield* REGIONAL_PHRASES;
}

function hasAny(text: string, units: Uint8Array): boolean {
  for (let i = 0; i < text.length; i += 1) {
    if (units[text.charCodeAt(i)] === 1) return true;
  }
  return false;
}

/** The code units of all characters of a source for which another stands at their place. */
function unitsOf(entries: Iterable<readonly [source: string, replacement: string]>): Uint8Array {
  const units = new Uint8Array(0x10000);
  for (const [source, replacement] of entries) {
    if (source === replacement) continue;
    const replaced = [...replacement];
    for (const [i, character] of [...source].entries()) {
      if (character === (replaced[i] ?? character)) continue;
      for (let unit = 0; unit < character.length; unit += 1) units[character.charCodeAt(unit)] = 1;
    }
  }
  return units;
}

function isCharacter(source: string): boolean {
  return [...source].length === 1;
}
