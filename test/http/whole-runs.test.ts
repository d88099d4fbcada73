/** A run that was cut into words can be taken whole: the count told is that of the search it leads to, whatever is asked. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchAnswer } from '../../server/api.js';
import { askWhatever, type Parameters } from './ask-whatever.js';
import { indexSeeds, isBuilt, NOT_BUILT, type Served, serve } from './serve-seeds.js';

describe.skipIf(!isBuilt)(`runs taken whole (real index${isBuilt ? '' : `, ${NOT_BUILT}`})`, () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(indexSeeds());
  });
  afterAll(() => served.close());

  const expectCountsOfLinks = async (parameters: Parameters): Promise<SearchAnswer['query']['wholeRuns']> => {
    const { wholeRuns } = (await served.search(parameters)).query;
    for (const { text, q, count } of wholeRuns) {
      const { total, query } = await served.search({ ...parameters, q });
      expect([q, total]).toEqual([q, count]);
      const told = query.understood.flatMap((one) => [one, ...(one.alternatives ?? [])]);
      expect(told).toContainEqual({ kind: 'phrase', text });
    }
    return wholeRuns;
  };

  // biome-ignore format: a table
  it.each([
    // typed                        the queries in which a run of it is whole
    ['算力',                        []],
    ['数据 要素',                   []],
    ['算力资源',                    ['"算力资源"']],
    ['算力资源 -农业 “北京”',       ['"算力资源" -农业 “北京”']],
    ['數據資源 数据资源',           ['"數據資源" 数据资源', '數據資源 "数据资源"']],
    ['算力资源 算力资源',           ['"算力资源" 算力资源']],
    ['（算力资源）。',              ['"算力资源"']],
    ['“算力资源',                   ['“「算力资源」']],
    ['-算力资源 "算力资源"',        []],
    ['算力资源|数据资源 北京',      ['"算力资源"|数据资源 北京', '算力资源|"数据资源" 北京']],
    ['(算力资源 OR 算力) 數據資源', ['("算力资源" OR 算力) 數據資源', '(算力资源 OR 算力) "數據資源"']],
    ['算力资源|，。',               ['"算力资源"|，。']],
    ['北京市经济和信息化局|算力',   []],
    ['-(算力资源|数据资源)',        []],
    ['北京市经济和信息化局',        []],          // documents are of that body: one word
    ['上海市经济和信息化局',        ['"上海市经济和信息化局"']],
    [`${'算力资源'.repeat(124)} 12`, []],          // quoted it is longer than a query may be
    [Array.from('甲乙丙丁戊己庚辛壬癸', (name) => `算力${name}资源`).join(' '), 8],
  ])('%s', async (q, queries) => {
    const told = await expectCountsOfLinks({ q });
    if (typeof queries === 'number') expect(told).toHaveLength(queries);
    else expect(told.map((one) => one.q)).toEqual(queries);
  });

  it('holds where there is something to count', async () => {
    const [run] = await expectCountsOfLinks({ q: '算力资源' });
    expect(run?.count).toBeGreaterThan(0);
  });

  // biome-ignore format: runs, and what stands beside them
  const word = fc.constantFrom(
    '算力资源', '数据要素市场', '數據資源', '人工智能产业', '资源算力', '5G网络建设', '養犬管理', 'C++语言', 'AI,computing power',
    '资讯系统补助', '工信部规划', '北京市人民政府办公厅', '算力', '的', '人工智慧', '"揭榜挂帅"', '-农业', '（数据资源）', '(补贴|奖励资金)',
    '京政发〔2023〕14号', '“', '」', 'OR', '*', '，',
    '数据要素市场|算力资源', '(人工智能产业 OR "算力"|C++语言)', '-(算力资源|数据)', '補助資金|，|资源',
  );
  it('counts what its links find, whatever is asked', { timeout: 120_000 }, () =>
    askWhatever(word, async (parameters) => {
      await expectCountsOfLinks(parameters);
    }),
  );
});
