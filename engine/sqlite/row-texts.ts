/**
 * The ids and folded texts of rows, read past SQLite (text-records.ts): 316 of them took 0.8 ms as rows of a table, and take 0.3.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { PolicyError } from '../../core/errors.js';
import type { Database } from './database.js';
import { type TextRecord, textsAt, UNIT, unpackRecord } from './text-records.js';

export interface RowTexts {
  /**
   * In step with the rows, which may come in any order.
   *
   * @param ends  Where the record of each row ends (`Columns.textEnds`).
   * @throws PolicyError `index_damaged` where one of them is not to be read.
   */
  read(rows: readonly number[], ends: Uint32Array): TextRecord[];
  close(): void;
}

/** Bytes: what lies so near is read with what is before it, rather than asked for again. */
const NEAR = 8192;
const AT_A_TIME = 256 << 10;
/** Larger than any record; what a damaged index says may be anything. */
const LARGEST = 16 << 20;
/** Of a row: some thousand rows beside their places, in numbers that are exact up to 2^53. */
const PLACES = 2 ** 20;

/** Of the file that the database has open, as long as it is there under its name: a new index takes that away. */
export function openRowTexts(database: Database): RowTexts {
  const { name: file } = database;
  const start = textsAt(database);
  const descriptor = openSync(file, 'r');
  let bytes = Buffer.allocUnsafeSlow(AT_A_TIME); // one for all questions: what each of them had, its thread would have to collect
  const refuse = (row: number): never => {
    throw PolicyError.indexDamaged(file, `the text of row ${row} is not what was written`);
  };
  const load = (from: number, to: number, row: number): void => {
    if (to - from > bytes.length) bytes = Buffer.allocUnsafeSlow(to - from);
    const wanted = to - from;
    if (readSync(descriptor, bytes, 0, wanted, start + from) !== wanted) refuse(row);
  };
  return {
    read(rows, ends) {
      const found = new Array<TextRecord>(rows.length);
      const order = inOrderOfFile(rows);
      for (let next = 0; next < order.length; ) {
        const first = rowAt(order, next);
        const from = startOf(first, ends);
        let to = endOf(first, ends);
        let last = next + 1;
        for (; last < order.length; last += 1) {
          const row = rowAt(order, last);
          if (startOf(row, ends) - to > NEAR || endOf(row, ends) - from > bytes.length) break;
          to = endOf(row, ends);
        }
        if (!(from < to && to - from <= LARGEST)) refuse(first);
        load(from, to, first);
        for (; next < last; next += 1) {
          const row = rowAt(order, next);
          const record = unpackRecord(bytes, startOf(row, ends) - from, endOf(row, ends) - from, row);
          found[(order[next] as number) % PLACES] = record ?? refuse(row);
        }
      }
      return found;
    },
    close: () => closeSync(descriptor),
  };
}

/** Rows with their places in the list. */
function inOrderOfFile(rows: readonly number[]): Float64Array {
  const order = new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place += 1)
    order[place] = (rows[place] as number) * PLACES + place;
  return order.sort();
}

function rowAt(order: Float64Array, at: number): number {
  return Math.floor((order[at] as number) / PLACES);
}

function startOf(row: number, ends: Uint32Array): number {
  return (ends[row - 1] as number) * UNIT;
}

function endOf(row: number, ends: Uint32Array): number {
  return (ends[row] as number) * UNIT;
}
