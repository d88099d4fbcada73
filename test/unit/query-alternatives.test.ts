/** Words with | or OR between them: which they are, and what is asked for each. */
import { describe, expect, it } from 'vitest';
import { understandQuery } from '../../server/query/understand-query.js';

describe('alternatives', () => {
  const alternatives = (typed: string): readonly string[] =>
    understandQuery(typed).understood.map(({ text, alternatives: each }) =>
      each === undefined ? text : `(${each.map((one) => one.text).join('|')})`,
    );

  // biome-ignore format: a table
  it.each([
    // between brackets, a row of the table is one alternative
    ['(artificial intelligence|算力)',            ['(artificial intelligence|算力)']],
    ['(算力 OR Computing  Power) 补贴',            ['(算力|Computing Power)', '补贴']],
    ['(算力|"a b"|digital economy)',              ['(算力|a b|digital economy)']],
    ['-(artificial intelligence|甲)',             ['artificial intelligence', '甲']],
    // outside, they bind closer than a space; and what no row has is words
    ['artificial intelligence|算力',              ['artificial', '(intelligence|算力)']],
    ['(seldom seen|算力)',                        ['seldom', '(seen|算力)']],
    ['(算力 补贴|奖励)',                           ['算力', '(补贴|奖励)']],
  ])('%s', (typed, understood) => {
    expect(alternatives(typed)).toEqual(understood);
  });

  it('of several words that the table has are widened as one', () => {
    const { widened, words } = understandQuery('(artificial intelligence|补贴)');
    const [english] = widened.flat();
    expect([english?.word, english?.to]).toEqual(['artificial intelligence', '人工智能']);
    expect(words).toHaveLength(1);
  });

  // biome-ignore format: a table
  it.each([
    // typed               particle   of any
    ['的|和 算力',          true,      ['的', '和']],
    ['的|算力',             false,     ['算力']],
    ['(的|"在"|算力) 数据',  false,     ['在', '算力']],
    ['补贴|奖励',           false,     ['补贴', '奖励']],
  ])('that say nothing are none of `any`: %s', (typed, isParticle, texts) => {
    const { words, ofAny } = understandQuery(typed, { expand: 'off', without: [] });
    expect(words[0]?.isParticle ?? false).toBe(isParticle);
    expect(ofAny[0]?.alternatives.map(({ folded }) => folded)).toEqual(texts);
    expect(ofAny).toHaveLength(words.length);
  });

  it('count as words, but for those that say nothing', () => {
    const many = Array.from({ length: 32 }, (_, i) => `词${i}`);
    expect(understandQuery(`的|${many.join('|')}|和`).understood).toHaveLength(1);
    expect(understandQuery(`的|${many.join('|')}|和 算力`).understood.at(-1)?.ignored).toBe(true);
  });
});
