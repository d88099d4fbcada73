/** The measures of bench/RANKING.md, on orders short enough to be worked out by hand. */
import { describe, expect, it } from 'vitest';
import { mean, policyScores, statuteScores } from '../../bench/ranking-measures.js';
import { gradesOf, type Judged } from '../../bench/ranking-sets.js';

describe('policyScores', () => {
  const third = 1 / Math.log2(3);
  // biome-ignore format: a table
  it.each<[string, readonly number[], readonly number[], number, number, number, number]>([
    // what                    found                judged        gain                    rank   five  recall
    ['the best order',         [3, 2, 1],           [1, 2, 3],    1,                      1,     1,    1],
    ['nothing found',          [],                  [3],          0,                      0,     0,    0],
    ['of use, in second place', [0, 2],             [2],          third,                  1 / 2, 1,    1],
    ['on the topic alone',     [1, 0],              [1, 2],       1 / (3 + third),        0,     0,    0],
    ['behind the first five',  [0, 0, 0, 0, 0, 3],  [3, 3],       (1 / Math.log2(7)) / (1 + third), 1 / 6, 0, 1 / 2],
    ['behind the first page',  [...Array<number>(10).fill(0), 3], [3], 0,                 1 / 11, 0,   1],
  ])('%s', (_, found, judged, gain, reciprocalRank, usefulInFive, recall) => {
    const scores = policyScores(found, judged);
    expect(scores.gain).toBeCloseTo(gain, 9);
    expect(scores).toMatchObject({ reciprocalRank, usefulInFive, recall });
  });
});

describe('statuteScores', () => {
  it('counts an article once, and what is no article never', () => {
    const scores = statuteScores(['b', null, 'a', 'a'], new Set(['a', 'c']));
    expect(scores).toMatchObject({ recallFirst: 1 / 2, recall: 1 / 2, reciprocalRank: 1 / 3 });
  });

  it('counts the first page and all hits apart', () => {
    const found = [...Array<null>(10).fill(null), 'a'];
    expect(statuteScores(found, new Set(['a']))).toEqual({
      ...{ recallFirst: 0, recall: 1, reciprocalRank: 0, gain: 0 },
    });
  });
});

describe('gradesOf', () => {
  const judged: readonly Judged[] = [
    { documentId: 'a', start: '附件', grade: 1 },
    { documentId: 'a', start: '附件', grade: 2 },
    { documentId: 'b', start: '支持算力', grade: 3 },
  ];
  it('finds a clause by its document and its beginning, each judged clause once', () => {
    const found = [
      { documentId: 'a', folded: '附件囗名单' },
      { documentId: 'b', folded: '附件囗名单' },
      { documentId: 'a', folded: '附件囗' },
      { documentId: 'a', folded: '附件' },
      { documentId: 'b', folded: '支持算力发展囗' },
    ];
    const question = { query: '', kind: '', otherWords: false, judged };
    expect(gradesOf(question, found)).toEqual([1, 0, 2, 0, 3]);
  });
});

describe('mean', () => {
  it('is taken of each score', () => {
    expect(mean([policyScores([3], [3]), policyScores([], [3])])).toEqual({
      ...{ gain: 0.5, reciprocalRank: 0.5, usefulInFive: 0.5, recall: 0.5 },
    });
  });
});
