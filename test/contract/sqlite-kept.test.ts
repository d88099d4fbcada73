/** What the embedded engine keeps of an index file, and what it does where that file lacks what it names. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import type { EngineConfig } from '../../engine/engine-config.js';
import { openEngine } from '../../engine/open.js';
import { openIndexBuild } from '../../engine/open-build.js';
import { openSqliteEngine } from '../../engine/sqlite/sqlite-engine.js';
import { LAW, PLAN } from './corpus.js';
import { type EngineUnderTest, fill } from './engine-under-test.js';
import { describeKept } from './kept-contract.js';
import { query } from './small-documents.js';

function placeOf(dataFolder: string): EngineUnderTest {
  const config: EngineConfig = { engine: 'sqlite', dataFolder };
  return {
    build: (options) => openIndexBuild(config, options),
    open: () => openEngine(config),
    dispose: async () => rmSync(dataFolder, { recursive: true, force: true }),
  };
}
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'zhengsou-'));

describeKept('sqlite', async () => {
  const folder = newFolder();
  return {
    ...placeOf(folder),
    openWith: (room) =>
      openSqliteEngine(folder, {
        capacities: { documents: room, phrases: room, themes: room },
      }),
  };
});

function withoutDocument(file: string): void {
  new Database(file).exec("DELETE FROM documents WHERE id = 'law'").close();
}

function withoutText(file: string): void {
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0, bytes.lastIndexOf(Buffer.from('养犬', 'utf16le')) - 20));
}

it.each([
  ["a document's metadata", withoutDocument],
  ["a clause's text", withoutText],
])('an index file that lacks %s: said, with a remedy, whatever was asked before', async (_what, damage) => {
  const folder = newFolder();
  const place = placeOf(folder);
  await fill(place, [PLAN, LAW]);
  const file = readdirSync(folder).find((name) => name.endsWith('.sqlite')) ?? '';
  damage(join(folder, file));
  const engine = place.open();
  try {
    for (let i = 0; i < 2; i += 1) {
      await expect(engine.search(query('养犬'))).rejects.toMatchObject({
        code: 'index_damaged',
        message: expect.stringContaining('damaged'),
        remedy: expect.stringContaining('npm run index'),
      });
      expect((await engine.search(query('算力'))).total).toBe(2);
    }
    if (damage === withoutDocument) {
      for (let i = 0; i < 2; i += 1) {
        await expect(engine.clauses(['plan-2', 'law-2'])).rejects.toMatchObject({
          code: 'index_damaged',
        });
      }
    }
    expect(await engine.clauses(['plan-2'])).toMatchObject([{ document: { id: 'plan' } }]);
  } finally {
    await engine.close();
    await place.dispose();
  }
});
