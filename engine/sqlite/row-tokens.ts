/**
 * The rows of each Han character, and of each common gram: what is written beside FTS5 so that the broadest queries
 * read one blob.
 *
 * Characters are collected here while indexing (a second for the corpora; a second FTS5 table took six) and merged
 * with those of an update's base at the end. FTS5 itself tells which grams are common, then their rows.
 */
import type { Database } from './database.js';
import {
  appendRow,
  type GrowingRows,
  growingRows,
  packGrowing,
  packRows,
  unpackRows,
} from './packed-rows.js';
import { prepareRowsOf } from './phrase-match.js';
import { addListed, emptyRows, intersect, type RowSet, unite } from './row-set.js';

/** Common: in more than one row of this many, and in enough to be worth a bitmap. */
const COMMON_SHARE = 30;
const COMMON_ROWS = 500;

const HIGH_SURROGATE = 0xd800;
const SPACE = 32;

export interface CharacterWriter {
  /** @param characters  As in `Tokens`. */
  add(row: number, characters: string): void;
  save(database: Database, rows: number): void;
}

export function openCharacterWriter(): CharacterWriter {
  const byCodePoint = new Map<number, GrowingRows>();
  return {
    add(row, characters) {
      for (let i = 0; i < characters.length; i += 1) {
        let codePoint = characters.charCodeAt(i);
        if (codePoint === SPACE) continue;
        if (codePoint >= HIGH_SURROGATE && codePoint < 0xe000) {
          codePoint = characters.codePointAt(i) as number;
          i += 1;
        }
        let rowsOf = byCodePoint.get(codePoint);
        if (!rowsOf) {
          rowsOf = growingRows();
          byCodePoint.set(codePoint, rowsOf);
        }
        appendRow(rowsOf, row);
      }
    },
    save(database, rows) {
      const read = database
        .prepare<[string], Buffer>('SELECT rows FROM characters WHERE character = ?')
        .pluck();
      const write = database.prepare('INSERT OR REPLACE INTO characters (character, rows) VALUES (?, ?)');
      for (const [codePoint, growing] of byCodePoint) {
        const character = String.fromCodePoint(codePoint);
        const before = read.get(character);
        let packed = packGrowing(growing, rows);
        if (before) {
          const all = unpackRows(packed, rows);
          unite(all, unpackRows(before, rows));
          packed = packRows(all);
        }
        write.run(character, packed);
      }
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
    const set = emptyRows(rows);
    addListed(set, readRows([gram]));
    intersect(set, alive);
    write.run(gram, packRows(set));
  }
}
