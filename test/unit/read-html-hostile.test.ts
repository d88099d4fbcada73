import { describe, expect, it } from 'vitest';
import { PolicyError } from '../../core/errors.js';
import type { FileContent } from '../../indexer/read/file-content.js';
import { htmlText } from '../../indexer/read/html/html-text.js';
import { readHtml } from '../../indexer/read/html/read-html.js';
import { readMhtml } from '../../indexer/read/mhtml.js';

const SENTENCE = '为贯彻落实国家有关部署，促进乙产业健康发展，经市政府同意，现将有关事项通知如下。';
const PAGE = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>关于乙产业的通知_甲市</title><meta name="PubDate" content="2023-05-16"><style>p{color:red}</style><script>var a = "<p>";</script></head>
<body><ul class="nav"><li><a href="/">首页</a></ul><table><tr><td>索引号：<td>A-1<td>发文机关：<td>甲局<tr><td>成文日期：<td>2023年5月4日</table>
<h1>关于乙产业的通知</h1><div id="zoom"><p>${SENTENCE}</p><ol start="2"><li>甲<li>乙</ol><table><tr><th>项目<th colspan=2>标准<tr><td rowspan=2>丙<td>1<td>2</table>
<p>附件：<a href="a.docx">申报表</a> 10<sup>8</sup>&nbsp;&#x4e2d;&amp;</p></div><!-- 注 --><p>【打印】【关闭】</p></body></html>`;
const MESSAGE = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://www.a.gov.cn/t.html\r\n\r\n${PAGE.replaceAll('=', '=3D')}\r\n--b--\r\n`;

/** Reproducible: a failure names its number. */
function drawn(seed: number): () => number {
  let state = seed * 2654435761;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

function fuzzed(source: Uint8Array, seed: number): Uint8Array {
  const draw = drawn(seed);
  const bytes = Uint8Array.from(source);
  const changes = 1 + Math.floor(draw() * 30);
  for (let change = 0; change < changes; change += 1) {
    const at = Math.floor(draw() * bytes.length);
    if (draw() < 0.3) bytes.copyWithin(at, Math.floor(draw() * bytes.length));
    else
      bytes[at] = draw() < 0.5 ? Math.floor(draw() * 256) : '<>&;"=/ -!'.charCodeAt(Math.floor(draw() * 10));
  }
  return draw() < 0.3 ? bytes.subarray(0, Math.floor(draw() * bytes.length)) : bytes;
}

type Reader = (bytes: Uint8Array, name: string) => FileContent;

/** What came of it, where it is what a reader promises. */
function outcome(read: Reader, bytes: Uint8Array): string {
  try {
    const { text, furniture } = read(bytes, 'file');
    let at = 0;
    for (const { start, end } of furniture) {
      if (start < at || end <= start || end > text.length) return `a span ${start} to ${end} behind ${at}`;
      at = end;
    }
    return text.isWellFormed() && !/\r/u.test(text) ? 'content' : 'a text that is not well-formed';
  } catch (error) {
    return error instanceof PolicyError && error.remedy !== '' ? error.code : `thrown: ${String(error)}`;
  }
}

const FINE = new Set(['content', 'unreadable_file', 'page_without_text']);

describe.each<readonly [name: string, read: Reader, source: string]>([
  ['pages', readHtml, PAGE],
  ['pages in one file', readMhtml, MESSAGE],
])('%s that are broken', (_, read, source) => {
  const whole = new TextEncoder().encode(source);

  it('are read whole before they are broken', () => {
    expect(outcome(read, whole)).toBe('content');
  });

  it('are read or named, cut off anywhere', () => {
    const outcomes = Array.from({ length: Math.ceil(whole.length / 5) }, (_, at) =>
      outcome(read, whole.subarray(0, at * 5)),
    );
    expect(outcomes.filter((one) => !FINE.has(one))).toEqual([]);
  });

  it('are read or named, with bytes changed a thousand times', () => {
    const outcomes = Array.from(
      { length: 1000 },
      (_, seed) => `${seed}: ${outcome(read, fuzzed(whole, seed + 1))}`,
    );
    expect(outcomes.filter((one) => !FINE.has(one.replace(/^\d+: /u, '')))).toEqual([]);
    expect(outcomes.filter((one) => one.endsWith('content')).length).toBeGreaterThan(100);
  });
});

describe('pages that were made to harm', () => {
  const body = `<div id="zoom"><p>${SENTENCE}</p></div>`;
  const many = 200_000;
  it.each<readonly [what: string, markup: string, outcome: string]>([
    ['10⁶ nested elements that never end', `${body}${'<i>'.repeat(1_000_000)}`, 'unreadable_file'],
    ['10⁶ ends of elements that never began', `${body}${'</i>'.repeat(1_000_000)}`, 'content'],
    ['nested tables', `${body}${'<table><tr><td>'.repeat(3000)}`, 'content'],
    [
      'cells over all rows and columns',
      `${body}<table>${'<tr><td rowspan=65534 colspan=1000>甲<td rowspan=65534>乙'.repeat(500)}</table>`,
      'content',
    ],
    ['nested lists', `${body}${'<ol><li>'.repeat(3000)}甲`, 'content'],
    ['an attribute without an end', `${body}<p title="${'a'.repeat(5_000_000)}`, 'content'],
    ['blanks', `${body}<p>${' \n'.repeat(2_000_000)}甲</p>`, 'content'],
    ['signs of a start', `${body}${'<'.repeat(1_000_000)}`, 'content'],
    ['entities', `${body}<p>${'&amp;'.repeat(many)}</p>`, 'content'],
    ['comments without an end', `${body}${'<!--'.repeat(many)}`, 'content'],
    ['lone surrogates', `${body}<p>&#xD800;&#xDFFF;&#0;&#x110000;</p>`, 'content'],
    ['elements in one line', `${body}<p>${'<b>甲</b>'.repeat(50_000)}</p>`, 'content'],
    [
      'an external entity',
      `<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]>${body}<p>&a;</p>`,
      'content',
    ],
    [
      'JSON-LD that nests',
      `<script type="application/ld+json">${'['.repeat(100_000)}</script>${body}`,
      'content',
    ],
    ['names of classes without an end', `<p class="${'a-'.repeat(1_000_000)}">甲</p>${body}`, 'content'],
  ])('%s', (_, markup, expected) => {
    expect(outcome(readHtml, new TextEncoder().encode(markup))).toBe(expected);
  });

  // What is left of the declaration is printed, as browsers do.
  it('prints no entity from elsewhere, and runs no script', () => {
    const markup = `<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>甲&a;乙</p><script>document.write('丙')</script><p onclick="x()">丁</p>`;
    expect(htmlText(markup).text).toBe(']>\n甲&a;乙\n丁');
  });

  it('reads parts in parts of a message no deeper than a few', () => {
    const nested = 'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n'.repeat(10_000);
    expect(outcome(readMhtml, Buffer.from(`MIME-Version: 1.0\r\n${nested}`))).toBe('unreadable_file');
  });
});
