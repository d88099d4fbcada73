import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understandQuery } from '../../server/query/understand-query.js';

describe('any string', () => {
  it('is understood, and every letter, digit and Han character of it is told', () => {
    const letters = (text: string): string =>
      [...text.replace(/OR/g, '').matchAll(/[\p{Script=Han}\p{Nd}A-Za-z]/gu)].join('');
    fc.assert(
      fc.property(anyQuery, (typed) => {
        const { understood, words } = understandQuery(typed);
        expect(letters(understood.map(({ text }) => text).join(' '))).toBe(letters(typed));
        expect(words.length).toBeLessThanOrEqual(understood.length);
        for (const { ignored, code, reason } of understood)
          expect([code !== undefined, reason !== undefined]).toEqual([ignored === true, ignored === true]);
      }),
      { numRuns: 1500 },
    );
  });
});

const anyQuery = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'算力农业的与年第条养犬人工智能應用',
        '5G',
        '|',
        '(',
        ')',
        ' OR ',
        '*',
        'AI',
        '2023',
        '2.0',
        'C++',
        '京政发〔2023〕14号',
      ),
      fc.constantFrom(
        ' ',
        '　',
        '"',
        '“',
        '”',
        '「',
        '」',
        '-',
        '－',
        '，',
        '。',
        '（',
        '😀',
        '\u200b',
        '\ud800',
        '𠀀',
      ),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
    { maxLength: 20 },
  )
  .map((pieces) => pieces.join(''));
