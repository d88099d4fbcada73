import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rawDocument } from '../../bench/raw-document.js';
import { PolicyError } from '../../core/errors.js';
import type { RawDocument } from '../../indexer/model.js';
import { parseDocument } from '../../indexer/parse-document.js';

const INDEXED_AT = '2026-01-01T00:00:00.000Z';

function raw(text: string, more: Partial<RawDocument> = {}, kind: 'text' | 'jsonl' = 'jsonl') {
  return { ...rawDocument(text, { id: 'law', path: 'laws.jsonl#1', sha256: 'x', ...more }), kind };
}
const parse = (...of: Parameters<typeof raw>) => parseDocument(raw(...of), INDEXED_AT);
const seed = (name: string) => {
  const text = readFileSync(new URL(`../../seeds/${name}.txt`, import.meta.url), 'utf8');
  return parse(text, { id: name.slice(0, 3), path: `seeds/${name}.txt` }, 'text');
};

describe('parseDocument', () => {
  it('refuses what has more clauses than a document may have, in either language', () => {
    const lines = (count: number): string =>
      Array.from({ length: count }, (_, at) => `Sec. ${at + 1}. A.`).join('\n');
    const of = (textEn: string) => () => parse('一、甲\n'.repeat(26_000), { textEn });
    expect(of(lines(26_000))).toThrowError(
      expect.objectContaining({ code: 'too_many_clauses', remedy: expect.stringContaining('of its own') }),
    );
  });

  it('gives clauses ids of what is printed', () => {
    const { clauses } = parse(
      '三、任务\n（一）技术\n2.攻关。算力。\n四、保障\n安排资金。\n第一条 甲。\n第十七条之一 乙。',
      { given: { title: '某某方案' } },
    );
    expect(clauses.map(({ id, headings }) => [id, headings])).toEqual([
      ['law-title', []],
      ['law-3-h', []],
      ['law-3-1-h', [1]],
      ['law-3-1-2', [1, 2]],
      ['law-4-h', []],
      ['law-4', [4]],
      ['law-art1', []],
      ['law-art17-1', []],
    ]);
  });

  it('tells items apart that stand under headings without a number', () => {
    const { clauses } = parse(
      '重点工作\n（一）甲。\n◆乙。\n◆丙。\n保障措施\n（一）丁。\n名词解释\n算力，是指计算机处理信息的能力。\n大模型，是指参数很多的模型，简称模型。',
    );
    const ids = clauses.map(({ id }) => id.replace(/x[0-9a-f]{8}/, 'x'));
    expect(ids).toEqual([
      ...[
        'law-x-h',
        'law-x-1-h',
        'law-x-1-b1',
        'law-x-1-b2',
        'law-x-h',
        'law-x-1',
        'law-x-h',
        'law-x-n1',
        'law-x-n2',
      ],
    ]);
    expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length);
  });

  it('keeps ids when an unrelated clause is added', () => {
    const before = parse('一、甲。\n二、乙。').clauses.map(({ id }) => id);
    const after = parse('前言。\n一、甲。\n二、乙。\n三、丙。').clauses.map(({ id }) => id);
    expect(after).toEqual(expect.arrayContaining(before));
  });

  it('cuts out a printed title, adds one that is only given, and none for a derived one', () => {
    const titles = (...of: Parameters<typeof raw>) =>
      parse(...of)
        .clauses.filter(({ kind }) => kind === 'title')
        .map(({ text, raw: place }) => [text, place]);
    expect(titles('某某条例\n第一条 甲。', { given: { title: '某某条例' } })).toEqual([
      ['某某条例', { start: 0, end: 4 }],
    ]);
    expect(titles('第一条 甲。', { given: { title: '某某条例' } })).toEqual([
      ['某某条例', { start: 0, end: 0 }],
    ]);
    expect(titles('6月9日，活动举办。\n有关负责人出席，并且讲话。')).toEqual([]);
  });

  it.each([
    ['第一条 为了甲。\n第二条 某某法的任务，是用乙。', '某某法', ['第一条', '第二条']],
    ['第一条 为了甲。\n第二条\n某某法的任务，是用乙。', '某某法', ['第一条', '第二条']],
    ['第 1 條\n某某收費標準\n一、甲。', '某某收費標準', ['第1條']],
    ['1\n某某收費標準\n2\n乙。', '某某收費標準', ['1', '2']],
  ])('takes no piece of an article for the title: %j', (text, title, locators) => {
    const { clauses } = parse(text, { given: { title } });
    expect(clauses.map(({ kind, locator }) => [kind, locator])).toEqual([
      ['title', ''],
      ...locators.map((locator) => ['body', locator]),
    ]);
    expect(clauses[0]?.raw).toEqual({ start: 0, end: 0 });
  });

  it('takes an English title that is printed for the title, once', () => {
    const { clauses } = parse('某某条例\n第一条 甲。', {
      given: { title: '某某条例', titleEn: 'Some Act' },
      textEn: 'SOME ACT\nArticle 1 A.',
    });
    const shown = clauses.map(({ kind, text, counterpart }) => [kind, text, counterpart]);
    expect(shown.slice(2)).toEqual([
      ['title', 'SOME ACT', undefined],
      ['body', 'Article 1 A.', clauses[1]?.id],
    ]);
  });

  it('ties English articles to the Chinese ones, after them', () => {
    const { clauses } = parse('第 1 條\n本法保護個人資料。\n第 17-1 條\n乙。', {
      given: { title: '某法', titleEn: 'Some Act' },
      textEn: '## Chapter I General\nArticle 1\nPersonal data.\nArticle 17-1\nB.\nArticle 18\nC.',
    });
    expect(
      clauses.map(({ id, language, kind, counterpart, headings }) => [
        id,
        language,
        kind,
        counterpart,
        headings,
      ]),
    ).toEqual([
      ['law-title', 'zh', 'title', undefined, []],
      ['law-art1', 'zh', 'body', 'law-art1-en', []],
      ['law-art17-1', 'zh', 'body', 'law-art17-1-en', []],
      ['law-title-en', 'en', 'title', undefined, []],
      ['law-Chapter-I-h-en', 'en', 'heading', undefined, []],
      ['law-art1-en', 'en', 'body', 'law-art1', [4]],
      ['law-art17-1-en', 'en', 'body', 'law-art17-1', [4]],
      ['law-art18-en', 'en', 'body', undefined, [4]],
    ]);
    expect(clauses[5]?.themes).toEqual(['网络与数据安全']);
  });

  it('takes the themes given, for every clause, in place of those it finds', () => {
    const { document, clauses } = parse('一、建设算力中心。\n二、发展人工智能。', {
      given: { title: '甲', themes: ['無人機', 'Computing power'] },
    });
    expect(document.themes).toEqual(['无人机', '算力']);
    expect(clauses.map(({ themes }) => themes)).toEqual(clauses.map(() => document.themes));
    expect(document.provenance.themes).toBe('given');
  });

  it.each([[''], [' \n\u200b\n']])('refuses a text without a character: %j', (text) => {
    expect(() => parse(text)).toThrow(PolicyError);
    expect(() => parse(text)).toThrow(/has no text/);
  });
});

describe('parseDocument, on the seeds', () => {
  it('001: 28 body clauses below the title, each with its path', () => {
    const { clauses } = seed('001_481ff7906f0af67b');
    const title = clauses.findIndex(({ kind }) => kind === 'title');
    const bodies = clauses.slice(title).filter(({ kind }) => kind === 'body');
    const under = (label: string) => bodies.filter(({ locator }) => locator.startsWith(label));
    expect(['一、', '二、', '三、', '四、'].map((label) => under(label).length)).toEqual([1, 6, 16, 4]);
    expect(
      ['（一）', '（二）', '（三）', '（四）', '（五）'].map((label) => under(`三、${label}`).length),
    ).toEqual([3, 4, 3, 2, 4]);
    expect(bodies).toHaveLength(28);
    const [clause] = under('三、（二）6.');
    expect(clause?.path).toEqual([
      '三、主要任务',
      '（二）全力夯实人工智能底层基础，筑牢产业创新发展底座',
      '6.提升算力资源统筹供给能力',
    ]);
    expect(clause?.themes).toContain('算力');
  });

  it('004: 14 ◆ items in groups of 6, 4, 4, six measures, four entries', () => {
    const { clauses } = seed('004_da56cc1a10fa4029');
    const items = clauses.filter(({ text }) => text.startsWith('◆'));
    expect(
      ['(一)', '(二)', '(三)'].map(
        (label) =>
          items.filter(({ path, locator }) => locator === '' && path.at(-2)?.startsWith(label)).length,
      ),
    ).toEqual([6, 4, 4]);
    expect(items.filter(({ kind }) => kind === 'heading')).toHaveLength(1);
    const under = (name: string) => clauses.filter(({ kind, path }) => kind === 'body' && path[0] === name);
    expect(under('保障措施')).toHaveLength(6);
    expect(under('名词解释')).toHaveLength(4);
  });

  it.each([
    '000_8e1ad8dd9d446f54',
    '001_481ff7906f0af67b',
    '002_37e47d0af3f636e6',
    '003_b1834eac59d0b97b',
    '004_da56cc1a10fa4029',
  ])('%s: every clause leads back to the file, ids are unique and safe', (name) => {
    const { clauses, raw: file } = seed(name);
    expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length);
    for (const { id, text, raw: place, damage } of clauses) {
      expect(id).toMatch(/^[A-Za-z0-9_-]{1,200}$/);
      const printed = file.slice(place.start, place.end);
      expect([...printed][0]).toBe([...text][0]);
      for (const { start, end } of damage ?? []) expect(end <= text.length && start < end).toBe(true);
    }
  });
});
