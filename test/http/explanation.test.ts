/** What is said where nothing is found: every count is that of the search it leads to, and each word is a query by itself. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchAnswer } from '../../server/api.js';
import { askWhatever, type Parameters } from './ask-whatever.js';
import { indexSeeds, isBuilt, NOT_BUILT, type Served, serve } from './serve-seeds.js';

describe.skipIf(!isBuilt)(`an explanation (real index${isBuilt ? '' : `, ${NOT_BUILT}`})`, () => {
  let served: Served;
  let asked = 0;
  beforeAll(async () => {
    served = await serve(indexSeeds(), {
      before: (engine) => ({
        ...engine,
        search(query) {
          asked += 1;
          return engine.search(query);
        },
      }),
    });
  });
  afterAll(() => served.close());

  const expectCountsOfLinks = async (parameters: Parameters): Promise<SearchAnswer['explanation']> => {
    const { explanation } = await served.search(parameters);
    const { explain: _, ...here } = parameters;
    for (const { text, count } of explanation?.words ?? []) {
      expect([text, (await served.search({ ...here, q: text })).total]).toEqual([text, count]);
    }
    for (const { facet, value, countWithout } of explanation?.filters ?? []) {
      const { [facet]: values = [], ...others } = here;
      const left = [values].flat().filter((other) => other !== value);
      const link = left.length > 0 ? { ...others, [facet]: left } : others;
      expect([facet, value, (await served.search(link)).total]).toEqual([facet, value, countWithout]);
    }
    return explanation;
  };

  // biome-ignore format: a table
  it.each([
    // typed                            each word by itself
    ['算力 (数据|"揭榜挂帅") -农业',      ['算力', '(数据|"揭榜挂帅")']],
    ['(甲（乙）|算力。) 无此词语者',       ['("甲（乙"|"算力")', '无此', '词语', '者']],
    ['the 算力 of 无此',                 ['the', '算力', 'of', '无此']],
    ['工业和信息化部 无此词语者',          ['工业和信息化部', '无此', '词语', '者']],
    ['京政发〔2023〕14号 "揭榜 挂帅"',     ['京政发〔2023〕14号', '"揭榜 挂帅"']],
    ['算力 算力*',                       ['算力']],
    ['「说"是"」 算力',                   ['「说"是"」', '算力']],
    ['artificial intelligence 无此',     ['artificial intelligence', '无此']],
    ['养犬管理 算力',                     ['养犬', '管理', '算力']],
  ])('is of each word: %s', async (q, words) => {
    const explanation = await expectCountsOfLinks({ q, match: 'all', explain: 'on' });
    expect(explanation?.words.map(({ text }) => text)).toEqual(words);
  });

  it('is of the first values of every kind, however many there are', async () => {
    const many = (name: string) => Array.from({ length: 100 }, (_, i) => `${name}${i}`);
    const parameters = {
      ...{ q: '算力', city: many('市'), 'not.city': many('县'), year: many('19'), from: '2020-01-01' },
      ...{ missing: ['source', 'documentNumber'], issuingBody: ['北京市人民政府', ...many('局').slice(1)] },
    };
    asked = 0;
    const { explanation } = await served.search(parameters);
    expect(asked).toBeLessThan(50);
    expect(new Set(explanation?.filters.map(({ facet }) => facet))).toEqual(
      new Set(['city', 'not.city', 'year', 'from', 'missing', 'issuingBody']),
    );
    expect(explanation?.filters).toHaveLength(24);
    await expectCountsOfLinks(parameters);
  });

  it('costs some counts, whatever is pasted', async () => {
    asked = 0;
    const words = Array.from({ length: 200 }, (_, i) => String.fromCodePoint(0x4e10 + 7 * i));
    const { explanation } = await served.search({ q: words.join(' '), match: 'all' });
    expect(explanation?.words).toHaveLength(32);
    expect(asked).toBeLessThan(40);
  });

  const word = fc.constantFrom(
    ...[
      '算力',
      '数据',
      '的',
      '无此词语者',
      '人工智慧',
      '工信部',
      '北京市',
      '揭榜挂率',
      '國辦發',
      '5G',
      'the',
      'C++',
    ],
    ...[
      'computing power',
      '"揭榜挂帅"',
      '「專項」',
      '-农业',
      '京政发〔2023〕14号',
      '(补贴|奖励)',
      '甲|"算力"|丙*',
    ],
    ...['(', '，', 'OR', '养犬管理', '2023年', '乾隆'],
  );
  it('counts what its links find, whatever is asked', { timeout: 120_000 }, () =>
    askWhatever(word, async (parameters) => {
      await expectCountsOfLinks({ ...parameters, explain: 'on' });
    }),
  );
});
