import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../server/query/parse-query.js';

const SIGN = { run: '', quoted: '=', excluded: '-', documentNumber: '#' } as const;
const shown = (typed: string): string[] => parseQuery(typed).map(({ kind, text }) => SIGN[kind] + text);

// = quoted, - excluded, # document number
describe('parseQuery', () => {
  it.each([
    // what was typed             what it is made of
    ['数字经济', ['数字经济']],
    ['数字  经济', ['数字', '经济']],
    ['数字　经济', ['数字', '经济']],
    ['"数字 经济" 规划', ['=数字 经济', '规划']],
    ['“数字经济”', ['=数字经济']],
    ['”数字经济“', ['=数字经济']],
    ['＂数字经济"', ['=数字经济']],
    ['「數字經濟」『規劃』', ['=數字經濟', '=規劃']],
    ['「『規劃』綱要」', ['=『規劃』綱要']],
    ['北京"算力"上海', ['北京', '=算力', '上海']],
    ['补贴 -农业', ['补贴', '-农业']],
    ['补贴　－農業', ['补贴', '-農業']],
    ['-"专项 资金"', ['-专项 资金']],
    ['-「專項資金」 x', ['-專項資金', 'x']],
    ['"算力"-农业', ['=算力', '-农业']],
    ['--农业', ['-农业']],
    ['co-op 人工智能-应用', ['co-op', '人工智能-应用']],
    ['2023-2025年', ['2023-2025年']],
    ['京政发〔2023〕14号', ['#京政发〔2023〕14号']],
    ['京政发[2023]14号 算力', ['#京政发[2023]14号', '算力']],
    ['京政发（2023） 14 号', ['#京政发（2023） 14 号']],
    ['"京政发〔2023〕14号"', ['=京政发〔2023〕14号']],
    ['-京政发〔2023〕14号', ['-京政发〔2023〕14号']],
    ['国务院令第5号', ['#国务院令第5号']],
    // nobody should see an error for these
    ['"未闭合', ['未闭合']],
    ['未闭合"', ['未闭合']],
    ['-"未闭合 规划', ['-未闭合', '规划']],
    ['」算力「', ['」算力']],
    // what cannot be looked for is told all the same
    ['""', ['=""']],
    ['算力 “”', ['算力', '=“”']],
    ['-""', ['-""']],
    ['"', ['"']],
    [' “ 「', ['“ 「']],
    ['-', ['-']],
    ['- 农业', ['-', '农业']],
    ['AND C++ NEAR(', ['AND', 'C++', 'NEAR(']],
    ['a* OR 1=1; --', ['a*', 'OR', '1=1;', '--']],
    ['\ud800"\udc00', ['\ud800', '\udc00']],
    ['', []],
    [' \t\n', []],
  ])('%j', (typed, parts) => {
    expect(shown(typed)).toEqual(parts);
  });

  it('reads any string, and loses nothing but white space, quotes and hyphens', () => {
    fc.assert(
      fc.property(typedQuery, (typed) => {
        const kept = parseQuery(typed)
          .map(({ text }) => text)
          .join('');
        const bare = (text: string): string => text.replace(/[\s"＂“”„‟「」『』\-－−﹣]/gu, '');
        expect(bare(kept)).toBe(bare(typed));
      }),
      { numRuns: 3000 },
    );
  });
});

const typedQuery = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'算力农业農業的2023〔〕[]号年', ' ', '　', '京政发〔2023〕14号', '令第5号'),
      fc.constantFrom(
        '"',
        '“',
        '”',
        '「',
        '」',
        '『',
        '』',
        '-',
        '－',
        '＂',
        '-"',
        '，',
        '（',
        '*',
        '\ud800',
        '\u200b',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 25 },
  )
  .map((pieces) => pieces.join(''));
