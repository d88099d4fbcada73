import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { splitLines } from '../../indexer/read/lines.js';
import { folderOf, readAll } from './made-folder.js';

describe('JSONL', () => {
  const good = JSON.stringify({ id: 'a', title: '甲', text: '正文', category: '丙', publishedOn: null });

  it('reads a document a line and reports each broken line by its number', async () => {
    const lines = [
      good,
      '{"title": "甲"',
      '',
      '{"title": "甲", "text": " "}',
      '{"title": 1, "text": "乙"}',
      '[]',
      '{"title": "乙", "text": "a\\ud800b", "textEn": "Text"}',
      JSON.stringify({ title: '大', text: '政'.repeat(12 * 1024 * 1024) }),
      good.replace('"a"', '"b c"'),
    ];
    const folder = folderOf({ 'x.jsonl': lines.join('\r\n') });
    const { documents, skipped } = await readAll(folder);
    expect(documents.map(({ id, path, text }) => [id, path.split('/').at(-1), text])).toEqual([
      ['a', 'x.jsonl#1', '正文'],
      [expect.stringMatching(/^x-[0-9a-f]{12}$/), 'x.jsonl#7', 'a\ufffdb'],
      [expect.stringMatching(/^b-c-[0-9a-f]{8}$/), 'x.jsonl#9', '正文'],
    ]);
    expect(documents[0]).toMatchObject({
      kind: 'jsonl',
      given: { title: '甲' },
      extra: { category: '丙' },
      textEn: null,
    });
    expect(documents[0]?.given).not.toHaveProperty('text');
    expect(documents[1]).toMatchObject({ textEn: 'Text', warnings: [{ code: 'lone_surrogates' }] });
    expect(skipped.map(({ error }) => error.message.replace(/^.*x\.jsonl, /, ''))).toEqual([
      expect.stringMatching(/^line 2: it is no JSON/),
      expect.stringMatching(/^line 4: its text is empty/),
      expect.stringMatching(/^line 5: its title is no text/),
      expect.stringMatching(/^line 6: it is no JSON object/),
      expect.stringMatching(/^line 8 has 36\.0 MB/),
    ]);
  });

  it('reads what a truncated archive still holds, and says after how many lines it broke off', async () => {
    const lines = Array.from({ length: 20_000 }, (_, at) =>
      JSON.stringify({ title: `甲${at}`, text: `${at * 7919}` }),
    );
    const whole = gzipSync(lines.join('\n'));
    const folder = folderOf({ 'x.jsonl.gz': whole.subarray(0, whole.length >> 1) });
    const { documents, skipped } = await readAll(folder);
    expect(documents.length).toBeGreaterThan(1000);
    expect(skipped).toMatchObject([{ error: { code: 'unreadable_file' } }]);
    expect(skipped[0]?.error.message).toContain(`breaks off after ${documents.length} lines`);
  });

  it('refuses a file without lines', async () => {
    const { skipped } = await readAll(folderOf({ 'x.jsonl': '\n\n' }));
    expect(skipped).toMatchObject([{ error: { code: 'unreadable_file' } }]);
  });
});

describe('splitLines', () => {
  it('joins lines over chunks and drops a line past the limit without holding it', async () => {
    async function* chunks() {
      yield Buffer.from('ab');
      yield Buffer.from('c\nlong');
      yield Buffer.from('er\n\nd');
    }
    const lines = [];
    for await (const line of splitLines(chunks(), 5)) {
      lines.push([line.number, line.bytes === null ? null : Buffer.from(line.bytes).toString(), line.length]);
    }
    expect(lines).toEqual([
      [1, 'abc', 3],
      [2, null, 6],
      [3, '', 0],
      [4, 'd', 1],
    ]);
  });
});
