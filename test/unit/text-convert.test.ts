/** What decides that a text needs no conversion, against the converter itself. */
import fc from 'fast-check';
import { Converter, Locale } from 'opencc-js/t2cn';
import { describe, expect, it } from 'vitest';
import { convert } from '../../core/text/convert.js';
import { REGIONAL_PHRASES } from '../../core/text/regional-phrases.js';

const reference = Converter({ from: 't', to: 'cn' });
const entries = Object.values(Locale.configs.t2s ?? {})
  .flat(2)
  .flatMap((dictionary) => String(dictionary).split('|'))
  .map((entry) => entry.split(' '));

describe('convert', () => {
  // biome-ignore format: a table
  it.each([
    // as printed               Simplified
    ['人工智慧與數據',          '人工智慧与数据'],
    ['人工智能与数据',          '人工智能与数据'],
    ['計畫',                    '计划'],
    ['以免藉口，不瞭解',        '以免借口，不了解'], // each of these two has one character only that is replaced
    ['乾坤',                    '乾坤'],
    ['隨著，享有著作權',        '随着，享有著作权'],
    ['𠮷野家の５Ｇ',            '𠮷野家の５Ｇ'],
    ['\ud842 半個',             '\ud842 半个'],
    ['',                        ''],
  ])('%s', (text, simplified) => {
    expect(convert(text)).toBe(simplified);
  });

  it('is the converter’s on every entry of its dictionaries', () => {
    expect(entries.length).toBeGreaterThan(4000);
    for (const [source = '', replacement = ''] of entries) {
      expect(convert(source)).toBe(reference(source));
      expect(convert(replacement)).toBe(reference(replacement));
    }
  });

  it('is the converter’s on any mixture of them, where no regional spelling is in it', () => {
    const piece = fc.oneof(
      fc.constantFrom(...entries.map(([source = '']) => source)),
      fc.constantFrom(...entries.map(([, replacement = '']) => replacement)),
      fc.constantFrom(...'的国一不明意海反，A1 \ud842'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join('');
        const converted = reference(text);
        fc.pre(![...REGIONAL_PHRASES.keys()].some((spelling) => converted.includes(spelling)));
        expect(convert(text)).toBe(converted);
      }),
      { numRuns: 3000 },
    );
  });
});
