/**
 * Row sets as they are stored: one byte that tells the form, then the differences between successive rows as varints
 * (seven bits a byte, the lowest first) or, where that is no longer, the bitmap.
 */
import { addRow, countRows, eachRow, emptyRows, type RowSet, toWords, unite } from './row-set.js';

const DIFFERENCES = 0;
const BITMAP = 1;

/** Rows of one token while indexing; they come in rising order. */
export interface GrowingRows {
  bytes: Uint8Array;
  length: number;
  last: number;
}

export function growingRows(): GrowingRows {
  return { bytes: new Uint8Array(8), length: 0, last: 0 };
}

export function appendRow(rows: GrowingRows, row: number): void {
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

/** @param rows  How many rows the index has: the width of the bitmap. */
export function packGrowing(growing: GrowingRows, rows: number): Uint8Array {
  const differences = growing.bytes.subarray(0, growing.length);
  if (growing.length < (rows >>> 3) + 4) return withForm(DIFFERENCES, differences);
  const set = emptyRows(rows);
  addDifferences(set, differences);
  return packBitmap(set);
}

export function packRows(set: RowSet): Uint8Array {
  const rows = set.length << 5;
  if (countRows(set) >= rows >>> 3) return packBitmap(set);
  const growing = growingRows();
  eachRow(set, (row) => appendRow(growing, row));
  return packGrowing(growing, rows);
}

function packBitmap(set: RowSet): Uint8Array {
  return withForm(BITMAP, new Uint8Array(set.buffer, set.byteOffset, set.byteLength));
}

export function unpackRows(packed: Uint8Array, rows: number): RowSet {
  const set = emptyRows(rows);
  const content = packed.subarray(1);
  if (packed[0] === BITMAP) unite(set, toWords(content));
  else addDifferences(set, content);
  return set;
}

function addDifferences(set: RowSet, bytes: Uint8Array): void {
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
    addRow(set, row);
  }
}

function withForm(form: number, content: Uint8Array): Uint8Array {
  const packed = new Uint8Array(content.length + 1);
  packed[0] = form;
  packed.set(content, 1);
  return packed;
}
