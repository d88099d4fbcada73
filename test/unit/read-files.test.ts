import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { idAsGiven, idOfFile, idOfLine } from '../../indexer/read/document-id.js';
import { findFrontMatter } from '../../indexer/read/front-matter.js';
import { listFiles } from '../../indexer/read/list-files.js';
import { readDocuments } from '../../indexer/read/read.js';
import { folderOf, readAll } from './made-folder.js';

describe('listFiles', () => {
  it('finds each readable file once, sorted, and names what it leaves out', async () => {
    const folder = folderOf({
      'b/二.TXT': '甲',
      'b/二.TXT.meta.yaml': 'title: 乙',
      'a.md': '甲',
      'f.Markdown': '甲',
      'c.jsonl.gz': gzipSync('{}'),
      'd.JSONL': '{}',
      'h.bin': '\u0001\u0000',
      '.hidden/f.txt': '甲',
      '.g.txt': '甲',
    });
    symlinkSync(folder, join(folder, 'b', 'loop'));
    symlinkSync(join(folder, 'a.md'), join(folder, 'same.md'));
    const { files, skipped } = await listFiles([folder, join(folder, 'a.md'), join(folder, 'missing')]);
    expect(files.map((file) => [file.name, file.format, file.metaPath !== null])).toEqual([
      ['a.md', 'text', false],
      ['b/二.TXT', 'text', true],
      ['c.jsonl.gz', 'jsonl', false],
      ['d.JSONL', 'jsonl', false],
      ['f.Markdown', 'text', false],
    ]);
    expect(skipped.map(({ path, error }) => [path.slice(folder.length + 1), error.code])).toEqual([
      ['h.bin', 'unsupported_format'],
      ['missing', 'unreadable_file'],
    ]);
  });
});

describe('what is no file of the folder', () => {
  const saidOf = async (folder: string): Promise<readonly string[]> =>
    (await listFiles([folder])).skipped.map(({ error }) => error.message.replaceAll(folder, ''));

  it.each([
    ['a file', 'secret.txt'],
    ['a folder', 'folder'],
  ])('a link out of it to %s is not followed, and named', async (_, target) => {
    const outside = folderOf({ 'secret.txt': '密', 'folder/b.txt': '密' });
    const folder = folderOf({ 'a.txt': '甲' });
    symlinkSync(join(outside, target), join(folder, 'out'));
    const { files, skipped } = await listFiles([folder]);
    expect(files.map(({ name }) => name)).toEqual(['a.txt']);
    expect(skipped.map(({ error }) => [error.code, error.message])).toEqual([
      [
        'unreadable_file',
        expect.stringMatching(/out is a link out of the folder that was named, to .*not followed/),
      ],
    ]);
  });

  it('a link into another folder that was named too is read there', async () => {
    const [one, other] = [folderOf({ 'a.txt': '甲' }), folderOf({ 'b.txt': '乙' })];
    symlinkSync(join(other, 'b.txt'), join(one, 'b.txt'));
    const { files, skipped } = await listFiles([one, other]);
    expect([files.map(({ name }) => name).sort(), skipped]).toEqual([['a.txt', 'b.txt'], []]);
  });

  it('a link that was named itself is followed, and what lies beside it counts', async () => {
    const outside = folderOf({ 'a.txt': '甲', 'a.txt.meta.yaml': 'title: 乙' });
    const folder = folderOf({});
    symlinkSync(outside, join(folder, 'out'));
    expect((await listFiles([join(folder, 'out')])).files.map(({ name }) => name)).toEqual(['a.txt']);
    const { files, skipped } = await listFiles([join(outside, 'a.txt')]);
    expect([files.map(({ metaPath }) => metaPath !== null), skipped]).toEqual([[true], []]);
  });

  it('fields beside a file that are a link out of it are not read', async () => {
    const outside = folderOf({ 'secret.yaml': 'title: 密' });
    const folder = folderOf({ 'a.txt': '甲' });
    symlinkSync(join(outside, 'secret.yaml'), join(folder, 'a.txt.meta.yaml'));
    expect((await listFiles([folder])).files.map(({ metaPath }) => metaPath)).toEqual([null]);
    expect(await saidOf(folder)).toEqual([expect.stringContaining('a.txt.meta.yaml is a link out')]);
  });

  it('a link to nothing, and a file that is gone when it is read, are told apart', async () => {
    const folder = folderOf({ 'a.txt': '甲', 'b.txt': '乙' });
    symlinkSync(join(folder, 'nowhere'), join(folder, 'c.txt'));
    expect(await saidOf(folder)).toEqual([expect.stringContaining('c.txt is a link to nothing')]);
    const { files } = await listFiles([folder]);
    rmSync(join(folder, 'a.txt'));
    const read = [];
    for await (const one of readDocuments(files)) read.push('error' in one ? one.error.message : one.text);
    expect(read).toEqual([expect.stringContaining('a.txt was there when the folder was listed'), '乙']);
  });

  it('an empty .meta.yaml gives nothing, and says so', async () => {
    const folder = folderOf({ 'a.txt': '甲', 'a.txt.meta.yaml': '' });
    const { files } = await listFiles([folder]);
    for await (const one of readDocuments(files)) {
      expect('error' in one ? one.error : one).toMatchObject({
        text: '甲',
        warnings: [{ code: 'empty_metadata', message: expect.stringContaining('a.txt.meta.yaml is empty') }],
      });
    }
    expect.assertions(1);
  });
});

describe('document ids', () => {
  it.each([
    ['000_8e1ad8dd9d446f54.txt', /^000_8e1ad8dd9d446f54$/],
    ['a/b.txt', /^a-b-[0-9a-f]{8}$/],
    ['国发1号.md', /^--1--[0-9a-f]{8}$/],
    [`${'x'.repeat(200)}.txt`, /^x{91}-[0-9a-f]{8}$/],
  ])('%s', (name, id) => {
    expect(idOfFile(name)).toMatch(id);
    expect(idOfFile(name)).toBe(idOfFile(name));
  });

  it('keeps a safe id that is given, replaces another and says so', () => {
    expect(idAsGiven('cn-69a4')).toEqual({ id: 'cn-69a4', warnings: [] });
    expect(idAsGiven('a b')).toMatchObject({
      id: expect.stringMatching(/^a-b-/),
      warnings: [{ code: 'id_replaced' }],
    });
  });

  it('tells lines apart by title, date and number', () => {
    expect(idOfLine('laws', ['甲', null])).toMatch(/^laws-[0-9a-f]{12}$/);
    expect(idOfLine('laws', ['甲', null])).not.toBe(idOfLine('laws', ['甲', '2023-05-30']));
  });
});

describe('findFrontMatter', () => {
  it.each([
    ['---\ntitle: 甲\n---\n乙', 'title: 甲\n', '乙'],
    ['---\r\n# c\r\n\r\ntitle: 甲\r\n---\r\n乙', '# c\r\n\r\ntitle: 甲\r\n', '乙'],
    ['---\n总体思路\n---\n乙', null, null],
    ['---\ntitle: 甲\n乙', null, null],
    ['乙\n---\ntitle: 甲\n---\n', null, null],
  ])('%j', (text, yaml, rest) => {
    const found = findFrontMatter(text);
    expect(found?.yaml ?? null).toBe(yaml);
    expect(found === null ? null : text.slice(found.end)).toBe(rest);
  });
});

describe('text files', () => {
  it('takes metadata from front matter, and from the file beside it first', async () => {
    const folder = folderOf({
      'x.md': '---\ntitle: 甲\npublishedOn: 2023-05-30\nremark: 丙\n---\n# 第一章\n正文',
      'x.md.meta.yaml': 'title: 乙\nid: given-id\n',
    });
    const { documents } = await readAll(folder);
    expect(documents).toMatchObject([
      {
        id: 'given-id',
        kind: 'text',
        given: { title: '乙', publishedOn: '2023-05-30' },
        extra: { remark: '丙' },
      },
    ]);
    expect(documents[0]?.text).toContain('---\ntitle: 甲');
  });

  it('leaves out a field with a value it cannot have, and says which', async () => {
    const yaml =
      'title: 甲\npublishedOn: 30.2.2023\ncities: 北京\nsource:\n  name: 乙\n  url: javascript:x\nid: 12';
    const { documents } = await readAll(folderOf({ 'x.txt': `---\n${yaml}\n---\n正文` }));
    expect(documents[0]?.given).toEqual({ title: '甲', source: { name: '乙' }, id: '12' });
    expect(documents[0]?.id).toBe('12');
    expect(documents[0]?.warnings.map(({ code, message }) => [code, message.split(' ')[0]])).toEqual([
      ['invalid_field', 'publishedOn'],
      ['invalid_field', 'cities'],
      ['invalid_field', 'source.url'],
    ]);
  });

  it('goes on after each bad file and names it with a remedy', async () => {
    const folder = folderOf({
      'binary.txt': Buffer.from([1, 0, 2, 0]),
      'empty.txt': '',
      'good.txt': '正文',
      'long.txt': Buffer.alloc(50 * 1024 * 1024, '政'),
      'yaml.txt': '---\ntitle: [甲\n---\n正文',
    });
    const { documents, skipped } = await readAll(folder);
    expect(documents.map(({ id }) => id)).toEqual(['good']);
    expect(skipped.map(({ path, error }) => [path.split('/').at(-1), error.code])).toEqual([
      ['binary.txt', 'unreadable_file'],
      ['empty.txt', 'unreadable_file'],
      ['long.txt', 'unreadable_file'],
      ['yaml.txt', 'malformed_document'],
    ]);
    for (const { error } of skipped) expect(error.remedy).not.toBe('');
  });
});
