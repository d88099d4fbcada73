/**
 * How Chinese is read aloud. The only file that knows pinyin-pro, which is loaded at the first question: most runs never
 * ask, and its dictionary takes a while.
 */
import { createRequire } from 'node:module';
import type { pinyin as Pinyin } from 'pinyin-pro';

const require = createRequire(import.meta.url);
let loaded: typeof Pinyin | undefined;

function pinyin(): typeof Pinyin {
  loaded ??= (require('pinyin-pro') as { readonly pinyin: typeof Pinyin }).pinyin;
  return loaded;
}

/** All pronunciations of one character, with tone marks, NFC: 長 → cháng, zhǎng. */
export function pronunciations(character: string): string[] {
  const found = pinyin()(character, { type: 'array', multiple: true, toneType: 'symbol' });
  return found.map((reading) => reading.normalize('NFC'));
}

/** One syllable a character, without tones, ü as it is; read over the whole run: 行 differs in 银行 and 行动. */
export function syllables(text: string): string[] {
  return pinyin()(text, { toneType: 'none', type: 'array' });
}
