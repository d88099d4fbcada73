import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Database, openForWriting } from '../../engine/sqlite/database.js';
import { unpackRows } from '../../engine/sqlite/packed-rows.js';
import { eachRow } from '../../engine/sqlite/row-set.js';
import { openCharacterWriter } from '../../engine/sqlite/row-tokens.js';
import { createTables, mergeGrams } from '../../engine/sqlite/schema.js';

const FILE = join(tmpdir(), `zhengsou-tokens-${process.pid}.sqlite`);
const opened: Database[] = [];

function openEmpty(): Database {
  rmSync(FILE, { force: true });
  const database = openForWriting(FILE);
  opened.push(database);
  createTables(database);
  return database;
}

afterEach(() => {
  for (const database of opened.splice(0)) database.close();
  rmSync(FILE, { force: true });
});

describe('the rows of characters', () => {
  const ROWS = 3000;
  const charactersOf = (row: number): string =>
    ['法', row % 3 === 0 ? '規' : '', row % 700 === 0 ? '𠀀' : '', row > 2990 ? '末' : '']
      .filter((character) => character !== '')
      .join(' ');

  // biome-ignore format: a table
  it.each([
    // bytes held in memory
    [1 << 20, 'all in memory'],
    [500,     'written out several times'],
    [0,       'written out with every row'],
  ])('are the same with %i bytes in memory: %s', (mostHeld) => {
    const database = openEmpty();
    const writer = openCharacterWriter(database, mostHeld);
    const expected = new Map<string, number[]>();
    for (let row = 1; row <= ROWS; row += 1) {
      const characters = charactersOf(row);
      writer.add(row, characters);
      for (const one of characters.split(' ')) expected.set(one, [...(expected.get(one) ?? []), row]);
    }
    writer.save(database, ROWS);
    const stored = database.prepare<[], { character: string; rows: Buffer }>('SELECT * FROM characters').all();
    expect(stored.map(({ character }) => character).sort()).toEqual([...expected.keys()].sort());
    for (const { character, rows } of stored) {
      const found: number[] = [];
      eachRow(unpackRows(rows, ROWS), (row) => found.push(row));
      expect(found).toEqual(expected.get(character));
    }
  });
});

describe('the grams of a new index', () => {
  const ROWS = 20_000;

  it('are one segment where they would be many, and merged as usual from then on', () => {
    const database = openEmpty();
    database.exec(`INSERT INTO grams (grams, rank) VALUES ('hashsize', 4096)`);
    const insert = database.prepare('INSERT INTO grams (rowid, own) VALUES (?, ?)');
    const segments = database.prepare<[], number>('SELECT count(DISTINCT segid) FROM grams_idx').pluck();
    database.exec('BEGIN');
    for (let row = 1; row <= ROWS; row += 1) insert.run(row, `行政 政处 处罚 ${'abcdefgh'.repeat(row % 7)}`);
    const before = segments.get() as number;
    expect(before).toBeGreaterThan(20); // past the 16 at which FTS5 would merge them while it is built
    mergeGrams(database);
    database.exec('COMMIT');
    expect(segments.get()).toBe(1);
    const found = database.prepare(`SELECT count(*) FROM grams WHERE grams MATCH '"行政 政处 处罚"'`).pluck();
    expect(found.get()).toBe(ROWS);
    const kept = database
      .prepare(`SELECT k, v FROM grams_config WHERE k IN ('automerge', 'crisismerge')`)
      .raw();
    expect(kept.all()).toEqual([
      ['automerge', 4],
      ['crisismerge', 16],
    ]);
  });
});
