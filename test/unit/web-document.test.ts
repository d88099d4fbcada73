import { describe, expect, it } from 'vitest';
import type { ClauseAnswer } from '../../server/api.js';
import { stepTo } from '../../web/document/hits.js';
import { lastAbove, outlineOf } from '../../web/document/outline.js';
import { rowsOf } from '../../web/document/rows.js';

const clause = (id: string, parts: Partial<ClauseAnswer> = {}): ClauseAnswer => ({
  id,
  kind: 'body',
  language: 'zh',
  locator: '',
  path: [],
  text: id,
  themes: [],
  fragments: [],
  ...parts,
});
const heading = (id: string, ...path: string[]) => clause(id, { kind: 'heading', path });
const article = (id: string, text: string) => clause(id, { locator: id, text });

describe('contents', () => {
  const seen = (clauses: readonly ClauseAnswer[]) =>
    outlineOf(clauses, 'zh').map(({ level, entries }) => [level, ...entries.map(({ text }) => text)]);

  it.each([
    // what the text has                          what the contents list
    [
      'levels that are skipped close up, numbers stand in one row under their heading',
      [
        heading('一、'),
        article('1.', '1.甲'),
        article('2.', '2.乙'),
        heading('（一）', '一、', '二'),
        article('3.', '3.丙'),
      ],
      [
        [2, '一、'],
        [3, '1.', '2.'],
        [3, '（一）'],
        [4, '3.'],
      ],
    ],
    [
      'without headings a number has its row, and the words after it',
      [article('第一条', '第一条　为了管理数据'), article('第二条', '第二条　本法所称数据')],
      [
        [2, '第一条 为了管理数据'],
        [2, '第二条 本法所称数据'],
      ],
    ],
    [
      'the second part of a clause is none of its own, nor is the other language',
      [
        heading('一、'),
        clause('1', { locator: '1.', part: 2, parts: 2 }),
        clause('e', { locator: 'Article 1', language: 'en' }),
      ],
      [[2, '一、']],
    ],
    [
      'a paragraph that bears the number of its heading alone is not listed again',
      [
        clause('h', { kind: 'heading', locator: '一、', text: '一、总体要求' }),
        clause('p', { locator: '一、', text: '坚持创新驱动。' }),
        clause('q', { locator: '一、', text: '到2025年。' }),
        clause('1', { locator: '一、1.', text: '1.甲' }),
        clause('r', { locator: '一、附', text: '无号' }),
      ],
      [
        [2, '一、总体要求'],
        [3, '1.', '一、附'],
      ],
    ],
    ['nothing numbered, nothing listed', [clause('a'), clause('b')], []],
  ] as const)('%s', (_, clauses, listed) => {
    expect(seen(clauses)).toEqual(listed);
  });

  it.each([
    [[10, 20, 30], 25, 20],
    [[10, 20, 30], 5, undefined],
    [[10, 20, 30], 99, 30],
    [[], 5, undefined],
  ])('of %j above %i the last is %s', (places, line, last) => {
    expect(lastAbove(places, (place) => place, line)).toBe(last);
  });
});

describe('from hit to hit', () => {
  const clauses = ['a', 'b', 'c', 'd', 'e'].map((id) => clause(id));
  it.each([
    // hits      from   by   to
    [['b', 'd'], 'b', 1, 'd'],
    [['b', 'd'], 'd', 1, 'b'],
    [['b', 'd'], 'b', -1, 'd'],
    [['b', 'd'], 'c', 1, 'd'],
    [['b', 'd'], 'c', -1, 'b'],
    [['b', 'd'], 'e', 1, 'b'],
    [['b', 'd'], '', 1, 'b'],
    [['b'], 'b', 1, 'b'],
    [[], 'a', 1, undefined],
  ] as const)('of %j from %s by %i: %s', (hits, from, by, to) => {
    expect(stepTo(hits, clauses, from, by)).toBe(to);
  });
});

describe('side by side', () => {
  it('gives every clause once, a Chinese one with its translation, what is left after them', () => {
    const clauses = [
      clause('t'),
      clause('1', { counterpart: 'e1' }),
      clause('2', { counterpart: 'e2' }),
      clause('2b', { counterpart: 'e2', part: 2 }),
      clause('et', { language: 'en' }),
      clause('e1', { language: 'en', counterpart: '1' }),
      clause('e2', { language: 'en', counterpart: '2' }),
    ];
    const rows = rowsOf(clauses).map((row) => row.map((one) => one?.id).join(' | '));
    expect(rows).toEqual(['t', '1 | e1', '2 | e2', '2b', 'et']);
  });
});
