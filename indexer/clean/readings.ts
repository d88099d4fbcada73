/**
 * How a character is read. The only file that knows pinyin-pro, which is loaded at the first question: most runs
 * never ask.
 */
import { createRequire } from 'node:module';
import type { pinyin as Pinyin } from 'pinyin-pro';
import { convert } from '../../core/text/convert.js';

const require = createRequire(import.meta.url);
let pinyin: typeof Pinyin | undefined;
const known = new Map<string, readonly string[]>();

/**
 * All readings with tone marks: 長 → cháng, zhǎng. Those of the Simplified form too: of 處 pinyin-pro knows one only.
 */
function readingsOf(character: string): readonly string[] {
  let readings = known.get(character);
  if (readings === undefined) {
    readings = [...new Set([character, convert(character)])].flatMap(lookUp);
    known.set(character, readings);
  }
  return readings;
}

function lookUp(character: string): readonly string[] {
  pinyin ??= (require('pinyin-pro') as { readonly pinyin: typeof Pinyin }).pinyin;
  return pinyin(character, { type: 'array', multiple: true, toneType: 'symbol' }).map((reading) =>
    reading.normalize('NFC'),
  );
}

export function isReading(character: string, syllable: string): boolean {
  return readingsOf(character).includes(syllable.normalize('NFC').toLowerCase());
}

/** Leaves the tone out of account: dictionaries differ in it (成績 jì, jī). */
export function isReadingButForTone(character: string, syllable: string): boolean {
  const wanted = toneless(syllable);
  return readingsOf(character).some((reading) => toneless(reading) === wanted);
}

function toneless(syllable: string): string {
  return syllable
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/gu, '')
    .toLowerCase();
}
