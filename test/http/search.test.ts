import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readingsOf } from '../../core/text/analyze.js';
import { toTraditional } from '../../core/text/convert.js';
import { fold } from '../../core/text/fold.js';
import type { SearchAnswer } from '../../server/api.js';
import { indexSeeds, isBuilt, NOT_BUILT, type Served, serve } from './serve-seeds.js';

const ids = ({ hits }: SearchAnswer): string[] => hits.map(({ clause }) => clause.id);
const marks = ({ hits }: SearchAnswer): string[] => [
  ...new Set(hits.flatMap(({ clause }) => clause.fragments.filter((f) => f.match).map((f) => f.text))),
];

describe.skipIf(!isBuilt)(`searching the seeds (${isBuilt ? 'real index' : NOT_BUILT})`, () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(indexSeeds());
  });
  afterAll(() => served.close());

  it.each(['算力', '算力 -农业', '"揭榜挂帅"', '北京 算力', '无人机', '5G', '工信部', '人工智能AI'])(
    'the same hits in the same order in Traditional: %s',
    async (q) => {
      const simplified = await served.search({ q, size: '100' });
      const traditional = await served.search({ q: toTraditional(q), size: '100' });
      expect(simplified.total).toBeGreaterThan(0);
      expect(ids(traditional)).toEqual(ids(simplified));
      expect(traditional.facets).toEqual(simplified.facets);
    },
  );

  it('counts a quoted text as a plain scan of the clauses does', async () => {
    const { hits } = await served.search({ size: '100' });
    const second = await served.search({ size: '100', page: '2' });
    const texts = [...hits, ...second.hits].map(({ clause }) => readingsOf(clause.text, 'hans'));
    for (const quoted of ['揭榜挂帅', '算力', '人工智能', '2023年', '5G', '市', '先导区，']) {
      const { total } = await served.search({ q: `"${quoted}"` });
      expect([quoted, total]).toEqual([quoted, texts.filter((text) => text.includes(fold(quoted))).length]);
    }
  });

  it.each([{ q: '算力' }, { group: 'document' }, { q: '无此词语者无此', match: 'all' }])(
    'says which index was asked: %j',
    async (asked) => {
      const ready = (await (await served.get('/readyz')).json()) as { indexedAt: string };
      const { indexedAt, version } = (await served.search(asked)).index;
      expect(indexedAt).toBe(ready.indexedAt);
      expect(version).toMatch(/./);
      expect((await served.search(asked)).index.version).toBe(version);
    },
  );

  it.each([
    // of few clauses that hold every word, `auto` goes on to those that hold any, unless a text is quoted
    ['算力 无此', 'all+any'],
    ['"算力" 无此', 'all'],
    ['(数据|"算力") 无此', 'all'],
    ['(数据|算力) 无此', 'all+any'],
    ['(的|算力) 无此', 'all'],
  ])('%s is asked as %s', async (q, match) => {
    expect((await served.search({ q })).query.match).toBe(match);
  });

  it('finds by alternatives what one of them finds, those that say nothing by `all` alone', async () => {
    const total = async (q: string, match: string) => (await served.search({ q, match })).total;
    const [all, any] = [await total('的|算力', 'all'), await total('的|算力', 'any')];
    expect(any).toBe(await total('算力', 'any'));
    expect(all).toBeGreaterThan(any);
    expect(await total('(的|算力) 无此词语者', 'any')).toBe(await total('算力 无此词语者', 'any'));
    expect(await total('的|和 算力', 'any')).toBe(any);
  });

  it('leaves out what is excluded', async () => {
    const all = await served.search({ q: '算力', size: '100' });
    const less = await served.search({ q: '算力 -平台', size: '100' });
    expect(less.total).toBeLessThan(all.total);
    for (const { clause } of less.hits) expect(clause.text).not.toContain('平台');
  });

  it('marks matches in the text as printed, and joined fragments are the text', async () => {
    const found = await served.search({ q: '无人机', size: '100' });
    for (const mark of marks(found)) expect(['无人机', '無人機']).toContain(mark);
    for (const { clause } of found.hits) {
      expect(clause.fragments.map(({ text }) => text).join('')).toBe(clause.text);
      expect((clause.snippet ?? clause.fragments).some(({ match }) => match)).toBe(true);
      const isLong = clause.text.length > 160;
      if (isLong || clause.text.length <= 150) expect(clause.snippet !== undefined).toBe(isLong);
    }
  });

  it('shows the script asked for', async () => {
    const hant = await served.search({ q: '算力', script: 'hant', size: '100' });
    const hans = await served.search({ q: '算力', script: 'hans', size: '100' });
    expect(ids(hant)).toEqual(ids(hans));
    expect(hant.hits.map(({ clause }) => clause.text).join()).toMatch(/發展|應用|產業/);
    expect(hans.hits.map(({ clause }) => clause.text).join()).not.toMatch(/[發應產業國]/);
  });

  it('falls back to any word, and says why', async () => {
    const found = await served.search({ q: '算力 无此词语者', city: '北京' });
    expect(found.query).toMatchObject({ match: 'all+any', allTotal: 0 });
    expect(found.total).toBeGreaterThan(0);
    expect(found.explanation?.words.some(({ count }) => count === 0)).toBe(true);
    expect(found.explanation?.filters).toEqual([expect.objectContaining({ facet: 'city', value: '北京' })]);
    const [filter] = found.explanation?.filters ?? [];
    expect(filter?.countWithout).toBe((await served.search({ q: '算力 无此词语者' })).total);
    expect(found.explanation?.coverage.documents).toBeGreaterThan(0);
  });

  it('finds nothing with match=all, and explains', async () => {
    const found = await served.search({ q: '算力 无此词语者', match: 'all' });
    expect(found).toMatchObject({ total: 0, documents: 0, hits: [], query: { match: 'all' } });
    expect(found.explanation).toBeDefined();
  });

  it('counts each facet over everything but its own selection', async () => {
    const free = await served.search({ q: '人工智能' });
    const [first] = free.facets.city;
    const narrowed = await served.search({ q: '人工智能', city: first?.value ?? '' });
    expect(narrowed.total).toBe(first?.count);
    expect(narrowed.facets.city.map(({ value, count }) => [value, count])).toEqual(
      free.facets.city.map(({ value, count }) => [value, count]),
    );
    expect(narrowed.facets.city.filter(({ selected }) => selected).map(({ value }) => value)).toEqual([
      first?.value,
    ]);
  });

  it('browses everything under an empty query, and pages through it without gaps', async () => {
    const whole = await served.search({ size: '100' });
    const paged = [];
    for (let page = 1; page <= 4; page += 1) {
      paged.push(...ids(await served.search({ size: '25', page: String(page) })));
    }
    expect(paged).toEqual(ids(whole).slice(0, 100));
    expect(whole.query.understood).toEqual([]);
  });

  it('pages through ranked hits without gaps', async () => {
    const whole = await served.search({ q: '人工智能', size: '100' });
    const paged = [];
    for (const page of ['1', '2', '3', '4', '5']) {
      paged.push(...ids(await served.search({ q: '人工智能', size: '20', page })));
    }
    expect(paged).toEqual(ids(whole));
  });

  it('finds a place by each of its names, in either script', async () => {
    const totals = await Promise.all(
      ['北京', '北京市'].map(async (city) => (await served.search({ q: '人工智能', city })).total),
    );
    expect(totals[1]).toBe(totals[0]);
    expect(totals[0]).toBeGreaterThan(0);
  });

  it('orders by date, and filters by it', async () => {
    const newest = await served.search({ q: '人工智能', sort: 'newest', size: '100' });
    const dates = newest.hits.map(({ document }) => document.publishedOn ?? '');
    expect(dates).toEqual([...dates].sort().reverse());
    const ranged = await served.search({ q: '人工智能', from: '2023-01-01', to: '2023-12-31', size: '100' });
    expect(ranged.total).toBeGreaterThan(0);
    for (const { document } of ranged.hits) expect(document.year).toBe(2023);
  });

  it('answers any query', async () => {
    for (const q of [
      '"',
      '-',
      '""',
      'AND OR NOT',
      '算力*',
      "'; DROP TABLE",
      '\u0000',
      '😀',
      '()',
      '算力'.repeat(249),
      '😀'.repeat(500),
    ]) {
      expect(await served.search({ q })).toMatchObject({ query: { q } });
    }
  });
});
