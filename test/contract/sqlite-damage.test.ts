/** An index that a disk, a copy or a hand has changed: told as damaged by whoever opens it, and mended by what the error says. */
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SearchEngine } from '../../engine/engine.js';
import { openEngine } from '../../engine/open.js';
import { indexMaker, openIndexBuild } from '../../engine/open-build.js';
import { flipByte } from './flip-byte.js';
import { analyzed, query } from './small-documents.js';

const LOOKED_AGAIN = 1100; // ms

let whole = '';
let folder = '';
let engine: SearchEngine;

const build = async (into: string, mode: 'rebuild' | 'update' = 'rebuild') => {
  const under = await openIndexBuild({ engine: 'sqlite', dataFolder: into }, { mode, madeBy: 'user' });
  const lines = Array.from({ length: 60 }, (_, n) => `第${n}条 推动算力发展${n}。`);
  await under.add(['one', 'two'].map((id) => analyzed({ id, title: `标题${id}`, clauses: lines })));
  await under.commit();
};

beforeAll(async () => {
  whole = mkdtempSync(join(tmpdir(), 'zhengsou-whole-'));
  await build(whole);
});
afterAll(() => rmSync(whole, { recursive: true }));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhengsou-damaged-'));
  cpSync(whole, folder, { recursive: true });
  engine = openEngine({ engine: 'sqlite', dataFolder: folder }, { verify: true });
});
afterEach(async () => {
  await engine.close();
  rmSync(folder, { recursive: true });
});

const pointer = (): string => join(folder, 'current.json');
const file = (): string => join(folder, readdirSync(folder).find((name) => name.endsWith('.sqlite')) ?? '');
const size = (): number => statSync(file()).size;
const edit = (change: (text: string) => string): void =>
  writeFileSync(pointer(), change(readFileSync(pointer(), 'utf8')));

function inItsPlace(path: string): void {
  rmSync(path, { recursive: true });
  mkdirSync(path);
}

const KINDS: readonly (readonly [string, () => void])[] = [
  ['current.json is a folder', () => inItsPlace(pointer())],
  ['current.json is empty', () => writeFileSync(pointer(), '')],
  ['current.json is cut', () => edit((text) => text.slice(0, text.length / 2))],
  ['current.json is something else', () => writeFileSync(pointer(), 'null\n')],
  ['current.json is no text', () => writeFileSync(pointer(), Buffer.alloc(300, 0xff))],
  ['current.json names no file', () => edit((text) => text.replace('"file"', '"life"'))],
  ['current.json names another file', () => edit((text) => text.replace('"index-', '"index-x'))],
  [
    'current.json tells another count',
    () => edit((text) => text.replace('"clauses": 122', '"clauses": 112')),
  ],
  [
    'current.json tells another day',
    () => edit((text) => text.replace('"indexedAt": "2', '"indexedAt": "1')),
  ],
  ['current.json has no checksum', () => edit((text) => text.replace('"checksum"', '"check"'))],
  ['the file is gone', () => rmSync(file())],
  ['the file is a folder', () => inItsPlace(file())],
  ['the file is empty', () => truncateSync(file())],
  ['the file is cut in a page', () => truncateSync(file(), 5000)],
  ['the file is cut to whole pages', () => truncateSync(file(), 3 * 16384)],
  ['the file lacks its last byte', () => truncateSync(file(), size() - 1)],
  ['the file has a byte more', () => appendFileSync(file(), 'x')],
  ['the file is another', () => writeFileSync(file(), Buffer.alloc(size(), '这是一个文本。'))],
  ['the file is all zeros', () => writeFileSync(file(), Buffer.alloc(size()))],
  ['its head is flipped', () => flipByte(file(), 0, 100)],
  ...[0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 1].map(
    (share) => [`a byte is flipped at ${share} of the file`, () => flipByte(file(), share)] as const,
  ),
];

const ASKED: readonly (readonly [string, (asked: SearchEngine) => Promise<unknown>])[] = [
  ['status', (asked) => asked.status()],
  ['search', (asked) => asked.search(query('算力'))],
  ['document', (asked) => asked.document('one')],
  ['known', (asked) => asked.known(['算力'])],
];

const damaged = (): object => ({
  code: 'index_damaged',
  message: expect.stringContaining('damaged: '),
  remedy: expect.stringMatching(/zhengsou restore.*npm run index/u),
});

/** It reads the file through beside its answers: some of them come before. */
async function untilKnown(): Promise<void> {
  await expect
    .poll(() =>
      engine.status().then(
        () => 'whole',
        ({ code }) => code,
      ),
    )
    .toBe('index_damaged');
}

describe('an index that is damaged', () => {
  it.each(KINDS)('%s: told by all that is asked, and mended by a rebuild', async (_kind, damage) => {
    damage();
    await untilKnown();
    for (const [, ask] of ASKED) await expect(ask(engine)).rejects.toMatchObject(damaged());
    expect(indexMaker(folder)).toBe('user');
    await expect(build(folder, 'update')).rejects.toMatchObject(damaged());

    await build(folder);
    await expect
      .poll(
        () =>
          engine.search(query('算力')).then(
            ({ total }) => total,
            () => 0,
          ),
        { timeout: 3000 },
      )
      .toBe(120);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await engine.status()).documents).toBe(2);
  });

  it.each<[string, () => void]>([
    ['emptied', () => truncateSync(file())],
    ['cut', () => truncateSync(file(), 5000)],
    ['taken away', () => rmSync(file())],
  ])('is told, and ends nothing, when it is %s while it serves', async (_how, damage) => {
    for (const [, ask] of ASKED) await ask(engine);
    damage();
    for (const [, ask] of ASKED) await ask(engine).catch((error) => expect(error).toMatchObject(damaged()));
    await new Promise((resolve) => setTimeout(resolve, LOOKED_AGAIN));
    for (const [, ask] of ASKED) await expect(ask(engine)).rejects.toMatchObject(damaged());
  });
});

it.each<[string, () => void]>([
  ['begins with something else', () => writeFileSync(file(), Buffer.alloc(size(), 0x20))],
  ['lacks a table', () => new Database(file()).exec('DROP TABLE names').close()],
])('one that %s leaves nothing open, however often it is asked', async (_what, damage) => {
  damage();
  const asked = openEngine({ engine: 'sqlite', dataFolder: folder });
  const opened = (): number => readdirSync('/proc/self/fd').length;
  await expect(asked.status()).rejects.toMatchObject(damaged());
  const before = opened();
  for (let i = 0; i < 50; i += 1) await expect(asked.status()).rejects.toMatchObject(damaged());
  expect(opened()).toBeLessThan(before + 10);
  await asked.close();
});

it('an index that is whole is answered from while it is read through, and afterwards', async () => {
  expect((await engine.search(query('算力'))).total).toBe(120);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect((await engine.search(query('算力'))).total).toBe(120);
});
