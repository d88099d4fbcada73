import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openForWriting } from '../../engine/sqlite/database.js';
import { packText } from '../../engine/sqlite/packed-text.js';
import { openRowTexts } from '../../engine/sqlite/row-texts.js';
import { createTables } from '../../engine/sqlite/schema.js';

/** By row; the third is hidden. */
const ROWS: readonly (readonly [id: string | null, folded: string])[] = [
  ['plan-1', '第一条為了規範算力'],
  ['plan,2\n"', 'measures for the administration of data'],
  [null, '無題'],
  ['plan-4', ''],
  ['plan-5', '𠀀𠀁b\u0000养犬'],
  ['plan-6', 'ab𠀀'],
  ['plan-7', '5'],
];

describe('the ids and texts of rows', () => {
  let folder: string;
  let database: Database;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhengsou-row-texts-'));
    database = openForWriting(join(folder, 'index.sqlite'));
    createTables(database);
    const insert = database.prepare('INSERT INTO clauses VALUES (?, 0, ?, ?, NULL, NULL)');
    for (const [i, [id, folded]] of ROWS.entries()) insert.run(i + 1, id, packText(folded));
  });
  afterAll(() => {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  // Room for all of them, for none, and for some.
  it.each([1 << 20, 1, 150])('come as they were written, with room for %i bytes', (capacity) => {
    const read = openRowTexts(database, capacity);
    for (const rows of [[7, 1, 5, 2, 4, 6, 3], [2], [1, 7], [2], [7, 1, 5, 2, 4, 6, 3], [99], [], [3, 99]]) {
      const there = rows.filter((row) => row <= ROWS.length);
      const found = read(rows, true);
      expect([...found.keys()].sort()).toEqual(there.toSorted());
      for (const row of there) {
        const [id, folded] = ROWS[row - 1] ?? [];
        expect(found.get(row)).toEqual({ id: id ?? '', folded });
      }
    }
  });

  it('of a damaged file, move none but their own', () => {
    const write = database.prepare('UPDATE clauses SET folded = ? WHERE row = 2');
    for (const wrong of [5n, 1.5, Buffer.from([0x61]), Buffer.from([0, 1, 2])]) {
      write.run(wrong);
      const found = openRowTexts(database, 1)([1, 2, 5, 6, 7], true);
      for (const row of [1, 5, 6, 7]) expect(found.get(row)?.folded).toBe(ROWS[row - 1]?.[1]);
    }
    write.run(packText(ROWS[1]?.[1] ?? ''));
  });

  it('come without texts where none are asked for', () => {
    const read = openRowTexts(database, 1);
    expect([...read([2, 1], false)]).toEqual([
      [1, { id: 'plan-1', folded: null }],
      [2, { id: 'plan,2\n"', folded: null }],
    ]);
  });
});
