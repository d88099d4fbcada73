import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../server/query/parse-query.js';
import { understandQuery } from '../../server/query/understand-query.js';

const SIGN = { run: '', quoted: '=', excluded: '-', documentNumber: '#', sign: '!' } as const;
const shown = (typed: string): string[] =>
  parseQuery(typed).map((part) =>
    part.kind === 'either'
      ? `(${part.alternatives.map(({ kind, text }) => SIGN[kind] + text).join('|')})`
      : SIGN[part.kind] + part.text,
  );

// = quoted, - excluded, # document number, ! a sign that means nothing, (|) either
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
    // alternatives
    ['补贴|奖励 算力', ['(补贴|奖励)', '算力']],
    ['补贴｜奖励', ['(补贴|奖励)']],
    ['补贴 | 奖励|贴息', ['(补贴|奖励|贴息)']],
    ['补贴 OR 奖励 算力', ['(补贴|奖励)', '算力']],
    ['(补贴|奖励)算力', ['(补贴|奖励)', '算力']],
    ['人工智能（应用 OR "产业"）', ['人工智能', '(应用|=产业)']],
    ['京政发(2023)14号|国办发〔2023〕', ['(#京政发(2023)14号|#国办发〔2023〕)']],
    ['(算力|国务院令第5号)', ['(算力|#国务院令第5号)']],
    ['"甲|乙" 丙', ['=甲|乙', '丙']],
    // no groups: nested ones, brackets with anything else in them, brackets without a sign, numbers
    ['((甲|乙))', ['(', '(甲|乙)', ')']],
    ['(甲|(乙|丙))', ['((甲|乙|丙)', ')']],
    ['(甲|乙 丙)', ['(甲|乙)', '丙']],
    ['规划（草案）', ['规划（草案）']],
    ['(甲乙)', ['(甲乙)']],
    ['京政发(2023)14号', ['#京政发(2023)14号']],
    ['京政发[2023] 算力', ['#京政发[2023]', '算力']],
    ['工作报告(2023)', ['工作报告(2023)']],
    // NOT and AND
    ['甲 AND 乙', ['甲', '乙']],
    ['甲 NOT 乙', ['甲', '-乙']],
    ['甲 AND NOT "乙 丙"', ['甲', '-乙 丙']],
    ['-(甲|"乙 丙") 丁', ['-甲', '-乙 丙', '丁']],
    ['NOT (甲 OR 乙)', ['-甲', '-乙']],
    ['-甲|乙', ['-甲', '-乙']],
    ['丁-(甲|乙)', ['丁', '-甲', '-乙']],
    ['丁--（甲|"乙"）丙', ['丁', '-甲', '-乙', '丙']],
    ['丁-(甲乙)', ['丁-(甲乙)']],
    ['丁-"甲"', ['丁-', '=甲']],
    ['-(甲|乙 丙)', ['-甲', '-乙', '丙']],
    ['甲 and 乙 or 丙 not 丁', ['甲', 'and', '乙', 'or', '丙', 'not', '丁']],
    ['-OR "NOT" 甲OR乙', ['-OR', '=NOT', '甲OR乙']],
    // signs without two sides
    ['|甲', ['!|', '甲']],
    ['甲 |', ['甲', '!|']],
    ['甲||乙', ['(甲|乙)', '!|']],
    ['甲 OR', ['甲', '!OR']],
    ['甲|-乙', ['甲', '!|', '-乙']],
    ['甲 NOT', ['甲', '!NOT']],
    ['NOT NOT 甲', ['!NOT', '-甲']],
    ['AND', ['!AND']],
    ['甲 AND OR 乙', ['甲', '!AND', '!OR', '乙']],
    ['(甲|)', ['甲', '!|']],
    // no wildcards
    ['补贴* 农?', ['补贴', '!*', '农', '!?']],
    ['政策*支持|奖?|励', ['政策', '!*', '(支持|奖|励)', '!?']],
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
    ['AND C++ NEAR(', ['!AND', 'C++', 'NEAR(']],
    ['a* OR 1=1; --', ['(a|1=1;)', '!*', '--']],
    ['\ud800"\udc00', ['\ud800', '\udc00']],
    ['', []],
    [' \t\n', []],
  ])('%j', (typed, parts) => {
    expect(shown(typed)).toEqual(parts);
  });

  it('reads any string, and loses nothing but white space, quotes, hyphens, bars, brackets and operators', () => {
    fc.assert(
      fc.property(typedQuery, (typed) => {
        const parts = parseQuery(typed);
        // Signs that mean nothing may come behind the alternatives that they stand between.
        const kept = parts.flatMap((part) => (part.kind === 'sign' ? [] : [part.text])).join('');
        const signs = parts.flatMap((part) => (part.kind === 'sign' ? [part.text] : [])).join('');
        expect(bare(kept).replace(/[*?]/g, '')).toBe(bare(typed).replace(/[*?]/g, ''));
        for (const wildcard of '*?') {
          const times = (text: string) => text.split(wildcard).length - 1;
          expect(times(signs + kept)).toBe(times(typed));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('loses nothing but white space, quotes and hyphens where nothing else is a sign', () => {
    fc.assert(
      fc.property(
        typedQuery.map((typed) => typed.replace(/[|｜()（）*?＊？]|AND|OR|NOT/gu, '')),
        (typed) => {
          const all = (text: string): string => text.replace(/[\s"＂“”„‟「」『』\-－−﹣]/gu, '');
          const kept = parseQuery(typed).map(({ text }) => text);
          expect(all(kept.join(''))).toBe(all(typed));
        },
      ),
      { numRuns: 3000 },
    );
  });
});

const bare = (text: string): string =>
  text.replace(/[\s"＂“”„‟「」『』\-－−﹣|｜()（）]/gu, '').replace(/AND|OR|NOT/g, '');

const anySigns = fc
  .array(fc.constantFrom(...'|｜()（）-"“「*? 甲', ' OR ', ' AND ', ' NOT ', '京政发〔2023〕', '部门'), {
    minLength: 500,
    maxLength: 500,
  })
  .map((signs) => signs.join('').slice(0, 500));

describe('500 characters of anything', () => {
  it('are understood in 50 ms', () => {
    understandQuery('算力'); // loads the dictionary
    fc.assert(
      fc.property(
        fc.oneof(
          anySigns,
          typedQuery.map((typed) => typed.repeat(100).slice(0, 500)),
        ),
        (typed) => {
          const times = [1, 2, 3, 4, 5].map(() => {
            const since = performance.now();
            understandQuery(typed);
            return performance.now() - since;
          });
          expect(Math.min(...times)).toBeLessThan(50); // whatever else the machine does
        },
      ),
      { numRuns: 100 },
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
        '|',
        '｜',
        ' OR ',
        ' AND ',
        ' NOT ',
        '(',
        ')',
        '）',
        '?',
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
