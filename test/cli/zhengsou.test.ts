/** What is installed: `zhengsou`. One index is made by it as built; all else runs here. */
import { cpSync, readdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../cli/run-command.js';
import { takeBuildLock } from '../../engine/sqlite/build-lock.js';
import { readPointer, writePointer } from '../../engine/sqlite/pointer.js';
import { openSqliteEngine } from '../../engine/sqlite/sqlite-engine.js';
import type { Streams } from '../../indexer/run-index.js';
import { ROOT } from '../source-files.js';
import { data, notice, type Run, run, write } from './command.js';

const BIN = join(ROOT, 'dist/cli/zhengsou.js');
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const seeds = data('seeds');

async function zhengsou(...argv: readonly string[]): Promise<Run> {
  const [said, complained]: [string[], string[]] = [[], []];
  const streams = {
    stdin: Readable.from([]),
    stdout: { write: (text: string) => said.push(text) },
    stderr: { write: (text: string) => complained.push(text) },
  };
  const code = await runCommand(argv, streams as unknown as Streams);
  return { code, stdout: said.join(''), stderr: complained.join('') };
}

const indexFile = (folder: string): string =>
  join(folder, JSON.parse(readFileSync(join(folder, 'current.json'), 'utf8')).file);

/** Of one document with signs in its fields that would break a line, and their files kept. */
const other = data('other');

beforeAll(async () => {
  const odd = { id: 'x', title: '甲\t\n乙', text: '一、丙。' };
  const texts = write('texts-other', { 'a.jsonl': JSON.stringify(odd), 'b.txt': notice('乙') });
  const runs = await Promise.all([
    run(['index', 'seeds', '--data', seeds], { as: BIN }),
    run(['index', texts, '--data', other, '--keep-files'], { as: BIN }),
  ]);
  expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  expect(runs[0]?.stdout).toMatch(/^5 documents, \d+ clauses, 0 skipped/);
});

describe('zhengsou', () => {
  it('is what package.json installs', () => {
    const { bin } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(join(ROOT, bin.zhengsou)).toBe(BIN);
    expect(readFileSync(BIN, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it('says its version', async () => {
    expect(await zhengsou('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.each([[[]], [['--help']], [['help']]])('names its commands: %j', async (argv) => {
    const { code, stdout } = await zhengsou(...argv);
    expect(code).toBe(0);
    for (const name of ['index', 'serve', 'check', 'list', 'backup', 'restore']) {
      expect(stdout).toMatch(new RegExp(`^ {2}${name} +\\w`, 'm'));
      expect((await zhengsou(name, '--help')).stdout).toContain(`Usage: zhengsou ${name}`);
    }
  });

  it.each([
    [['frob'], /unknown command/],
    [['serve', '--prot', '1'], /unknown option.*\n?.*--port/],
    [['check', '--data', data('nowhere')], /There is no index.*\n {2}Make one/],
    [['list', '--missing', 'colour'], /city, year, theme/],
    [['backup'], /missing required argument/],
    [['backup', seeds, '--data', seeds], /same folder.*\n {2}Name another/],
  ])('%j: says what is wrong, and ends with 2', async (argv, said) => {
    const { code, stderr } = await zhengsou(...argv);
    expect(stderr).toMatch(said);
    expect(code).toBe(2);
  });
});

describe('zhengsou check', () => {
  it('says that an index is whole, in words and in JSON', async () => {
    const { code, stdout } = await zhengsou('check', '--data', seeds);
    expect(stdout).toMatch(/is whole: 5 documents, \d+ clauses, \d+ bytes\n$/);
    expect(code).toBe(0);
    const json = JSON.parse((await zhengsou('check', '--data', seeds, '--json')).stdout);
    expect(json).toMatchObject({ whole: true, documents: 5, faults: [], file: indexFile(seeds) });
  });

  const PAGE = 16_384; // bytes
  it.each<[string, (file: string) => void]>([
    ['cut short', (file) => truncateSync(file, 10 * PAGE)],
    ['emptied', (file) => truncateSync(file, 0)],
    ['something else', (file) => writeFileSync(file, 'not a database, for certain'.repeat(2000))],
    [
      'with a page overwritten',
      (file) => writeFileSync(file, readFileSync(file).fill(0xff, 4 * PAGE, 5 * PAGE)),
    ],
  ])('tells a file that is %s, with what mends it, and ends with 1', async (name, damage) => {
    const folder = data(`damaged ${name}`);
    cpSync(seeds, folder, { recursive: true });
    damage(indexFile(folder));
    const { code, stdout, stderr } = await zhengsou('check', '--data', folder);
    expect(stdout).toMatch(/is damaged\n {2}\S/);
    expect(stderr).toMatch(/zhengsou restore.*zhengsou index/);
    expect(code).toBe(1);
    expect(JSON.parse((await zhengsou('check', '--data', folder, '--json')).stdout).whole).toBe(false);
  });

  it('tells an index that holds other documents than it says', async () => {
    const folder = data('miscounted');
    cpSync(seeds, folder, { recursive: true });
    const pointer = readPointer(folder);
    if (pointer) writePointer(folder, { ...pointer, documents: 6 });
    const { code, stdout } = await zhengsou('check', '--data', folder);
    expect(stdout).toContain('It holds 5 documents with');
    expect(code).toBe(1);
  });

  it('tells a pointer in which a digit has changed', async () => {
    const folder = data('misread');
    cpSync(seeds, folder, { recursive: true });
    const pointer = readFileSync(join(folder, 'current.json'), 'utf8');
    writeFileSync(join(folder, 'current.json'), pointer.replace('"documents": 5', '"documents": 6'));
    const { code, stderr } = await zhengsou('check', '--data', folder);
    expect(stderr).toMatch(/damaged: current\.json is not what was written\.\n {2}Restore a backup/);
    expect(code).toBe(2);
  });
});

describe('zhengsou list', () => {
  const idsOf = (stdout: string): string[] =>
    stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => line.slice(0, 3));

  it.each([
    // options                                              documents of the seeds
    [[], ['000', '001', '002', '003', '004']],
    [['--derived-title'], ['000']],
    [['--missing', 'year'], []],
    [
      ['--missing', 'documentNumber'],
      ['000', '001', '002', '003', '004'],
    ],
    [['--warnings'], ['000', '002', '003']],
    [['--warnings', 'damaged_text'], ['002']],
    [['--warnings', '--missing', 'year', 'source', '--derived-title'], ['000']],
  ])('%j: %j', async (options, expected) => {
    const { code, stdout, stderr } = await zhengsou('list', '--data', seeds, ...options);
    expect([code, stderr]).toEqual([0, '']);
    expect(idsOf(stdout)).toEqual(expected);
  });

  it('has five fields a line, whatever stands in them; and the same as JSON', async () => {
    const lines = (await zhengsou('list', '--data', other)).stdout.split('\n');
    expect(lines.map((line) => line.split('\t').length)).toEqual([5, 5, 1]);
    const [json = ''] = (await zhengsou('list', '--data', other, '--json')).stdout.split('\n');
    expect(JSON.parse(json)).toMatchObject({
      ...{ id: 'x', title: '甲\t\n乙', titleOrigin: 'given', year: null, documentNumber: null },
    });
  });
});

describe('zhengsou backup and restore', () => {
  it('a backup is an index itself; restored, it is served by who serves there already', async () => {
    const [folder, copy] = [data('serving'), data('backup')];
    cpSync(seeds, folder, { recursive: true });
    const engine = openSqliteEngine(folder);
    expect((await engine.status()).documents).toBe(5);
    expect((await zhengsou('backup', copy, '--data', folder)).stdout).toMatch(/^5 documents, .*backed up to/);
    expect((await zhengsou('check', '--data', copy)).code).toBe(0);
    expect((await engine.document('000_8e1ad8dd9d446f54'))?.clauses.length).toBeGreaterThan(0); // it served on

    cpSync(indexFile(other), join(folder, basename(indexFile(other))));
    cpSync(join(other, 'current.json'), join(folder, 'current.json.new'));
    renameSync(join(folder, 'current.json.new'), join(folder, 'current.json')); // as a build swaps
    const restored = await zhengsou('restore', copy, '--data', folder, '--json');
    expect(JSON.parse(restored.stdout)).toMatchObject({ documents: 5, keptFiles: 0 });
    await new Promise((resolve) => setTimeout(resolve, 1050)); // it looks once a second
    expect((await engine.status()).documents).toBe(5);
    await engine.close();
    expect(readdirSync(folder).filter((name) => name.endsWith('.sqlite'))).toHaveLength(1);
  });

  it('mends a damaged index of the same version', async () => {
    const [folder, copy] = [data('mended'), data('mending')];
    cpSync(seeds, folder, { recursive: true });
    await zhengsou('backup', copy, '--data', folder);
    truncateSync(indexFile(folder), 5000);
    expect((await zhengsou('check', '--data', folder)).code).toBe(1);
    await zhengsou('restore', copy, '--data', folder);
    expect((await zhengsou('check', '--data', folder)).code).toBe(0);
  });

  it('takes along the files that are kept beside the index', async () => {
    const copy = data('kept-backup');
    expect((await zhengsou('backup', copy, '--data', other)).stdout).toContain('1 kept file,');
    const texts = readdirSync(join(copy, 'files')).map((name) =>
      readFileSync(join(copy, 'files', name), 'utf8'),
    );
    expect(texts).toContain(notice('乙'));
    expect((await zhengsou('backup', copy, '--data', other)).stdout).not.toContain('kept file');
  });

  it('keeps the backup that is there when the index cannot be read any more', async () => {
    const [folder, copy] = [data('spoilt'), data('spoilt-backup')];
    cpSync(seeds, folder, { recursive: true });
    await zhengsou('backup', copy, '--data', folder);
    writeFileSync(join(folder, 'current.json'), '{"format": 1}');
    const { code, stderr } = await zhengsou('backup', copy, '--data', folder);
    expect(stderr).toMatch(/has format 1.*\n {2}Rebuild/);
    expect(code).toBe(2);
    expect((await zhengsou('check', '--data', copy)).code).toBe(0);
  });

  it('waits for nobody: while an index is built there, it says so and changes nothing', async () => {
    const [folder, copy] = [data('busy'), data('busy-backup')];
    cpSync(seeds, folder, { recursive: true });
    await zhengsou('backup', copy, '--data', folder);
    const before = readFileSync(join(folder, 'current.json'), 'utf8');
    const lock = takeBuildLock(folder);
    const { code, stderr } = await zhengsou('restore', copy, '--data', folder);
    lock.release();
    expect(stderr).toMatch(/Another run.*\n {2}Wait/);
    expect(code).toBe(2);
    expect(readFileSync(join(folder, 'current.json'), 'utf8')).toBe(before);
  });
});
