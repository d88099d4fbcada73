// biome-ignore-all format: tables are read by their columns.

import { describe, expect, it } from 'vitest';
import { rawDocument } from '../../bench/raw-document.js';
import { PolicyError } from '../../core/errors.js';
import { clean } from '../../indexer/clean/clean.js';
import { parseDocument } from '../../indexer/parse-document.js';
import { understandQuery } from '../../server/query/understand-query.js';

/**
 * Processor time, in milliseconds, the best of some rounds: what else the machine does is not counted. @param enough  Less is not
 * tried again.
 */
function costOf(work: () => void, rounds = 5, enough = 0): number {
  const spent = (): number => (process.cpuUsage().user + process.cpuUsage().system) / 1000;
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds && best >= enough; round += 1) {
    const started = spent();
    work();
    best = Math.min(best, spent() - started);
  }
  return best;
}

function parse(text: string): void {
  try {
    parseDocument({ ...rawDocument(text), kind: 'text' }, '2026-11-27T00:00:00.000Z');
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error; // blanks alone are no text
  }
}

const NOTICE = '关于印发《办法》的通知\n各市：现将办法印发给你们。\n';

describe('a query of 499 characters costs less than 50 ms', () => {
  it.each([
    ['局, blanks, a year, blanks',  `${'局'.repeat(30)}${' '.repeat(116)}2010${' '.repeat(348)}号`],
    ['令 and ideographic spaces',   `${'令'.repeat(100)}${'\u3000'.repeat(200)}第${'\u3000'.repeat(197)}号`],
    ['zero-width spaces',           `京政发${'\u200b'.repeat(240)}〔2023${'\u200b'.repeat(240)}〕号`],
    ['soft hyphens in a serial',    `京政发〔2023〕${'1\u00ad'.repeat(240)}号`],
    ['字 and 第',                   `${'字第1'.repeat(160)}号`],
    ['公告第',                      `${'公告第'.repeat(160)}号`],
    ['海关 and digits',             `${'海关'.repeat(120)}${'2010'.repeat(60)}号`],
    ['quotes',                      '"“'.repeat(249)],
    ['hyphens',                     '-'.repeat(499)],
    ['brackets',                    '（〔'.repeat(249)],
  ])('%s', (_what, typed) => {
    expect(typed.length).toBeLessThan(500);
    understandQuery('养犬管理'); // loads the dictionary
    expect(costOf(() => void understandQuery(typed))).toBeLessThan(50);
  });
});

describe('a text of 2,300 characters costs less than 50 ms', () => {
  it.each([
    ['字体 and tabs',        `字体${'\t'.repeat(690)}x\n`.repeat(3)],
    ['ideographic spaces',   `${'局'.repeat(30)}${'\u3000'.repeat(1100)}2010${'\u3000'.repeat(1100)}号`],
    ['a verb over and over', '发布'.repeat(1150)],
    ['dates',                '2023年1月1日'.repeat(255)],
    ['brackets and blanks',  '（ '.repeat(1150)],
    ['a signature',          `（${' '.repeat(1100)}2023年1月1日${' '.repeat(1100)}`],
    ['names and places',     `${'人民政府'.repeat(300)}${'河北省'.repeat(360)}2023年1月1日`],
    ['numbers of documents', '京政发〔2023〕14号'.repeat(180)],
  ])('%s', (_what, stretch) => {
    expect(costOf(() => parse(NOTICE + stretch))).toBeLessThan(50);
    expect(costOf(() => parse(stretch))).toBeLessThan(50);
  });
});

// 5 MB in ten seconds is a tenth of a second for 50 kB; five times that is left for what is read once.
describe('a text of 200 kB costs less than two seconds', () => {
  it.each([
    [' '], ['\t'], ['\u3000'], ['\u00a0'], ['\u200b'], ['\u00ad'], ['\n'], [' \n'], ['中 '], ['中\u3000\u3000'], ['。  '],
    ['（'], ['）'], ['《'], ['》'], ['〔'], ['【'], ['['], ['“'], ['"'], ['1'], ['１'], ['一'], ['〇'], ['号'], ['局 '],
    ['第1'], ['一、'], ['（一）'], ['国〔'], ['字第1'], ['(jǐn)'], ['第一条 '], ['Article 1 '], ['1.'], ['打印 '], ['字体'],
    ['2023年1月1日'], ['京政发〔2023〕14号'], ['发文机关：'], ['首页>'], ['# '], ['——'], ['|'],
    ['来源：https://a.cn/ '], ['（记者 '], ['教　'], ['昆山市教育局 '], ['<p>'], ['鎴愰兘'], ['主旨：'], ['[1]甲、乙、丙、丁[2]。\n'], ['注1：甲、乙、丙注1\n'], ['*甲、乙、丙*\n'], ['GB/T 1-2020\n'], ['某某条例\n（2020年1月1日通过'],
  ])('%j', (unit) => {
    const text = unit.repeat(200_000 / unit.length);
    expect(costOf(() => parse(text), 3, 2000)).toBeLessThan(2000);
    expect(costOf(() => parse(`${NOTICE}${text}\n二、其他。`), 3, 2000)).toBeLessThan(2000);
  });
});

it('names that lead to pages and are no contents are looked at once, not by each line above them', () => {
  const text = `目录\n${'一、甲……1\n'.repeat(25_000)}`;
  expect(costOf(() => void clean(text, { kind: 'text' }), 3, 2000)).toBeLessThan(2000);
});
