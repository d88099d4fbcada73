/**
 * Row sets as they are stored: one byte that tells the form, then the differences between successive rows as varints
 * (seven bits a byte, the lowest first) or, where that is no longer, the bitmap.
 */
import { bitmapOf, blocksIn, countRows, eachRow, growingRows, type RowSet, rowsOfBitmap } from './row-set.js';

const DIFFERENCES = 0;
const BITMAP = 1;

/** Rows of one token while indexing; they come in rising order. */
export interface PackedDifferences {
  bytes: Uint8Array;
  length: number;
  last: number;
}

export function noDifferences(): PackedDifferences {
  return { bytes: new Uint8Array(8), length: 0, last: 0 };
}

export function appendRow(rows: PackedDifferences, row: number): void {
  if (rows.length + 5 > rows.bytes.length) {
    const larger = new Uint8Array(rows.bytes.length * 2);
    larger.set(rows.bytes);
    rows.bytes = larger;
  }
  let difference = row - rows.last;
  rows.last = row;
  while (difference > 127) {
    rows.bytes[rows.length++] = (difference & 127) | 128;
    difference >>>= 7;
  }
  rows.bytes[rows.length++] = difference;
}

/** @param rows  How many the index has: the width of the bitmap. */
export function packDifferences(differences: Uint8Array, rows: number): Uint8Array {
  if (differences.length < (rows >>> 3) + 4) return withForm(DIFFERENCES, differences);
  return packBitmap(rowsOfDifferences(differences, rows), rows);
}

export function packRows(set: RowSet, rows: number): Uint8Array {
  if (countRows(set) >= rows >>> 3) return packBitmap(set, rows);
  const growing = noDifferences();
  eachRow(set, (row) => appendRow(growing, row));
  return packDifferences(growing.bytes.subarray(0, growing.length), rows);
}

function packBitmap(set: RowSet, rows: number): Uint8Array {
  const { buffer, byteOffset, byteLength } = bitmapOf(set, rows);
  return withForm(BITMAP, new Uint8Array(buffer, byteOffset, byteLength));
}

/** Of an index that had fewer rows when it was packed, too. */
export function unpackRows(packed: Uint8Array, rows: number): RowSet {
  const content = packed.subarray(1);
  if (packed[0] !== BITMAP) return rowsOfDifferences(content, rows);
  const bitmap = new Uint32Array(blocksIn(rows));
  const bytes = new Uint8Array(bitmap.buffer);
  bytes.set(content.subarray(0, bytes.length));
  return rowsOfBitmap(bitmap);
}

function rowsOfDifferences(bytes: Uint8Array, rows: number): RowSet {
  const into = growingRows(rows);
  let row = 0;
  let i = 0;
  while (i < bytes.length) {
    let byte = bytes[i++] as number;
    let difference = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[i++] as number;
      difference |= (byte & 127) << shift;
    }
    row += difference;
    into.add(row >>> 5, 1 << (row & 31));
  }
  return into.rows();
}

function withForm(form: number, content: Uint8Array): Uint8Array {
  const packed = new Uint8Array(content.length + 1);
  packed[0] = form;
  packed.set(content, 1);
  return packed;
}
