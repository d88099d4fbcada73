import { describe, expect, it } from 'vitest';
import { readMhtml } from '../../indexer/read/mhtml.js';

const SENTENCE = '为贯彻落实国家有关部署，促进乙产业健康发展，经市政府同意，现将有关事项通知如下。';
const LONG = `<h1>关于乙产业的通知</h1><div id="zoom"><p>${SENTENCE}</p><p>${SENTENCE.repeat(8)}</p></div>`;

const quoted = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')
    .replace(/(.{72})/gu, '$1=\r\n');
const based = (text: string): string =>
  Buffer.from(text)
    .toString('base64')
    .replace(/(.{76})/gu, '$1\r\n');

const part = (headers: string, body: string): string => `------b--\r\n${headers}\r\n\r\n${body}\r\n`;
const html = (body: string, location: string, encoding = 'quoted-printable'): string =>
  part(
    `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: ${location}`,
    encoding === 'base64' ? based(body) : quoted(body),
  );
const message = (parts: string, headers = ''): Uint8Array =>
  Buffer.from(
    `From: <Saved by Blink>\r\n${headers}MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b--"\r\n\r\n${parts}------b----\r\n`,
  );

describe('a page in one file', () => {
  it.each<readonly [what: string, bytes: Uint8Array, url: string | null]>([
    ['quoted-printable', message(html(LONG, 'https://www.a.gov.cn/t1.html')), 'https://www.a.gov.cn/t1.html'],
    ['base64', message(html(LONG, 'https://www.a.gov.cn/t1.html', 'base64')), 'https://www.a.gov.cn/t1.html'],
    [
      'where the browser was',
      message(
        html(LONG, 'cid:frame-1@mhtml.blink'),
        'Snapshot-Content-Location: https://www.a.gov.cn/t2.html\r\n',
      ),
      'https://www.a.gov.cn/t2.html',
    ],
    ['nowhere', message(html(LONG, 'about:blank'), 'Snapshot-Content-Location: about:blank\r\n'), null],
    [
      'styles before the page',
      message(part('Content-Type: text/css', 'p{}') + html(LONG, 'about:blank')),
      null,
    ],
    [
      'parts in a part',
      message(
        part(
          'Content-Type: multipart/alternative; boundary=c',
          `--c\r\n\r\n甲\r\n--c\r\nContent-Type: text/html\r\n\r\n${LONG}\r\n--c--`,
        ),
      ),
      null,
    ],
    [
      'a frame',
      message(
        html('<frameset><frame src="t1.html"></frameset>', 'https://www.a.gov.cn/') +
          html(LONG, 'https://www.a.gov.cn/t1.html'),
      ),
      'https://www.a.gov.cn/t1.html',
    ],
    ['cut off', message(html(LONG, 'about:blank')).subarray(0, -20), null],
  ])('%s', (_, bytes, url) => {
    const content = readMhtml(bytes, 'page.mhtml');
    expect(content.format).toBe('mhtml');
    expect(content.text.split('\n').slice(0, 2)).toEqual(['关于乙产业的通知', SENTENCE]);
    expect(content.savedFrom).toEqual(url === null ? null : { url, by: 'saved' });
  });

  it.each([
    ['no page in it', message(part('Content-Type: image/png', 'x')), 'unreadable_file'],
    ['empty', new Uint8Array(), 'unreadable_file'],
    [
      'a page without a text',
      message(html('<frameset><frame src="t1.html"></frameset>', 'about:blank')),
      'page_without_text',
    ],
    ['a boundary that never comes', message('').subarray(0, 150), 'unreadable_file'],
  ])('%s: named', (_, bytes, code) => {
    expect(() => readMhtml(bytes, 'page.mhtml')).toThrow(expect.objectContaining({ code }));
  });
});
