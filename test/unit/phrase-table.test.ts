/** Phrases are replaced as opencc-js replaces them: its own converters say what is right. */
import fc from 'fast-check';
import { ConverterFactory, Locale } from 'opencc-js/cn2t';
import { Converter } from 'opencc-js/t2cn';
import { describe, expect, it } from 'vitest';
import { hansEntries, toHansByPhrase, toHantByPhrase } from '../../core/text/opencc.js';
import { type Dictionary, phraseTable, replacePhrases } from '../../core/text/phrase-table.js';

const replace = (text: string, ...dictionaries: readonly Dictionary[]): string =>
  replacePhrases(text, phraseTable(dictionaries));

describe('a table of phrases', () => {
  it.each<[what: string, text: string, dictionaries: readonly Dictionary[], replaced: string]>([
    ['the longest that begins at a place', '甲乙丙甲乙甲', ['甲 1|甲乙 2|甲乙丙 3'], '321'],
    ['one that is not whole is not there', '甲乙', ['甲乙丙 3|甲 1'], '1乙'],
    ['what is left of one begins anew', '甲乙丁', ['甲乙丙 3|乙 2|丁 4'], '甲24'],
    ['of a source twice, the last', '甲', ['甲 1|甲 2'], '2'],
    ['of several dictionaries, the first', '甲乙', ['甲 1', '甲 2|乙 3'], '13'],
    ['as pairs', '甲乙', [[['甲', '1']], '乙 2'], '12'],
    ['outside the basic plane', '𠀀𠀁𠀀', ['𠀀𠀁 1|𠀁 2'], '1𠀀'],
    ['half a character', '\ud840甲', ['𠀀 1|甲 2'], '\ud8402'],
    ['a space ends what began', '甲 1|乙 2', ['甲 1|乙 2'], '1 1|2 2'],
    ['a text that is the dictionary', '|甲 1|甲乙 2|', ['甲 1|甲乙 2'], '|1 1|2 2|'],
    ['an empty text', '', ['甲 1'], ''],
    ['an empty dictionary', '甲', ['', []], '甲'],
  ])('%s', (_, text, dictionaries, replaced) => {
    expect(replace(text, ...dictionaries)).toBe(replaced);
  });

  it('is what the library makes of the same dictionaries', () => {
    const source = fc.string({
      unit: fc.constantFrom('甲', '乙', '丙', '𠀀', '𠀁'),
      minLength: 1,
      maxLength: 4,
    });
    const pairs = fc.array(
      fc.tuple(source, fc.string({ unit: fc.constantFrom('1', '2', '甲'), minLength: 1, maxLength: 3 })),
    );
    const text = fc.string({
      unit: fc.constantFrom('甲', '乙', '丙', '丁', '𠀀', '𠀁', '\ud840', ' ', '|', '1'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(fc.array(pairs, { minLength: 1, maxLength: 3 }), text, (dictionaries, asked) => {
        expect(replace(asked, ...dictionaries)).toBe(
          ConverterFactory(dictionaries.map((one) => [...one]))(asked),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe("OpenCC's dictionaries", () => {
  const SOURCES = [...hansEntries()];
  const part = fc
    .constantFrom(...SOURCES)
    .chain(([source, replacement]) =>
      fc.constantFrom(source, replacement, source.slice(0, 1), replacement.slice(1), '，', 'a', '里', '后'),
    );
  const text = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
  const libraryToHans = Converter({ from: 't', to: 'cn' });
  const { normalizationChain = [], conversionChain = [] } = Locale.configs.s2tw ?? { conversionChain: [] };
  const libraryToTaiwan = ConverterFactory(...normalizationChain, ...conversionChain);

  it('lead to Simplified as the library does', () => {
    for (const [source] of SOURCES) expect(toHansByPhrase(source)).toBe(libraryToHans(source));
    fc.assert(
      fc.property(text, (asked) => {
        expect(toHansByPhrase(asked)).toBe(libraryToHans(asked));
      }),
    );
  });

  it('lead to Traditional as the library does', () => {
    for (const [, replacement] of SOURCES)
      expect(toHantByPhrase(replacement)).toBe(libraryToTaiwan(replacement));
    fc.assert(
      fc.property(text, (asked) => {
        expect(toHantByPhrase(asked)).toBe(libraryToTaiwan(asked));
      }),
    );
  });
});
