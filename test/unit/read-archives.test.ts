/** Archives: what is in them is read as if it lay in a folder, and nothing in them gets out, or grows without end. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { listFiles } from '../../indexer/read/list-files.js';
import { readDocuments } from '../../indexer/read/read.js';
import { type Entry, zipOf } from './zip-of.js';

const folder = mkdtempSync(join(tmpdir(), 'zhengsou-archives-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What became of each: its name and its text, or the code of the reason. */
async function read(name: string, bytes: Buffer): Promise<readonly (readonly [string, string])[]> {
  writeFileSync(join(folder, name), bytes);
  const { files, skipped } = await listFiles([join(folder, name)], folder);
  const found = skipped.map(({ path, error }): [string, string] => [path, error.code]);
  for await (const one of readDocuments(files)) {
    if ('error' in one) found.push([one.path, one.error.code]);
    else found.push([one.path, one.packed === undefined ? one.text : one.packed.format]);
  }
  return found;
}

const text = (name: string, content = '正文'): Entry => ({ name, content });

describe('a .zip', () => {
  it('gives its texts, each under its path in the archive', async () => {
    const inner = zipOf([text('丙.md', '丙')]);
    const bytes = zipOf([
      text('a.txt', '甲'),
      { name: '乙/b.TXT', content: '乙'.repeat(99), deflated: true },
      { name: 'more.zip', content: inner },
      { name: 'page.htm', content: '<html><body>页</body></html>' },
    ]);
    expect(await read('texts.zip', bytes)).toEqual([
      ['texts.zip/a.txt', '甲'],
      ['texts.zip/乙/b.TXT', '乙'.repeat(99)],
      ['texts.zip/more.zip/丙.md', '丙'],
      ['texts.zip/page.htm', 'html'],
    ]);
  });

  it('takes names as Windows writes them: GB18030, and it does not say so', async () => {
    const name = iconv.encode('政策/通知.txt', 'gb18030');
    expect(await read('gbk.zip', zipOf([{ name, content: '甲', flags: 0 }]))).toEqual([
      ['gbk.zip/政策/通知.txt', '甲'],
    ]);
  });

  it('reads what lies beside a text in it', async () => {
    const bytes = zipOf([text('a.txt', '甲'), text('a.txt.meta.yaml', 'title: 办法')]);
    writeFileSync(join(folder, 'meta.zip'), bytes);
    const { files } = await listFiles([join(folder, 'meta.zip')], folder);
    for await (const one of readDocuments(files)) expect(one).toMatchObject({ given: { title: '办法' } });
  });

  it.each<readonly [string, readonly Entry[], readonly (readonly [string, string])[]]>([
    ['leads out', [text('../a.txt')], [['x.zip/../a.txt', 'unreadable_file']]],
    ['is absolute', [text('/etc/a.txt')], [['x.zip//etc/a.txt', 'unreadable_file']]],
    ['names a drive', [text('c:\\a.txt')], [['x.zip/c:/a.txt', 'unreadable_file']]],
    [
      'has a password',
      [{ ...text('a.txt'), flags: 0x801, deflated: true }],
      [['x.zip/a.txt', 'unreadable_file']],
    ],
    ['is of no format', [text('a.exe', 'MZ\u0000')], [['x.zip/a.exe', 'unsupported_format']]],
    [
      'is a part of a saved page',
      [text('a.html', '<html>'), text('a_files/b.js')],
      [
        ['x.zip/a.html', 'html'],
        ['x.zip/a_files/b.js', 'part_of_page'],
      ],
    ],
    ['is clutter', [text('__MACOSX/a.txt'), text('.b.txt'), text('c.txt', '丙')], [['x.zip/c.txt', '丙']]],
    [
      'says a size that it has not',
      [{ ...text('a.txt', '正文'.repeat(99)), deflated: true, declaredSize: 3 }],
      [['x.zip/a.txt', 'unreadable_file']],
    ],
    ['is nothing', [], [['x.zip', 'unreadable_file']]],
  ])('an entry that %s', async (_, entries, expected) => {
    expect(await read('x.zip', zipOf(entries))).toEqual(expected);
  });

  it('does not unpack a bomb, nor archives without end', async () => {
    const bomb: Entry = { name: 'a.txt', content: Buffer.alloc(32 << 20), deflated: true };
    expect(await read('bomb.zip', zipOf([bomb]))).toEqual([['bomb.zip/a.txt', 'unreadable_file']]);
    let nested = zipOf([text('a.txt')]);
    for (let i = 0; i < 5; i += 1) nested = zipOf([{ name: 'n.zip', content: nested }]);
    expect(await read('deep.zip', nested)).toEqual([['deep.zip/n.zip/n.zip/n.zip', 'unreadable_file']]);
  });

  it('that is cut off anywhere is named, and stops nothing', async () => {
    const whole = zipOf([text('a.txt', '甲'), text('b.txt', '乙')]);
    for (let end = 4; end < whole.length; end += 7) {
      for (const [path] of await read('cut.zip', whole.subarray(0, end))) expect(path).toMatch(/^cut\.zip/);
    }
  });
});

describe('a .warc', () => {
  const record = (url: string, type: string, body: string, status = '200 OK'): string => {
    const http = `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\n\r\n${body}`;
    const head = [
      'WARC/1.0',
      'WARC-Type: response',
      `WARC-Target-URI: ${url}`,
      'WARC-Date: 2024-01-01T00:00:00Z',
      `WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000${url.length % 10}>`,
      'Content-Type: application/http; msgtype=response',
      `Content-Length: ${Buffer.byteLength(http)}`,
    ].join('\r\n');
    return `${head}\r\n\r\n${http}\r\n\r\n`;
  };
  const PAGE = '<html><body>页</body></html>';
  const crawl = [
    record('https://www.gov.cn/zhengce/a.htm', 'text/html', PAGE),
    record('https://www.gov.cn/b.css', 'text/css', 'body{}'),
    record('https://www.gov.cn/none.htm', 'text/html', PAGE, '404 Not Found'),
    record('https://www.gov.cn/c/', 'text/html', PAGE),
  ];

  it.each([
    ['as it is', 'c.warc', Buffer.from(crawl.join(''))],
    ['a record compressed', 'c.warc.gz', Buffer.concat(crawl.map((one) => gzipSync(one)))],
  ])('gives the pages that were fetched, with their addresses: %s', async (_, name, bytes) => {
    writeFileSync(join(folder, name), bytes);
    const { files } = await listFiles([join(folder, name)], folder);
    const found = [];
    for await (const one of readDocuments(files)) {
      found.push('error' in one ? [one.path, one.error.code] : [one.path, one.packed?.elsewhere]);
    }
    expect(found).toEqual([
      [`${name}/www.gov.cn/zhengce/a.htm`, { url: 'https://www.gov.cn/zhengce/a.htm', by: 'saved' }],
      [`${name}/www.gov.cn/b.css`, 'part_of_page'],
      [`${name}/www.gov.cn/c/index.html`, { url: 'https://www.gov.cn/c/', by: 'saved' }],
    ]);
  });

  it.each([
    ['was refused', record('https://www.gov.cn/none.htm', 'text/html', PAGE, '404 Not Found')],
    ['bears no address', record('file:///a.htm', 'text/html', PAGE)],
    ['is of a kind that is damaged', (crawl[0] ?? '').replace('response\r\n', 'resp0nse\r\n')],
  ])('of which all %s is named', async (_, archived) => {
    expect(await read('none.warc', Buffer.from(archived))).toEqual([['none.warc', 'page_without_text']]);
  });

  it('that is cut off keeps what came before', async () => {
    const whole = Buffer.from(crawl[0] ?? '');
    const found = await read('cut.warc', Buffer.concat([whole, whole.subarray(0, 300)]));
    expect(found[0]).toEqual(['cut.warc/www.gov.cn/zhengce/a.htm', 'html']);
  });
});
