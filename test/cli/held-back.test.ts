import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '../../engine/open.js';
import { data, notice, run, write } from './command.js';

/** What an update takes out of an index, and what it must leave there. */
describe('a document is replaced or removed only through the file it came from', () => {
  const index = data('held-index');
  const here = data('held');
  const line = (id: string, word: string): string => JSON.stringify({ id, title: word, text: notice(word) });
  const update = (args: readonly string[], folder = here) =>
    run([...args, '--data', index, '--update'], { folder });
  const holds = async (...ids: string[]): Promise<string[]> => {
    const engine = openEngine({ engine: 'sqlite', dataFolder: index });
    const found = await Promise.all(ids.map((id) => engine.document(id)));
    await engine.close();
    return found.flatMap((one) => (one === null ? [] : [`${one.document.id}: ${one.document.title}`]));
  };

  beforeAll(async () => {
    write('held/one', { 'a.txt': notice('甲'), 'b.txt': notice('乙') });
    write('held/two', { 'laws.jsonl': [line('x', '丙'), line('y', '丁')].join('\n') });
    write('held/mount', { 'm.txt': notice('戊'), 'n.txt': notice('己') });
    write('held/other/one', { 'a.txt': notice('庚'), 'new.txt': notice('辛') });
    const { code } = await run(['one', 'two', 'mount', '--data', index], { folder: here });
    expect(code).toBe(0);
  });

  it('from whichever folder it is named', async () => {
    const { code, stderr } = await update(['../one', '../mount'], join(here, 'two'));
    expect(stderr).toContain('0 added, 0 replaced, 0 removed, 4 unchanged');
    expect(code).toBe(0);
  });

  it('another file of the same name is skipped and named', async () => {
    const { code, stderr } = await update(['one'], join(here, 'other'));
    expect(stderr).toMatch(
      /skipped one\/a\.txt: The id "a" is taken by \/.*held\/one\/a\.txt, which is in the index/,
    );
    expect(stderr).toContain('1 added, 0 replaced, 0 removed, 0 unchanged');
    expect(code).toBe(1);
    expect(await holds('a', 'b', 'new')).toEqual(['a: 关于甲的通知', 'b: 关于乙的通知', 'new: 关于辛的通知']);
  });

  it('through a link it is the same file', async () => {
    symlinkSync(join(here, 'one'), join(here, 'link'));
    const { code, stderr } = await update(['link']);
    expect(stderr).toContain('0 added, 0 replaced, 0 removed, 2 unchanged');
    expect(code).toBe(0);
  });

  it('an empty mount and a path that is not there remove nothing and say so', async () => {
    rmSync(join(here, 'mount'), { recursive: true });
    mkdirSync(join(here, 'mount'));
    renameSync(join(here, 'two'), join(here, 'away'));
    const report = data('held.json');
    const { code, stderr } = await update(['one', 'mount', 'two', '--report', report]);
    renameSync(join(here, 'away'), join(here, 'two'));
    expect(stderr).toMatch(/held back: mount holds nothing .* 2 documents of it stay in the index/);
    expect(stderr).toMatch(/held back: two is not there .* 2 documents of it stay in the index/);
    expect(stderr).toContain('0 added, 0 replaced, 0 removed, 2 unchanged, 4 held back');
    expect(code).toBe(1); // a path that was named could not be read
    expect(await holds('m', 'n', 'x', 'y')).toHaveLength(4);
    expect(JSON.parse(readFileSync(report, 'utf8')).heldBack).toEqual([
      { path: 'mount', reason: 'empty', documents: 2 },
      { path: 'two', reason: 'absent', documents: 2 },
    ]);
  });

  it('what stays because of a broken line is told, with the number', async () => {
    writeFileSync(join(here, 'two/laws.jsonl'), '{"id": "x", "title": broken');
    const { code, stderr } = await update(['one', 'two']);
    expect(stderr).toContain(
      'held back: two/laws.jsonl could not be read whole – 2 documents of it stay in the index.',
    );
    expect(code).toBe(1);
    expect(await holds('x', 'y')).toEqual(['x: 丙', 'y: 丁']);
  });

  it('a document that moved to another file under the given paths is replaced, whichever is read first', async () => {
    writeFileSync(join(here, 'two/laws.jsonl'), line('b', '壬')); // read after one/
    writeFileSync(join(here, 'one/laws.jsonl'), [line('x', '癸'), line('y', '丁')].join('\n')); // read before two/
    rmSync(join(here, 'one/b.txt'));
    const { code, stderr } = await update(['one', 'two']);
    expect(stderr).not.toContain('is taken by');
    expect(await holds('b', 'x', 'y')).toEqual(['b: 壬', 'x: 癸', 'y: 丁']);
    expect(code).toBe(0);
  });

  it('what is removed is what its own path no longer holds', async () => {
    rmSync(join(here, 'one/a.txt'));
    expect(existsSync(join(here, 'other/one/a.txt'))).toBe(true);
    const { stderr } = await update(['one']);
    expect(stderr).toContain('0 added, 0 replaced, 1 removed, 2 unchanged');
    expect(await holds('a', 'x', 'new')).toEqual(['x: 癸', 'new: 关于辛的通知']);
  });
});
