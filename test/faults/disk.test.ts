/** A disk that is full, or may only be read: told, with what to do; what serves is whole, and goes on. */
import { closeSync, cpSync, openSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { data, fingerprint, run } from '../cli/command.js';
import { startServer } from '../http/start-server.js';
import { smallDisk } from '../small-disk.js';
import { ROOT } from '../source-files.js';
import { versionsIn, wholeOf, writeVersion } from './versions.js';

const ZHENGSOU = join(ROOT, 'dist/cli/zhengsou.js');
const SIZES = 8;
const place = data('disk');
const disk = smallDisk(place);
const missing = disk.cannot();
const index = join(place, 'index');
const sizeOf = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1024)}k`;
const told = (stderr: string, remedy: RegExp): void => {
  expect(stderr).toMatch(remedy);
  expect(stderr).not.toMatch(/\n +at /); // no stack: somebody can act on it
};

describe.skipIf(missing !== null)(`a disk that gives out (${missing ?? 'a real one'})`, () => {
  const small = data('small-index');
  const big = data('big-index');
  let laws = '';
  beforeAll(async () => {
    const few = writeVersion('few', 20, '甲子版');
    laws = writeVersion('more', 600, '乙丑版');
    expect((await run([few, '--data', small])).code).toBe(0);
    expect((await run([laws, '--data', big])).code).toBe(0);
  });
  afterEach(() => disk.unmount());
  afterAll(() => rmSync(place, { recursive: true, force: true }));
  const withSmall = (size: string): void => {
    disk.mount(size);
    cpSync(small, index, { recursive: true });
  };

  const shares = Array.from({ length: SIZES }, (_, n) => (n + Math.random()) / SIZES);
  it.each(shares)(
    'full at %f of what a run needs: exit 2, the old index whole, nothing left behind',
    async (share) => {
      withSmall(kilobytes(sizeOf(small) + 40_000 + sizeOf(big) * share * 0.9));
      const before = fingerprint(index);
      const left = readdirSync(index).sort();
      for (const update of [[], ['--update']]) {
        const { code, stderr } = await run([laws, '--data', index, ...update]);
        told(stderr, /full|space/);
        expect(code).toBe(2);
        expect(fingerprint(index)).toBe(before);
        expect(readdirSync(index).sort()).toEqual(left);
        expect(await versionsIn(index)).toEqual(wholeOf(20, '甲子版'));
      }
      disk.resize(kilobytes(sizeOf(big) * 6));
      expect((await run([laws, '--data', index])).code).toBe(0);
      expect(await versionsIn(index)).toEqual(wholeOf(600, '乙丑版'));
    },
  );

  it.each(shares)('full at %f of a backup: exit 2, the older backup whole', async (share) => {
    withSmall(kilobytes(sizeOf(small) + 20_000 + sizeOf(big) * share * 0.95));
    const before = fingerprint(index);
    const { code, stderr } = await run(['backup', index, '--data', big], { as: ZHENGSOU });
    told(stderr, /full|space/);
    expect(code).toBe(2);
    expect(fingerprint(index)).toBe(before);
    expect(await versionsIn(index)).toEqual(wholeOf(20, '甲子版'));
  });

  it('full under a server: it answers, and its log may be lost', async () => {
    withSmall('4m');
    const log = openSync(join(place, 'log'), 'w');
    try {
      writeFileSync(join(place, 'filler'), Buffer.alloc(4 << 20));
    } catch {
      // as full as it gets
    }
    const server = await startServer({ DATA_DIR: index, LOG_LEVEL: 'info' }, log);
    for (let n = 0; n < 200; n += 1) {
      const response = await fetch(`${server.origin}/api/search?q=${encodeURIComponent(`规定 ${n}`)}`);
      expect(response.status).toBe(200);
      await response.text();
    }
    server.child.kill('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0 });
    closeSync(log);
  });

  it('read-only: it is served, checked, listed and backed up; whatever would write is told', async () => {
    withSmall('64m');
    disk.setReadOnly(true);
    const server = await startServer({ DATA_DIR: index });
    expect((await fetch(`${server.origin}/api/search?q=${encodeURIComponent('规定')}`)).status).toBe(200);
    expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
    for (const [command, ...args] of [['check'], ['list'], ['backup', data('copied')]]) {
      const { code, stderr } = await run([command as string, ...args, '--data', index], { as: ZHENGSOU });
      expect([command, code, stderr]).toEqual([command, 0, expect.anything()]);
    }
    const writers = [
      ['index', laws, '--data', index],
      ['index', laws, '--data', index, '--update'],
      ['index', laws, '--data', join(place, 'new')],
      ['restore', big, '--data', index],
      ['backup', join(place, 'backup'), '--data', big],
    ];
    for (const args of writers) {
      const { code, stderr } = await run(args, { as: ZHENGSOU });
      told(stderr, /writable/);
      expect([args, code]).toEqual([args, 2]);
    }
    server.child.kill('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0 });
    expect(await versionsIn(index)).toEqual(wholeOf(20, '甲子版'));
  });
});
