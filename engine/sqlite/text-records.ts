/**
 * The folded texts of the rows, as they lie behind the last page of the database, in the same file: a record a row, in the order of
 * the rows. SQLite reads no byte behind the pages that it has counted.
 *
 * ```
 * | bytes of the text, and whether it is UTF-8 | bytes of the id | row | text | id in UTF-8 | up to a multiple of 8
 *   4                                            2                 2
 * ```
 *
 * 500 of them are read for a question, from anywhere in the corpus: as rows of a table each cost a page of 16 kB.
 */
import { closeSync, openSync, readSync, rmSync, truncateSync, writeSync } from 'node:fs';
import { type Database, readFrom } from './database.js';
import { type GrowingArray, growingWords } from './growing-array.js';
import { isWide } from './packed-text.js';

/** Where records begin and end is told in so many bytes: 32 bits are 34 GB of texts. */
export const UNIT = 8;
const HEADER = 8;
const UTF8 = 0x80000000;

export interface TextRecord {
  /** Of a hidden row empty. */
  readonly id: string;
  readonly folded: string;
}

/** Where the first record begins, in bytes. */
export function textsAt(database: Database): number {
  const [pages, size] = ['page_count', 'page_size'].map((name) => database.pragma(name, { simple: true }));
  return (pages as number) * (size as number);
}

/** @returns where it ends; the bytes have room for `mostBytes` from `start` on. */
function packRecord(bytes: Buffer, start: number, row: number, { id, folded }: TextRecord): number {
  const wide = isWide(folded);
  const text = bytes.write(folded, start + HEADER, wide ? 'utf16le' : 'utf8');
  const name = bytes.write(id, start + HEADER + text, 'utf8');
  const used = HEADER + text + name;
  const end = start + Math.ceil(used / UNIT) * UNIT;
  bytes.fill(0, start + used, end);
  bytes.writeUInt32LE((text | (wide ? 0 : UTF8)) >>> 0, start);
  bytes.writeUInt16LE(name, start + 4);
  bytes.writeUInt16LE(row & 0xffff, start + 6);
  return end;
}

/** A code unit is three bytes at most. */
function mostBytes({ id, folded }: TextRecord): number {
  return HEADER + 3 * (id.length + folded.length) + UNIT;
}

/** @returns null where the bytes from `start` to `end` are no record of the row. */
export function unpackRecord(bytes: Buffer, start: number, end: number, row: number): TextRecord | null {
  if (end - start < HEADER || end > bytes.length || bytes.readUInt16LE(start + 6) !== (row & 0xffff))
    return null;
  const told = bytes.readUInt32LE(start);
  const text = start + HEADER;
  const name = text + (told & ~UTF8);
  const used = name + bytes.readUInt16LE(start + 4);
  if (used > end || end - used >= UNIT) return null;
  return {
    id: bytes.toString('utf8', name, used),
    folded: bytes.toString((told & UTF8) === 0 ? 'utf16le' : 'utf8', text, name),
  };
}

export interface TextWriter {
  /** Of the rows in rising order, none left out. */
  add(row: number, text: TextRecord): void;
  /** Where the record of each row ends, in units. By row: the first is of row 0, which has none. */
  readonly ends: GrowingArray<Uint32Array>;
  /** Writes the records behind the database, which is closed by now. */
  finish(): void;
  /** Once more does nothing. */
  close(): void;
}

/** Bytes that are collected before they are written, and read at a time. */
const AT_A_TIME = 1 << 20;

/** An index that is continued in a copy of it. */
export interface ContinuedTexts {
  readonly file: string;
  readonly ends: Uint32Array;
}

/**
 * Records are written beside the database while it grows, in a file of their own.
 *
 * @param file  Of a copy, what lies behind the database is taken off: the database may need the place.
 * @param base  Its records come first; as long as it is written, the file is there.
 */
export function openTextWriter(file: string, base: ContinuedTexts | null): TextWriter {
  const beside = `${file}.texts`;
  const target = openSync(beside, 'w+');
  const growing = growingWords(base?.ends ?? Uint32Array.of(0));
  let end = growing.view().at(-1) ?? 0;
  let waiting = Buffer.allocUnsafe(AT_A_TIME);
  let bytes = 0;
  let isOpen = true;
  const start = base === null ? 0 : readFrom(base.file, textsAt);
  if (base !== null) truncateSync(file, start);
  const flush = (): void => {
    writeWhole(target, waiting.subarray(0, bytes));
    bytes = 0;
  };
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    closeSync(target);
    rmSync(beside, { force: true });
  };
  return {
    ends: growing,
    add(row, text) {
      const most = mostBytes(text);
      if (bytes + most > waiting.length) flush();
      if (most > waiting.length) waiting = Buffer.allocUnsafe(most);
      const start = bytes;
      bytes = packRecord(waiting, start, row, text);
      end += (bytes - start) / UNIT;
      growing.push(end);
    },
    finish() {
      flush();
      const database = openSync(file, 'a');
      try {
        if (base !== null) copyFile(base.file, start, database);
        copyFrom(target, 0, database);
      } finally {
        closeSync(database);
      }
      close();
    },
    close,
  };
}

function copyFile(file: string, start: number, target: number): void {
  const source = openSync(file, 'r');
  try {
    copyFrom(source, start, target);
  } finally {
    closeSync(source);
  }
}

/** From a place on to the end. */
function copyFrom(source: number, start: number, target: number): void {
  const piece = Buffer.alloc(AT_A_TIME);
  for (let at = start; ; ) {
    const read = readSync(source, piece, 0, piece.length, at);
    if (read === 0) return;
    writeWhole(target, piece.subarray(0, read));
    at += read;
  }
}

function writeWhole(target: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(target, bytes, at);
}
