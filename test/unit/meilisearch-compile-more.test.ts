/** What an addition brought → the searches that Meilisearch is asked. */
import { describe, expect, it } from 'vitest';
import type { EngineQuery } from '../../engine/engine.js';
import { compileMore } from '../../engine/meilisearch/search/compile-more.js';
import { query } from '../contract/small-documents.js';
import { readable } from './readable-searches.js';

const nothingRead = { wrong: () => [], holders: () => [] };

describe('what a question of any finds and one of fewer words does not', () => {
  const more = (typed: string, fewer: string, rest: Partial<EngineQuery> = {}) => {
    const [asked, less] = [typed, fewer].map((words) => query(words, { match: 'any', ...rest }));
    if (!asked || !less) throw new TypeError('Two questions.');
    const found = compileMore(asked, less, nothingRead);
    return (
      found && [
        found.isExact,
        ...found.branches.map(({ q, filter }) => `${readable(asked)(q)} | ${filter ?? ''}`),
      ]
    );
  };

  // biome-ignore format: a table
  it.each<[string, string, string, (boolean | string)[] | null]>([
    ['a token',                '算力 数据 税', '算力 税',   [true, ' | (own = "数据") AND (NOT (own IN ["算力", "税"]))']],
    ['a phrase',               '算力 数据中',   '算力',      [true, '"数据 据中" | NOT (own = "算力")']],
    ['a token, less a phrase', '算力中 数据',   '算力中',    [true, '-"算力 力中" | own = "数据"']],
    ['nothing',                '算力 数据',     '数据 算力', [true]],
    ['everything',             '算力 数据',     '',          null],
    ['none of fewer',          '算力 数据',     '算力 税',   null],
  ])('%s', (_, typed, fewer, expected) => {
    expect(more(typed, fewer)).toEqual(expected);
  });

  it('is read where there is no room for all that the other finds', () => {
    const nine = '甲乙丙 乙丙丁 丙丁戊 丁戊己 戊己庚 己庚辛 庚辛壬 辛壬癸 壬癸子 税';
    expect(more(`${nine} 癸子丑`, nine)).toEqual([false, '"癸子 子丑" | NOT (own = "税")']);
  });

  it('is asked of any alone, and where nothing is excluded', () => {
    expect(more('算力 数据', '算力', { match: 'all' })).toBeNull();
    expect(more('算力 数据 -税', '算力 -税')).toBeNull();
  });
});
