/**
 * What goes into a machine format comes out of it again: title, bodies, number, days, link, place and being in force, of sixty
 * documents, read by citation-js, by a reader of BibTeX that takes nothing it does not know, and as RIS was specified.
 */
// @ts-expect-error citation-js has no types
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cite } from '../../server/cite/cite.js';
import { makeReference, namedAuthors, type Reference } from '../../server/cite/reference.js';
import { ROOT } from '../source-files.js';
import { citeAs } from './cite-cases.js';
import { type CitedCase, DOCUMENTS, documentOf } from './cite-documents.js';

interface Item {
  readonly [field: string]: unknown;
  readonly author?: readonly { readonly family?: string; readonly literal?: string }[];
  readonly note?: string;
}

const referenceOf = ({ document, clause, pinpoint }: CitedCase): Reference =>
  makeReference({ document, clause, pinpoint, lang: 'zh-Hans', accessedOn: '2026-08-22' });
const day = (date: string): { 'date-parts': number[][] } => ({ 'date-parts': [date.split('-').map(Number)] });
const names = ({ author = [] }: Item): string[] =>
  author.map(({ family, literal }) => family ?? literal ?? '');

function readBack(text: string): Item {
  const items = new Cite(text).data as Item[];
  expect(items).toHaveLength(1);
  return items[0] ?? {};
}

/** All that a format must give back; `notes` are the texts that stand in a note. */
function expectKept(item: Item, reference: Reference): void {
  const { title, publishedOn, accessedOn, link } = reference;
  expect(item.title).toBe(title);
  expect(item.issued).toEqual(publishedOn === null ? undefined : day(publishedOn));
  expect(item.URL).toBe(link ?? undefined);
  expect(item.accessed).toEqual(link === null ? undefined : day(accessedOn));
}

function expectNoted(
  note: string,
  { locator, endOfForce, isDerived }: Reference,
  number: string | null,
): void {
  const said = [locator.replace(/[、.]$/, ''), endOfForce, isDerived ? '题名为推断' : null, number];
  for (const part of said) if (part !== null) expect(note).toContain(part);
}

describe.each(DOCUMENTS)('%s', (_, cited) => {
  const { document, clause, pinpoint } = cited;
  const reference = referenceOf(cited);

  it('BibTeX', () => {
    const text = citeAs('bibtex', document, clause, pinpoint).text;
    const item = readBack(text);
    expectKept(item, reference);
    expect(names(item)).toEqual(namedAuthors(reference));
    expectNoted(item.note ?? '', reference, reference.number);
    const { type, fields } = readStrictly(text);
    expect(fields.get('number')).toBe(reference.number?.replaceAll('&', '\\&') ?? undefined);
    expect([...fields.keys()]).toEqual(expect.arrayContaining([...(REQUIRED.get(type) ?? [])]));
    if (type === 'techreport') {
      expect(item.number).toBe(reference.number ?? undefined);
      expect(item.publisher).toBe(reference.authors.join(', '));
    }
    if (type === 'article') expect(item['container-title']).toBe(reference.sourceName);
  });

  it('CSL-JSON', () => {
    const item = readBack(citeAs('csl-json', document, clause, pinpoint).text);
    expectKept(item, reference);
    expect(names(item)).toEqual(namedAuthors(reference));
    expect(item.number).toBe(reference.number ?? undefined);
    expectNoted(item.note ?? '', reference, null);
    const isNews = reference.kind === 'news';
    expect(item['container-title']).toBe((isNews ? reference.sourceName : null) ?? undefined);
    expect(item.source).toBe((isNews ? null : reference.sourceName) ?? undefined);
  });

  it('RIS', () => {
    const text = citeAs('ris', document, clause, pinpoint).text;
    expect(text).toMatch(/^TY {2}- (?:STAT|NEWS|RPRT|STAND)\r\n/);
    expect(text.endsWith('ER  - \r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const fields = text.split('\r\n').map((line) => [line.slice(0, 2), line.slice(6)] as const);
    const values = (tag: string): string[] =>
      fields.flatMap(([name, value]) => (name === tag ? [value] : []));
    expect(values('AU')).toEqual(namedAuthors(reference));
    expect(values('TI')).toEqual([reference.title]);
    expect(values('TT')).toEqual(reference.titleEn === null ? [] : [reference.titleEn]);
    expect(values('M1')).toEqual(reference.number === null ? [] : [reference.number]);
    expect(values('LA')).toEqual([reference.language]);
    const carried = reference.sourceName === null ? [] : [reference.sourceName];
    expect(values(reference.kind === 'news' ? 'T2' : 'DB')).toEqual(carried);
    expectNoted(values('N1').join(), reference, null);

    const item = readBack(text);
    // To citation-js a translated title is the title, and the other the original one.
    expect(item['original-title'] ?? item.title).toBe(reference.title);
    expect(item.URL).toBe(reference.link ?? undefined);
    if (reference.kind !== 'news') expect(item.number).toBe(reference.number ?? undefined);
    const year = reference.publishedOn?.slice(0, 4);
    expect((item.issued as ReturnType<typeof day> | undefined)?.['date-parts'][0]?.[0]?.toString()).toBe(
      year,
    );
  });
});

describe('keys', () => {
  it('are of all documents and their clauses different', () => {
    const documents = new Map(DOCUMENTS.map(([, cited]) => [cited.document.title, cited]));
    const entries = [...documents.values()].flatMap(({ document, clause }, ordinal) => [
      keyOf({ document, clause: null }),
      ...(clause === null ? [] : [keyOf({ document, clause, ordinal })]),
    ]);
    expect(entries.length).toBeGreaterThan(70);
    expect(new Set(entries).size).toBe(entries.length);
  });

  // biome-ignore format: a table, aligned
  it.each([
    // number                 year         shared  ordinal     key
    ['国发〔2025〕11号',      '2025-08-21', false,  undefined,  /^guowuyuan2025guofa11$/],
    ['国发〔2024〕31号',      '2025-01-02', false,  undefined,  /^guowuyuan2024guofa31$/],
    ['国务院令第722号',       '2019-10-22', false,  undefined,  /^guowuyuan2019guowuyuanling722$/],
    ['国发〔2025〕11号',      '2025-08-21', true,   undefined,  /^guowuyuan2025guofa11-[0-9a-f]{8}$/],
    ['国发〔2025〕11号',      '2025-08-21', false,  17,         /^guowuyuan2025guofa11-17$/],
    [undefined,               '2025-08-21', false,  undefined,  /^guowuyuan2025-[0-9a-f]{8}$/],
    [undefined,               null,         false,  3,          /^guowuyuan-[0-9a-f]{8}-3$/],
  ] as const)('%s of %s, shared: %s, clause %s', (number, publishedOn, isNumberShared, ordinal, key) => {
    const document = documentOf({ title: '通知', issuingBodies: ['国务院'], publishedOn, ...(number === undefined ? {} : { number }) });
    const clause = ordinal === undefined ? null : (DOCUMENTS[0]?.[1].clause ?? null);
    expect(keyOf({ document, clause, isNumberShared, ordinal })).toMatch(key);
  });

  const METADATA = join(ROOT, '../shared/data/eval/policy-metadata.jsonl');
  it.skipIf(!existsSync(METADATA))('are of 583 policy texts all different', () => {
    const keys = readFileSync(METADATA, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string> & { readonly issuingBodies?: string[] })
      .map(({ file = '', title = file, documentNumber, publishedOn = null, issuingBodies = [] }) =>
        documentOf({
          id: file,
          title,
          issuingBodies,
          publishedOn,
          ...(documentNumber ? { number: documentNumber } : {}),
        }),
      )
      .map((document) => keyOf({ document, clause: null }));
    expect(keys).toHaveLength(583);
    expect(new Set(keys).size).toBe(583);
  });
});

function keyOf(
  cited: Omit<Parameters<typeof cite>[0], 'style' | 'lang' | 'accessedOn' | 'pinpoint'>,
): string {
  const { text } = cite({
    ...cited,
    pinpoint: null,
    style: 'bibtex',
    lang: 'zh-Hans',
    accessedOn: '2026-08-22',
  });
  return readStrictly(text).key;
}

/** What plain.bst warns of where it is not there. */
const REQUIRED: ReadonlyMap<string, readonly string[]> = new Map([
  ['article', ['author', 'title', 'journal', 'year']],
  ['techreport', ['author', 'title', 'institution', 'year']],
  ['misc', ['title']],
]);

interface Entry {
  readonly type: string;
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** As strict readers have it: a key of letters, digits and hyphens, fields in balanced braces, none of them twice. */
function readStrictly(text: string): Entry {
  const [head = '', type = '', key = ''] = /^@([a-z]+)\{([A-Za-z][A-Za-z0-9-]*), /.exec(text) ?? [];
  const fields = new Map<string, string>();
  let at = head.length;
  while (at > 0 && at < text.length) {
    const [start = '', name = ''] = /^(?:, )?([a-z]+) = \{/.exec(text.slice(at)) ?? [];
    if (start === '') break;
    expect(fields.has(name)).toBe(false);
    let end = at + start.length;
    for (let depth = 1; depth > 0 && end < text.length; end += 1) {
      if (text[end] === '{') depth += 1;
      if (text[end] === '}') depth -= 1;
    }
    fields.set(name, text.slice(at + start.length, end - 1));
    at = end;
  }
  expect(text.slice(at)).toBe('}');
  return { type, key, fields };
}
