/** What the embedded engine promises of its folder. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEngine } from '../../engine/open.js';
import { indexMaker, openIndexBuild } from '../../engine/open-build.js';
import { analyzed, phrase, query } from './small-documents.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhengsou-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const document = (id: string, ...clauses: string[]) => analyzed({ id, title: `标题${id}`, clauses });
const start = (mode: 'rebuild' | 'update' = 'rebuild') =>
  openIndexBuild({ engine: 'sqlite', dataFolder: folder }, { mode, madeBy: 'user' });
const open = () => openEngine({ engine: 'sqlite', dataFolder: folder });

async function fill(...clauses: string[]): Promise<void> {
  const build = await start();
  await build.add([document('one', ...clauses)]);
  await build.commit();
}

function contentOf(path: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(path)
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(path, name)))
          .digest('hex'),
      ]),
  );
}

describe('the folder of the embedded index', () => {
  it('keeps the index that serves byte for byte until the swap, and after an abandoned update', async () => {
    await fill('算力。');
    const before = contentOf(folder);
    const build = await start('update');
    await build.add([document('two', '数据。')]);
    await build.remove(['one']);
    expect(contentOf(folder)).toMatchObject(before);
    await build.abandon();
    expect(contentOf(folder)).toEqual(before);
  });

  it('holds one index file and its pointer after a swap', async () => {
    await fill('算力。');
    await fill('数据。');
    const names = readdirSync(folder).sort();
    expect(names).toEqual(['current.json', expect.stringMatching(/^index-.*\.sqlite$/)]);
  });

  it('survives a build that is killed: the old index serves, the next build cleans up', async () => {
    await fill('算力。');
    const before = contentOf(folder);
    // Another process that takes the lock the way a build does, leaves half a file, and is killed.
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    writeFileSync(join(folder, 'build.lock'), `${child.pid} ${started}`);
    writeFileSync(join(folder, 'index-half-1.sqlite'), 'half');
    writeFileSync(join(folder, 'index-half-1.sqlite.texts'), 'half');
    writeFileSync(join(folder, 'current.json.half.tmp'), '{');
    await expect(start()).rejects.toMatchObject({ code: 'index_busy' });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    expect(contentOf(folder)).toMatchObject(before);
    const engine = open();
    expect((await engine.search(query('算力'))).total).toBe(1);
    await engine.close();
    const build = await start();
    expect(Object.keys(contentOf(folder)).sort()).toEqual([...Object.keys(before), 'build.lock'].sort());
    await build.abandon();
    expect(contentOf(folder)).toEqual(before);
  });

  it('serves a new index without being told, within a second or so', async () => {
    await fill('算力。');
    const engine = open();
    expect((await engine.search(query('算力'))).total).toBe(1);
    const { version } = await engine.status();
    await fill('算力。', '算力。');
    await expect.poll(async () => (await engine.search(query('算力'))).total, { timeout: 3000 }).toBe(2);
    expect((await engine.status()).version).not.toBe(version);
    await engine.close();
  });

  it('answers what is first searched of an index whose file another one has replaced a moment before', async () => {
    await fill('算力。');
    const engine = open();
    await engine.status();
    await fill('算力。', '算力。');
    const { total, proposals } = await engine.search(query('算力', { withText: true }));
    expect([1, 2]).toContain(total); // it looks for a new one once a second
    expect(proposals.map(({ folded }) => folded)).toEqual(Array(total).fill('算力囗'));
    await engine.close();
  });

  it('makes the file anew when a fifth of its rows is dead, and only then', async () => {
    const sizes: number[] = [];
    const long = Array.from({ length: 40 }, (_, n) => `第${n}条 算力${'数据'.repeat(n)}。`);
    const first = await start();
    await first.add([document('one', ...long), document('two', ...long), document('small', '算力。')]);
    await first.commit();
    for (const removed of ['small', 'one']) {
      const build = await start('update');
      await build.remove([removed]);
      await build.commit();
      const file = readdirSync(folder).find((name) => name.endsWith('.sqlite')) ?? '';
      sizes.push(readFileSync(join(folder, file)).length);
      const engine = open();
      const clauses = removed === 'small' ? 80 : 40;
      expect((await engine.search(query('算力'))).total).toBe(clauses);
      expect(await engine.frequencies([phrase('算力'), phrase('力')])).toEqual([clauses, clauses]);
      expect((await engine.document('two'))?.clauses).toHaveLength(41);
      expect(await engine.raw('two')).toContain('第39条');
      await engine.close();
    }
    expect(sizes[1]).toBeLessThan(sizes[0] as number);
    const after = await start('update');
    expect([...after.existing]).toEqual([['two', expect.objectContaining({ origin: '/texts/two.txt' })]]);
    await after.abandon();
  });

  it('tells an index of another format, and lets it be rebuilt', async () => {
    await fill('算力。');
    expect(indexMaker(folder)).toBe('user');
    const pointer = join(folder, 'current.json');
    writeFileSync(pointer, readFileSync(pointer, 'utf8').replace(/"format": \d+/, '"format": 0'));
    expect(indexMaker(folder)).toBe('user');
    await expect(open().status()).rejects.toMatchObject({ code: 'index_out_of_date' });
    await expect(start('update')).rejects.toMatchObject({ code: 'index_out_of_date' });
    await fill('数据。');
    expect((await open().status()).documents).toBe(1);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('says what to do where the folder cannot be written', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    await expect(
      openIndexBuild({ engine: 'sqlite', dataFolder: file }, { mode: 'rebuild', madeBy: 'user' }),
    ).rejects.toMatchObject({
      code: 'index_write_failed',
      remedy: expect.stringContaining('DATA_DIR'),
    });
  });

  it('is not misled by a pointer that was only touched', async () => {
    await fill('算力。');
    const engine = open();
    await engine.status();
    utimesSync(join(folder, 'current.json'), 1, 1);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await engine.search(query('算力'))).total).toBe(1);
    await engine.close();
  });
});
