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
import type { DictGroup } from 'opencc-js';
import { Converter as toHantConverter } from 'opencc-js/cn2t';
import { Locale, Converter as toHansConverter } from 'opencc-js/t2cn';

const toHans = toHansConverter({ from: 't', to: 'cn' });
let toHant: ((text: string) => string) | undefined;

export function convert(text: string): string {
  for (let i = 0; i < text.length; i += 1) {
    if (REPLACED[text.charCodeAt(i)] === 1) return toHans(text);
  }
  return text;
}

/**
 * The code units of all characters that some entry of the dictionaries replaces. A text without any of them is what it is
 * converted to, and is told in a tenth of the time: nearly all Simplified texts are such.
 */
const REPLACED = replacedUnits();

function replacedUnits(): Uint8Array {
  const units = new Uint8Array(0x10000);
  const chain:
    | { normalizationChain?: readonly DictGroup[]; conversionChain: readonly DictGroup[] }
    | undefined = Locale.configs.t2s;
  if (chain === undefined) return units.fill(1);
  for (const dictionary of [...(chain.normalizationChain ?? []), ...chain.conversionChain].flat()) {
    const entries =
      typeof dictionary === 'string' ? dictionary.split('|').map((entry) => entry.split(' ')) : dictionary;
    for (const [source = '', replacement = ''] of entries) {
      const replaced = [...replacement];
      for (const [i, character] of [...source].entries()) {
        if (character === replaced[i]) continue;
        for (let unit = 0; unit < character.length; unit += 1) units[character.charCodeAt(unit)] = 1;
      }
    }
  }
  return units;
}

/** Loads its dictionary (60 ms) when first asked. */
export function toTraditional(text: string): string {
  const converter = toHant ?? toHantConverter({ from: 'cn', to: 't' });
  toHant = converter;
  return converter(text);
}
