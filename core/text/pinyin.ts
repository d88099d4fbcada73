/**
 * How Chinese is read aloud. The only file that knows pinyin-pro, which is loaded at the first question: most runs never
 * ask, and its dictionary takes a while.
 */
import { createRequire } from 'node:module';
import type * as PinyinPro from 'pinyin-pro';

const require = createRequire(import.meta.url);
let loaded: typeof PinyinPro | undefined;

function pinyinPro(): typeof PinyinPro {
  loaded ??= require('pinyin-pro') as typeof PinyinPro;
  return loaded;
}

/** All pronunciations of one character, with tone marks, NFC: 長 → cháng, zhǎng. */
export function pronunciations(character: string): string[] {
  const found = pinyinPro().pinyin(character, { type: 'array', multiple: true, toneType: 'symbol' });
  return found.map((reading) => reading.normalize('NFC'));
}

/** One syllable a character, without tones, ü as it is; read over the whole run: 行 differs in 银行 and 行动. */
export function syllables(text: string): string[] {
  return pinyinPro().pinyin(text, { toneType: 'none', type: 'array' });
}

/** Whether its reading is that of one word of the dictionary, and not put together of parts. */
export function isKnown(word: string): boolean {
  return pinyinPro().segment(word).length === 1;
}
