import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_CLAUSE } from '../../indexer/clauses/cut-long.js';
import { splitClauses } from '../../indexer/clauses/split-clauses.js';

const split = (text: string, language: 'zh' | 'en' = 'zh') =>
  splitClauses({ text, titleSpan: null, language });

const pieces = fc.constantFrom(
  ...[
    '一、',
    '二、',
    '三、',
    '（一）',
    '（二）',
    '(三)',
    '1.',
    '2．',
    '（1）',
    '①',
    '◆',
    '——',
    '一是',
    '第一条',
    '第二条 ',
    '第一章',
    '第 1 條\n',
  ],
  ...[
    '\n',
    '。',
    '；',
    '：',
    ' ',
    '　',
    '## ',
    '附件1',
    '《',
    '》',
    '“',
    '”',
    '\u200b',
    '𠀀',
    '\ud800',
    '2.0',
    'Article 2',
    '各区要落实责任',
    '总体思路',
  ],
  'x'.repeat(6_000),
  `${'很长的一句。'.repeat(900)}`,
);

describe('splitClauses, on any text', () => {
  it('keeps every character that is not white space in exactly one clause', () => {
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 60 }),
        fc.constantFrom('zh' as const, 'en' as const),
        (parts, language) => {
          const text = parts.join('');
          const clauses = split(text, language);
          let at = 0;
          for (const { span, text: own, headings } of clauses) {
            expect(text.slice(at, span.start).replace(/(^|\n)\s*#{1,6}(?=\s)/g, '')).toMatch(/^\s*$/);
            expect(own).toBe(text.slice(span.start, span.end));
            expect(own.length).toBeGreaterThan(0);
            expect(own.length).toBeLessThanOrEqual(LONGEST_CLAUSE);
            expect(headings.every((heading) => clauses[heading]?.kind === 'heading')).toBe(true);
            at = span.end;
          }
          expect(text.slice(at)).toMatch(/^\s*$/);
        },
      ),
      { numRuns: 400 },
    );
  });

  it.each([
    ['one line of numbers', '1.'.repeat(1_000_000)],
    ['first items only', '。（一）'.repeat(200_000)],
    ['short lines', '某某局\n'.repeat(200_000)],
    ['one long line', '各区要落实责任，'.repeat(400_000)],
    ['white space', `一、${' '.repeat(2_000_000)}。`],
    ['empty lines', '\n'.repeat(2_000_000)],
  ])('takes linear time on %s', (_name, text) => {
    const started = performance.now();
    split(text);
    expect(performance.now() - started).toBeLessThan(20_000); // a square would take hours
  });
});
