import { describe, expect, it } from 'vitest';
import { toTraditional } from '../../core/text/convert.js';
import { nearTerms } from '../../core/text/near-terms.js';
import { toSimplified } from '../../core/text/script.js';

describe('the nearest terms', () => {
  // biome-ignore format: a table
  it.each([
    // typed                     the nearest
    ['数据药素',                 '数据要素'],               // sounds alike
    ['揭榜挂率',                 '揭榜挂帅'],               // another character
    ['算利',                     '算力'],
    ['artifical intelligence',   'artificial intelligence'],
  ])('%s → %s', (typed, nearest) => {
    expect(nearTerms(typed)[0]).toBe(nearest);
    expect(nearTerms(toTraditional(typed))).toEqual(nearTerms(typed));
    expect(nearTerms(typed).length).toBeLessThanOrEqual(6);
  });

  it('is never what was typed', () => {
    for (const typed of ['揭榜挂帅', '揭榜掛帥', '人工智能'])
      expect(nearTerms(typed)).not.toContain(toSimplified(typed));
  });

  it.each(['', '的', 'x', '😀', '\ud800', '无此词语者无此词语者', 'a'.repeat(500)])('none of %j', (typed) => {
    expect(nearTerms(typed)).toEqual([]);
  });
});
