import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze, analyzeFor, occurrences, readingsOf, terms, toPhrases } from '../../core/text/analyze.js';
import { mayBePutByPhrase } from '../../core/text/convert.js';
import { BORDER, fold } from '../../core/text/fold.js';
import { characters, grams, SECOND } from '../../core/text/grams.js';
import { hansEntries } from '../../core/text/opencc.js';
import { REGIONAL_PHRASES } from '../../core/text/regional-phrases.js';

const tokens = (text: string): string => grams(fold(text)).join(' ');
const READINGS = (text: string): readonly string[] =>
  readingsOf(text, 'hans')
    .split(SECOND)
    .map((reading) => reading.replaceAll(BORDER, '|'));

describe('what a text is made of', () => {
  it.each([
    // text                     tokens
    ['2023年度。', '2023 年 年度 度 囗'],
    ['技术AI', '技术 术 ai'],
    ['技术，AI', '技术 术 囗 ai'],
    ['5G', '5 g'],
    ['5 G', '5 g'],
    ['５Ｇ', '5 g'],
    ['数字 经济', '数字 字经 经济'],
    ['計\n畫', '计画'],
    ['“人工智能+”行动', '囗 人 人工 工智 智能 能 囗 行 行动'],
    ['。”“……', '囗'],
    ['年', ''],
    ['5年，', '5 年 囗'],
    ['人人，', '人人 人 囗'],
    ['Café', 'cafe'],
    ['Cafe\u0301', 'cafe'],
    ['㎡', 'm 2'],
    ['①提高', '1 提 提高'],
    ['12①个', '12 1 个'],
    ['①②', '1 2'],
    ['10³', '10 3'],
    ['1½年', '1 1 囗 2 年'],
    ['PM₂.₅', 'pm 2 囗 5'],
    ['ABC™', 'abc tm'],
    ['Ⅻ', 'xii'],
    ['18℃', '18 囗 c'],
    ['㈠加强', '囗 一 囗 加 加强'],
    ['㉑', '21'],
    ['𝟏𝟐', '12'],
    ['衞生硏究', '卫生 生研 研究'],
    ['⼈⼗⾏', '人十 十行'],
    ['⺠⻔', '民门'],
    ['國家\u200b無\ufeff人機', '国家 家无 无人 人机'],
    ['𠀀𠀁。', '𠀀𠀁 𠀁 囗'],
    ['Москва5', 'москва 5'],
    ['囗口', '口口'],
    ['a\ue000b', 'ab'],
    ['\ud800国\udc00务', '国务'],
    ['😀', '囗'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(tokens(text)).toBe(expected);
  });

  it('knows the distinct Han characters, and no others', () => {
    expect(characters(readingsOf('稅稅，AI 2 𠀀。', 'hant'))).toEqual(['税', '𠀀']);
  });
});

describe('the two readings', () => {
  it.each([
    // as printed                by character, and by phrase where that is another
    ['計畫書', ['计画书', '计划书']],
    ['计划书', ['计划书']],
    ['計\n畫', ['计画', '计划']],
    ['隨著人口增加', ['随著人口增加', '随着人口增加']],
    ['享有著作權', ['享有著作权']],
    ['甚麼', ['甚么', '什么']],
    ['都市規畫', ['都市规画', '都市规划']],
    ['開立帳戶', ['开立帐户', '开立账户']],
    ['身分證', ['身分证', '身份证']],
    // a Simplified paragraph has one reading, whatever OpenCC makes of it
    ['禁止破坏土地资源', ['禁止破坏土地资源']],
    ['等一批覆盖政府履职的应用', ['等一批覆盖政府履职的应用']],
    ['乾县人民政府', ['干县人民政府']],
    // each paragraph is in its own script
    ['批覆盖章\n計畫', ['批覆盖章计画', '批覆盖章计划']],
  ])('%s', (text, readings) => {
    expect(READINGS(text)).toEqual(readings);
  });
});

describe('what is asked of an engine', () => {
  it.each([
    ['算力', 'grams', ['算力']],
    ['税', 'characters', ['税']],
    ['稅', 'characters', ['税']],
    ['年，', 'grams', ['年', '囗']],
    ['5G', 'grams', ['5', 'g']],
  ])('%s', (text, index, expected) => {
    expect(toPhrases(text, 'hans')).toMatchObject([{ index, tokens: expected }]);
  });

  it.each(['', ' ', '，。', '😀', '\u200b'])('nothing, of %j', (text) => {
    expect(toPhrases(text, 'hant')).toEqual([]);
  });
});

describe('where a phrase stands', () => {
  it.each([
    // text                              phrase      as published
    ['推進５Ｇ網絡，5G應用', '5G', ['５Ｇ', '5G']],
    ['無人機、无人机', '无人机', ['無人機', '无人机']],
    ['計\n畫與計畫', '计划', ['計\n畫', '計畫']],
    ['計畫書與計劃', '画书', ['畫書']],
    ['15G和5G', '5G', ['5G']],
    ['《办法》——（试行）', '法》（试', ['法》——（试']],
    ['民族⺠族', '民族', ['民族', '⺠族']],
  ])('%s', (text, phrase, published) => {
    const found = occurrences(analyze(text, 'hans'), fold(phrase));
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(published);
  });
});

describe('where phrases stand, by as much of the analysis as it takes', () => {
  const PHRASES = [...hansEntries(), ...REGIONAL_PHRASES].map(([source]) => source);
  const whole = fc.constantFrom(...PHRASES, '，', 'ai', '2023');
  const cut = fc.constantFrom(...PHRASES).map((source) => source.slice(0, 1 + (source.length >> 1)));
  const TEXT = fc.array(fc.oneof(whole, cut), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));

  it('is told by the characters that a phrase has put there: of each entry of the dictionaries', () => {
    const untold = PHRASES.filter((source) => {
      const [byCharacter = '', byPhrase = byCharacter] = readingsOf(source, 'hant').split(SECOND);
      const read = [...byPhrase];
      return [...byCharacter].some((one, i) => one !== read[i] && !mayBePutByPhrase(read[i] ?? ''));
    });
    expect(untold).toEqual([]);
  });

  it('is where the whole analysis finds them', () => {
    fc.assert(
      fc.property(TEXT, fc.nat(), fc.integer({ min: 1, max: 4 }), (text, from, length) => {
        for (const reading of readingsOf(text, 'hant').split(SECOND)) {
          const start = from % reading.length;
          const phrase = reading.slice(start, start + length);
          const found = occurrences(analyze(text, 'hant'), phrase);
          const places = new Set(found.map(({ start: at, end }) => `${at} ${end}`));
          const less = occurrences(analyzeFor([phrase], text, 'hant'), phrase);
          expect(new Set(less.map(({ start: at, end }) => `${at} ${end}`))).toEqual(places);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('words', () => {
  it('are lossless segments of Han runs, whole Latin words and numbers, with their place in the text', () => {
    const text = '推动人工智能与５Ｇ，AI应用。';
    const words = terms(text);
    expect(words.map((word) => word.text)).toContain('5');
    expect(words.map((word) => text.slice(word.start, word.end)).join('')).toBe('推动人工智能与５ＧAI应用');
  });
});
