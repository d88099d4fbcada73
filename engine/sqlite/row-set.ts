/**
 * Sets of clauses as bitmaps: bit r is set where the set holds row r. Rows count from 1.
 *
 * Half a million clauses are 72 kB, and AND, OR and NOT of them some ten microseconds; nothing sparser is kept in
 * memory. On disk a set is packed: differences as varints where it is thin, the bitmap where it is thick.
 */
export type RowSet = Uint32Array;

export function emptyRows(rows: number): RowSet {
  return new Uint32Array((rows >>> 5) + 1);
}

export function addRow(set: RowSet, row: number): void {
  set[row >>> 5] = (set[row >>> 5] as number) | (1 << (row & 31));
}

export function hasRow(set: RowSet, row: number): boolean {
  return (((set[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
}

/** Rows `first` to `last`, both included; nothing where `last` is less. */
export function addRange(set: RowSet, first: number, last: number): void {
  if (last < first) return;
  const from = first >>> 5;
  const to = last >>> 5;
  const head = -1 << (first & 31);
  const tail = -1 >>> (31 - (last & 31));
  if (from === to) {
    set[from] = (set[from] as number) | (head & tail);
    return;
  }
  set[from] = (set[from] as number) | head;
  set.fill(0xffffffff, from + 1, to);
  set[to] = (set[to] as number) | tail;
}

export function removeRange(set: RowSet, first: number, last: number): void {
  if (last < first) return;
  const from = first >>> 5;
  const to = last >>> 5;
  const head = -1 << (first & 31);
  const tail = -1 >>> (31 - (last & 31));
  if (from === to) {
    set[from] = (set[from] as number) & ~(head & tail);
    return;
  }
  set[from] = (set[from] as number) & ~head;
  set.fill(0, from + 1, to);
  set[to] = (set[to] as number) & ~tail;
}

/** `set` becomes what both hold. A shorter `other` holds nothing past its end. */
export function intersect(set: RowSet, other: RowSet): void {
  for (let i = 0; i < set.length; i += 1) set[i] = (set[i] as number) & (other[i] ?? 0);
}

export function unite(set: RowSet, other: RowSet): void {
  for (let i = 0; i < other.length; i += 1) set[i] = (set[i] as number) | (other[i] as number);
}

export function subtract(set: RowSet, other: RowSet): void {
  const end = Math.min(set.length, other.length);
  for (let i = 0; i < end; i += 1) set[i] = (set[i] as number) & ~(other[i] as number);
}

export function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function countRows(set: RowSet): number {
  let count = 0;
  for (let i = 0; i < set.length; i += 1) {
    const word = set[i] as number;
    if (word !== 0) count += countBits(word);
  }
  return count;
}

/** How many of the rows `first` to `last`, both included. */
export function countRange(set: RowSet, first: number, last: number): number {
  if (last < first) return 0;
  const from = first >>> 5;
  const to = last >>> 5;
  const head = -1 << (first & 31);
  const tail = -1 >>> (31 - (last & 31));
  if (from === to) return countBits((set[from] as number) & head & tail);
  let count = countBits((set[from] as number) & head) + countBits((set[to] as number) & tail);
  for (let i = from + 1; i < to; i += 1) count += countBits(set[i] as number);
  return count;
}

/** In rising order. */
export function eachRow(set: RowSet, visit: (row: number) => void): void {
  for (let i = 0; i < set.length; i += 1) {
    let bits = (set[i] as number) | 0;
    while (bits !== 0) {
      visit((i << 5) + 31 - Math.clz32(bits & -bits));
      bits &= bits - 1;
    }
  }
}

/** Adds the rows of a `group_concat(rowid)`, read as bytes: `17,42,1024`. */
export function addListed(set: RowSet, digits: Uint8Array): void {
  const COMMA = 44;
  const ZERO = 48;
  let row = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = digits[i] as number;
    if (digit === COMMA) {
      addRow(set, row);
      row = 0;
    } else {
      row = row * 10 + digit - ZERO;
    }
  }
  if (digits.length > 0) addRow(set, row);
}

/** A copy in memory of its own, so that its words are aligned. (`Buffer.slice` would copy nothing.) */
export function toWords(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(new Uint8Array(bytes).buffer);
}
