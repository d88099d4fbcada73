import { spawn } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../source-files.js';
import { CLI, data, run } from './command.js';

const PAGE =
  '<html><head><title>办法</title></head><body><h1>数据管理办法</h1><p>第一条 为了规范数据处理活动，保障数据安全，促进数据开发利用，制定本办法。</p><p>第二条 本办法适用于本市行政区域内的数据处理活动及其监督管理。</p></body></html>';

function folderOf(name: string, files: Readonly<Record<string, string>>): string {
  const folder = data(name);
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  return folder;
}

describe('--explain', () => {
  it('prints a file as it is understood, and indexes nothing', async () => {
    const folder = folderOf('explained', {
      'a.txt': '数据管理办法\n国发〔2023〕1号\n第一条 为了规范数据，制定本办法。\n',
    });
    const { code, stdout } = await run([folder, '--explain', '--data', data('none')]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/a\.txt {2}\(txt, utf-8, \d+ bytes; id a\)/);
    expect(stdout).toMatch(/title\s+数据管理办法 {2}\(printed\)/);
    expect(stdout).toMatch(/documentNumber\s+国发〔2023〕1号 {2}\(printed\)/);
    expect(stdout).toMatch(/body\s+第一条\s+第一条 为了规范数据/);
    expect(() => readFileSync(join(data('none'), 'current.json'))).toThrow(/ENOENT/);
  });

  it('says of a file that cannot be read why', async () => {
    const folder = folderOf('unexplained', { 'a.bin': '\u0001\u0000' });
    const { stdout } = await run([folder, '--explain']);
    expect(stdout).toMatch(/a\.bin.* is of no format that we read\.\n {2}We read /);
  });
});

describe('parts of a saved page', () => {
  it('are in the report, and missed by nobody', async () => {
    const folder = folderOf('saved', { '办法.txt': '数据管理办法\n第一条 为了规范数据。', 'p.html': PAGE });
    mkdirSync(join(folder, 'p_files'), { recursive: true });
    writeFileSync(join(folder, 'p_files', 'x.js'), 'let a;');
    const report = data('parts.json');
    const { code, stdout } = await run([folder, '--data', data('parts'), '--report', report]);
    const { skipped } = JSON.parse(readFileSync(report, 'utf8'));
    expect(skipped).toMatchObject([{ code: 'part_of_page' }]);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/, 0 skipped, /)]);
  });
});

describe('--watch', () => {
  it('updates when a file changes, until it is stopped', async () => {
    const folder = folderOf('watched', { 'a.txt': '数据管理办法\n第一条 为了规范数据。\n' });
    const child = spawn(process.execPath, [CLI, folder, '--watch', '--data', data('watched-index')], {
      cwd: ROOT,
    });
    const lines: string[] = [];
    let heard = (): void => undefined;
    child.stdout.on('data', (chunk: Buffer) => {
      lines.push(...chunk.toString().trim().split('\n'));
      heard();
    });
    const until = async (count: number): Promise<void> => {
      while (lines.length < count)
        await new Promise<void>((resolve) => {
          heard = resolve;
        });
    };
    await until(1);
    expect(lines[0]).toMatch(/^1 documents, 2 clauses, 0 skipped/);
    appendFileSync(join(folder, 'a.txt'), '第二条 数据应当安全。\n');
    writeFileSync(join(folder, 'b.txt'), '算力管理办法\n第一条 为了规范算力。\n');
    await until(2);
    expect(lines[1]).toMatch(/^2 documents, 5 clauses, 0 skipped/);
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  }, 60_000);
});

describe('--update', () => {
  it('opens what has another size or time, and nothing else', async () => {
    const folder = folderOf('stamped', {
      'a.txt': '数据管理办法\n第一条 为了规范数据。\n',
      'b.txt': '算力管理办法\n第一条 为了规范算力。\n',
    });
    const update = (): Promise<{ stdout: string; stderr: string }> =>
      run([folder, '--update', '--data', data('stamped-index')]);
    await update();
    chmodSync(join(folder, 'a.txt'), 0o000); // its times are others now: it is opened, if only to say that it cannot be
    const { stderr } = await update();
    if (process.getuid?.() !== 0) expect(stderr).toContain('a.txt cannot be read');
    chmodSync(join(folder, 'a.txt'), 0o644);
    writeFileSync(join(folder, 'b.txt'), '算力管理办法\n第一条 为了发展算力。\n'); // of the same size
    expect((await update()).stderr).toContain('0 added, 1 replaced, 0 removed, 1 unchanged');
    expect((await update()).stderr).toContain('0 added, 0 replaced, 0 removed, 2 unchanged');
    rmSync(join(folder, 'b.txt'));
    expect((await update()).stderr).toContain('0 added, 0 replaced, 1 removed, 1 unchanged');
  }, 120_000);
});
