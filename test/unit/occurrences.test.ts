import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOccurrences, soughtOf } from '../../server/answer/occurrences.js';

const countsIn = (text: string, parts: readonly string[]): readonly number[] => {
  const counts = new Uint32Array(parts.length);
  countOccurrences(text, soughtOf(parts), counts);
  return [...counts];
};

/** More of them, none of which is there: then all are looked for together. */
const many = (parts: readonly string[]): readonly string[] => [...parts, ...'ＡＢＣＤＥＦＧＨＩＪ'];

describe('occurrences that do not overlap, from the left', () => {
  it.each<[text: string, parts: readonly string[], counts: readonly number[]]>([
    ['算力算力', ['算力', '力算', '算力算力'], [2, 1, 1]],
    ['甲甲甲甲甲', ['甲', '甲甲', '甲甲甲'], [5, 2, 1]],
    ['甲乙甲乙甲', ['甲乙甲'], [1]],
    ['人工智能', ['能', '智能', '能力', '工智能'], [1, 1, 0, 1]],
    ['𠀀𠀁𠀀', ['𠀀', '𠀁𠀀'], [2, 1]],
    ['', ['甲'], [0]],
  ])('%s', (text, parts, counts) => {
    expect(countsIn(text, parts)).toEqual(counts);
    expect(countsIn(text, many(parts)).slice(0, parts.length)).toEqual(counts);
  });

  it('are as many as split finds, of few and of many', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', 'a', '\ud840'), maxLength: 60 });
    const part = fc.string({
      unit: fc.constantFrom('甲', '乙', '丙', 'a', '\ud840'),
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 3 }),
        fc.uniqueArray(part, { minLength: 1, maxLength: 30 }),
        (texts, parts) => {
          for (const one of texts) {
            expect(countsIn(one, parts)).toEqual(parts.map((each) => one.split(each).length - 1));
          }
        },
      ),
    );
  });
});
