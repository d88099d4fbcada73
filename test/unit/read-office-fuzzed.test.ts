/** Files of word processors with bytes changed, cut off, or of another file: a text or a reason, and nothing else. */
import { describe, expect, it } from 'vitest';
import { PolicyError } from '../../core/errors.js';
import { readDoc } from '../../indexer/read/doc/read-doc.js';
import { readDocx } from '../../indexer/read/docx/read-docx.js';
import { readEpub } from '../../indexer/read/epub.js';
import type { FileContent } from '../../indexer/read/file-content.js';
import { readOdt } from '../../indexer/read/odt/read-odt.js';
import { readRtf } from '../../indexer/read/rtf/read-rtf.js';
import { createRandom, damaged } from './damaged-bytes.js';
import { docOf, placesOf, sprm } from './made-doc.js';
import { docxOf, item, level, numberingOf, p, row } from './made-office.js';
import { zipOfParts } from './zip-of.js';

/** `FUZZ=1000` for more than a run of all tests has time for. */
const ROUNDS = Number(process.env.FUZZ ?? 200);

const table = `<w:tbl>${row('事项', '标准')}${row('护照费', '160元')}</w:tbl>`;
const note =
  '<w:p><w:r><w:t>甲</w:t><w:footnoteReference w:id="1"/><w:fldChar w:fldCharType="begin"/></w:r></w:p>';
const wordBody = Buffer.from(
  `${p('关于治理的通知', '<w:jc w:val="center"/>')}${item('甲')}${item('乙', 1)}${note}${table}`,
);
const numbering = numberingOf(level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%1.%2'));
const footnotes = `<w:footnote w:id="1">${p('注')}</w:footnote>`;
const odtBody = Buffer.from(
  '<text:list text:style-name="L"><text:list-item><text:p>甲<text:s text:c="3"/></text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>乙</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>',
);
const cell = sprm(0x2416, 1);
const doc = docOf({
  text: '关于治理的通知\r甲\x02乙\r护照费\x07160元\x07\x07\x13PAGE\x145\x15完\r\x02 注\r\r',
  runs: [[8, 9, sprm(0x083c, 1)]],
  paragraphs: [sprm(0x2403, 1), sprm(0x460b, 1, 0), cell, cell, Buffer.concat([cell, sprm(0x2417, 1)])],
  footnotes: 5,
  structures: { 2: placesOf([9, 30], [Buffer.from([1, 0])]), 3: placesOf([0, 4, 5]) },
});
const rtf = Buffer.from(
  "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 a;}}\\qc \\'b9\\'fa\\line\\u22269?\\par\\pard{\\listtext 1.\\tab}A{\\chftn}{\\footnote{\\chftn}B}\\par\\trowd\\cellx100\\cellx200\\intbl A\\cell B\\cell\\row\\pard{\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}}",
);
const page = '<html><body><h1>第一章</h1><p>甲</p><table><tr><td>乙</td></tr></table></body></html>';
const container = '<container><rootfile full-path="a.opf"/></container>';
const opf = Buffer.from(
  '<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>',
);

type Read = (bytes: Uint8Array, name: string) => Promise<FileContent>;

describe('a damaged file', () => {
  it.each<[string, Read, (random: () => number) => Buffer]>([
    ['.docx', readDocx, (random) => damaged(docxOf(wordBody.toString(), { numbering, footnotes }), random)],
    [
      '.docx, in its body',
      readDocx,
      (random) => docxOf(damaged(wordBody, random).toString('latin1'), { numbering, footnotes }),
    ],
    [
      '.docx, in its numbering',
      readDocx,
      (random) =>
        docxOf(wordBody.toString(), {
          numbering: damaged(Buffer.from(numbering), random).toString('latin1'),
          footnotes,
        }),
    ],
    ['.doc', readDoc, (random) => damaged(doc, random)],
    ['.rtf', readRtf, (random) => damaged(rtf, random)],
    [
      '.odt, in its body',
      readOdt,
      (random) =>
        zipOfParts({
          'content.xml': Buffer.concat([Buffer.from('<office:body>'), damaged(odtBody, random)]),
        }),
    ],
    [
      '.epub, in its package',
      readEpub,
      (random) =>
        zipOfParts({ 'META-INF/container.xml': container, 'a.opf': damaged(opf, random), 'a.xhtml': page }),
    ],
    [
      '.epub, in a chapter',
      readEpub,
      (random) =>
        zipOfParts({
          'META-INF/container.xml': container,
          'a.opf': opf,
          'a.xhtml': damaged(Buffer.from(page), random),
        }),
    ],
  ])(
    'is a text or a reason: %s',
    async (_, read, make) => {
      const random = createRandom(20190109);
      for (let round = 0; round < ROUNDS; round += 1) {
        const bytes = make(random);
        const got = await read(bytes, 'a').catch((error: unknown) => error);
        if (got instanceof PolicyError) {
          expect(got.remedy).not.toBe('');
          continue;
        }
        const { text, furniture } = got as FileContent;
        expect(text, bytes.toString('base64')).toSatisfy(
          (read: string) => read.isWellFormed() && read !== '',
        );
        let end = 0;
        for (const span of furniture) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }
    },
    120_000,
  );
});
