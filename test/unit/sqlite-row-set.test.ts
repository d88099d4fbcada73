import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countCommon,
  difference,
  intersection,
  rowsBetween,
  union,
} from '../../engine/sqlite/combine-rows.js';
import {
  appendRow,
  noDifferences,
  packDifferences,
  packRows,
  unpackRows,
} from '../../engine/sqlite/packed-rows.js';
import { matchText } from '../../engine/sqlite/phrase-match.js';
import {
  bitmapOf,
  blocksBeside,
  blocksIn,
  bytesOf,
  countRows,
  eachRow,
  growingRows,
  hasRow,
  mostThin,
  type RowSet,
  rowsOfBitmap,
} from '../../engine/sqlite/row-set.js';
import { rowsOfDigits, rowsOfStretches } from '../../engine/sqlite/rows-of.js';
import { seek } from '../../engine/sqlite/seek.js';

const ROWS = 2000;
const anyRow = fc.integer({ min: 1, max: ROWS });
/** From none to most of them, so that sets of either form are made. */
const anyRows = fc.oneof(
  fc.uniqueArray(anyRow, { maxLength: 20 }),
  fc.uniqueArray(anyRow, { minLength: 200, maxLength: 1500, size: 'max' }),
);
const anyStretches = fc.array(fc.tuple(anyRow, anyRow), { maxLength: 12 });

/** And some past the last. */
const everyRow = Array.from({ length: ROWS + 100 }, (_, row) => row);

const sorted = (rows: Iterable<number>): number[] => [...rows].sort((a, b) => a - b);

/** The same rows in a set of either form. */
const FORMS = {
  thin(rows: Iterable<number>): RowSet {
    const into = growingRows(null);
    for (const row of sorted(rows)) into.add(row >>> 5, 1 << (row & 31));
    return into.rows();
  },
  thick: (rows: Iterable<number>): RowSet => rowsOfBitmap(bitmapOf(FORMS.thin(rows), ROWS)),
};
const anyForm = fc.constantFrom(FORMS.thin, FORMS.thick);
const anySet = fc.tuple(anyRows, anyForm).map(([rows, make]) => ({ rows: new Set(rows), set: make(rows) }));

function listOf(set: RowSet): number[] {
  const rows: number[] = [];
  eachRow(set, (row) => rows.push(row));
  return rows;
}

describe('a set of rows, thin or thick', () => {
  it('does what a Set does', () => {
    fc.assert(
      fc.property(anySet, anySet, (one, other) => {
        const both = [...one.rows].filter((row) => other.rows.has(row));
        const less = [...one.rows].filter((row) => !other.rows.has(row));
        expect(listOf(intersection(one.set, other.set))).toEqual(sorted(both));
        expect(listOf(difference(one.set, [other.set]))).toEqual(sorted(less));
        expect(listOf(union([one.set, other.set], ROWS))).toEqual(
          sorted(new Set([...one.rows, ...other.rows])),
        );
        expect(countCommon(one.set, other.set)).toBe(both.length);
        expect(countRows(one.set)).toBe(one.rows.size);
        expect(everyRow.filter((row) => hasRow(one.set, row))).toEqual(sorted(one.rows));
      }),
    );
  });

  it('is joined and lessened by many at a time', () => {
    fc.assert(
      fc.property(anySet, fc.array(anySet, { maxLength: 5 }), (one, others) => {
        const sets = others.map(({ set }) => set);
        const inOthers = new Set(others.flatMap(({ rows }) => [...rows]));
        expect(listOf(union(sets, ROWS))).toEqual(sorted(inOthers));
        expect(listOf(difference(one.set, sets))).toEqual(
          sorted([...one.rows].filter((row) => !inOthers.has(row))),
        );
      }),
    );
  });

  it('is walked through beside another', () => {
    fc.assert(
      fc.property(anySet, anySet, (one, other) => {
        const beside = blocksBeside(other.set, one.set);
        expect(beside).toHaveLength(one.set.blocks.length);
        expect(listOf({ places: one.set.places, blocks: beside.slice() })).toEqual(
          sorted(other.rows).filter((row) => hasBlock(one.set, row >>> 5)),
        );
      }),
    );
  });

  it('is cut to a stretch', () => {
    fc.assert(
      fc.property(anySet, anyRow, anyRow, ({ rows, set }, first, last) => {
        const inside = sorted(rows).filter((row) => row >= first && row <= last);
        expect(listOf(rowsBetween(set, first, last))).toEqual(inside);
      }),
    );
  });

  it('never changes', () => {
    fc.assert(
      fc.property(anySet, anySet, (one, other) => {
        const before = [listOf(one.set), listOf(other.set)];
        union([one.set, other.set], ROWS);
        intersection(one.set, other.set);
        difference(one.set, [other.set]);
        expect([listOf(one.set), listOf(other.set)]).toEqual(before);
      }),
    );
  });

  it('is made of stretches in any order, one over another too', () => {
    fc.assert(
      fc.property(anyStretches, (stretches) => {
        const rows = new Set<number>();
        for (const [first, last] of stretches) for (let row = first; row <= last; row += 1) rows.add(row);
        expect(listOf(rowsOfStretches(stretches.flat(), ROWS))).toEqual(sorted(rows));
      }),
    );
  });

  it('is read from the digits of a list, and packed either way', () => {
    fc.assert(
      fc.property(anySet, ({ rows, set }) => {
        expect(listOf(rowsOfDigits(Buffer.from(sorted(rows).join(',')), ROWS))).toEqual(sorted(rows));
        expect(listOf(unpackRows(packRows(set, ROWS), ROWS))).toEqual(sorted(rows));
        const growing = noDifferences();
        for (const row of sorted(rows)) appendRow(growing, row);
        const packed = packDifferences(growing.bytes.subarray(0, growing.length), ROWS);
        expect(listOf(unpackRows(packed, ROWS))).toEqual(sorted(rows));
      }),
    );
  });

  it('that was packed when the index had fewer rows has as many blocks as all others', () => {
    const packed = packRows(FORMS.thick(Array.from({ length: 60 }, (_, at) => at + 1)), 70);
    expect(unpackRows(packed, ROWS).blocks).toHaveLength(blocksIn(ROWS));
    expect(countRows(unpackRows(packed, ROWS))).toBe(60);
  });

  it('of few rows takes memory for these, whatever the index has', () => {
    const many = 100_000_000;
    const few = rowsOfDigits(Buffer.from('7,8,99999999'), many);
    expect(bytesOf(few)).toBe(16);
    expect(bytesOf(union([few, rowsOfStretches([5, 5], many)], many))).toBe(16);
  });

  it('is thick where its blocks are many', () => {
    const spread = Array.from({ length: ROWS >>> 5 }, (_, at) => (at << 5) + 1);
    const few = spread.slice(0, mostThin(ROWS));
    expect(rowsOfDigits(Buffer.from(few.join(',')), ROWS).places).not.toBeNull();
    expect(rowsOfDigits(Buffer.from(spread.join(',')), ROWS).places).toBeNull();
  });

  it('keeps differences of many bytes', () => {
    const rows = [1, 128, 129, 20_000, 3_000_000];
    const growing = noDifferences();
    for (const row of rows) appendRow(growing, row);
    const packed = packDifferences(growing.bytes.subarray(0, growing.length), 3_000_000);
    expect(listOf(unpackRows(packed, 3_000_000))).toEqual(rows);
  });
});

function hasBlock({ places, blocks }: RowSet, place: number): boolean {
  return places === null ? place < blocks.length : places.includes(place);
}

describe('looking on in a sorted column', () => {
  it('finds the first that is not less, from where one is', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50)), fc.nat(60), fc.nat(40), (values, value, from) => {
        const column = Uint32Array.from(values).sort();
        const found = column.findIndex((one, at) => at >= from && one >= value);
        expect(seek(column, value, from)).toBe(found === -1 ? Math.max(from, column.length) : found);
      }),
    );
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
