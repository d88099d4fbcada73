/** Files that are empty say so, whatever they are called; files that break off are read as far as they go, and say so. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readHtml } from '../../indexer/read/html/read-html.js';
import { listFiles } from '../../indexer/read/list-files.js';
import { readMhtml } from '../../indexer/read/mhtml.js';
import { readDocuments } from '../../indexer/read/read.js';
import { readRtf } from '../../indexer/read/rtf/read-rtf.js';

const folder = mkdtempSync(join(tmpdir(), 'zhengsou-half-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ENDINGS = 'txt md html mhtml docx doc wps odt rtf epub pdf xlsx xls csv json zip warc warc.gz'.split(
  ' ',
);

describe('an empty file', () => {
  it.each(ENDINGS)('.%s', async (ending) => {
    const path = join(folder, `empty.${ending}`);
    writeFileSync(path, '');
    const { files, skipped } = await listFiles([path], folder);
    const said = skipped.map(({ error }) => error.message);
    for await (const read of readDocuments(files)) said.push('error' in read ? read.error.message : 'read');
    expect(said).toEqual(['The file is empty.']);
  });
});

const TEXT = '<p>第一条 为了规范数据处理活动，保障数据安全，促进数据开发利用，制定本办法。</p>';
const PAGE = `<html><body><h1>数据管理办法</h1>${TEXT.repeat(3)}</body></html>`;
const asMhtml = (page: string): string =>
  `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n${page}\r\n--x--`;
const RTF = String.raw`{\rtf1\ansi\uc0{\fonttbl{\f0 SimSun;}}\pard\u31532\u19968\u26465 text of the article\par{\b more}\par}`;
const until = (text: string, part: string): string => text.slice(0, text.indexOf(part));

describe('a piece of a page, as crawlers keep it', () => {
  const lines = [1, 2, 3].map(
    (n) => `第${n}条 为了规范数据处理活动，保障数据安全，促进数据开发利用，制定本办法。`,
  );
  it.each([
    ['paragraphs', lines.map((line) => `<p>${line}</p>`).join('\n')],
    ['lines', lines.join('<br>')],
    ['lines below a menu', `<div><a href="1">首页</a> <a href="2">正文</a></div>${lines.join('<br>')}`],
    [
      'paragraphs, one of them longer',
      `<p>${lines[0]}</p><p>${lines[1]}</p><p>${lines[2]}</p><p>${'长'.repeat(500)}</p>`,
    ],
  ])('is read whole: %s', (_, piece) => {
    const { text, furniture } = readHtml(Buffer.from(piece), 'a.html');
    const left = furniture.reduceRight(
      (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
      text,
    );
    expect(left.trim().split('\n').slice(0, 3)).toEqual(lines);
  });
});

describe('a file that breaks off', () => {
  const html = (page: string) => readHtml(Buffer.from(page), 'a.html');
  const mhtml = (page: string) => readMhtml(Buffer.from(page), 'a.mhtml');
  const rtf = (text: string) => readRtf(Buffer.from(text), 'a.rtf');

  it.each([
    ['a page', html, PAGE, until(PAGE, '</body>')],
    ['a page, in the middle of a tag', html, PAGE, PAGE.slice(0, PAGE.lastIndexOf('</p>') + 2)],
    ['a page that has no <html>', html, TEXT.repeat(9), `<body>${TEXT.repeat(9)}`],
    ['a page saved as one file', mhtml, asMhtml(PAGE), until(asMhtml(PAGE), '</body>')],
    ['RTF', rtf, RTF, until(RTF, '}\\par}')],
    ['RTF, by its last bracket', rtf, RTF, RTF.slice(0, -1)],
  ])('%s', async (_, read, whole, half) => {
    expect((await read(whole)).warnings).toEqual([]);
    const { text, warnings } = await read(half);
    expect(text).toContain('第一条');
    expect(warnings.map(({ code }) => code)).toEqual(['cut_off']);
  });
});
