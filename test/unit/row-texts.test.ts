import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openForReading, openForWriting } from '../../engine/sqlite/database.js';
import { openRowTexts, type RowTexts } from '../../engine/sqlite/row-texts.js';
import { createTables } from '../../engine/sqlite/schema.js';
import { openTextWriter, textsAt } from '../../engine/sqlite/text-records.js';

type Row = readonly [id: string, folded: string];

const ROWS: readonly Row[] = [
  ['plan-1', '第一条為了規範算力'],
  ['plan,2\n"', 'measures for the administration of data'],
  ['', '無題'],
  ['plan-4', ''],
  ['规划-5', '𠀀𠀁b\u0000养犬'],
  ['plan-6', 'ab𠀀'],
  ['plan-7', '5'],
  ['plan-8', '甲'.repeat(200_000)],
  ['plan-9', '乙'],
];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhengsou-row-texts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;

/** A database with records behind it; in parts, each a copy of the one before, continued. */
function write(parts: readonly (readonly Row[])[]): { readonly file: string; readonly ends: Uint32Array } {
  let written: { readonly file: string; readonly ends: Uint32Array } | null = null;
  let row = 0;
  for (const part of parts) {
    files += 1;
    const file = join(folder, `index-${files}.sqlite`);
    if (written !== null) copyFileSync(written.file, file);
    const writer = openTextWriter(file, written);
    const database = openForWriting(file);
    if (written === null) createTables(database);
    database.prepare('INSERT INTO names VALUES (?, ?)').run('甲'.repeat(20_000), files); // so that its pages become more
    for (const [id, folded] of part) {
      row += 1;
      writer.add(row, { id, folded });
    }
    database.close();
    writer.finish();
    written = { file, ends: writer.ends.view().slice() };
  }
  return written ?? { file: '', ends: new Uint32Array() };
}

function opened<Result>(
  { file, ends }: ReturnType<typeof write>,
  ask: (read: (rows: readonly number[]) => ReturnType<RowTexts['read']>) => Result,
): Result {
  const database = openForReading(file);
  const texts = openRowTexts(database);
  try {
    return ask((rows) => texts.read(rows, ends));
  } finally {
    texts.close();
    database.close();
  }
}

const rowsOf = (parts: readonly (readonly Row[])[]) => parts.flat().map(([id, folded]) => ({ id, folded }));

describe('the ids and texts of rows', () => {
  it.each([
    ['at once', [ROWS]],
    ['as an update adds to them', [ROWS.slice(0, 4), ROWS.slice(4, 5), [], ROWS.slice(5)]],
  ])('come as they were written, %s', (_, parts) => {
    opened(write(parts), (read) => {
      for (const rows of [[9, 1, 5, 2, 4, 6, 3, 8, 7], [2], [1, 9], [8], [], [3, 7]]) {
        expect(read(rows)).toEqual(rows.map((row) => rowsOf(parts)[row - 1]));
      }
    });
  });

  it('come as they were written, whatever they are and whichever are asked for', () => {
    const texts = fc.array(
      fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', maxLength: 3000 })),
    );
    fc.assert(
      fc.property(
        fc.array(texts, { minLength: 1, maxLength: 3 }),
        fc.infiniteStream(fc.nat()),
        (parts, drawn) => {
          const written = rowsOf(parts);
          const rows = [...new Set([...drawn.take(20)].map((one) => 1 + (one % (written.length + 1))))];
          const there = rows.filter((row) => row <= written.length);
          opened(write(parts), (read) => {
            expect(read(there)).toEqual(there.map((row) => written[row - 1]));
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('lie where SQLite looks at nothing: its own check finds nothing, and nothing is left beside the file', () => {
    const { file } = write([ROWS]);
    const database = new Sqlite(file, { readonly: true });
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(textsAt(database)).toBeLessThan(statSync(file).size);
    database.close();
    expect(() => statSync(`${file}.texts`)).toThrow('ENOENT');
  });

  it.each<[string, (bytes: Buffer, at: number) => Buffer]>([
    ['cut', (bytes) => bytes.subarray(0, -8)],
    ['of another row', (bytes, at) => bytes.fill(1, at + 6, at + 8)],
    ['of another length', (bytes, at) => bytes.fill(0xff, at, at + 3)],
    ['of a longer name', (bytes, at) => bytes.fill(0x7f, at + 4, at + 6)],
    ['empty', (bytes, at) => bytes.fill(0, at)],
  ])('%s: told as damage, and no other text in its place', (_, damage) => {
    const written = write([ROWS]);
    const database = openForReading(written.file);
    const last = textsAt(database) + (written.ends.at(-2) as number) * 8;
    database.close();
    writeFileSync(written.file, damage(readFileSync(written.file), last));
    opened(written, (read) => {
      expect(() => read([9])).toThrow('is damaged');
      expect(read([1, 7])).toEqual([rowsOf([ROWS])[0], rowsOf([ROWS])[6]]);
    });
  });

  it.each([[0], [10], [-1]])('of row %i, which there is none of: told as damage', (row) => {
    opened(write([ROWS]), (read) => expect(() => read([row])).toThrow('is damaged'));
  });
});
