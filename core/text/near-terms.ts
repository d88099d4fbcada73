/**
 * What a word that no text holds may have been meant for: a term of policy that sounds like it, or is one character off.
 *
 * ```
 * 数据药素        →  数据要素    (shù jù yào sù)
 * 揭榜挂率        →  揭榜挂帅
 * artifical intelligence  →  artificial intelligence
 * ```
 */
import { expansionRows } from './expansion/expansions.js';
import { pronunciations } from './pinyin.js';
import { POLICY_TERMS } from './policy-terms.js';
import { POLICY_WORDS } from './policy-words.js';
import { toSimplified } from './script.js';

const MOST = 6;
/** Of two characters one is half: nearly everything would be near. */
const SHORTEST_HAN = 3;
const SHORTEST_LATIN = 5;
/** Nobody mistypes a sentence by one character. */
const LONGEST = 40;
const HAN = /^\p{Script=Han}+$/u;
const NO_SOUNDS: ReadonlySet<string> = new Set();
const TONES = /[\u0300\u0301\u0304\u030c]/gu;

interface Term {
  readonly text: string;
  readonly characters: readonly string[];
}

let byLength: ReadonlyMap<number, readonly Term[]> | undefined;
const readings = new Map<string, ReadonlySet<string>>();

/** The nearest first: those that sound alike, then those with another character, then those with one more or less. */
export function nearTerms(typed: string): readonly string[] {
  const characters = [...toSimplified(typed.trim()).toLowerCase()];
  if (characters.length < 2 || characters.length > LONGEST) return [];
  const text = characters.join('');
  const isHan = HAN.test(text);
  const mayBeOff = characters.length >= (isHan ? SHORTEST_HAN : SHORTEST_LATIN);
  const sounds = isHan ? characters.map(soundsOf) : [];
  const [alike, other, longer, shorter]: [string[], string[], string[], string[]] = [[], [], [], []];
  for (const term of termsOf(characters.length)) {
    if (term.text === text) continue;
    if (isHan && soundsLike(characters, sounds, term.characters)) alike.push(term.text);
    if (mayBeOff && differsInOne(characters, term.characters)) other.push(term.text);
  }
  if (mayBeOff) {
    for (const term of termsOf(characters.length + 1)) {
      if (lacksOne(characters, term.characters)) longer.push(term.text);
    }
    for (const term of termsOf(characters.length - 1)) {
      if (term.characters.length > 2 && lacksOne(term.characters, characters)) shorter.push(term.text);
    }
  }
  return [...new Set([...alike, ...other, ...longer, ...shorter])].slice(0, MOST);
}

function termsOf(length: number): readonly Term[] {
  byLength ??= readTerms();
  return byLength.get(length) ?? [];
}

function readTerms(): ReadonlyMap<number, readonly Term[]> {
  const rows = expansionRows().flatMap(({ from, to }) => [from, ...to]);
  const lists = new Map<number, Term[]>();
  for (const text of new Set([...POLICY_TERMS, ...rows, ...POLICY_WORDS])) {
    const characters = [...text];
    const list = lists.get(characters.length) ?? [];
    lists.set(characters.length, list);
    list.push({ text, characters });
  }
  return lists;
}

// Written out: thousands of terms are looked at for each word.

/** Of the same length. */
function differsInOne(one: readonly string[], other: readonly string[]): boolean {
  let differing = 0;
  for (let i = 0; i < one.length && differing < 2; i += 1) if (one[i] !== other[i]) differing += 1;
  return differing === 1;
}

/** Whether `longer`, which has one character more, is `shorter` with one more. */
function lacksOne(shorter: readonly string[], longer: readonly string[]): boolean {
  let at = 0;
  while (at < shorter.length && shorter[at] === longer[at]) at += 1;
  while (at < shorter.length && shorter[at] === longer[at + 1]) at += 1;
  return at === shorter.length;
}

/** @param sounds  Of the first, character by character. */
function soundsLike(
  one: readonly string[],
  sounds: readonly ReadonlySet<string>[],
  other: readonly string[],
): boolean {
  for (let i = 0; i < one.length; i += 1) {
    const there = other[i] ?? '';
    if (one[i] !== there && !haveCommon(sounds[i] ?? NO_SOUNDS, soundsOf(there))) return false;
  }
  return true;
}

function haveCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const sound of one) if (other.has(sound)) return true;
  return false;
}

function soundsOf(character: string): ReadonlySet<string> {
  let found = readings.get(character);
  if (found === undefined) {
    const all = HAN.test(character) ? pronunciations(character) : [];
    found = new Set(all.map((reading) => reading.normalize('NFD').replace(TONES, '')));
    readings.set(character, found);
  }
  return found;
}
