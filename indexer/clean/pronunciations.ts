/**
 * Whether what stands in a bracket is a reading of the character before it.
 */
import { convert } from '../../core/text/convert.js';
import { pronunciations } from '../../core/text/pinyin.js';

const known = new Map<string, readonly string[]>();

/**
 * All pronunciations with tone marks: 長 → cháng, zhǎng. Those of the Simplified form too: of 處 pinyin-pro knows one only.
 */
function pronunciationsOf(character: string): readonly string[] {
  let found = known.get(character);
  if (found === undefined) {
    found = [...new Set([character, convert(character)])].flatMap(pronunciations);
    known.set(character, found);
  }
  return found;
}

export function isReading(character: string, syllable: string): boolean {
  return pronunciationsOf(character).includes(syllable.normalize('NFC').toLowerCase());
}

/** Leaves the tone out of account: dictionaries differ in it (成績 jì, jī). */
export function isReadingButForTone(character: string, syllable: string): boolean {
  const wanted = toneless(syllable);
  return pronunciationsOf(character).some((reading) => toneless(reading) === wanted);
}

function toneless(syllable: string): string {
  return syllable
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/gu, '')
    .toLowerCase();
}
