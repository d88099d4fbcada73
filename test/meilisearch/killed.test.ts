/** The indexer, the engine or the disk gives out in the middle of a load: what serves is whole, and the next run mends the rest. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallDisk } from '../small-disk.js';
import { idle, listIndexes, serverKey } from './administration.js';
import { noOwnServers, type OwnServer, startServer, startServers, stopServers } from './real-servers.js';
import {
  type Contents,
  contentsOf,
  expectedContents,
  noIndexer,
  runIndexer,
  startIndexer,
  writeLaws,
} from './run-indexer.js';

const MOMENTS = 10;
const LONG = 900_000; // ms
const missing = noOwnServers ?? noIndexer;
const folder = mkdtempSync(join(tmpdir(), 'zhengsou-killed-'));
const laws = join(folder, 'laws.jsonl');
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, n) => from + n);

afterAll(async () => {
  await stopServers();
  rmSync(folder, { recursive: true, force: true });
});

const isSame = (found: Contents, expected: Contents): boolean =>
  JSON.stringify([[...found.documents], found.counts]) ===
  JSON.stringify([[...expected.documents], expected.counts]);

describe.skipIf(missing !== null)(`a load that is broken off (${missing ?? 'real'})`, () => {
  let servers: readonly OwnServer[];
  let key: string;
  beforeAll(async () => {
    servers = await startServers(1);
    key = await serverKey(servers);
  });
  const settle = (): Promise<unknown> => Promise.all(servers.map(idle));

  it(
    `a rebuild killed at ${MOMENTS} moments: the old index or the new one, whole; the next run clears up`,
    async () => {
      writeLaws(laws, range(0, 300), '一');
      const { ms, code } = await runIndexer(servers, [laws]);
      expect(code).toBe(0);
      const afterwards = await listIndexes(servers[0] as OwnServer);
      let kept = 0;
      for (const moment of range(0, MOMENTS)) {
        const before = await contentsOf(servers, key);
        writeLaws(laws, range(0, 300), `版${moment}`);
        const { child, ended } = startIndexer(servers, [laws]);
        await sleep(ms * (0.1 + (0.9 * (moment + Math.random())) / MOMENTS));
        child.kill('SIGKILL');
        await ended;
        const atOnce = await contentsOf(servers, key);
        await settle(); // what had been sent is still worked on
        const later = await contentsOf(servers, key);
        const now = await expectedContents([laws]);
        for (const found of [atOnce, later]) {
          expect([isSame(found, before), isSame(found, now)]).toContain(true);
          expect(found.read).toEqual({ documents: 300, clauses: 3300 });
        }
        kept += Number(isSame(later, before));
      }
      expect(kept).toBeGreaterThan(MOMENTS / 2); // else nothing was killed in time
      expect((await runIndexer(servers, [laws])).code).toBe(0);
      expect(isSame(await contentsOf(servers, key), await expectedContents([laws]))).toBe(true);
      expect(await listIndexes(servers[0] as OwnServer)).toEqual(afterwards);
    },
    LONG,
  );

  it(
    `an update killed at ${MOMENTS} moments: every document whole, old or new; the next run ends it`,
    async () => {
      writeLaws(laws, range(0, 200), '一');
      await runIndexer(servers, [laws]);
      const afterwards = await listIndexes(servers[0] as OwnServer);
      const old = await contentsOf(servers, key);
      writeLaws(laws, range(50, 250), '二');
      const { ms } = await runIndexer(servers, [laws, '--update']);
      const fresh = await expectedContents([laws]);
      expect(isSame(await contentsOf(servers, key), fresh)).toBe(true);
      let unfinished = 0;
      for (const moment of range(0, MOMENTS)) {
        writeLaws(laws, range(0, 200), '一');
        expect((await runIndexer(servers, [laws])).code).toBe(0);
        writeLaws(laws, range(50, 250), '二');
        const { child, ended } = startIndexer(servers, [laws, '--update']);
        await sleep(ms * (0.1 + (0.9 * (moment + Math.random())) / MOMENTS));
        child.kill('SIGKILL');
        await ended;
        await settle();
        const found = await contentsOf(servers, key);
        for (const [id, hash] of found.documents) {
          expect([id, old.documents.get(id), fresh.documents.get(id)]).toContain(hash);
        }
        for (const id of old.documents.keys()) {
          if (fresh.documents.has(id)) expect(found.documents.has(id)).toBe(true);
        }
        expect({ moment, ...found.counts, found: [] }).toEqual({ moment, ...found.read, found: [] });
        unfinished += Number(!isSame(found, fresh));
        expect((await runIndexer(servers, [laws, '--update'])).code).toBe(0);
        expect(isSame(await contentsOf(servers, key), fresh)).toBe(true);
        expect(await listIndexes(servers[0] as OwnServer)).toEqual(afterwards);
      }
      expect(unfinished).toBeGreaterThan(2); // the others were done before
    },
    LONG,
  );

  it(
    'the engine killed in the middle, of a rebuild and of an update: exit 2, what to do, and whole after its restart',
    async () => {
      const [server] = servers as [OwnServer];
      writeLaws(laws, range(0, 300), '三');
      const { ms } = await runIndexer(servers, [laws]);
      for (const update of [[], ['--update']]) {
        const before = await contentsOf(servers, key);
        writeLaws(laws, range(0, 300), `四${update.length}`);
        const { ended } = startIndexer(servers, [laws, ...update]);
        await sleep(ms / 2);
        await server.kill();
        const { code, stderr } = await ended;
        expect(stderr).toMatch(/cannot be reached.*\n {2}\S/);
        expect(code).toBe(2);
        await server.restart();
        await settle();
        const found = await contentsOf(servers, key);
        if (update.length === 0) expect(isSame(found, before)).toBe(true);
        expect(found.read).toEqual({ documents: 300, clauses: 3300 });
        expect((await runIndexer(servers, [laws, ...update])).code).toBe(0);
        expect(isSame(await contentsOf(servers, key), await expectedContents([laws]))).toBe(true);
        expect(await listIndexes(server)).toHaveLength(1);
      }
    },
    LONG,
  );
});

const DISK = join(folder, 'disk');
const disk = smallDisk(DISK);
const MEGABYTES = 96;
const noDisk = missing ?? disk.cannot();

describe.skipIf(noDisk !== null)(`a full disk (${noDisk ?? `of ${MEGABYTES} MB`})`, () => {
  beforeAll(() => disk.mount(`${MEGABYTES}m`));
  afterAll(async () => {
    await stopServers();
    disk.unmount();
  });

  it(
    'exit 2, what to do, and the live index whole; with room again the next run succeeds',
    async () => {
      const server = await startServer({}, DISK);
      const key = await serverKey([server]);
      writeLaws(laws, range(0, 20), '一');
      expect((await runIndexer([server], [laws])).code).toBe(0);
      const before = await contentsOf([server], key);
      for (const update of [[], ['--update']]) {
        writeLaws(laws, range(0, 8000), '二');
        const { code, stderr } = await runIndexer([server], [laws, ...update]);
        expect(stderr).toMatch(/full.*\n {2}.*[Ff]ree .*\n/s);
        expect(code).toBe(2);
        // Its queue may stand still until there is room; what it serves is read all the same.
        const found = await contentsOf([server], key);
        if (update.length === 0) expect(isSame(found, before)).toBe(true);
        else expect(found.read.documents).toBeGreaterThanOrEqual(20);
      }
      disk.resize(`${MEGABYTES * 20}m`);
      writeLaws(laws, range(0, 100), '三');
      expect((await runIndexer([server], [laws])).code).toBe(0);
      expect(isSame(await contentsOf([server], key), await expectedContents([laws]))).toBe(true);
      expect(await listIndexes(server)).toHaveLength(1);
    },
    LONG,
  );
});
