import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlank, LONGEST_BLANKS, shortenBlanks, squeezeBlanks } from '../../core/text/blanks.js';

const blanks = fc.constantFrom(' ', '\t', '\n', '\u3000', '\u00a0', '\u200b', '\u00ad', '\ufeff', '\u2060');
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom('中', 'a', '1', '\ud842\udfb7'),
      fc.array(blanks, { maxLength: 80 }).map((run) => run.join('')),
    ),
  )
  .map((parts) => parts.join(''));
const visible = (one: string): string =>
  [...one].filter((character) => !isBlank(character.charCodeAt(0))).join('');

describe('runs of blanks', () => {
  it('are blank as a pattern has it, and where nothing is printed', () => {
    const expected = /[\s\u0085\u200b-\u200f\u2060\u00ad\ufeff]/u;
    const wrong = [...new Array(0x10000).keys()].filter(
      (code) => isBlank(code) !== expected.test(String.fromCharCode(code)),
    );
    expect(wrong).toEqual([]);
  });

  it('are shortened, and nothing else is', () => {
    fc.assert(
      fc.property(text, (printed) => {
        const shortened = shortenBlanks(printed);
        expect(visible(shortened)).toBe(visible(printed));
        expect(shortened.includes('\n')).toBe(printed.includes('\n') || shortened.includes('\n'));
        const runs = shortened.match(/[\s\u0085\u200b-\u200f\u2060\u00ad\ufeff]+/gu) ?? [];
        for (const run of runs) expect(run.length).toBeLessThanOrEqual(LONGEST_BLANKS + 1);
      }),
    );
  });

  it('stay as they are where they are short', () => {
    expect(shortenBlanks('一、　　总则\n\n  第一条 ')).toBe('一、　　总则\n\n  第一条 ');
  });

  it('keep a line end', () => {
    expect(shortenBlanks(`甲${' '.repeat(40)}\n${' '.repeat(40)}乙`)).toBe(
      `甲${' '.repeat(16)}\n${' '.repeat(16)}乙`,
    );
  });

  it('are squeezed to one space each, with the way back', () => {
    fc.assert(
      fc.property(text, (printed) => {
        const { text: squeezed, starts, ends } = squeezeBlanks(printed);
        expect(squeezed).not.toContain('  ');
        const back = [...squeezed.split('').keys()].map((at) => printed.slice(starts[at], ends[at]));
        expect(back.join('')).toBe(printed);
      }),
    );
  });
});
