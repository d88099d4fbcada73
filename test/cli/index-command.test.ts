import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '../../core/engine/open.js';
import { ROOT } from '../source-files.js';

/** The command as it is built and as a user runs it: `npm test` builds first. */
const CLI = join(ROOT, 'dist/indexer/cli.js');
const work = mkdtempSync(join(tmpdir(), 'zhengsou-cli-'));
const data = (name: string): string => join(work, name);

afterAll(() => rmSync(work, { recursive: true, force: true }));

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(args: readonly string[], killAfter?: number): Promise<Run> {
  return new Promise((resolve) => {
    // Port 1: where no engine is.
    const env = { ...process.env, MEILI_URL: 'http://127.0.0.1:1' };
    const child = spawn(process.execPath, [CLI, ...args], { cwd: ROOT, env });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const timer = killAfter === undefined ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('close', (code) => {
      if (timer) clearTimeout(timer);
      resolve({ code, stdout, stderr });
    });
  });
}

/** Every file of an index folder, by content; what a killed run may leave beside it aside. */
function fingerprint(folder: string): string {
  const { file } = JSON.parse(readFileSync(join(folder, 'current.json'), 'utf8'));
  const hash = createHash('sha256').update(readFileSync(join(folder, 'current.json')));
  return hash.update(readFileSync(join(folder, file))).digest('hex');
}

function write(folder: string, files: Readonly<Record<string, string | Buffer>>): string {
  const path = join(work, folder);
  mkdirSync(path, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return path;
}

const law = (title: string, ...articles: string[]): string =>
  JSON.stringify({ title, text: articles.join('\n\n') });

describe('npm run index', () => {
  it('indexes the seeds and says so in one line', async () => {
    const { code, stdout } = await run(['seeds', '--data', data('seeds')]);
    expect(stdout).toMatch(/^5 documents, \d+ clauses, 0 skipped, \d+\.\d s, sqlite\n$/);
    expect(code).toBe(0);
  });

  it.each([
    // arguments                                 exit code, and what is said
    [['seeds', '--dry-run'], 0, /Dry run/],
    [[], 2, /missing required argument/],
    [['seeds', '--engine', 'lucene'], 2, /Allowed choices are sqlite, meilisearch/],
    [['seeds', '--nonsense'], 2, /unknown option/],
    [['no/such/folder'], 2, /There is no file or folder/],
    [['seeds', '--engine', 'meilisearch'], 2, /cannot be reached.*MEILI_URL.*index is unchanged/s],
  ])('%j', async (args, expected, said) => {
    const folder = data('options');
    const { code, stderr } = await run([...args, '--data', folder]);
    expect(stderr).toMatch(said);
    expect(code).toBe(expected);
    expect(existsSync(join(folder, 'current.json'))).toBe(false);
  });

  it('names what it cannot read, with a remedy, and indexes the rest', async () => {
    const folder = write('bad', {
      'good.txt':
        '关于加强养犬管理的通知\n\n各区人民政府：\n一、加强养犬管理。\n二、本通知自发布之日起施行。',
      'gb18030.txt': Buffer.from('b9d8d3dabcd3c7bfd1f8c8aeb9dcc0edb5c4cda8d6aaa3a8cad4d0d0a3a9', 'hex'),
      'binary.txt': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3, 0, 0, 0xff, 0xfe]),
      'empty.txt': '',
      'long.txt': '关于数据安全的规定。'.repeat(1_800_000), // 54 MB, one line
      'scan.pdf': '%PDF-1.4',
      'invalid.txt': Buffer.concat([
        Buffer.from('关于数字经济的意见\n\n一、发展数字经济，加快数字产业化。'.repeat(20)),
        Buffer.from([0xc3, 0x28]),
        Buffer.from('\n二、推动产业数字化。'),
      ]),
      'laws.jsonl': [
        law('甲条例', '第一条 甲。'),
        '{"title": "broken',
        law('乙条例', '第一条 乙。'),
        '{"title": "丙"}',
      ].join('\n'),
      'more.jsonl.gz': gzipSync(law('丁条例', '第一条 丁。')),
    });
    const report = join(work, 'bad.json');
    const { code, stdout, stderr } = await run([folder, '--data', data('bad-index'), '--report', report]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^6 documents, \d+ clauses, 6 skipped/);
    const { documents, skipped } = JSON.parse(readFileSync(report, 'utf8'));
    expect(documents.map((d: { title: string }) => d.title)).toEqual(
      expect.arrayContaining(['甲条例', '乙条例', '丁条例', '关于加强养犬管理的通知']),
    );
    const names = skipped.map((one: { path: string }) => one.path.split('/').at(-1));
    expect(names.sort()).toEqual([
      'binary.txt',
      'empty.txt',
      'laws.jsonl#2',
      'laws.jsonl#4',
      'long.txt',
      'scan.pdf',
    ]);
    for (const { path, code, message, remedy } of skipped) {
      expect(stderr).toContain(`skipped ${path}: ${message}`);
      expect([code, message, remedy].every((text: string) => text.length > 0)).toBe(true);
    }
    const invalid = documents.find((d: { path: string }) => d.path.endsWith('invalid.txt'));
    expect(invalid.warnings.map((w: { code: string }) => w.code)).toContain('invalid_bytes');
  });

  it('skips a duplicate id and names the document that has it', async () => {
    const folder = write('twice', {
      'a.jsonl': [
        JSON.stringify({ id: 'x', title: '甲', text: '第一条 甲。' }),
        JSON.stringify({ id: 'x', title: '乙', text: '第一条 乙。' }),
      ].join('\n'),
    });
    const { code, stdout, stderr } = await run([folder, '--data', data('twice-index')]);
    expect(stderr).toMatch(/"x" is taken by .*a\.jsonl#1/);
    expect(stdout).toMatch(/^1 documents/);
    expect(code).toBe(1);
  });

  it('leaves the index alone when there is nothing to put into it', async () => {
    const folder = write('nothing', { 'empty.txt': '   \n' });
    const before = fingerprint(data('seeds'));
    const { code, stderr } = await run([folder, '--data', data('seeds')]);
    expect(stderr).toContain('The index is unchanged.');
    expect(code).toBe(2);
    expect(fingerprint(data('seeds'))).toBe(before);
  });
});

describe('npm run index -- --update', () => {
  const index = data('update-index');
  const ids = async (): Promise<string[]> => {
    const engine = openEngine({ engine: 'sqlite', dataFolder: index });
    const found = await Promise.all(
      ['a', 'b', 'c', 'd'].map(async (id) => [id, await engine.document(id)] as const),
    );
    await engine.close();
    return found.flatMap(([id, document]) => (document ? [`${id}: ${document.clauses.at(-1)?.text}`] : []));
  };
  const text = (word: string): string => `关于${word}的通知\n\n一、${word}工作。\n\n二、${word}要求。`;
  let folder: string;

  beforeAll(async () => {
    folder = write('update', { 'a.txt': text('甲'), 'b.txt': text('乙'), 'c.txt': text('丙') });
    await run([folder, '--data', index]);
  });

  it('changes nothing, byte for byte, where nothing changed', async () => {
    const before = fingerprint(index);
    const { code, stdout, stderr } = await run([folder, '--data', index, '--update']);
    expect(stderr).toContain('0 added, 0 replaced, 0 removed, 3 unchanged');
    expect(stdout).toMatch(/^3 documents, \d+ clauses, 0 skipped/);
    expect(code).toBe(0);
    expect(fingerprint(index)).toBe(before);
  });

  it('adds, replaces and removes', async () => {
    writeFileSync(join(folder, 'b.txt'), text('戊'));
    writeFileSync(join(folder, 'd.txt'), text('丁'));
    rmSync(join(folder, 'c.txt'));
    const { code, stdout, stderr } = await run([folder, '--data', index, '--update']);
    expect(stderr).toContain('1 added, 1 replaced, 1 removed, 1 unchanged');
    expect(stdout).toMatch(/^3 documents/);
    expect(code).toBe(0);
    expect(await ids()).toEqual(['a: 二、甲要求。', 'b: 二、戊要求。', 'd: 二、丁要求。']);
  });

  it('keeps a document whose file can no longer be read', async () => {
    writeFileSync(join(folder, 'd.txt'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]));
    const { code } = await run([folder, '--data', index, '--update']);
    expect(code).toBe(1);
    expect(await ids()).toContain('d: 二、丁要求。');
  });

  it('leaves documents from other paths alone', async () => {
    const other = write('other', { 'c.txt': text('己') });
    const { stderr } = await run([other, '--data', index, '--update']);
    expect(stderr).toContain('1 added, 0 replaced, 0 removed, 0 unchanged');
    expect(await ids()).toHaveLength(4);
  });
});

describe('a run that is killed', () => {
  it('leaves the old index serving, byte for byte, at whatever moment it dies', async () => {
    const index = data('killed');
    const many = write('many', {
      'laws.jsonl': Array.from({ length: 1500 }, (_, i) =>
        JSON.stringify({
          id: `law-${i}`,
          title: `第${i}号条例`,
          text: `第一条 条例${i}。\n\n第二条 规定${i * 7}。`.repeat(5),
        }),
      ).join('\n'),
    });
    const times: number[] = [];
    for (const _ of [1, 2]) {
      const started = performance.now();
      await run([many, '--data', index]);
      times.push(performance.now() - started);
    }
    const whole = Math.min(...times);
    await run(['seeds', '--data', index]);
    let killed = 0;
    for (const update of [[], ['--update']]) {
      for (const share of [0.15, 0.35, 0.55, 0.75]) {
        const before = fingerprint(index);
        const { code } = await run([many, '--data', index, ...update], whole * (share + Math.random() * 0.1));
        if (code === null) {
          killed += 1;
          expect(fingerprint(index)).toBe(before);
        } else {
          await run(['seeds', '--data', index]); // it was faster than its killer
        }
      }
    }
    expect(killed).toBeGreaterThan(2);
    const engine = openEngine({ engine: 'sqlite', dataFolder: index });
    expect((await engine.status()).documents).toBe(5);
    await engine.close();
    const { code } = await run([many, '--data', index]);
    expect(code).toBe(0);
    expect(readdirSync(index).filter((name) => name.endsWith('.sqlite'))).toHaveLength(1);
  }, 90_000);
});
