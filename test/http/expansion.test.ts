/** Other words, and what is said where nothing is found: every count told is that of the search it leads to. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toTraditional } from '../../core/text/convert.js';
import { fold } from '../../core/text/fold.js';
import type { DocumentAnswer, SearchAnswer } from '../../server/api.js';
import { indexSeeds, isBuilt, NOT_BUILT, type Served, serve } from './serve-seeds.js';

type Parameters = Readonly<Record<string, string | readonly string[]>>;

const ids = ({ hits }: SearchAnswer): string[] => hits.map(({ clause }) => clause.id);
const marks = ({ hits }: SearchAnswer): ReadonlySet<string> =>
  new Set(hits.flatMap(({ clause }) => clause.fragments.filter((f) => f.match).map((f) => fold(f.text))));

describe.skipIf(!isBuilt)(`other words (real index${isBuilt ? '' : `, ${NOT_BUILT}`})`, () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(indexSeeds());
  });
  afterAll(() => served.close());

  // biome-ignore format: a table
  it.each([
    ['人工智慧',                '人工智能',         'regional'],
    ['artificial intelligence', '人工智能',         'english'],
    ['Artificial Intelligence', '人工智能',         'english'],
    ['工信部',                  '工业和信息化部',   'abbreviation'],
    ['computing power',         '算力',             'english'],
    ['人工智慧|無此詞語者',     '人工智能',         'regional'],
  ])('%s finds what prints %s', async (q, to, kind) => {
    const found = await served.search({ q, size: '100' });
    const quoted = await served.search({ q: `"${to}"` });
    expect(quoted.total).toBeGreaterThan(0);
    expect(found.total).toBeGreaterThanOrEqual(quoted.total);
    const word = q.split('|')[0];
    expect(found.query.expanded).toContainEqual({ word, to, kind, count: expect.any(Number) });
    expect(marks(found)).toContain(fold(to));
    const off = await served.search({ q, expand: 'off', size: '100' });
    expect(off.query.expanded).toEqual([]);
    expect(off.total).toBeLessThanOrEqual(found.total);
  });

  it('人工智慧 leads where 人工智能 does', async () => {
    const [regional, typed] = [
      await served.search({ q: '人工智慧' }),
      await served.search({ q: '人工智能' }),
    ];
    expect(regional.total).toBe(typed.total);
    expect(regional.hits[0]?.document.id).toBe(typed.hits[0]?.document.id);
    const ministry = await served.search({ q: '工業和信息化部' });
    expect(ids(ministry)).toEqual(ids(await served.search({ q: '工业和信息化部' })));
    expect(ministry.total).toBeGreaterThan(0);
  });

  it('an English question finds Chinese clauses, and says what was left out', async () => {
    const q = 'What are the measures for artificial intelligence and computing power?';
    const found = await served.search({ q });
    const left = found.query.understood.filter(({ ignored }) => ignored).map(({ text }) => text);
    expect(left).toEqual(expect.arrayContaining(['What', 'are', 'the', 'for']));
    const asked = found.query.understood.filter(({ ignored }) => !ignored).map(({ text }) => text);
    expect(asked).toEqual(expect.arrayContaining(['artificial intelligence', 'computing power']));
    expect(found.hits.some(({ clause }) => clause.text.includes('算力'))).toBe(true);
  });

  it('widens nothing that is quoted, excluded or a number', async () => {
    for (const q of ['"人工智慧"', '无人机 -人工智慧', '工信部科〔2018〕231号']) {
      expect((await served.search({ q })).query.expanded).toEqual([]);
    }
  });

  const QUESTIONS: readonly Parameters[] = [
    { q: '人工智慧 補貼' },
    { q: '工信部 算力', match: 'any' },
    { q: '工信部 公司 补贴', match: 'all' },
    { q: '(人工智慧|公司) 算力', match: 'all', city: '北京' },
    { q: 'artificial intelligence 数据', match: 'any', 'not.city': '北京' },
    { q: '老师 公司', group: 'document' },
    // one addition is a part of another
    { q: 'What do financial institutions do for data security', match: 'any' },
    { q: '人工智慧', from: '2023-01-01', date: 'signedOn' },
  ];

  it.each(QUESTIONS)('tells of each addition what it brought: %j', async (asked) => {
    const found = await served.search(asked);
    expect(found.query.expanded.length).toBeGreaterThan(0);
    const match = found.query.match === 'all' ? 'all' : 'any';
    for (const { to, count } of found.query.expanded) {
      const without = await served.search({ ...asked, match, without: to });
      expect([to, without.total]).toEqual([to, found.total - count]);
      expect(without.query.expanded.map((one) => one.to)).not.toContain(to);
      expect((await served.search({ ...asked, match, without: toTraditional(to) })).total).toBe(
        without.total,
      );
    }
  });

  it.each(QUESTIONS)('finds the same in the other script: %j', async (asked) => {
    const [one, other] = [asked, { ...asked, q: toTraditional(String(asked.q)) }];
    const [here, there] = [await served.search(one), await served.search(other)];
    expect(there.total).toBe(here.total);
    if ('hits' in here) expect(ids(there)).toEqual(ids(here));
    expect(there.query.expanded.map(({ to, count }) => [to, count])).toEqual(
      here.query.expanded.map(({ to, count }) => [to, count]),
    );
  });

  const EXPLAINED: readonly Parameters[] = [
    ...QUESTIONS.map((one) => ({ ...one, explain: 'on' })),
    {
      q: '算力 无此词语者 -农业',
      city: ['北京', '上海'],
      'not.type': '新闻',
      from: '2023-01-01',
      to: '2023-12-31',
    },
    { q: '"揭榜挂帅" (数据|京政发〔2023〕14号)', year: '2023', missing: ['source', 'documentNumber'] },
    { q: '的 算力', theme: '算力', 'not.theme': ['数据', '人工智能'], match: 'all', explain: 'on' },
    { q: '人工智慧 无此词语者', without: '人工智能', match: 'all' },
    { q: '工信部 无此词语者', expand: 'off', match: 'any', explain: 'on' },
    { q: '', city: '无此地', from: '1990-01-01' },
  ];

  it.each(EXPLAINED)('explains by counts that are those of the searches they lead to: %j', async (asked) => {
    const found = await served.search(asked);
    const { explanation } = found;
    expect(explanation).toBeDefined();
    const { match: _match, explain: _explain, ...rest } = asked;
    for (const { text, count } of explanation?.words ?? []) {
      expect([text, (await served.search({ ...rest, q: text })).total]).toEqual([text, count]);
    }
    const chosen = Object.entries(asked).flatMap(([name, values]) =>
      [values].flat().map((value) => `${name}=${value}`),
    );
    for (const { facet, value, countWithout } of explanation?.filters ?? []) {
      expect(chosen).toContain(`${facet}=${value}`);
      const left = [asked[facet] ?? []].flat().filter((other) => other !== value);
      const { [facet]: _gone, ...others } = asked;
      const link = left.length > 0 ? { ...others, [facet]: left } : others;
      expect([facet, value, (await served.search(link)).total]).toEqual([facet, value, countWithout]);
    }
    const isFilter = (one: string): boolean => !/^(?:q|match|explain|expand|without|group|date)=/.test(one);
    expect(explanation?.filters).toHaveLength(chosen.filter(isFilter).length);
  });

  it.each([
    // typed, which is nowhere      the nearest
    ['揭榜挂率', '揭榜挂帅'],
    ['数据药素', '数据要素'],
    ['无人鸡', '无人机'],
    ['artifical intelligence', 'artificial'],
  ])('names the nearest term of one that is nowhere: %s', async (q, nearest) => {
    expect((await served.search({ q: nearest })).total).toBeGreaterThan(0);
    const { explanation } = await served.search({ q, match: 'all' });
    expect(explanation?.words.map((word) => word.nearest)).toContain(nearest);
  });

  it('names none of a word that a filter hides, nor one that finds nothing there', async () => {
    const { explanation } = await served.search({ q: '揭榜挂帅', city: '无此地' });
    expect(explanation?.words).toEqual([{ text: '揭榜挂帅', count: 0 }]);
    const other = await served.search({ q: '揭榜挂率', city: '无此地' });
    expect(other.explanation?.words[0]).not.toHaveProperty('nearest');
  });

  it.each([
    ['人工智慧', {}],
    ['人工智能 算力', { match: 'all' }],
    ['人工智能 算力 无此词语者', {}],
    ['人工智能 -算力', {}],
    ['人工智慧', { without: '人工智能' }],
    ['人工智慧', { expand: 'off' }],
    ['', {}],
  ])('marks of a document the hits of a search in it: %s %j', async (q, how: Parameters) => {
    const { hits } = await served.search({ q: '人工智能' });
    const id = hits[0]?.document.id ?? '';
    const query = new URLSearchParams({ q, ...(how as Record<string, string>) });
    const read = (await (
      await served.get(`/api/documents/${encodeURIComponent(id)}?${query}`)
    ).json()) as DocumentAnswer;
    const marked = read.clauses.filter(({ fragments }) => fragments.some(({ match }) => match));
    const searched = await served.search({ ...how, q, document: id, size: '100' });
    const all = q === '' ? [] : ids(searched);
    expect(marked.map((clause) => clause.id).sort()).toEqual([...all].sort());
  });
});
