import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { userFolder } from '../../core/config.js';
import { listFiles } from '../../indexer/read/list-files.js';
import { readDocuments } from '../../indexer/read/read.js';
import { isStdin, keepStdin } from '../../indexer/read/stdin.js';
import { summaryOf } from '../../indexer/summary.js';
import { openReadingWork, shownTime, timeLeft } from '../../indexer/time-left.js';

const work = mkdtempSync(join(tmpdir(), 'zhengsou-pieces-'));
afterAll(() => rmSync(work, { recursive: true }));

describe('time left, at the rate so far', () => {
  it.each([
    // done  total  ms       seconds
    [25, 100, 10_000, 30],
    [50, 100, 10_000, 10],
    [80, 100, 80_000, 20],
    [100, 100, 5000, 0],
    [120, 100, 5000, 0], // a file that grew
    [0, 100, 5000, null],
    [0, 0, 0, null],
    [1, 4_000_000_000, 1, 3_999_999.999],
  ])('%d of %d in %d ms: %d s', (done, total, milliseconds, seconds) => {
    expect(timeLeft({ done, total, milliseconds })).toBe(seconds);
  });

  it('does not forget a slow beginning for a fast last moment', () => {
    expect(timeLeft({ done: 60, total: 100, milliseconds: 60_000 })).toBe(40); // the last 50 in one second
  });

  it.each([
    [null, '–'],
    [0, '0 s'],
    [0.2, '1 s'],
    [59.5, '1 min 0 s'],
    [75, '1 min 15 s'],
    [3661, '1 h 1 min'],
  ])('%d is shown as %s', (seconds, shown) => {
    expect(shownTime(seconds)).toBe(shown);
  });

  it('goes by bytes on the disk, those of compressed files weighed', () => {
    const reading = openReadingWork(
      new Map([
        ['a.txt', { bytes: 100, weight: 1 }],
        ['b.jsonl.gz', { bytes: 50, weight: 4 }],
        ['c.txt', { bytes: 100, weight: 1 }],
      ]),
    );
    expect(reading.total).toBe(400);
    expect(reading.read('a.txt', Number.POSITIVE_INFINITY)).toBe(100);
    expect(reading.read('b.jsonl.gz', 25)).toBe(200); // half of it, whatever it holds
    expect(reading.read('b.jsonl.gz', 80)).toBe(300); // it grew meanwhile
    expect(reading.read('c.txt', 10)).toBe(310);
  });
});

describe('the folder of the user', () => {
  const npm = { INIT_CWD: '/home/u', npm_lifecycle_event: 'index', npm_package_json: '/opt/z/package.json' };
  it.each([
    // environment                                       working folder  the user's
    [npm, '/opt/z', '/home/u'],
    [{}, '/home/u', '/home/u'],
    [npm, '/home/u/else', '/home/u/else'], // a script of ours that went elsewhere
    [{ ...npm, npm_package_json: '/home/u/package.json' }, '/opt/z', '/opt/z'], // an npm of theirs
    [{ ...npm, npm_lifecycle_event: 'test' }, '/opt/z', '/opt/z'],
    [{ ...npm, INIT_CWD: '' }, '/opt/z', '/opt/z'],
  ])('%j in %s: %s', (environment, folder, expected) => {
    expect(userFolder(environment, folder)).toBe(expected);
  });
});

describe('standard input', () => {
  it.each([
    ['-', true],
    ['/dev/stdin', true],
    ['../dev/stdin', true],
    ['./-', false],
    ['stdin', false],
  ])('is meant by %s: %s', (path, expected) => {
    expect(isStdin(path, '/home')).toBe(expected);
  });

  it.each([
    // what comes, in pieces                                 what it is
    [['{"title": "甲", ', '"text": "乙"}\n{"title"'], 'jsonl'],
    [['\n', '  \n \t', '{"title": "甲"}'], 'jsonl'],
    [['{"title": "甲"} 乙\n'], 'text'],
    [['{\n"title": "甲"}'], 'text'],
    [['[1]'], 'text'],
    [['关于'], 'text'],
    [[], 'text'],
  ])('%j is %s, and kept as it came', async (pieces, format) => {
    const input = Readable.from(pieces.map((piece) => Buffer.from(piece)));
    const kept = await keepStdin(input, new AbortController().signal);
    expect(kept.file).toMatchObject({ format, path: 'stdin', origin: 'stdin' });
    expect(readFileSync(kept.file.absolute, 'utf8')).toBe(pieces.join(''));
    await kept.remove();
    expect(existsSync(kept.file.absolute)).toBe(false);
  });

  it('ends when the run is stopped', async () => {
    const stop = new AbortController();
    const kept = keepStdin(new Readable({ read: () => undefined }), stop.signal);
    setTimeout(() => stop.abort(), 20);
    await expect(kept).rejects.toThrow('abort');
  });
});

it('a file that goes between the list and the reading is named, and the next is read', async () => {
  const folder = join(work, 'going');
  mkdirSync(folder);
  for (const name of ['a.txt', 'b.jsonl', 'c.txt']) writeFileSync(join(folder, name), '甲');
  const { files } = await listFiles([folder], folder);
  for (const name of ['a.txt', 'b.jsonl']) rmSync(join(folder, name));
  const read: string[] = [];
  for await (const one of readDocuments(files)) read.push('error' in one ? one.error.code : one.id);
  expect(read).toEqual(['unreadable_file', 'unreadable_file', 'c']);
});

describe('names', () => {
  it('that are no UTF-8 are told with the way out', async () => {
    const folder = join(work, 'names');
    mkdirSync(folder);
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xb9, 0xd8, 0xd3, 0xda]), Buffer.from('.txt')]),
      '甲',
    );
    const { skipped } = await listFiles([folder]);
    expect(skipped.map(({ error }) => error.remedy)).toEqual([expect.stringContaining('convmv')]);
  });

  it('of files win over links to them', async () => {
    const folder = join(work, 'links');
    mkdirSync(join(folder, 'real'), { recursive: true });
    writeFileSync(join(folder, 'real/b.txt'), '甲');
    symlinkSync(join(folder, 'real'), join(folder, 'a'));
    symlinkSync(join(folder, 'real/b.txt'), join(folder, 'a.txt'));
    const { files } = await listFiles([folder]);
    expect(files.map(({ name }) => name)).toEqual(['real/b.txt']);
  });

  it('send nothing to a terminal but themselves', () => {
    const skipped = [
      { path: 'a\u001b[2J\u202e.txt', code: 'unreadable_file', message: '甲。', remedy: '乙。' },
    ] as const;
    const said = summaryOf({ documents: [], skipped, heldBack: [] }, false);
    expect(said).toBe('skipped a\\u{1b}[2J\\u{202e}.txt: 甲。\n  乙。\n');
  });
});
