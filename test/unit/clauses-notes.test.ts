/** Footnotes: clauses of their own, tied to the clause that prints their mark. */

import { describe, expect, it } from 'vitest';
import { rawDocument } from '../../bench/raw-document.js';
import { parseDocument } from '../../indexer/parse-document.js';

/** `locator → locator of the clause with the mark: text` of each note. */
function notesOf(text: string, path = 'a.txt'): string[] {
  const { clauses } = parseDocument({ ...rawDocument(text, { id: 'd', path }), kind: 'text' }, '');
  return clauses
    .filter(({ kind }) => kind === 'note')
    .map(({ locator, noteOf, text: own }) => {
      const of = clauses.find(({ id }) => id === noteOf);
      return `${locator} → ${of?.kind === 'title' ? '题' : (of?.locator ?? '?')}: ${own}`;
    });
}

const REPORT =
  '某市2022年国民经济和社会发展统计公报[1]\n某市统计局\n2023年3月1日\n2022年，全市上下坚持稳中求进，经济运行总体平稳。\n一、综合\n全年地区生产总值[2]100亿元。\n二、农业\n全年粮食产量12万吨。';
const PLAN =
  '关于数字经济的意见\n一、要求\n核心产业①增长10%。\n二、任务\n（一）建设算力②，支持：①中心；②网络。\n（二）落实责任③。';

describe('footnotes', () => {
  it.each<[form: string, text: string, notes: string[], path?: string]>([
    [
      '[1], as reports of statistics print them',
      `${REPORT}\n注释：\n[1]本公报为初步统计数。\n[2]按现价计算。\n资料来源：\n县财政局。`,
      ['注1 → 题: [1]本公报为初步统计数。', '注2 → 一、: [2]按现价计算。'],
    ],
    [
      '[1], without a line that says so',
      `${REPORT}\n[1]本公报为初步统计数。\n[2]按现价计算。`,
      ['注1 → 题: [1]本公报为初步统计数。', '注2 → 一、: [2]按现价计算。'],
    ],
    [
      '①, under a rule',
      `${PLAN}\n————————\n①指四类产业。\n②指设施。\n③见另文。`,
      ['注① → 一、: ①指四类产业。', '注② → 二、（一）: ②指设施。', '注③ → 二、（二）: ③见另文。'],
    ],
    [
      '①, under 注：',
      '在大会上的讲话\n一、任务\n列宁说过，社会主义是人民创造的。①毫无疑义。\n我们要前进。②\n注：\n① 《列宁全集》第26卷。\n② 《马克思恩格斯全集》第46卷。',
      ['注① → 一、: ① 《列宁全集》第26卷。', '注② → 一、: ② 《马克思恩格斯全集》第46卷。'],
    ],
    [
      '注：① on one line',
      '某市方案\n一、任务\n增长5%①，下降2%②。\n注：①初步统计数。\n②快报数。',
      ['注① → 一、: 注：①初步统计数。', '注② → 一、: ②快报数。'],
    ],
    [
      '①, at the foot, each mark at the end of a phrase',
      '某市方案\n一、任务\n增长5%①，下降2%②。\n①初步统计数。\n②快报数。\n2023年5月1日',
      ['注① → 一、: ①初步统计数。', '注② → 一、: ②快报数。'],
    ],
    [
      '註1：, chapter by chapter; one mark is lost, one a digit that was raised',
      '施政報告\n一、房屋\n已覓得土地註1，可建單位。\n二、重建\n正進行十個重建計劃2，預計可成。\n註1：五年期。\n註2：包括白田村。\n三、土地\n安排會推行。\n註3：預先公布地價。\n四、其他\n繼續努力。',
      ['註1 → 一、: 註1：五年期。', '註2 → 二、: 註2：包括白田村。', '註3 → ?: 註3：預先公布地價。'],
    ],
    [
      'raised digits and a star, under a rule, in law',
      '某区办法\n第一条 企业¹是指本区的。\n第二条 重点产业*，由区政府认定。\n---\n¹ 含分支机构。\n* 见附表。',
      ['注¹ → 第一条: ¹ 含分支机构。', '注* → 第二条: * 见附表。'],
    ],
    [
      'Markdown',
      '# 某省办法\n\n第一条 数字经济[^1]发展。\n\n第二条 适用于本省。[^2]\n\n[^1]: 关键要素。\n[^2]: 行政区域内。\n',
      ['注1 → 第一条: [^1]: 关键要素。', '注2 → 第二条: [^2]: 行政区域内。'],
      'a.md',
    ],
    [
      'of two lines, the second is the first’s',
      `${REPORT}\n[1]本公报为初步统计数。\n因四舍五入，合计有不等。\n[2]按现价计算。`,
      ['注1 → 题: [1]本公报为初步统计数。\n因四舍五入，合计有不等。', '注2 → 一、: [2]按现价计算。'],
    ],
    [
      'that begin anew on each page',
      '某市报告\n一、甲\n增长①。\n————\n①初步数。\n二、乙\n下降①。\n————\n①快报数。',
      ['注① → 一、: ①初步数。', '注①（第2处） → 二、: ①快报数。'],
    ],
    // and what is none
    ['a list', '某市方案\n一、条件\n符合条件①的规定，并满足：\n①注册在本市。\n②纳税三年。', []],
    ['a list at the foot', '某市方案\n一、条件\n满足下列条件。\n①注册在本市。\n②纳税三年。', []],
    ['numbers under 注释：', '某市公报\n一、综合\n增长5%。\n注释：\n1.初步统计数。\n2.按现价计算。', []],
    ['a table’s notes', '某表\n一、说明\n填报如下。\n註 1：均應揭露。\n註 2：應填產值。', []],
    [
      'a table’s notes in an article, an annex behind them',
      '某準則\n第 1 條\n格式如下。\n名稱（註1）　地址\n註 1：均應揭露。\n附表二\n名稱\n地址\n第 2 條\n本準則自發布日施行。\n附則。\n完。',
      [],
    ],
    ['bullets', '某市方案\n一、任务\n做好重点*工作。\n* 甲项。\n* 乙项。\n二、其他\n丙。', []],
    ['references without a mark', '某报告\n一、综述\n研究很多。\n[1] 张三. 论算力.\n[2] 李四. 论数据.', []],
  ])('%s', (_form, text, notes, path) => {
    expect(notesOf(text, path)).toEqual(notes);
  });
});
