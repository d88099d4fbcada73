import { beforeAll, describe, expect, it } from 'vitest';
import { SOURCES } from '../source-files.js';
import { builtIn, type HousePattern, housePatterns, literalsOf } from './house-patterns.js';
import { REVIEWED, reviewOf } from './reviewed.js';
import { findStall } from './stalls.js';

const LIMIT = 50; // milliseconds

describe('the patterns of the house', () => {
  let patterns: readonly HousePattern[] = [];
  beforeAll(async () => {
    patterns = await housePatterns();
  });

  it('are found where they are written and where they are built', () => {
    const planted = literalsOf('core/a.ts', 'const a: RegExp = /a+b/gu;\nconst b = 1 / 2 / 3; // /no/\n');
    expect(planted).toEqual([{ file: 'core/a.ts', line: 1, source: 'a+b', flags: 'gu' }]);
    expect(builtIn('web/a.tsx', 'const a = <p>{RegExp("x")}</p>;\nnew RegExp(a);')).toEqual([1, 2]);
    const files = new Set(patterns.filter(({ line }) => line === null).map(({ file }) => file));
    expect([...files].sort()).toEqual(SOURCES.filter((file) => builtIn(file).length > 0));
    expect(patterns.length).toBeGreaterThan(550);
  });

  it.each([
    // what was once in the house                              what stalled it
    ['n⁴', '(?:局)?\\s*\\[?\\s*\\d{4}\\s*年?\\s*\\]?\\s*第'],
    ['n³', '^字体\\s?[:：]?\\s*[[【]?\\s*(?:大|小|\\s)*】?(?:\\s*打印)?$'],
    ['n²', '\\s+$'],
    ['2ⁿ', '^(?:\\s|\\s\\s|大)+$'],
  ])('a planted one of %s stalls', (_steps, source) => {
    // A quick machine has 5,000 blanks of n² behind it in less.
    expect(findStall({ source, flags: 'u' }, [500, 5000, 20_000], LIMIT)).not.toBeNull();
  });

  it('stall on no run of blanks, brackets, digits or labels', { timeout: 240_000 }, () => {
    const stalls = patterns.flatMap((pattern) => {
      const lengths = reviewOf(pattern) === undefined ? [500, 5000] : [500];
      const stall = findStall(pattern, lengths, LIMIT);
      return stall === null ? [] : [{ ...pattern, ...stall, text: `${stall.text.slice(0, 20)}…` }];
    });
    expect(stalls).toEqual([]);
  });

  it('are reviewed only where they are', () => {
    const gone = REVIEWED.filter((one) => !patterns.some((pattern) => reviewOf(pattern) === one));
    expect(gone).toEqual([]);
  });
});
