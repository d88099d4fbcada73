import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { listFiles } from '../../indexer/read/list-files.js';

const root = mkdtempSync(join(tmpdir(), 'zhengsou-exclude-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const FILES = ['a.txt', '草稿/b.txt', '草稿/留/c.txt', 'notes/d.md', 'notes/e.txt'];

async function listed(
  name: string,
  exclude: readonly string[],
  ignore: Readonly<Record<string, string>> = {},
) {
  const folder = join(root, name);
  for (const [path, text] of [...FILES.map((path) => [path, '正文'] as const), ...Object.entries(ignore)]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { files, skipped } = await listFiles([folder], folder, exclude);
  expect(skipped).toEqual([]); // what nobody wants read is not missed
  return files.map((file) => file.name);
}

describe('what is left out', () => {
  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['nothing', [], ['a.txt', 'notes/d.md', 'notes/e.txt', '草稿/b.txt', '草稿/留/c.txt']],
    ['a folder', ['草稿/'], ['a.txt', 'notes/d.md', 'notes/e.txt']],
    ['an ending', ['*.md'], ['a.txt', 'notes/e.txt', '草稿/b.txt', '草稿/留/c.txt']],
    ['all but one', ['*', '!a.txt'], ['a.txt']],
    [
      'from the path that was named',
      ['/notes/e.txt'],
      ['a.txt', 'notes/d.md', '草稿/b.txt', '草稿/留/c.txt'],
    ],
    ['any folder between', ['**/c.txt', '**/d.md'], ['a.txt', 'notes/e.txt', '草稿/b.txt']],
  ])('by --exclude: %s', async (name, exclude, expected) => {
    expect(await listed(name, exclude)).toEqual(expected);
  });

  it('by a .zhengsouignore, for its folder and those below', async () => {
    const ignore = {
      '.zhengsouignore': '# drafts\n/草稿/*\n!/草稿/留/\n',
      'notes/.zhengsouignore': 'd.md\n',
    };
    expect(await listed('files', [], ignore)).toEqual(['a.txt', 'notes/e.txt', '草稿/留/c.txt']);
  });

  it('never the path that was named', async () => {
    const folder = join(root, 'files');
    const { files } = await listFiles([join(folder, 'notes/d.md')], folder, ['*.md']);
    expect(files.map((file) => file.name)).toEqual(['d.md']);
  });
});
