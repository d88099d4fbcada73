/**
 * The rows of each Han character, and of each common gram: what is written beside FTS5 so that the broadest queries
 * read one blob.
 *
 * Characters are collected here while indexing (a second for the corpora; a second FTS5 table took six), so much of them in
 * memory, and merged with those of an update's base at the end. FTS5 itself tells which grams are common, then their rows.
 */

import { intersection, union } from './combine-rows.js';
import type { Database } from './database.js';
import {
  appendRow,
  noDifferences,
  type PackedDifferences,
  packDifferences,
  packRows,
  unpackRows,
} from './packed-rows.js';
import { prepareRowsOf } from './phrase-match.js';
import type { RowSet } from './row-set.js';
import { rowsOfDigits } from './rows-of.js';

/**
 * Common: in more than one row of this many, and in enough to be worth it. Of the corpora 3,357 grams, an eightieth of the file; of
 * one in 30, 247: then FTS5 listed the rows of a word for .2 ms that is read here in .02.
 */
const COMMON_SHARE = 300;
const COMMON_ROWS = 500;

/** Bytes of characters' rows in memory; past it they are written out: of a large corpus they would be most of what is. */
const HELD_BYTES = 16 << 20;

const HIGH_SURROGATE = 0xd800;
const SPACE = 32;

export interface CharacterWriter {
  /** @param characters  As in `Tokens`. */
  add(row: number, characters: string): void;
  save(database: Database, rows: number): void;
}

/** Parts of one character are written one after the other, each with the differences that follow on the last. */
export function openCharacterWriter(database: Database, mostHeld = HELD_BYTES): CharacterWriter {
  const byCodePoint = new Map<number, PackedDifferences>();
  let held = 0;
  database.exec(`CREATE TEMP TABLE character_parts (
    code INTEGER, part INTEGER, rows BLOB NOT NULL, PRIMARY KEY (code, part)
  ) WITHOUT ROWID`);
  const writePart = database.prepare('INSERT INTO character_parts VALUES (?, ?, ?)');
  const readParts = database
    .prepare<[number], Buffer>('SELECT rows FROM character_parts WHERE code = ? ORDER BY part')
    .pluck();
  const writeOut = (part: number): void => {
    for (const [codePoint, rows] of byCodePoint) {
      if (rows.length === 0) continue;
      writePart.run(codePoint, part, rows.bytes.subarray(0, rows.length));
      byCodePoint.set(codePoint, { ...noDifferences(), last: rows.last });
    }
    held = 0;
  };
  return {
    add(row, characters) {
      if (held > mostHeld) writeOut(row);
      for (let i = 0; i < characters.length; i += 1) {
        let codePoint = characters.charCodeAt(i);
        if (codePoint === SPACE) continue;
        if (codePoint >= HIGH_SURROGATE && codePoint < 0xe000) {
          codePoint = characters.codePointAt(i) as number;
          i += 1;
        }
        let rowsOf = byCodePoint.get(codePoint);
        if (!rowsOf) {
          rowsOf = noDifferences();
          byCodePoint.set(codePoint, rowsOf);
        }
        const before = rowsOf.length;
        appendRow(rowsOf, row);
        held += rowsOf.length - before;
      }
    },
    save(database, rows) {
      const read = database
        .prepare<[string], Buffer>('SELECT rows FROM characters WHERE character = ?')
        .pluck();
      const write = database.prepare('INSERT OR REPLACE INTO characters (character, rows) VALUES (?, ?)');
      for (const [codePoint, { bytes, length }] of byCodePoint) {
        const character = String.fromCodePoint(codePoint);
        const before = read.get(character);
        const all = Buffer.concat([...readParts.all(codePoint), bytes.subarray(0, length)]);
        let packed = packDifferences(all, rows);
        if (before) {
          packed = packRows(union([unpackRows(packed, rows), unpackRows(before, rows)], rows), rows);
        }
        write.run(character, packed);
      }
      database.exec('DROP TABLE character_parts');
    },
  };
}

/** @param alive  Rows of removed documents are left out. */
export function saveCommonGrams(database: Database, rows: number, alive: RowSet): void {
  database.exec('DELETE FROM common_grams');
  database.exec(`CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'grams', 'row')`);
  const common = database
    .prepare<[number], string>('SELECT term FROM temp.vocabulary WHERE doc > ?')
    .pluck()
    .all(Math.max(rows / COMMON_SHARE, COMMON_ROWS));
  database.exec('DROP TABLE temp.vocabulary');
  const write = database.prepare('INSERT INTO common_grams (gram, rows) VALUES (?, ?)');
  const readRows = prepareRowsOf(database);
  for (const gram of common) {
    write.run(gram, packRows(intersection(rowsOfDigits(readRows([gram]), rows), alive), rows));
  }
}
