/**
 * OpenCC's dictionaries, by way of opencc-js. The only file that knows OpenCC. What it converts, `phrase-table.ts` converts the same.
 *
 * `t→cn` for whatever is compared; never from `tw` or `twp`: they rewrite words (文件 → 文档), and a rewritten word is not the
 * published one. Everything here keeps the number of code points, so the n-th character of a result is the n-th of its text.
 */
import type { DictGroup } from 'opencc-js';
import { Locale as HantLocale } from 'opencc-js/cn2t';
import { Locale } from 'opencc-js/t2cn';
import { type PhraseTable, phraseTable, replacePhrases } from './phrase-table.js';

let toHans: readonly PhraseTable[] | undefined;
let toTaiwan: readonly PhraseTable[] | undefined;

/** Traditional → Simplified, by phrase: what a character becomes depends on its neighbours. */
export function toHansByPhrase(text: string): string {
  toHans ??= dictionariesOf(Locale.configs.t2s).map(phraseTable);
  return toHans.reduce(replacePhrases, text);
}

/**
 * Simplified → Traditional, in Taiwan's characters (為, 群), not in OpenCC's own (爲, 羣). Loads its dictionary when first asked.
 *
 * Without OpenCC's step of segmentation, which loads the same dictionary once more: over 16.3 M characters of laws and
 * policies it changes none.
 */
export function toHantByPhrase(text: string): string {
  toTaiwan ??= dictionariesOf(HantLocale.configs.s2tw).map(phraseTable);
  return toTaiwan.reduce(replacePhrases, text);
}

/** Every entry of the dictionaries that lead from Traditional to Simplified: a character or a phrase, and what replaces it. */
export function* hansEntries(): Generator<readonly [source: string, replacement: string]> {
  for (const dictionary of dictionariesOf(Locale.configs.t2s).flat()) {
    if (typeof dictionary !== 'string') {
      yield* dictionary;
      continue;
    }
    for (const entry of dictionary.split('|')) {
      const border = entry.indexOf(' ');
      yield [entry.slice(0, border), entry.slice(border + 1)];
    }
  }
}

interface Chain {
  readonly normalizationChain?: readonly DictGroup[];
  readonly conversionChain: readonly DictGroup[];
}

/** One group after the other, as texts go through them. */
function dictionariesOf(chain: Chain | undefined): readonly DictGroup[] {
  if (chain === undefined) throw new TypeError('OpenCC has no such conversion.');
  return [...(chain.normalizationChain ?? []), ...chain.conversionChain];
}
