/**
 * Our BibTeX and RIS, read back by a program that is not ours, and our CSL-JSON against the names of its schema.
 *
 * What citation-js itself leaves out is not asked of it: the number of a `@misc`, the authors of a RIS `STAT`
 * (it reads none for that type), and month and day of a `NEWS`, whose authors it calls reporters.
 */
// @ts-expect-error citation-js has no types
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clause, PolicyDocument } from '../../core/model.js';
import type { CitationStyle } from '../../server/cite/cite.js';
import {
  ARTICLE_1224,
  CIVIL_CODE,
  citeAs,
  HOSTILE,
  HOSTILE_CLAUSE,
  JOINT,
  makeDocument,
  NEWS,
  NOTICE,
  NOTICE_CLAUSE,
  REPORT,
} from './cite-cases.js';

interface Item {
  readonly [field: string]: unknown;
}

function readBack(style: CitationStyle, document: PolicyDocument, clause: Clause | null = null): Item {
  const items = new Cite(citeAs(style, document, clause).text).data as Item[];
  expect(items).toHaveLength(1);
  return items[0] ?? {};
}

const names = (...families: string[]): { family: string }[] => families.map((family) => ({ family }));
const day = (...parts: number[]): { 'date-parts': number[][] } => ({ 'date-parts': [parts] });
const HOSTILE_TITLE = '}{a\\b% <img src=x onerror=alert(1)> ](javascript:alert(1)) "q" ER - *_`#$&~^';

describe('BibTeX, read by citation-js', () => {
  it.each([
    [
      'a notice',
      NOTICE,
      NOTICE_CLAUSE,
      {
        type: 'report',
        'citation-key': expect.stringMatching(/^guowuyuan2025guofa11-[0-9a-f]{8}$/),
        number: '国发〔2025〕11号',
        publisher: '国务院',
        author: names('国务院'),
        title: NOTICE.title,
        issued: day(2025, 8, 21),
        URL: NOTICE.source?.url,
        accessed: day(2026, 8, 22),
        note: '国发〔2025〕11号，二、（三）',
      },
    ],
    [
      'a report, with its number',
      { ...REPORT, documentNumber: NOTICE.documentNumber },
      null,
      {
        type: 'report',
        author: names('国务院'),
        title: REPORT.title,
        number: '国发〔2025〕11号',
        publisher: '国务院',
      },
    ],
    ['four bodies', JOINT, null, { author: names(...JOINT.issuingBodies), URL: JOINT.source?.url }],
    ['news', NEWS, null, { title: NEWS.title, 'container-title': '第一财经', issued: day(2021, 2, 23) }],
    ['a law', CIVIL_CODE, ARTICLE_1224, { title: CIVIL_CODE.title, note: '第一千二百二十四条' }],
    [
      'a hostile title',
      HOSTILE,
      HOSTILE_CLAUSE,
      { title: HOSTILE_TITLE, author: names('A, B} and {C'), note: '1.' },
    ],
  ])('%s', (_, document, clause, expected) => {
    expect(readBack('bibtex', document, clause)).toMatchObject(expected);
  });

  it('carries any title', () => {
    const title = fc.string({
      unit: fc.constantFrom(...'国《“{}\\%#$&_~^",=@a1 '),
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(title, (text) => {
        const expected = text.replace(/\s+/g, ' ').trim();
        fc.pre(expected !== '');
        expect(readBack('bibtex', makeDocument({ title: text })).title).toBe(expected);
      }),
      { numRuns: 200 },
    );
  });
});

describe('RIS, read by citation-js', () => {
  it.each([
    [
      'a notice',
      NOTICE,
      NOTICE_CLAUSE,
      {
        type: 'legislation',
        title: NOTICE.title,
        number: '国发〔2025〕11号',
        issued: day(2025, 8, 21),
        URL: NOTICE.source?.url,
        note: '二、（三）',
      },
    ],
    [
      'a report',
      REPORT,
      null,
      { type: 'report', author: names('国务院'), issued: day(2024, 3, 5), accessed: day(2026, 8, 22) },
    ],
    ['news', NEWS, null, { type: 'article-newspaper', title: NEWS.title, 'container-title': '第一财经' }],
    ['a hostile title', HOSTILE, HOSTILE_CLAUSE, { title: HOSTILE_TITLE, note: '1.' }],
  ])('%s', (_, document, clause, expected) => {
    expect(readBack('ris', document, clause)).toMatchObject(expected);
  });

  it('is one record, whatever the title', () => {
    const title = fc.string({ unit: fc.constantFrom(...'国TYER -\r\n\u2028\u0085'), maxLength: 30 });
    fc.assert(
      fc.property(title, (text) => {
        const lines = citeAs('ris', makeDocument({ title: text })).text.split(/\r\n|[\n\r\u2028\u0085]/);
        expect(lines.map((line) => line.slice(0, 6))).toEqual(['TY  - ', 'TI  - ', 'LA  - ', 'ER  - ', '']);
      }),
    );
  });

  it('has no link where there is none', () => {
    expect(readBack('ris', NEWS).URL).toBeUndefined();
    expect(readBack('ris', HOSTILE).URL).toBeUndefined();
  });
});

/** Of csl-data.json 1.0.2: the names that an item of ours may use. */
const TEXT = [
  ...['id', 'type', 'title', 'number', 'genre', 'publisher', 'source'],
  ...['container-title', 'URL', 'note', 'language'],
];
const TYPES = ['legislation', 'article-newspaper', 'report', 'standard'];

describe('CSL-JSON', () => {
  it.each([
    ['a notice', NOTICE],
    ['a law', CIVIL_CODE],
    ['news', NEWS],
    ['a report', REPORT],
    ['a hostile title', HOSTILE],
  ])('%s is one item of the schema', (_, document) => {
    const items = JSON.parse(citeAs('csl-json', document).text) as Record<string, unknown>[];
    expect(items).toHaveLength(1);
    const { author, issued, accessed, ...texts } = items[0] ?? {};
    expect(TYPES).toContain(texts.type);
    for (const [name, value] of Object.entries(texts)) {
      expect(TEXT).toContain(name);
      expect(value).toEqual(expect.any(String));
    }
    for (const name of (author ?? []) as object[]) expect(name).toEqual({ literal: expect.any(String) });
    const date = { 'date-parts': [[expect.any(Number), expect.any(Number), expect.any(Number)]] };
    for (const given of [issued, accessed]) if (given !== undefined) expect(given).toEqual(date);
  });
});
