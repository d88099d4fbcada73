/** What other words are worth in the ranking: over an engine that knows how often each is printed. */
import { describe, expect, it } from 'vitest';
import { BORDER } from '../../core/text/fold.js';
import type { SearchEngine } from '../../engine/engine.js';
import { rarity } from '../../engine/step-one.js';
import { weigh } from '../../server/answer/weigh.js';
import { understandQuery } from '../../server/query/understand-query.js';

const CLAUSES = 1000;
/** As a Latin word is folded. */
const border = (word: string): string => `${BORDER}${word}${BORDER}`;

function weighed(typed: string, printed: Readonly<Record<string, number>>) {
  const times = new Map(Object.entries(printed));
  const engine = {
    frequencies: async (phrases) => phrases.map(({ folded }) => times.get(folded) ?? 0),
    status: async () => ({ clauses: CLAUSES, averageLength: 100 }),
  } as Pick<SearchEngine, 'frequencies'> as SearchEngine;
  return weigh(engine, understandQuery(typed));
}

describe('a word with other words', () => {
  it('is as rare as the commonest of what says the same, and each is worth all of it', async () => {
    const { words, pieces } = await weighed('人工智慧', { 人工智慧: 2, 人工智能: 200 });
    expect(words).toEqual([
      {
        forms: [{ folded: ['人工智慧', '人工智能'], weight: 1 }],
        idf: rarity(200, CLAUSES),
        isNumber: false,
      },
    ]);
    expect(pieces).toEqual([]); // 智慧 is no part of what was meant
  });

  it.each([
    // 年假, 年休假: clauses     the rarity of the word is that of     the other is worth
    [50, 20, 50, 1],
    [2, 300, 2, rarity(300, CLAUSES) / rarity(2, CLAUSES)],
    [0, 300, 300, 1],
  ])('typed in everyday words, %i and %i', async (typed, official, as, weight) => {
    const { words } = await weighed('年假', { 年假: typed, 年休假: official });
    expect(words[0]?.idf).toBe(rarity(as, CLAUSES));
    expect(words[0]?.forms).toEqual([
      { folded: ['年假'], weight: 1 },
      { folded: ['年休假'], weight: expect.closeTo(weight, 9), isEveryday: true },
    ]);
  });

  it('in English is worth the best of its mined translations: damped by how likely it is, and by how rare', async () => {
    // subject: 受试者 in 24 of 100, 限制 in 16, and 标的, 科目
    const { words } = await weighed('subject', { subject: 1, 受试者: 20, 限制: 200, 标的: 100, 科目: 100 });
    const worth = (share: number, frequency: number): number => share ** 0.35 * rarity(frequency, CLAUSES);
    const best = worth(0.24, 20);
    expect(words[0]?.idf).toBeCloseTo(best, 9);
    expect(words[0]?.forms).toEqual([
      { folded: [border('subject')], weight: 1 },
      { folded: ['受试者'], weight: 1 },
      { folded: ['限制'], weight: expect.closeTo(worth(0.16, 200) / best, 9) },
      { folded: ['标的'], weight: expect.closeTo(worth(0.14, 100) / best, 9) },
      { folded: ['科目'], weight: expect.closeTo(worth(0.07, 100) / best, 9) },
    ]);
  });
});
