import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../source-files.js';
import { CLI, data, notice, run, write } from './command.js';

const reported = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

describe('the command, however it is called', () => {
  const folder = write('called', { 'a.txt': notice('甲') });

  it.each([
    ['a link to it', data('zhengsou')],
    ['its name without the ending', CLI.replace(/\.js$/, '')],
  ])('works through %s', async (_, name) => {
    if (!name.startsWith(ROOT)) symlinkSync(CLI, name);
    const { code, stdout } = await run(['a.txt', '--dry-run'], { folder, as: name });
    expect(stdout).toMatch(/^1 documents, \d+ clauses, 0 skipped/);
    expect(code).toBe(0);
  });

  it('reads relative paths from the folder where npm was called', async () => {
    // As `npm --prefix <root> run index -- a.txt …` starts it.
    const environment = {
      INIT_CWD: folder,
      npm_lifecycle_event: 'index',
      npm_package_json: join(ROOT, 'package.json'),
    };
    const args = ['a.txt', '--dry-run', '--report', 'npm.json'];
    const { code } = await run(args, { folder: ROOT, environment });
    expect(code).toBe(0);
    expect(reported(join(folder, 'npm.json')).documents[0].path).toBe('a.txt');
  });

  it.each([
    // typed          standard input                                      what it is
    ['-', notice('乙'), ['stdin'], ['stdin']],
    [
      '/dev/stdin',
      `\ufeff${JSON.stringify({ id: 'x', title: '丙', text: '丙。' })}\n\n${JSON.stringify({ id: 'y', title: '丁', text: '丁。' })}`,
      ['x', 'y'],
      ['stdin#1', 'stdin#3'],
    ],
    ['-', '{ 这不是 JSON }\n\n一、正文。', ['stdin'], ['stdin']],
  ])('reads %s: %j', async (typed, input, ids, paths) => {
    const report = data('stdin.json');
    const { code, stderr } = await run([typed, '--dry-run', '--report', report], { folder, input });
    expect(stderr).toBe('Dry run: nothing was written.\n');
    const { documents } = reported(report);
    expect(documents.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(documents.map(({ path }: { path: string }) => path)).toEqual(paths);
    expect(code).toBe(0);
  });

  it('says that standard input was empty', async () => {
    const { code, stderr } = await run(['-', '--dry-run'], { folder, input: '' });
    expect(stderr).toMatch(/skipped stdin: .*\n.*\nNothing to index/);
    expect(code).toBe(2);
  });

  it('fails before it reads anything where the report cannot be written', async () => {
    mkdirSync(join(folder, 'taken.json'));
    for (const report of ['no/such/folder/report.json', 'taken.json']) {
      // Standard input that never ends: whoever reads first, hangs.
      const { code, stderr } = await run(['-', '--report', report], { folder });
      expect(stderr).toMatch(
        /^The report cannot be written to .*\n {2}Name a file .*\nThe index is unchanged\.\n$/,
      );
      expect(code).toBe(2);
    }
  });

  const full = existsSync('/dev/full') ? null : 'there is no /dev/full here';
  it.skipIf(full !== null)(`says that the disk of the report is full (${full ?? '/dev/full'})`, async () => {
    const index = data('unreported');
    const { code, stderr } = await run(['a.txt', '--data', index, '--report', '/dev/full'], { folder });
    expect(stderr).toBe(
      'The report cannot be written to /dev/full: there is no room left (ENOSPC).\n' +
        '  Free some space there, or name a file on another disk; then run this again.\n' +
        'The index is unchanged.\n',
    );
    expect(code).toBe(2);
    expect(existsSync(join(index, 'current.json'))).toBe(false);
  });

  it('keeps the report of before, and every text, where a run fails', async () => {
    const report = join(write('reports', { 'old.json': 'old' }), 'old.json');
    expect((await run(['a.txt', '--report', report, '--engine', 'meilisearch'], { folder })).code).toBe(2);
    expect(readFileSync(report, 'utf8')).toBe('old');
    const { code, stderr } = await run(['.', '--report', 'a.txt'], { folder });
    expect(stderr).toContain('The report would overwrite a.txt, which is to be indexed.');
    expect(code).toBe(2);
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe(notice('甲'));
  });

  it('does not take its own report for an input', async () => {
    const texts = write('with-report', { 'a.txt': notice('甲') });
    for (const _ of ['new', 'of before']) {
      const { code, stderr } = await run(['.', '--dry-run', '--report', 'report.json'], { folder: texts });
      expect(stderr).toBe('Dry run: nothing was written.\n');
      expect(code).toBe(0);
    }
  });
});
