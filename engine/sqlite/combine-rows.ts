/** Sets of rows → what both, any or one of them holds: a new set, whichever forms they have. */
import {
  atPlace,
  blocksBeside,
  blocksIn,
  countBits,
  growingRows,
  mark,
  mostThin,
  NO_ROWS,
  placeOf,
  type RowSet,
  rowsOfBitmap,
} from './row-set.js';

/** What both hold. */
export function intersection(one: RowSet, other: RowSet): RowSet {
  const [set, larger] = one.blocks.length <= other.blocks.length ? [one, other] : [other, one];
  return masked(set, blocksBeside(larger, set), 0);
}

/** What the first holds, and none of the others. */
export function difference(set: RowSet, others: readonly RowSet[]): RowSet {
  return others.reduce((left, other) => masked(left, blocksBeside(other, left), -1), set);
}

/** @param flip  0: what the masks have; -1: what they have not. */
function masked({ places, blocks }: RowSet, masks: Uint32Array, flip: 0 | -1): RowSet {
  const left = new Uint32Array(blocks.length);
  if (places === null) {
    for (let at = 0; at < left.length; at += 1)
      left[at] = (blocks[at] as number) & ((masks[at] as number) ^ flip);
    return { places, blocks: left };
  }
  const leftPlaces = new Uint32Array(blocks.length);
  let size = 0;
  for (let at = 0; at < blocks.length; at += 1) {
    const block = (blocks[at] as number) & ((masks[at] as number) ^ flip);
    if (block === 0) continue;
    leftPlaces[size] = places[at] as number;
    left[size] = block;
    size += 1;
  }
  return { places: leftPlaces.subarray(0, size), blocks: left.subarray(0, size) };
}

/** What any of them holds; of one alone that very set. @param rows  As many as the index has. */
export function union(sets: readonly RowSet[], rows: number): RowSet {
  const filled = sets.filter(({ blocks }) => blocks.length > 0);
  const [only = NO_ROWS] = filled;
  if (filled.length <= 1) return only;
  const blocks = filled.reduce((sum, set) => sum + set.blocks.length, 0);
  if (filled.every(({ places }) => places !== null) && blocks <= mostThin(rows)) return filled.reduce(merged);
  const bitmap = new Uint32Array(blocksIn(rows));
  for (const set of filled) mark(bitmap, set);
  return rowsOfBitmap(bitmap);
}

/** Of two thin ones. */
function merged(one: RowSet, other: RowSet): RowSet {
  const into = growingRows(null);
  let [i, j] = [0, 0];
  while (i < one.blocks.length || j < other.blocks.length) {
    const [here, there] = [placeOrEnd(one, i), placeOrEnd(other, j)];
    if (here <= there) into.add(here, one.blocks[i++] as number);
    if (there <= here) into.add(there, other.blocks[j++] as number);
  }
  return into.rows();
}

function placeOrEnd({ places }: RowSet, at: number): number {
  return places?.[at] ?? Number.POSITIVE_INFINITY;
}

/** Those of the rows `first` to `last`, both included. */
export function rowsBetween(set: RowSet, first: number, last: number): RowSet {
  if (last < first) return NO_ROWS;
  const end = last >>> 5;
  const from = atPlace(set, first >>> 5);
  const into = growingRows(null);
  for (let at = from; at < set.blocks.length && placeOf(set, at) <= end; at += 1) {
    const place = placeOf(set, at);
    let block = set.blocks[at] as number;
    if (place === first >>> 5) block &= -1 << (first & 31);
    if (place === end) block &= -1 >>> (31 - (last & 31));
    if (block !== 0) into.add(place, block);
  }
  return into.rows();
}

/** How many both hold. */
export function countCommon(one: RowSet, other: RowSet): number {
  const [set, larger] = one.blocks.length <= other.blocks.length ? [one, other] : [other, one];
  const beside = blocksBeside(larger, set);
  let count = 0;
  for (let at = 0; at < beside.length; at += 1) {
    const block = (set.blocks[at] as number) & (beside[at] as number);
    if (block !== 0) count += countBits(block);
  }
  return count;
}
