/** What decides that a text needs no conversion, against the converter itself. */
import fc from 'fast-check';
import { Converter, Locale } from 'opencc-js/t2cn';
import { describe, expect, it } from 'vitest';
import { convert, convertCharacter, toTraditional } from '../../core/text/convert.js';
import { REGIONAL_PHRASES } from '../../core/text/regional-phrases.js';
import { scriptOf, toSimplified } from '../../core/text/script.js';

const reference = Converter({ from: 't', to: 'cn' });
const entries = Object.values(Locale.configs.t2s ?? {})
  .flat(2)
  .flatMap((dictionary) => String(dictionary).split('|'))
  .map((entry) => entry.split(' '));

describe('convertCharacter', () => {
  it('is done with once, whatever the character', () => {
    const again: string[] = [];
    for (let codePoint = 0x20; codePoint < 0x32000; codePoint += 1) {
      const converted = convertCharacter(String.fromCodePoint(codePoint));
      if (convertCharacter(converted) !== converted) again.push(converted);
    }
    expect(again).toEqual([]); // 鉱 was 鑛, which is 矿
  });
});

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

describe('toTraditional, for showing', () => {
  // biome-ignore format: a table
  it.each([
    // Simplified                      as Taiwan prints it
    ['行政复议、核准、复核、湿、面粉', '行政復議、核准、覆核、濕、麵粉'],
    ['为人民群众，众多高峰',           '為人民群眾，眾多高峰'],
    ['发布、公布、颁布、污染、占用',   '發布、公布、頒布、污染、占用'],
    ['批复、恢复、重复、复制、函复',   '批覆、恢復、重複、複製、函復'],
    ['启动、秘书、里面、公里、台湾',   '啟動、秘書、裡面、公里、臺灣'],
  ])('%s', (simplified, traditional) => {
    expect(toTraditional(simplified)).toBe(traditional);
  });
});

describe('the script of a text', () => {
  // biome-ignore format: a table
  it.each([
    // text                    script  in Simplified
    ['計畫書',                 'hant', '计划书'],
    ['计划书',                 'hans', '计划书'],
    ['乾县人民政府办公室',     'hans', '乾县人民政府办公室'],
    ['於潜镇人民政府',         'hans', '於潜镇人民政府'],
    ['破坏土地',               'hans', '破坏土地'],
    ['衞生署',                 'hant', '卫生署'],
    ['隨著人口增加',           'hant', '随着人口增加'],
    ['乾隆',                   null,   '乾隆'], // in both scripts
    ['5G, 2023',               null,   '5G, 2023'],
    ['計畫\n批覆盖章',          'hant', '计划\n批覆盖章'], // each paragraph by itself
  ])('%j', (text, script, simplified) => {
    expect(scriptOf(text)).toBe(script);
    expect(toSimplified(text)).toBe(simplified);
  });
});
