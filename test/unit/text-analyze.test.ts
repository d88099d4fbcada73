import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze, occurrences, readingsOf, terms, toPhrases } from '../../core/text/analyze.js';
import { convertCharacter } from '../../core/text/convert.js';
import { BORDER, fold } from '../../core/text/fold.js';
import { characters, grams, SECOND } from '../../core/text/grams.js';
import { segment } from '../../core/text/segment.js';

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

describe('words', () => {
  it('are lossless segments of Han runs, whole Latin words and numbers, with their place in the text', () => {
    const text = '推动人工智能与５Ｇ，AI应用。';
    const words = terms(text);
    expect(words.map((word) => word.text)).toContain('5');
    expect(words.map((word) => text.slice(word.start, word.end)).join('')).toBe('推动人工智能与５ＧAI应用');
  });
});

// Any mixture that a file could hold: both scripts, Latin, digits, punctuation, emoji, supplementary and broken.
const mixture = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'的国务院办公厅关于数字经济和人工智能应用先导区年月日第条款'),
      fc.constantFrom(...'國務院辦公廳關於數字經濟與應用區條計畫無機標準發展'),
      fc.constantFrom(...'abcXYZé0123456789５ＧＡ①㎡½ﬁ'),
      fc.constantFrom(...'，。、；：“”《》（）—…,.()-+%'),
      fc.constantFrom(' ', '\u3000', '\n', '\t', '\u200b', '\ufeff', '\u00ad', '\u0000', '\ue1a2'),
      fc.constantFrom('😀', '𠀀', '𤭢', '👨‍👩‍👧', '\ud800', '\udc00', 'が', '한', 'Ж', 'ㄅ', 'ﷺ'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

describe('any text', () => {
  it('has offsets in range that never decrease', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        const { byCharacter, byPhrase } = analyze(text, 'hant');
        for (const { text: folded, starts, ends } of [byCharacter, byPhrase ?? byCharacter]) {
          expect(starts.length).toBe(folded.length);
          let before = 0;
          for (let i = 0; i < folded.length; i += 1) {
            const [start, end] = [starts[i] as number, ends[i] as number];
            expect(start).toBeGreaterThanOrEqual(before);
            expect(end).toBeGreaterThanOrEqual(start);
            expect(end).toBeLessThanOrEqual(text.length);
            before = start;
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('folds to the same with and without offsets, and its words are never empty', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        const { byCharacter, byPhrase } = analyze(text, 'hant');
        const readings = [byCharacter.text, ...(byPhrase === null ? [] : [byPhrase.text])];
        expect(readingsOf(text, 'hant').split(SECOND)).toEqual(readings);
        expect(new Set(readings.map((reading) => [...reading].length)).size).toBe(1);
        expect(terms(text).every((term) => term.text !== '')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('has the same tokens in full width', () => {
    const widen = (text: string): string =>
      text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).replaceAll(' ', '\u3000');
    fc.assert(
      fc.property(mixture, (text) => {
        expect(tokens(widen(text))).toBe(tokens(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('holds any part of itself, in the script that it is printed in', () => {
    fc.assert(
      fc.property(mixture, fc.nat(), fc.nat(), (text, a, b) => {
        const pieces = [...text];
        const [from, to] = [a % (pieces.length + 1), b % (pieces.length + 1)].sort(
          (one, other) => one - other,
        );
        const part = pieces.slice(from, to).join('');
        fc.pre(!/(?!\p{Script=Han})[\p{L}\p{N}]/u.test(part) && toPhrases(part, 'hans').length > 0);
        expect(fold(text)).toContain(fold(part));
      }),
      { numRuns: 2000 },
    );
  });

  it('reads the same by character in Simplified, and once read is not read otherwise', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        const simplified = [...text].map((character) => convertCharacter(character)).join('');
        expect(fold(simplified)).toBe(fold(text));
        for (const character of text) {
          const converted = convertCharacter(character);
          expect(convertCharacter(converted)).toBe(converted);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('contains what is cut out of it between characters', () => {
    fc.assert(
      fc.property(mixture, fc.nat(), fc.nat(), (text, a, b) => {
        const han = fold(text);
        const from = Math.min(a, b) % (han.length + 1);
        const to = Math.max(a, b) % (han.length + 1);
        const stretch = han.slice(Math.min(from, to), Math.max(from, to));
        fc.pre(isWhole(han, Math.min(from, to)) && isWhole(han, Math.max(from, to)));
        const asked = grams(stretch);
        const held = grams(han);
        const found =
          asked.length > 0
            ? held.some((_, i) => asked.every((token, k) => held[i + k] === token))
            : characters(stretch).every((character) => characters(han).includes(character));
        expect(found).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('is cut into words without loss', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        expect(segment(text).join('')).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Whether a folded text may be cut there: not inside a word, not inside a surrogate pair. */
function isWhole(folded: string, at: number): boolean {
  const borders = [...folded.slice(0, at)].filter((character) => character === BORDER).length;
  return borders % 2 === 0 && !/[\udc00-\udfff]/.test(folded.charAt(at));
}
