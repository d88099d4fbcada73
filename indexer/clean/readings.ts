/**
 * How a character is read. The only file that knows pinyin-pro, which is loaded at the first question: most runs
 * never ask.
 */
import { createRequire } from 'node:module';
import type { pinyin as Pinyin } from 'pinyin-pro';

const require = createRequire(import.meta.url);
let pinyin: typeof Pinyin | undefined;

/** All readings with tone marks: 長 → cháng, zhǎng. */
export function readingsOf(character: string): readonly string[] {
  pinyin ??= (require('pinyin-pro') as { readonly pinyin: typeof Pinyin }).pinyin;
  return pinyin(character, { type: 'array', multiple: true, toneType: 'symbol' }).map((reading) =>
    reading.normalize('NFC'),
  );
}

export function isReading(character: string, syllable: string): boolean {
  return readingsOf(character).includes(syllable.normalize('NFC').toLowerCase());
}
