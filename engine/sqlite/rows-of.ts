/** What sets of rows are made of: stretches, and lists of digits. Thin where that is less. */
import { blocksIn, growingRows, mostThin, NO_ROWS, type RowSet, rowsOfBitmap } from './row-set.js';

/**
 * @param stretches  Two numbers each, the first and the last row, both included; nothing where the last is less. In any order,
 *                   one over another too.
 */
export function rowsOfStretches(stretches: readonly number[], rows: number): RowSet {
  let most = 0;
  let isRising = true;
  for (let i = 0; i < stretches.length; i += 2) {
    const [first, last] = [stretches[i] as number, stretches[i + 1] as number];
    most += Math.max(0, (last >>> 5) - (first >>> 5) + 1);
    if (first < (stretches[i - 2] ?? 0)) isRising = false;
  }
  if (most === 0) return NO_ROWS;
  if (most > mostThin(rows)) {
    const bitmap = new Uint32Array(blocksIn(rows));
    for (let i = 0; i < stretches.length; i += 2) {
      addStretch(bitmap, stretches[i] as number, stretches[i + 1] as number);
    }
    return rowsOfBitmap(bitmap);
  }
  const rising = isRising ? stretches : inOrder(stretches);
  const into = growingRows(rows);
  let reached = 0; // all blocks before it that a later stretch could fill are full
  for (let i = 0; i < rising.length; i += 2) {
    const [first, last] = [rising[i] as number, rising[i + 1] as number];
    if (last < first) continue;
    const [from, to] = [first >>> 5, last >>> 5];
    for (let place = Math.max(from, reached); place <= to; place += 1) {
      const head = place === from ? -1 << (first & 31) : -1;
      into.add(place, place === to ? head & (-1 >>> (31 - (last & 31))) : head);
    }
    reached = Math.max(reached, to);
  }
  return into.rows();
}

function inOrder(stretches: readonly number[]): readonly number[] {
  const pairs = Array.from({ length: stretches.length / 2 }, (_, i) => stretches.slice(i * 2, i * 2 + 2));
  return pairs.sort(([a = 0], [b = 0]) => a - b).flat();
}

function addStretch(bitmap: Uint32Array, first: number, last: number): void {
  if (last < first) return;
  const [from, to] = [first >>> 5, last >>> 5];
  const head = -1 << (first & 31);
  const tail = -1 >>> (31 - (last & 31));
  if (from === to) {
    bitmap[from] = (bitmap[from] as number) | (head & tail);
    return;
  }
  bitmap[from] = (bitmap[from] as number) | head;
  bitmap.fill(0xffffffff, from + 1, to);
  bitmap[to] = (bitmap[to] as number) | tail;
}

/** Of a `group_concat(rowid)`, read as bytes, in rising order: `17,42,1024`. */
export function rowsOfDigits(digits: Uint8Array, rows: number): RowSet {
  const COMMA = 44;
  const ZERO = 48;
  if (digits.length === 0) return NO_ROWS;
  const into = growingRows(rows);
  let row = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = digits[i] as number;
    if (digit === COMMA) {
      into.add(row >>> 5, 1 << (row & 31));
      row = 0;
    } else {
      row = row * 10 + digit - ZERO;
    }
  }
  into.add(row >>> 5, 1 << (row & 31));
  return into.rows();
}
