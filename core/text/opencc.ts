/**
 * OpenCC's dictionaries. The only file that knows OpenCC.
 *
 * `t→cn` for whatever is compared; never from `tw` or `twp`: they rewrite words (文件 → 文档), and a rewritten word is not the
 * published one. Everything here keeps the number of code points, so the n-th character of a result is the n-th of its text.
 */
import type { DictGroup } from 'opencc-js';
import { Converter as toHantConverter } from 'opencc-js/cn2t';
import { Locale, Converter as toHansConverter } from 'opencc-js/t2cn';

/** Traditional → Simplified, by phrase: what a character becomes depends on its neighbours. */
export const toHansByPhrase: (text: string) => string = toHansConverter({ from: 't', to: 'cn' });

let toTaiwan: ((text: string) => string) | undefined;

/** Simplified → Traditional, in Taiwan's characters (為, 群), not in OpenCC's own (爲, 羣). Loads its dictionary when first asked. */
export function toHantByPhrase(text: string): string {
  const converter = toTaiwan ?? toHantConverter({ from: 'cn', to: 'tw' });
  toTaiwan = converter;
  return converter(text);
}

/** Every entry of the dictionaries that lead from Traditional to Simplified: a character or a phrase, and what replaces it. */
export function* hansEntries(): Generator<readonly [source: string, replacement: string]> {
  const chain:
    | { normalizationChain?: readonly DictGroup[]; conversionChain: readonly DictGroup[] }
    | undefined = Locale.configs.t2s;
  if (chain === undefined) throw new TypeError('OpenCC has no t2s.');
  for (const dictionary of [...(chain.normalizationChain ?? []), ...chain.conversionChain].flat()) {
    const entries =
      typeof dictionary === 'string' ? dictionary.split('|').map((entry) => entry.split(' ')) : dictionary;
    for (const [source = '', replacement = ''] of entries) yield [source, replacement];
  }
}
