/**
 * Traditional ↔ Simplified, by code point.
 *
 * The only file that knows OpenCC. `convert` (t→cn) is what everything that is indexed and asked
 * goes through; on Simplified text it changes nothing. Never `tw` or `twp`: they rewrite words
 * (文件 → 文档), and a rewritten word is not the published one. `toTraditional` is for showing
 * Simplified text to readers of Traditional, never for matching.
 *
 * Both keep the number of code points, so the n-th character of the result is the n-th of the text.
 */

import { Converter as toHantConverter } from 'opencc-js/cn2t';
import { Converter as toHansConverter } from 'opencc-js/t2cn';

const toHans = toHansConverter({ from: 't', to: 'cn' });
let toHant: ((text: string) => string) | undefined;

export function convert(text: string): string {
  return toHans(text);
}

/** Loads its dictionary (60 ms) when first asked. */
export function toTraditional(text: string): string {
  const converter = toHant ?? toHantConverter({ from: 'cn', to: 't' });
  toHant = converter;
  return converter(text);
}
