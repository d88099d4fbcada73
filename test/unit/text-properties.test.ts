/** What holds of any text that a file could hold. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze, readingsOf, terms, toPhrases } from '../../core/text/analyze.js';
import { convertCharacter } from '../../core/text/convert.js';
import { BORDER, fold } from '../../core/text/fold.js';
import { characters, grams, SECOND } from '../../core/text/grams.js';
import { segment } from '../../core/text/segment.js';

const tokens = (text: string): string => grams(fold(text)).join(' ');

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
