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
  const same = termsOf(characters.length).filter((term) => term.text !== text);
  const alike = isHan ? same.filter((term) => soundsLike(characters, term.characters)) : [];
  const other = mayBeOff ? same.filter((term) => differing(characters, term.characters) === 1) : [];
  const longer = mayBeOff ? termsOf(characters.length + 1).filter((term) => lacksOne(characters, term)) : [];
  const shorter = mayBeOff
    ? termsOf(characters.length - 1).filter(
        (term) => term.characters.length > 2 && lacksOne(term.characters, { text, characters }),
      )
    : [];
  const near = [...alike, ...other, ...longer, ...shorter].map((term) => term.text);
  return [...new Set(near)].slice(0, MOST);
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

function differing(one: readonly string[], other: readonly string[]): number {
  return one.filter((character, i) => character !== other[i]).length;
}

/** Whether `longer` is `shorter` with one character more. */
function lacksOne(shorter: readonly string[], longer: Term): boolean {
  let at = 0;
  while (at < shorter.length && shorter[at] === longer.characters[at]) at += 1;
  return shorter.slice(at).join('') === longer.characters.slice(at + 1).join('');
}

function soundsLike(one: readonly string[], other: readonly string[]): boolean {
  return one.every((character, i) => {
    const there = other[i] ?? '';
    if (character === there) return true;
    const sounds = soundsOf(there);
    return [...soundsOf(character)].some((sound) => sounds.has(sound));
  });
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
