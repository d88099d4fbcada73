import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { splitClauses } from '../../indexer/clauses/split-clauses.js';
import { clean } from '../../indexer/clean/clean.js';

const split = (text: string, language: 'zh' | 'en' = 'zh') =>
  splitClauses({ text, titleSpan: null, language });
const locators = (text: string, language: 'zh' | 'en' = 'zh'): string[] =>
  split(text, language).flatMap(({ kind, locator }) => (kind === 'body' && locator !== '' ? [locator] : []));

/** Locators of bodies that two of them share, parts of one left out. */
const shared = (text: string): string[] => {
  const bodies = split(text).filter(
    ({ kind, locator, part }) => kind === 'body' && locator !== '' && (part ?? 1) === 1,
  );
  const seen = new Set<string>();
  return bodies.flatMap(({ locator }) => {
    const again = seen.has(locator) ? [locator] : [];
    seen.add(locator);
    return again;
  });
};

describe('locators', () => {
  it.each([
    // an annex has a step of its own
    [
      '一、甲。\n二、乙。\n附件1\n一、丙\n（一）丁。\n附件2：\n一、戊。',
      ['一、', '二、', '附件1 一、（一）', '附件2 一、'],
    ],
    ['第一条 甲。\n附件\n第一条 乙。', ['第一条', '附件 第一条']],
    ['一、甲。\n附件：1.申报表\n2.汇总表\n附件1\n1.填表说明。', ['一、', '附件 1.', '附件 2.', '附件1 1.']],
    ['一、甲。\n附件2某某产业专项行动计划\n一、乙。', ['一、', '附件2 一、']],
    // so has what a notice carries, where its numbers begin anew
    [
      '一、提高认识。\n二、抓好落实。\n某某市数据管理办法\n一、总体要求。甲。\n二、任务。乙。',
      ['一、', '二、', '《某某市数据管理办法》一、', '《某某市数据管理办法》二、'],
    ],
    // and what stands under headings without a number
    [
      '重点工作\n（一）甲。\n（二）乙。\n保障措施\n（一）丙。',
      ['重点工作 （一）', '重点工作 （二）', '保障措施 （一）'],
    ],
    // numbers that begin anew under the same parent are called by the line above, or counted
    [
      '一、办学。申请材料：1.报告。2.章程。办理程序：1.申请。2.审批。',
      ['一、', '一、1.', '一、2.', '一、办理程序 1.', '一、办理程序 2.'],
    ],
    ['一、甲。\n二、乙。\n一、丙。\n二、丁。', ['一、', '二、', '一、（第2处）', '二、（第2处）']],
    ['一、說明。\n二、辦法。\n一、補助。\n（一）資格。', ['一、', '二、', '一、（一）']],
    // a number out of order is counted alone
    ['第一条 甲。\n第二条 乙。\n第二条 丙。\n第三条 丁。', ['第一条', '第二条', '第二条（第2处）', '第三条']],
    ['第三条 甲。\n第三条之一 乙。\n第四条 丙。', ['第三条', '第三条之一', '第四条']],
    // what has no number has no locator
    ['一、原则\n——坚持创新。\n——坚持开放。\n附件\n正文。', []],
  ])('%j', (text, expected) => {
    expect(locators(text)).toEqual(expected);
  });

  it('count articles of an English text', () => {
    expect(locators('Article 5\nA.\nArticle 5\nB.\nArticle 6\nC.', 'en')).toEqual([
      'Article 5',
      'Article 5 (2)',
      'Article 6',
    ]);
  });

  it('take their time with a text of numbers alone', () => {
    const started = performance.now();
    expect(shared('一、甲。\n'.repeat(20_000))).toEqual([]);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

const policies = new URL('../../../shared/data/policies/', import.meta.url);

describe.skipIf(!existsSync(policies))(
  'the 583 policy texts (skipped where ../shared/data is absent)',
  () => {
    it('have no two bodies with one locator, and no clause without a word', () => {
      for (const file of readdirSync(policies)) {
        const { text } = clean(readFileSync(new URL(file, policies), 'utf8'), { kind: 'text' });
        expect(shared(text), file).toEqual([]);
        expect(split(text).filter((clause) => !/\p{L}/u.test(clause.text)).length, file).toBeLessThan(2);
      }
    }, 120_000);
  },
);
