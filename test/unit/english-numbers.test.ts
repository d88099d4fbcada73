import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englishNumbers } from '../../core/text/expansion/english-numbers.js';
import { findExpansions } from '../../core/text/expansion/find-expansions.js';

const told = (text: string): string[] =>
  englishNumbers(text).map(({ start, end, to }) => `${text.slice(start, end)} → ${to.join(' ')}`);

describe('numbers as English writes them', () => {
  it.each([
    ['the regulations in Article 40 apply', ['Article 40 → 第四十条 第40条']],
    [
      'Articles 12-1, 13 and 14',
      ['Articles 12-1 → 第十二条之一', '13 → 第十三条 第13条', '14 → 第十四条 第14条'],
    ],
    ['Paragraph 2 of article 108', ['Paragraph 2 → 第二项', 'article 108 → 第一百零八条 第108条']],
    ['Subparagraphs 1 and 3', ['Subparagraphs 1 → 第一款', '3 → 第三款']],
    ['Article 5 and 10 days', ['Article 5 → 第五条 第5条', '10 days → 十日 十天']],
    ['Chapter 2', ['Chapter 2 → 第二章']],
    ['not less than NT$60,000', ['NT$60,000 → 六万元']],
    ['NT$ 1,200,000', ['NT$ 1,200,000 → 一百二十万元']],
    ['NT$1.5 million', ['NT$1.5 million → 一百五十万元']],
    ['NTD 3,050', ['NTD 3,050 → 三千零五十元']],
    ['RMB 10,010', ['RMB 10,010 → 一万零一十元']],
    ['$20 billion', ['$20 billion → 二百亿元']],
    ['within thirty (30) days', ['thirty (30) days → 三十日 三十天']],
    ['three months or 5 years', ['three months → 三个月 三月', '5 years → 五年']],
    ['24 hours', ['24 hours → 二十四小时']],
    ['20 percent, 5%, ten per cent', ['20 percent → 百分之二十', '5% → 百分之五', 'ten per cent → 百分之十']],
    ['on May 5, 2006', ['May 5, 2006 → 九十五年五月五日 2006年5月5日']],
    ['on July 1, 1911', ['July 1, 1911 → 1911年7月1日']],
    // none
    ['Article 0', []],
    ['Article V', []],
    ['the days', []],
    ['particle 5', []],
    ['$0', []],
    ['May 0, 2006', []],
    ['第四十条', []],
  ])('%s', (text, numbers) => {
    expect(told(text)).toEqual(numbers);
  });

  it('zero inside a number is printed once, and at its end never', () => {
    const written = (value: string): string | undefined => englishNumbers(`NT$${value}`)[0]?.to[0];
    expect(['10,500', '100,500,000', '105,000,000', '20,000,500', '1,000,000'].map(written)).toEqual([
      '一万零五百元',
      '一亿零五十万元',
      '一亿零五百万元',
      '二千万零五百元',
      '一百万元',
    ]);
  });

  it('is one word of a question, whatever rows there are of its parts', () => {
    expect(findExpansions('three years under Article 7', 'hans').map(({ word }) => word)).toEqual([
      'three years',
      'Article 7',
    ]);
  });

  it('lies in the text, in order and apart, whatever it is', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'Article ',
        'Paragraphs ',
        '1',
        '20',
        ', ',
        ' and ',
        'NT$',
        '5,000',
        ' million',
        ' days',
        '%',
        'May 5, 2006',
      ),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end, to, likely } of englishNumbers(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(likely.length).toBe(to.length);
          expect(to.every((one) => /^[\p{Script=Han}\d]{2,}$/u.test(one))).toBe(true);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
