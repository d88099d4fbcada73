import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { data, fingerprint, run, write } from './command.js';

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
    const report = data('bad.json');
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
