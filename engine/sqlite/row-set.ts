/**
 * Sets of clauses, in blocks of 32 rows: bit r & 31 of block r >>> 5 is set where the set holds row r. Rows count from 1.
 *
 * A thick set has all its blocks, each in its place: half a million clauses are 72 kB. A thin one has those that are not
 * empty, and tells their places; so what it costs to keep, to combine and to walk through follows what it holds. Both are walked
 * in the same way, and which of the two a set is, nobody else asks. A set never changes: what is kept is handed to anybody.
 */
import { seek } from './seek.js';

export interface RowSet {
  /** Of the blocks, in rising order; null: of all, from the first. */
  readonly places: Uint32Array | null;
  /** To be read as signed where it matters how fast: else the engine reckons in floating point. */
  readonly blocks: Uint32Array;
}

export const NO_ROWS: RowSet = { places: new Uint32Array(0), blocks: new Uint32Array(0) };

/** Of an index of so many rows. */
export function blocksIn(rows: number): number {
  return (rows >>> 5) + 1;
}

/** Blocks up to which a set is made thin: twice the memory a block, and some three times the time. */
export function mostThin(rows: number): number {
  return blocksIn(rows) >>> 2;
}

/** Is not copied. */
export function rowsOfBitmap(bitmap: Uint32Array): RowSet {
  return { places: null, blocks: bitmap };
}

/** May be the set's own: not to be changed. */
export function bitmapOf(set: RowSet, rows: number): Uint32Array {
  const width = blocksIn(rows);
  if (set.places === null && set.blocks.length === width) return set.blocks;
  const bitmap = new Uint32Array(width);
  mark(bitmap, set);
  return bitmap;
}

export function bytesOf({ places, blocks }: RowSet): number {
  return blocks.byteLength + (places?.byteLength ?? 0);
}

export function placeOf({ places }: RowSet, at: number): number {
  return places === null ? at : (places[at] as number);
}

/** Where the block of this place is, or the next that the set has. */
export function atPlace({ places }: RowSet, place: number, from = 0): number {
  return places === null ? place : seek(places, place, from);
}

function blockIn(set: RowSet, place: number): number {
  const at = atPlace(set, place);
  return placeOf(set, at) === place ? (set.blocks[at] ?? 0) : 0;
}

export function hasRow(set: RowSet, row: number): boolean {
  return ((blockIn(set, row >>> 5) >>> (row & 31)) & 1) === 1;
}

/**
 * The blocks of a set at the places of another, in step with the blocks of that: two sets are walked through as one. May be
 * the set's own: not to be changed. Past the end of a set there is nothing in it.
 */
export function blocksBeside(set: RowSet, { places, blocks: { length } }: RowSet): Uint32Array {
  if (places === null) {
    if (set.places === null && set.blocks.length === length) return set.blocks;
    const beside = new Uint32Array(length);
    mark(beside, set);
    return beside;
  }
  const beside = new Uint32Array(length);
  let from = 0;
  for (let at = 0; at < length; at += 1) {
    const place = places[at] as number;
    if (set.places === null) {
      beside[at] = set.blocks[place] ?? 0;
    } else {
      from = seek(set.places, place, from);
      if (set.places[from] === place) beside[at] = set.blocks[from] as number;
    }
  }
  return beside;
}

/** Sets in a bitmap what a set holds. */
export function mark(bitmap: Uint32Array, { places, blocks }: RowSet): void {
  for (let at = 0; at < blocks.length; at += 1) {
    const place = places === null ? at : (places[at] as number);
    bitmap[place] = (bitmap[place] as number) | (blocks[at] as number);
  }
}

export interface GrowingRows {
  /** In rising order of the places; of one place several times. */
  add(place: number, block: number): void;
  /** What is in it; asked once. */
  rows(): RowSet;
}

/** @param rows  As many as the index has; null: thin, however many blocks come. */
export function growingRows(rows: number | null): GrowingRows {
  const most = rows === null ? Number.POSITIVE_INFINITY : mostThin(rows);
  let places = new Uint32Array(16);
  let blocks = new Uint32Array(16);
  let size = 0;
  let last = -1;
  let bitmap: Uint32Array | null = null;
  const grow = (): void => {
    if (rows !== null && size >= most) {
      bitmap = new Uint32Array(blocksIn(rows));
      mark(bitmap, { places: places.subarray(0, size), blocks: blocks.subarray(0, size) });
    } else if (size === places.length) {
      places = enlarged(places);
      blocks = enlarged(blocks);
    }
  };
  return {
    add(place, block) {
      if (bitmap === null && place !== last && (size === places.length || size >= most)) grow();
      if (bitmap !== null) {
        bitmap[place] = (bitmap[place] as number) | block;
        return;
      }
      if (place !== last) places[size++] = place;
      blocks[size - 1] = (blocks[size - 1] as number) | block;
      last = place;
    },
    rows: () =>
      bitmap === null
        ? { places: places.slice(0, size), blocks: blocks.slice(0, size) }
        : rowsOfBitmap(bitmap),
  };
}

function enlarged(content: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(content.length * 2);
  larger.set(content);
  return larger;
}

export function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function countRows({ blocks }: RowSet): number {
  let count = 0;
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as number;
    if (block !== 0) count += countBits(block);
  }
  return count;
}

/** In rising order. */
export function eachRow(set: RowSet, visit: (row: number) => void): void {
  for (let at = 0; at < set.blocks.length; at += 1) {
    const first = placeOf(set, at) << 5;
    for (let bits = (set.blocks[at] as number) | 0; bits !== 0; bits &= bits - 1) {
      visit(first + 31 - Math.clz32(bits & -bits));
    }
  }
}
