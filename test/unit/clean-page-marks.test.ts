import { describe, expect, it } from 'vitest';
import { clean } from '../../indexer/clean/clean.js';

const cleaned = (raw: string, kind: 'text' | 'jsonl' = 'text') => clean(raw, { kind });
const CHAPTERS = '第一章 总则\n第一条 为了规范，制定本条例。\n第二章 附则\n第二条 本条例自公布之日起施行。';

describe('a table of contents', () => {
  it.each([
    ['某市数据条例\n目　录\n第一章 总则\n第二章 附则\n'],
    ['某市数据条例\n【目录】\n第一章　总则……1\n第二章　附则……12\n'],
    ['某市数据条例\n目次\n第一章\t总则\t1\n第二章\t附则\t2\n'],
    ['某市数据条例\n目 录\n第一章 总则 1\n第二章 附则 2\n'],
    ['某市数据条例\n第一章 总则..........- 1 -\n第二章 附则..........- 2 -\n'],
    ['某市数据条例\n目录\n第一章 总则 第二章 附则\n'],
    ['某市数据条例\n## 目录\n- 第一章 总则\n- 第二章 附则\n'],
    ['某市数据条例\n目录\n第⼀章 总则\n第⼆章 附则\n'],
  ])('%j is cut', (head) => {
    for (const kind of ['text', 'jsonl'] as const) {
      const { text, cuts } = cleaned(`${head}${CHAPTERS}`, kind);
      expect(text).toBe(`某市数据条例\n${CHAPTERS}`);
      expect(cuts.map(({ rule }) => rule)).toEqual(['contents']);
    }
  });

  it.each([
    '附件目录\n一、申报表\n二、汇总表',
    '目录\n第一类 甲产品\n第二类 乙产品', // a catalogue is the text itself
    '石家庄\t12\n唐山\t15\n保定\t18\n石家庄市由甲局负责。\n唐山市由乙局负责。',
    '一、得分……5\n按照规定。\n二、扣分……3',
  ])('%j is none', (text) => {
    expect(cleaned(text, 'jsonl')).toMatchObject({ text, cuts: [] });
  });
});

describe('page numbers, running heads, rules', () => {
  it.each([
    ['甲。\n- 1 -\n乙。', '甲。\n乙。'],
    ['甲。\n—12—\n乙。', '甲。\n乙。'],
    ['甲。\n－３－\n乙。', '甲。\n乙。'],
    ['甲。\n第 3 页 共 9 页\n乙。', '甲。\n乙。'],
    ['甲。\nPage 3 of 9\n乙。', '甲。\n乙。'],
    ['甲。\n———\n乙。', '甲。\n乙。'],
    ['甲。\n＿＿＿＿＿\n乙。\n* * *\n丙。', '甲。\n乙。\n丙。'],
    // a sentence that a page broke
    [
      '各地区各部门要认真贯彻落实本通知精神和\n- 1 -\n工作要求。',
      '各地区各部门要认真贯彻落实本通知精神和工作要求。',
    ],
    // what is left out is no rule, and a number by itself no page
    ['甲。\n……\n乙。', '甲。\n……\n乙。'],
    ['甲\n12\n乙\n13\n丙\n14', '甲\n12\n乙\n13\n丙\n14'],
    ['——坚持创新。\n——坚持开放。', '——坚持创新。\n——坚持开放。'],
  ])('%j', (raw, text) => {
    expect(cleaned(raw, 'jsonl').text).toBe(text);
    expect(cleaned(raw).text).toBe(text);
  });

  it('cuts bare numbers that rise and break sentences, with the head beside them', () => {
    const page = (number: number): string =>
      `各地区各部门要认真贯彻落实本通知精神。\n甲乙丙。\n丁戊己。\n加强组织领导和统筹协调确保各项任务\n公报\n${number}\n落到实处。\n`;
    const { text, cuts } = cleaned([1, 2, 3, 4].map(page).join(''), 'jsonl');
    expect(text).not.toMatch(/公报|\d/u);
    expect(text).toContain('加强组织领导和统筹协调确保各项任务落到实处。');
    expect(cuts.length).toBe(8);
  });
});
