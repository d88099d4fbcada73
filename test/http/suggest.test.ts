/** Suggestions, and values of a facet that are looked for: over HTTP, on the seeds. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FACETS, type FacetName } from '../../core/model.js';
import { toTraditional } from '../../core/text/convert.js';
import type { FacetValuesAnswer, Problem, SuggestAnswer, Suggestion } from '../../server/api.js';
import { indexSeeds, isBuilt, NOT_BUILT, type Served, serve } from './serve-seeds.js';
import { type TroubledEngine, troubledEngine } from './troubled-engine.js';

describe.skipIf(!isBuilt)(`on the seeds (${isBuilt ? 'real index' : NOT_BUILT})`, () => {
  let served: Served;
  let engine: TroubledEngine;
  beforeAll(async () => {
    served = await serve(indexSeeds(), {
      before: (real) => {
        engine = troubledEngine(real, 100);
        return engine;
      },
    });
  });
  afterAll(() => served.close());
  const json = async <Answer>(path: string): Promise<Answer> => {
    const response = await served.get(path);
    expect(response.status).toBe(200);
    return (await response.json()) as Answer;
  };
  const suggest = async (q: string, limit = 20): Promise<readonly Suggestion[]> =>
    (await json<SuggestAnswer>(`/api/suggest?q=${encodeURIComponent(q)}&limit=${limit}`)).suggestions;
  const find = (facet: string, parameters: Record<string, string>): Promise<FacetValuesAnswer> =>
    json(`/api/facets/${facet}?${new URLSearchParams(parameters)}`);

  describe('a suggestion', () => {
    it.each([
      ...[
        '人',
        '人工',
        '人工智能',
        'rgzn',
        'rengong',
        'beijing',
        '北京',
        'bj',
        'g',
        'gxb',
        'sl',
        '国务院',
        '京政',
      ],
      ...['数据', 'shuju', '关于', 'guanyu', '5', 'ai', '2', '成都', 'x', 'z', '长', 'cs'],
    ])('has the count of the search that it asks, and is in the index: %s', async (typed) => {
      for (const { q, filters, count, text, kind } of await suggest(typed)) {
        const { total } = await served.search({ q, ...filters });
        expect([kind, text, total]).toEqual([kind, text, count]);
        expect(count).toBeGreaterThan(0);
      }
    });

    it.each(['人工智能', '北京市', '数据', '发展'])('is the same in Traditional: %s', async (typed) => {
      const found = await suggest(typed);
      expect(found.length).toBeGreaterThan(0);
      expect(await suggest(toTraditional(typed))).toEqual(found);
    });

    it('is a word, a body, a title', async () => {
      expect((await suggest('rgzn'))[0]).toMatchObject({
        ...{ text: '人工智能', kind: 'term', matched: 'initials', q: '"人工智能"', filters: {} },
      });
      const kinds = new Set((await suggest('beijing')).map(({ kind }) => kind));
      expect([...kinds].sort()).toEqual(['issuingBody', 'term', 'title']);
    });

    const LONG = ['a', '算力', 'é', '𠮷'].flatMap((text) => [text.repeat(101), text.repeat(301)]);
    it.each(['', '   ', '《》', '.*', '"', ...LONG])('of %j is none', async (typed) => {
      expect(await suggest(typed)).toEqual([]);
    });

    it('are as many as are asked for, and begin alike', async () => {
      const [three, ten] = [await suggest('z', 3), await json<SuggestAnswer>('/api/suggest?q=z')];
      expect(three).toHaveLength(3);
      expect(ten.suggestions).toHaveLength(10);
    });

    // biome-ignore format: a table
    it.each([
      ['q=a&limit=0',                'limit'],
      ['q=a&limit=21',               'limit'],
      ['q=a&limit=1e1',              'limit'],
      ['q=a&q=b',                    'q'],
      ['q=a&city=x',                 'city'],
    ])('refuses %s', async (query, name) => {
      const response = await served.get(`/api/suggest?${query}`);
      expect(response.status).toBe(400);
      const { errors } = (await response.json()) as Problem;
      expect(errors?.map(({ parameter }) => parameter)).toEqual([name]);
    });

    it('says which part of the index does not answer, and is whole again afterwards', async () => {
      engine.trouble = { kind: 'partial', missing: ['b'] };
      const response = await served.get('/api/suggest?q=%E6%97%A0%E4%BA%BA');
      engine.trouble = { kind: 'none' };
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await response.json()).toMatchObject({ partial: { missing: ['b'] } });
      expect(await json('/api/suggest?q=%E6%97%A0%E4%BA%BA')).not.toHaveProperty('partial');
    });
  });

  describe('a value of a facet', () => {
    it.each(FACETS)('of %s is listed as the search counts it, most clauses first', async (facet) => {
      for (const parameters of [{}, { q: '人工智能' }, { q: '算力', city: '北京' }, { 'not.type': '通知' }]) {
        const { values, more } = await find(facet, parameters as Record<string, string>);
        const { facets } = await served.search(parameters as Record<string, string>);
        const counted = facets[facet].filter(({ count }) => count > 0);
        expect(values).toHaveLength(counted.length);
        for (const { value, count, documents } of counted) {
          expect(values).toContainEqual({ value, count, documents });
        }
        const counts = values.map(({ count }) => count);
        expect(counts).toEqual([...counts].sort((a, b) => b - a));
        expect(more).toBe(false);
      }
    });

    // biome-ignore format: a table
    it.each<[FacetName, string]>([
      ['city',        '北京'], ['city',        'bj'],     ['city',        'beijing'],  ['city',       '京'],
      ['issuingBody', '北京'], ['issuingBody', '市政府'],  ['issuingBody', 'bjs'],      ['issuingBody', 'zhengfu'],
      ['theme',       '數據'], ['theme',       'sj'],     ['year',        '202'],
    ])('%s is found by %s', async (facet, contains) => {
      const { values } = await find(facet, { contains });
      expect(values.length).toBeGreaterThan(0);
      const { facets } = await served.search({});
      expect(values.length).toBeLessThanOrEqual(facets[facet].length);
    });

    it.each(['nowhere', '.*', '臺灣海峽', '北京'.repeat(200)])('is none for %s', async (contains) => {
      expect(await find('issuingBody', { contains })).toMatchObject({ values: [], more: false });
    });

    it('is counted under the other filters, not under its own', async () => {
      const [all, chosen] = [await find('city', {}), await find('city', { city: '北京' })];
      expect(chosen.values).toEqual(all.values);
      const under = await find('city', { year: '1900' });
      expect(under.values).toEqual([]);
    });

    // biome-ignore format: a table
    it.each([
      ['/api/facets/title',                            404, undefined],
      ['/api/facets/constructor',                      404, undefined],
      ['/api/facets/city?contain=x',                   400, ['contain']],
      ['/api/facets/city?contains=a&contains=b',       400, ['contains']],
      ['/api/facets/city?from=x',                      400, ['from']],
    ])('%s: %i', async (path, status, names) => {
      const response = await served.get(path);
      expect(response.status).toBe(status);
      const problem = (await response.json()) as Problem;
      expect(problem.errors?.map(({ parameter }) => parameter)).toEqual(names);
      if (status === 404) expect(problem.remedy).toContain('issuingBody');
    });
  });
});
