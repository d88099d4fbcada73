/** What is suggested first for what is typed, without counts. */
import { beforeAll, describe, expect, it } from 'vitest';
import { openSlices } from '../../core/slices.js';
import { type Candidate, candidatesOf, KINDS, type Kind } from '../../engine/candidates.js';
import type { CatalogueEntry } from '../../engine/names.js';
import { parseQuery } from '../../server/query/parse-query.js';
import { askedBy } from '../../server/suggest/candidate-names.js';
import { openSpellings } from '../../server/suggest/spellings.js';
import {
  likeliestFirst,
  readSuggestionIndex,
  type SuggestionIndex,
} from '../../server/suggest/suggestion-index.js';

const named = (title: string, rest: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  ...{ id: title, title, titleEn: null, titleOrigin: 'printed', documentNumber: null, issuingBodies: [] },
  headings: [],
  ...rest,
});

const CATALOGUE: readonly CatalogueEntry[] = [
  named('北京市促进通用人工智能创新发展的若干措施', {
    documentNumber: '京政办发〔2023〕15号',
    issuingBodies: ['北京市人民政府办公厅'],
  }),
  named('北京市加快建设具有全球影响力的人工智能创新策源地实施方案', {
    documentNumber: '京政发〔2023〕14号',
    issuingBodies: ['北京市人民政府'],
  }),
  named('国务院关于深入实施“人工智能+”行动的意见', {
    documentNumber: '国发〔2025〕11号',
    issuingBodies: ['国务院'],
  }),
  named('重庆市数据条例', { issuingBodies: ['重庆市人民代表大会常务委员会'] }),
  named('长沙市数据条例'),
  named('工业互联网创新发展行动计划', { issuingBodies: ['工业和信息化部'] }),
  named('個人資料保護法', { titleEn: 'Personal Data Protection Act', issuingBodies: ['个人资料保护委员会'] }),
  named('没有印出的题名', {
    titleOrigin: 'derived',
    headings: ['第一章 总则', '第二章　海洋觀測', '（三）重庆市场'],
  }),
];

describe('suggestions', () => {
  let index: SuggestionIndex;
  beforeAll(async () => {
    const candidates = await candidatesOf(CATALOGUE, openSlices());
    index = await readSuggestionIndex(candidates, openSpellings(), openSlices(), () => undefined);
  });
  const texts = (typed: string, most = 10): string[] =>
    index.find(typed, most).map(({ kind, text, matched }) => `${kind} ${text} ${matched}`);

  // biome-ignore format: a table
  it.each([
    // typed              the first
    ['rgzn',             'term 人工智能 initials'],
    ['rengongzhin',      'term 人工智能 pinyin'],
    ['人工智',            'term 人工智能 text'],
    ['beijing',          'term 北京 pinyin'],
    ['京政',              'documentNumber 京政发〔2023〕14号 text'],
    ['京政办',            'documentNumber 京政办发〔2023〕15号 text'],
    ['京政发[2023]',      'documentNumber 京政发〔2023〕14号 text'],
    ['gxb',              'issuingBody 工业和信息化部 initials'],
    ['gongxin',          'issuingBody 工业和信息化部 pinyin'],
    ['工信部',            'issuingBody 工业和信息化部 text'],
    ['工業和信息化部',     'issuingBody 工业和信息化部 text'],
    ['cq',               'term 重庆 initials'],
    ['chongqing',        'term 重庆 pinyin'],
    ['changsha',         'term 长沙 pinyin'],
    ['xiamen',           'term 厦门 pinyin'],
    ['個人資料保',        'issuingBody 个人资料保护委员会 text'],
    ['个人资料保护法',     'title 個人資料保護法 text'],
    ['protection act',   'title Personal Data Protection Act text'],
    ['haiyang',          'term 海洋 pinyin'],     // of a heading alone
    ['观测',              'term 观测 text'],
    ['人工智能+”行动',     'title 国务院关于深入实施“人工智能+”行动的意见 text'],
  ])('%s: %s', (typed, first) => {
    expect(texts(typed)[0]).toBe(first);
  });

  it('has what begins like it before what has a word like it, and bodies before titles', () => {
    const found = texts('beijing', 20).filter((one) => !one.startsWith('term'));
    expect(found.slice(0, 4).map((one) => one.split(' ')[0])).toEqual([
      ...['issuingBody', 'issuingBody', 'title', 'title'],
    ]);
    expect(texts('数据', 20).filter((one) => one.startsWith('title'))).toEqual([
      ...['title 重庆市数据条例 text', 'title 长沙市数据条例 text'],
    ]);
  });

  it('has terms of titles before those of headings alone, and no numbers of chapters', () => {
    const terms = index.candidates.filter(({ kind }) => kind === 'term').map(({ text }) => text);
    const place = (text: string): number => terms.indexOf(text);
    expect(place('重庆市')).toBeGreaterThan(-1);
    for (const text of ['总则', '海洋', '观测']) expect(place(text)).toBeGreaterThan(place('重庆市'));
    for (const label of ['第一章', '第二章']) expect(terms).not.toContain(label);
  });

  it('never suggests a derived title, nor anything for punctuation', () => {
    expect(texts('没有印出').filter((one) => one.startsWith('title'))).toEqual([]);
    expect(texts('《》')).toEqual([]);
    expect(texts('  ')).toEqual([]);
  });

  it('has no kind that takes all places, and each once', () => {
    const found = index.find('g', 10);
    expect(new Set(found.map(({ kind, text }) => `${kind} ${text}`)).size).toBe(found.length);
    const first = found.slice(0, 10).map(({ kind }) => kind);
    expect(first.filter((kind) => kind === 'term').length).toBeLessThanOrEqual(6);
    expect(first).toContain('issuingBody');
  });

  it('reads the same again from the spellings that it kept', async () => {
    const spellings = openSpellings();
    const candidates = await candidatesOf(CATALOGUE, openSlices());
    await readSuggestionIndex(candidates, spellings, openSlices(), () => undefined);
    const again = await readSuggestionIndex(
      candidates,
      openSpellings(spellings),
      openSlices(),
      () => undefined,
    );
    for (const typed of ['rgzn', '5', '京政', 'cq', 'personal']) {
      expect(again.find(typed, 10)).toEqual(index.find(typed, 10));
    }
  });
});

describe('what a suggestion asks', () => {
  it.each([
    ['国务院关于“人工智能+”行动的意见', '"国务院关于‘人工智能+’行动的意见"'],
    ['臺北市「數據」條例', '"臺北市‘數據’條例"'],
    ['a "b" c', '"a ’b’ c"'],
  ])('%s is one quoted text', (text, q) => {
    expect(askedBy({ kind: 'title', text })).toEqual({ q, filters: {} });
    expect(parseQuery(q)).toHaveLength(1);
  });
});

describe('what is counted ahead', () => {
  const some = (kind: Kind, count: number): Candidate[] =>
    Array.from({ length: count }, (_, at) => ({ kind, text: `${kind} ${at}` }));

  it('is each candidate once, the likelier of its kind first', () => {
    const all = [
      ...some('issuingBody', 2),
      ...some('term', 40),
      ...some('documentNumber', 0),
      ...some('title', 23),
    ];
    const found = [...likeliestFirst(all)];
    expect(new Set(found)).toEqual(new Set(all));
    expect(found).toHaveLength(all.length);
    for (const kind of KINDS) {
      expect(found.filter((one) => one.kind === kind)).toEqual(all.filter((one) => one.kind === kind));
    }
  });

  it('has of each kind as many among the first as a page of suggestions has places for it', () => {
    const all = KINDS.flatMap((kind) => some(kind, 100));
    const first = [...likeliestFirst(all)].slice(0, 26);
    expect(KINDS.map((kind) => first.filter((one) => one.kind === kind).length)).toEqual([6, 8, 4, 8]);
  });
});
