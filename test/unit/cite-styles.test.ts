/**
 * Every style, for every sort of text that is cited. Read down a case to see what a style does with a part
 * that is missing; the first case has every part there is.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CITATION_STYLES, type CitationStyle } from '../../server/cite/cite.js';
import { ROOT } from '../source-files.js';
import {
  ARTICLE_15_2,
  ARTICLE_17_1,
  ARTICLE_1224,
  CIVIL_CODE,
  citeAs,
  HOSTILE,
  HOSTILE_CLAUSE,
  inEveryStyle,
  JOINT,
  makeClause,
  makeDocument,
  NEWS,
  NOTICE,
  NOTICE_CLAUSE,
  REPEALED,
  REPORT,
  TAIWAN_CODE,
  UNDATED,
} from './cite-cases.js';

const FIRST_SECOND = { paragraph: 1, item: 2 };

/** Name of its file in test/golden/cite, which holds lines where the format has lines, and the one item of CSL-JSON as an object. */
const CASES: readonly (readonly [name: string, cited: Readonly<Record<CitationStyle, string>>])[] = [
  ['a-notice-with-all-its-parts', inEveryStyle(NOTICE, NOTICE_CLAUSE)],
  ['a-document-as-a-whole', inEveryStyle(NOTICE)],
  ['an-item-of-an-article', inEveryStyle(CIVIL_CODE, ARTICLE_1224, FIRST_SECOND)],
  ['an-item-of-a-Taiwan-article', inEveryStyle(TAIWAN_CODE, ARTICLE_15_2, FIRST_SECOND)],
  ['news-without-a-link', inEveryStyle(NEWS, makeClause('', '工信部近日印發通知。'))],
  ['a-repealed-regulation', inEveryStyle(REPEALED, ARTICLE_17_1)],
  ['a-title-with-titles-in-it-and-no-date', inEveryStyle(UNDATED, makeClause('一、', '一、总体要求'))],
  ['four-bodies', inEveryStyle(JOINT)],
  ['a-report', inEveryStyle(REPORT, makeClause('三、', '三、任务。'))],
  ['a-hostile-title', inEveryStyle(HOSTILE, HOSTILE_CLAUSE)],
];

describe.each(CASES)('%s', (name, cited) => {
  const texts = JSON.parse(readFileSync(join(ROOT, 'test/golden/cite', `${name}.json`), 'utf8'));
  it.each(CITATION_STYLES)('%s', (style) => {
    expect(readBack(style, cited[style])).toEqual(texts[style]);
  });
  it('of these styles and no others, in their order; `vitest run -u` writes them', async () => {
    const all = Object.fromEntries(CITATION_STYLES.map((style) => [style, readBack(style, cited[style])]));
    await expect(`${JSON.stringify(all, null, 2)}\n`).toMatchFileSnapshot(`../golden/cite/${name}.json`);
  });
});

function readBack(style: CitationStyle, text: string): unknown {
  if (style === 'markdown') return text.split('\n');
  if (style === 'ris') return text.split('\r\n');
  return style === 'csl-json' ? JSON.parse(text)[0] : text;
}

describe('media types', () => {
  // biome-ignore format: a table, aligned
  it.each([
    ['plain',        'text/plain; charset=utf-8'],
    ['markdown',     'text/markdown'],
    ['gbt7714-2015', 'text/plain; charset=utf-8'],
    ['gbt7714-2025', 'text/plain; charset=utf-8'],
    ['legal-zh',     'text/plain; charset=utf-8'],
    ['apa',          'text/plain; charset=utf-8'],
    ['bluebook',     'text/plain; charset=utf-8'],
    ['oscola',       'text/plain; charset=utf-8'],
    ['taiwan',       'text/plain; charset=utf-8'],
    ['ris',          'application/x-research-info-systems'],
    ['bibtex',       'application/x-bibtex'],
    ['csl-json',     'application/vnd.citationstyles.csl+json'],
  ] as const)('%s: %s', (style, mediaType) => {
    expect(citeAs(style, NOTICE).mediaType).toBe(mediaType);
  });
});

describe('the language of the words around', () => {
  const number = NOTICE.documentNumber;
  const lapsed = makeDocument({
    title: '通知',
    documentNumber: number,
    status: '失效',
    publishedOn: '2023-05-30',
  });
  const repealed = { ...lapsed, status: '废止' };
  // biome-ignore format: a table, aligned
  it.each([
    ['plain',    'zh-Hans', repealed, '《通知》（国发〔2025〕11号，已废止），2023年5月30日，无链接'],
    ['plain',    'zh-Hant', repealed, '《通知》（国发〔2025〕11号，已廢止），2023年5月30日，無連結'],
    ['plain',    'en',      repealed, '《通知》 (国发〔2025〕11号, repealed), 30 May 2023, no link'],
    ['plain',    'en',      lapsed,   '《通知》 (国发〔2025〕11号, no longer in force), 30 May 2023, no link'],
    ['markdown', 'en',      repealed, '《通知》 (国发〔2025〕11号, repealed), 30 May 2023, no link'],
    ['legal-zh', 'zh-Hant', repealed, '《通知》（国发〔2025〕11号，已廢止）。'],
    ['legal-zh', 'en',      repealed, '《通知》（国发〔2025〕11号，已废止）。'],
  ] as const)('%s, %s', (style, lang, document, text) => {
    expect(citeAs(style, document, null, null, lang).text).toBe(text);
  });
});

describe('a legal reference', () => {
  const link = { name: null, url: 'https://www.gov.cn/a.htm' };
  const notice = { ...UNDATED, title: '通知', publishedOn: '2024-09-15' };
  const law = { ...CIVIL_CODE, source: link };
  const order = {
    ...CIVIL_CODE,
    documentNumber: { text: '主席令第45号', issuerCode: '主席令', year: null, serial: '45' },
  };
  it.each([
    [
      'no number: date and link',
      { ...notice, source: link },
      null,
      '《通知》，2024年9月15日，https://www.gov.cn/a.htm。',
    ],
    ['no number, no link: date', notice, null, '《通知》，2024年9月15日。'],
    [
      'a white paper is told by its body too',
      { ...notice, title: '新时代的中国', type: null, issuingBodies: ['国务院新闻办公室'] },
      null,
      '国务院新闻办公室：《新时代的中国》，2024年9月15日发布。',
    ],
    ['a law as a whole has no date', CIVIL_CODE, null, '《民法典》。'],
    ['an article has none', CIVIL_CODE, ARTICLE_1224, '《民法典》第1224条。'],
    ['its link stays', law, ARTICLE_1224, '《民法典》第1224条，https://www.gov.cn/a.htm。'],
    ['nor its number', order, ARTICLE_1224, '《民法典》第1224条。'],
    [
      'an article of a numbered notice',
      NOTICE,
      ARTICLE_17_1,
      '《国务院关于深入实施“人工智能+”行动的意见》（国发〔2025〕11号），第17条之一。',
    ],
    [
      'the stop of a number gives way',
      NOTICE,
      makeClause('三、（一）2.', ''),
      '《国务院关于深入实施“人工智能+”行动的意见》（国发〔2025〕11号），三、（一）2。',
    ],
  ] as const)('%s', (_, document, clause, text) => {
    expect(citeAs('legal-zh', document, clause).text).toBe(text);
  });
});

describe('an article of an annex', () => {
  const annexed = makeClause('附件1 第五条', '第五条　甲。');
  it.each([
    ['legal-zh', '《国务院关于深入实施“人工智能+”行动的意见》（国发〔2025〕11号），附件1 第5条。'],
    ['bluebook', /国发〔2025〕11号, 附件1, art\. 5 \(China\)/],
    ['oscola', /\(China\) 附件1, art 5 </],
    ['taiwan', /国发〔2025〕11号，附件1 第 5 条，/],
    ['plain', /，附件1 第五条，国务院，/],
  ] as const)('%s', (style, expected) => {
    const { text } = citeAs(style, NOTICE, annexed);
    if (typeof expected === 'string') expect(text).toBe(expected);
    else expect(text).toMatch(expected);
  });
});

describe('a mark at the end of a locator', () => {
  it.each(['四、', '4.', '4．', '4﹒', '第一，'])('%s gives way to the comma', (locator) => {
    const { text } = citeAs('plain', NOTICE, makeClause(locator, '甲。'));
    expect(text).toContain(`，${locator.slice(0, -1)}，国务院，`);
  });
});

describe('a long clause', () => {
  const sentence = `${'算'.repeat(299)}。`;
  it.each([
    ['a thousand characters are quoted whole', 'x'.repeat(1000), `“${'x'.repeat(1000)}” ——《通知》，无链接`],
    [
      'more end at a sentence and say so',
      sentence.repeat(4),
      `“${sentence.repeat(3)}……”（节选） ——《通知》，无链接`,
    ],
    [
      'and where there is none, at a character',
      `x${'𠀀'.repeat(1000)}`,
      `“x${'𠀀'.repeat(499)}……”（节选） ——《通知》，无链接`,
    ],
  ])('%s', (_, text, citation) => {
    expect(citeAs('plain', makeDocument({}), makeClause('', text)).text).toBe(citation);
  });
});
