import { describe, expect, it } from 'vitest';
import type { ClauseAnswer } from '../../server/api.js';
import { cellsOf, headsOf } from '../../web/document/table-rows.js';
import type { Piece } from '../../web/shared/pieces.js';

const clause = (text: string) => ({ text }) as ClauseAnswer;
const piece = (text: string, match = false): Piece => ({ text, match, damaged: false, label: false });
const HEADS = new Set(['代码', '人数', '电话']);
const written = (pieces: readonly Piece[]) =>
  pieces.map(({ text, match }) => (match ? `[${text}]` : text)).join('');
const cells = (line: readonly Piece[], heads: ReadonlySet<string> = HEADS) =>
  cellsOf(line, heads).map(([head, value]) => `${written(head)}|${written(value)}`);

describe('the heads of a table', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    // what it is                              lines                                                    heads
    ['are in every row', ['甲：代码：1；人数：2', '乙：代码：3；人数：4', '丙：代码：5；电话：6'], ['代码']],
    ['are counted in the lines of one clause', ['甲：代码：1\n乙：代码：2\n丙：代码：3'], ['代码']],
    ['are none in prose', ['目标：增长；其中：一是甲；二是乙。', '任务：提升；其中：三是丙。'], []],
    ['are not the subjects of the rows', ['甲：1；2', '甲：3；4', '甲：5；6'], []],
    ['are short', Array(3).fill(`甲：${'长'.repeat(41)}：1`), []],
  ])('%s', (_, lines, heads) => {
    expect([...headsOf(lines.map(clause))]).toEqual(heads);
  });
});

describe('the cells of a row', () => {
  it.each<[string, readonly Piece[], readonly string[]]>([
    [
      'each with its head',
      [piece('甲：代码：36；人数：2（序号 1）')],
      ['甲：|', '代码：|36；', '人数：|2（序号 1）'],
    ],
    [
      'a row that was cut begins with a value',
      [piece('粮食；代码：36；人数：2')],
      ['粮食；|', '代码：|36；', '人数：|2'],
    ],
    [
      'what is no head goes on in its cell',
      [piece('甲：代码：36；备注：无；人数：2')],
      ['甲：|', '代码：|36；备注：无；', '人数：|2'],
    ],
    [
      'matches stay where they are',
      [piece('甲：代'), piece('码：3', true), piece('6；人数：2')],
      ['甲：|', '代[码：]|[3]6；', '人数：|2'],
    ],
    ['one head alone makes no row', [piece('甲：代码：36')], []],
    ['nor does prose', [piece('人数增长，代码更新。')], []],
  ])('%s', (_, line, expected) => {
    expect(cells(line)).toEqual(expected);
    // joined, they are the line, character for character
    const joined = cellsOf(line, HEADS)
      .flat(2)
      .map(({ text }) => text)
      .join('');
    expect(joined).toBe(expected.length === 0 ? '' : line.map(({ text }) => text).join(''));
  });
});
