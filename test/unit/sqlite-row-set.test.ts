import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  appendRow,
  growingRows,
  packGrowing,
  packRows,
  unpackRows,
} from '../../engine/sqlite/packed-rows.js';
import { matchText } from '../../engine/sqlite/phrase-match.js';
import {
  addListed,
  addRange,
  addRow,
  countRange,
  countRows,
  eachRow,
  emptyRows,
  hasRow,
  intersect,
  type RowSet,
  removeRange,
  subtract,
  unite,
} from '../../engine/sqlite/row-set.js';

const ROWS = 200;
const anyRows = fc.uniqueArray(fc.integer({ min: 1, max: ROWS }));
const anyRange = fc.tuple(fc.integer({ min: 1, max: ROWS }), fc.integer({ min: 1, max: ROWS }));

function setOf(rows: Iterable<number>): RowSet {
  const set = emptyRows(ROWS);
  for (const row of rows) addRow(set, row);
  return set;
}

function listOf(set: RowSet): number[] {
  const rows: number[] = [];
  eachRow(set, (row) => rows.push(row));
  return rows;
}

const sorted = (rows: Iterable<number>): number[] => [...rows].sort((a, b) => a - b);

describe('a set of rows', () => {
  it('does what a Set does', () => {
    fc.assert(
      fc.property(anyRows, anyRows, anyRange, (one, other, [first, last]) => {
        const both = setOf(one);
        intersect(both, setOf(other));
        expect(listOf(both)).toEqual(sorted(one.filter((row) => other.includes(row))));
        const either = setOf(one);
        unite(either, setOf(other));
        expect(listOf(either)).toEqual(sorted(new Set([...one, ...other])));
        const less = setOf(one);
        subtract(less, setOf(other));
        expect(listOf(less)).toEqual(sorted(one.filter((row) => !other.includes(row))));

        const inside = (row: number): boolean => row >= first && row <= last;
        expect(countRange(setOf(one), first, last)).toBe(one.filter(inside).length);
        expect(countRows(setOf(one))).toBe(one.length);
        const wider = setOf(one);
        addRange(wider, first, last);
        expect(countRows(wider)).toBe(
          one.filter((row) => !inside(row)).length + Math.max(0, last - first + 1),
        );
        const narrower = setOf(one);
        removeRange(narrower, first, last);
        expect(listOf(narrower)).toEqual(sorted(one.filter((row) => !inside(row))));
        expect(one.every((row) => hasRow(setOf(one), row))).toBe(true);
      }),
    );
  });

  it('is read from the digits of a list, and packed either way', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const set = emptyRows(ROWS);
        addListed(set, Buffer.from(rows.join(',')));
        expect(listOf(set)).toEqual(sorted(rows));
        expect(unpackRows(packRows(set), ROWS)).toEqual(set);
        const growing = growingRows();
        for (const row of sorted(rows)) appendRow(growing, row);
        expect(unpackRows(packGrowing(growing, ROWS), ROWS)).toEqual(set);
      }),
    );
  });

  it('keeps differences of many bytes', () => {
    const rows = [1, 128, 129, 20_000, 3_000_000];
    const growing = growingRows();
    for (const row of rows) appendRow(growing, row);
    expect(listOf(unpackRows(packGrowing(growing, 3_000_000), 3_000_000))).toEqual(rows);
  });
});

describe('what FTS5 is asked', () => {
  // biome-ignore format: a table
  it.each([
    // grams                   one quoted string: nothing in it is an operator
    [['算力'],                 '"算力"'],
    [['行政', '政处', '处罚'], '"行政 政处 处罚"'],
    [['or'],                   '"or"'],
    [['near', '囗', 'a'],      '"near 囗 a"'],
    [['a"b'],                  '"a""b"'],
    [['"'],                    '""""'],
  ])('%j', (tokens, asked) => {
    expect(matchText(tokens)).toBe(asked);
  });
});
