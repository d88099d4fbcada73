/**
 * What any engine must do. Run on every engine, unchanged; if an engine cannot pass, the engine is wrong, or the door
 * (core/engine/engine.ts) promises too much.
 */
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BuildOptions, EngineQuery, IndexBuild, SearchEngine } from '../../core/engine/engine.js';
import { FACETS } from '../../core/model.js';
import { scan } from './plain-scan.js';
import { analyzed, NO_FILTERS, phrase, query, type SmallDocument, word } from './small-documents.js';

/** One place for one index, empty at first. */
export interface EngineUnderTest {
  build(options: BuildOptions): Promise<IndexBuild>;
  /** A reader that sees what is committed before it is opened. */
  open(): SearchEngine;
  dispose(): Promise<void>;
}

const REBUILD: BuildOptions = { mode: 'rebuild', madeBy: 'user' };
const UPDATE: BuildOptions = { mode: 'update', madeBy: 'user' };

const PLAN: SmallDocument = {
  id: 'plan',
  title: '北京市算力发展方案',
  number: '京政发〔2023〕14号',
  cities: ['北京'],
  bodies: ['北京市人民政府', '北京市经济和信息化局'],
  type: '方案',
  status: '现行',
  publishedOn: '2023-05-30',
  clauses: [
    { text: '一、主要任务', kind: 'heading' },
    { text: '（一）推动数据共享，支持5G应用。', headings: [1], themes: ['数据'] },
    { text: '（二）建设算力中心；农业除外。', headings: [1], themes: ['算力', '数据'] },
    { text: '二、保障措施', kind: 'heading' },
    { text: '实施“揭榜挂帅”。', headings: [4] },
    { text: 'Computing Power Plan of Beijing', kind: 'title', language: 'en' },
    { text: 'Support AI café.', language: 'en' },
  ],
};
const NEWS: SmallDocument = {
  id: 'news',
  title: '人工智能启动活动',
  printed: false,
  cities: ['北京', '天津'],
  type: '新闻',
  publishedOn: '2021-06-09',
  clauses: ['各地发展算力，15G网络。', '𠮷野家与𠮷林。', { text: '数据要素', themes: ['数据'] }],
};
const LAW: SmallDocument = {
  id: 'law',
  title: '養犬管理條例',
  cities: ['上海'],
  type: '条例',
  status: '废止',
  publishedOn: '2020-01-01',
  clauses: ['第一条 为了规范养犬。', '第二条 個人養犬，應當登記。', '第三条 "OR" NEAR(a b) * ^x: y--'],
};
const UNDATED: SmallDocument = { id: 'undated', title: '说明', clauses: ['数据与算力。', '数据与算力。'] };
const ALL = ['law-0', 'law-1', 'law-2', 'law-3', 'news-0', 'news-1', 'news-2']
  .concat(['plan-0', 'plan-1', 'plan-2', 'plan-3', 'plan-4', 'plan-5', 'plan-6', 'plan-7'])
  .concat(['undated-0', 'undated-1', 'undated-2']);
const CORPUS = [PLAN, NEWS, LAW, UNDATED];

export function describeEngine(name: string, start: () => Promise<EngineUnderTest>): void {
  describe(`${name}: what is found`, () => {
    let place: EngineUnderTest;
    let engine: SearchEngine;
    const documents = CORPUS.map(analyzed);
    beforeAll(async () => {
      place = await start();
      await fill(place, CORPUS);
      engine = place.open();
    });
    afterAll(async () => {
      await engine.close();
      await place.dispose();
    });
    const idsOf = async (asked: EngineQuery): Promise<string[]> =>
      (await engine.search(asked)).proposals.map(({ clauseId }) => clauseId).sort();

    // biome-ignore format: a table
    it.each([
      // what was typed   the clauses that are hits                             why
      ['算力',            ['news-0', 'plan-0', 'plan-3', 'undated-1', 'undated-2'], 'own text, the title’s own too'],
      ['算力 数据',       ['plan-2', 'undated-1', 'undated-2'],                 'one in the title, one in the own text'],
      ['任务 共享',       ['plan-2'],                                           'one in the heading above'],
      ['保障 共享',       [],                                                   'a heading that is not above'],
      ['人工智能',        [],                                                   'a title that is not printed is no hit'],
      ['人工智能 算力',   ['news-0'],                                           'but it is context'],
      ['北京 数据',       ['plan-2'],                                           'not each clause under the title that has it'],
      ['算力 -农业',      ['news-0', 'plan-0', 'undated-1', 'undated-2'],       'excluded in the own text'],
      ['数据 -北京',      ['news-2', 'undated-1', 'undated-2'],                 'excluded in the title'],
      ['数据 -人工智能',  ['plan-2', 'undated-1', 'undated-2'],                 'excluded in a title that is not printed'],
      ['应用 -任务',      [],                                                   'excluded in the heading above'],
      ['-算力',           ['law-0', 'law-1', 'law-2', 'law-3', 'news-1', 'news-2', 'undated-0'], 'exclusions alone'],
      ['揭榜挂帅',        ['plan-5'],                                           'a long phrase'],
      ['揭榜 挂帅 实施',  ['plan-5'],                                           'three words in any order'],
      ['養犬',            ['law-0', 'law-1', 'law-2'],                          'Traditional'],
      ['养犬',            ['law-0', 'law-1', 'law-2'],                          'Simplified'],
      ['犬',              ['law-0', 'law-1', 'law-2'],                          'a single character'],
      ['力',              ['news-0', 'plan-0', 'plan-3', 'undated-1', 'undated-2'], 'a single character'],
      ['龘',              [],                                                   'a character that no clause has'],
      ['5G',              ['plan-2'],                                           'not 15G'],
      ['15G',             ['news-0'],                                           'a number and a letter'],
      ['G',               ['news-0', 'plan-2'],                                 'a letter where it meets a digit'],
      ['5',               ['plan-2'],                                           'a number, whole'],
      ['cafe',            ['plan-7'],                                           'without its accent'],
      ['beijing ai',      ['plan-7'],                                           'the English title above the English text'],
      ['beijing 数据',    ['plan-2'],                                           'a title in either language is the title'],
      ['om',              [],                                                   'Latin words are contained whole'],
      ['𠮷',              ['news-1'],                                           'a supplementary character'],
      ['𠮷林',            ['news-1'],                                           'and a word of one'],
      ['野家与𠮷',        ['news-1'],                                           'and at the end of one'],
      ['共享，支持',      ['plan-2'],                                           'punctuation inside'],
      ['共享支持',        [],                                                   'a break is not nothing'],
      ['……',              ALL,                                                  'punctuation alone is no word'],
      ['"OR"',            ['law-3'],                                            'operators are words'],
      ['NEAR(a',          ['law-3'],                                            'and so is what looks like a call'],
      ['y"z',             [],                                                   'a quote is a break'],
      ['一 为 了 规 范 养 犬 第 条 养犬 规范 为了', ['law-1'],                  'more than ten words'],
    ])('%s (%#)', async (typed, expected) => {
      expect(await idsOf(query(typed))).toEqual(expected);
    });

    it('holds a word by any of its alternatives', async () => {
      const asked = { ...query(''), words: [word('无此词', '养犬')] };
      expect(await idsOf(asked)).toEqual(['law-0', 'law-1', 'law-2']);
    });

    it('finds any of the words in the own text', async () => {
      expect(await idsOf(query('养犬 揭榜 人工智能', { match: 'any' }))).toEqual([
        'law-0',
        'law-1',
        'law-2',
        'plan-5',
      ]);
    });

    it('browses everything but hidden titles', async () => {
      const answer = await engine.search(query('', { facets: FACETS }));
      expect(answer).toMatchObject(withoutIds(scan(documents, query('', { facets: FACETS }))));
      expect((await engine.status()).clauses).toBe(answer.total);
    });

    it.each(['京政发〔2023〕14号', '京政發[2023]14號'])(
      'finds the title of the document numbered %s',
      async (number) => {
        const asked = { ...query(''), words: [{ alternatives: [phrase(number)], documentNumber: number }] };
        expect(await idsOf(asked)).toEqual(['plan-0']);
      },
    );

    it.each([
      ['a city', { filters: { ...NO_FILTERS, city: ['北京'] } }],
      ['two cities', { filters: { ...NO_FILTERS, city: ['上海', '天津'] } }],
      ['a theme', { filters: { ...NO_FILTERS, theme: ['算力'] } }],
      ['a theme and a city', { filters: { ...NO_FILTERS, theme: ['数据'], city: ['天津'] } }],
      ['a body', { filters: { ...NO_FILTERS, issuingBody: ['北京市人民政府'] } }],
      [
        'type, status and year',
        { filters: { ...NO_FILTERS, type: ['方案'], status: ['现行'], year: ['2023'] } },
      ],
      ['values that exclude each other', { filters: { ...NO_FILTERS, type: ['方案'], year: ['2020'] } }],
      ['an unknown value', { filters: { ...NO_FILTERS, city: [`x" OR 1=1 --'`] } }],
      ['from a day', { from: '2021-06-09' }],
      ['to a day', { to: '2021-06-09' }],
      ['a single day', { from: '2021-06-09', to: '2021-06-09' }],
      ['a day and a city', { from: '2021-06-10', filters: { ...NO_FILTERS, city: ['北京'] } }],
    ])('counts each facet over everything but its own selection: %s', async (_, rest) => {
      for (const typed of ['', '数据', '算力 -农业']) {
        const asked = query(typed, { ...rest, facets: FACETS });
        const answer = await engine.search(asked);
        const expected = scan(documents, asked);
        expect(answer).toMatchObject(withoutIds(expected));
        expect(await idsOf(asked)).toEqual([...expected.ids].sort());
      }
    });

    it('says which words the context holds, and gives the folded text', async () => {
      const { proposals } = await engine.search(query('算力 共享', { withText: true }));
      expect(proposals).toHaveLength(1);
      expect(proposals[0]).toMatchObject({ clauseId: 'plan-2', documentId: 'plan', kind: 'body' });
      expect(proposals[0]?.inContext).toEqual([true, false]);
      expect(proposals[0]?.folded).toContain('推动数据共享');
    });

    it('orders by date, undated last, in document order inside', async () => {
      const order = async (sort: 'newest' | 'oldest'): Promise<string[]> =>
        (await engine.search(query('数据', { sort }))).proposals.map(({ clauseId }) => clauseId);
      expect(await order('newest')).toEqual(['plan-2', 'news-2', 'undated-1', 'undated-2']);
      expect(await order('oldest')).toEqual(['news-2', 'plan-2', 'undated-1', 'undated-2']);
    });

    it('orders by step one: what is preferred first, equals in document order', async () => {
      const found = await engine.search(query('算力', { prefer: [phrase('算力中心')] }));
      const ids = found.proposals.map(({ clauseId }) => clauseId);
      expect(ids[0]).toBe('plan-3');
      expect(ids.indexOf('undated-2')).toBe(ids.indexOf('undated-1') + 1);
      const scores = found.proposals.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    });

    it.each(['relevance', 'newest', 'oldest'] as const)(
      'pages through %s, the last page short',
      async (sort) => {
        for (const typed of ['', '算力']) {
          const all = (await engine.search(query(typed, { sort }))).proposals;
          const pages = [];
          for (let skip = 0; skip < all.length + 4; skip += 4) {
            pages.push(...(await engine.search(query(typed, { sort, skip, take: 4 }))).proposals);
          }
          expect(pages).toEqual(all);
        }
      },
    );

    it('counts alone where nothing is taken', async () => {
      expect(await engine.search(query('算力', { take: 0 }))).toMatchObject({
        total: 5,
        documents: 3,
        proposals: [],
      });
    });

    it('tells in how many clauses a phrase is contained', async () => {
      const asked = ['算力', '犬', '人工智能', '揭榜挂帅', '无此词'].map(phrase);
      expect(await engine.frequencies(asked)).toEqual([5, 3, 0, 1, 0]);
    });

    it('gives clauses, documents and raw texts back as they came', async () => {
      const [plan] = documents;
      const stored = await engine.clauses(['law-2', 'no such', 'plan-2']);
      expect(stored.map(({ clause }) => clause.id)).toEqual(['law-2', 'plan-2']);
      expect(stored[1]).toEqual({ clause: plan?.clauses[2]?.clause, document: plan?.document });
      expect(await engine.document('plan')).toEqual({
        document: plan?.document,
        clauses: plan?.clauses.map(({ clause }) => clause),
      });
      expect(await engine.raw('plan')).toBe(plan?.raw);
      expect((await engine.document('news'))?.clauses).toHaveLength(3);
      expect(await engine.document(`x' OR '1'='1`)).toBeNull();
      expect(await engine.raw('no such')).toBeNull();
    });
  });

  describe(`${name}: builds`, () => {
    const places: EngineUnderTest[] = [];
    const begin = async (): Promise<EngineUnderTest> => {
      const place = await start();
      places.push(place);
      return place;
    };
    afterEach(async () => {
      for (const place of places.splice(0)) await place.dispose();
    });
    const found = async (place: EngineUnderTest, typed: string): Promise<string[]> => {
      const engine = place.open();
      try {
        return (await engine.search(query(typed))).proposals.map(({ clauseId }) => clauseId).sort();
      } finally {
        await engine.close();
      }
    };

    it('has no index before the first commit, and says so', async () => {
      const place = await begin();
      await expect(place.open().status()).rejects.toMatchObject({ code: 'index_missing' });
    });

    it('updates: adds, replaces, removes, keeps the rest', async () => {
      const place = await begin();
      await fill(place, CORPUS);
      const build = await place.build(UPDATE);
      expect(build.before).toEqual({ documents: 4, clauses: 18 });
      expect([...build.existing.keys()].sort()).toEqual(['law', 'news', 'plan', 'undated']);
      expect(build.existing.get('law')).toEqual({ path: 'law.txt', sha256: 'a' });
      await build.add([analyzed({ ...NEWS, clauses: ['量子计算。'], cities: ['合肥'] })]);
      await build.add([analyzed({ id: 'more', title: '补充', clauses: ['量子算力。'] })]);
      await build.remove(['undated', 'no such']);
      expect(await found(place, '算力')).toEqual(['news-0', 'plan-0', 'plan-3', 'undated-1', 'undated-2']);
      const status = await build.commit();
      expect(status).toMatchObject({ documents: 4, clauses: 15 });

      const now = [PLAN, LAW, { ...NEWS, clauses: ['量子计算。'], cities: ['合肥'] }].map(analyzed);
      now.push(analyzed({ id: 'more', title: '补充', clauses: ['量子算力。'] }));
      const engine = place.open();
      for (const typed of ['算力', '量子', '数据', '人工智能', '人工智能 量子', '', '-算力', '力']) {
        const asked = query(typed, { facets: FACETS });
        const answer = await engine.search(asked);
        const expected = scan(now, asked);
        expect(answer).toMatchObject(withoutIds(expected));
        expect(answer.proposals.map(({ clauseId }) => clauseId).sort()).toEqual([...expected.ids].sort());
      }
      expect(await engine.frequencies(['算力', '数据', '𠮷'].map(phrase))).toEqual([3, 1, 0]);
      expect(await engine.document('undated')).toBeNull();
      expect(await engine.clauses(['undated-1', 'news-0'])).toHaveLength(1);
      expect(await engine.status()).toEqual(status);
      await engine.close();
    });

    it('replaces a document that is added twice', async () => {
      const place = await begin();
      await fill(place, [LAW, { ...LAW, clauses: ['只有这条。'] }]);
      expect(await found(place, '')).toEqual(['law-0', 'law-1']);
    });

    it('a rebuild starts from nothing; an update of nothing too', async () => {
      const place = await begin();
      const first = await place.build(UPDATE);
      expect(first.existing.size).toBe(0);
      await first.add([analyzed(LAW)]);
      await first.commit();
      const second = await place.build(REBUILD);
      expect(second.existing.size).toBe(0);
      await second.add([analyzed(UNDATED)]);
      await second.commit();
      expect(await found(place, '')).toEqual(['undated-0', 'undated-1', 'undated-2']);
    });

    it.each([REBUILD, UPDATE])('shows nothing of an abandoned $mode', async (options) => {
      const place = await begin();
      await fill(place, [LAW]);
      const build = await place.build(options);
      await build.add([analyzed(PLAN)]);
      await build.remove(['law']);
      await build.abandon();
      await build.abandon();
      expect(await found(place, '养犬')).toEqual(['law-0', 'law-1', 'law-2']);
      await fill(place, [UNDATED]);
      expect(await found(place, '养犬')).toEqual([]);
    });

    it('lets one build at a time', async () => {
      const place = await begin();
      const build = await place.build(REBUILD);
      await expect(place.build(REBUILD)).rejects.toMatchObject({ code: 'index_busy' });
      await build.abandon();
      await (await place.build(REBUILD)).abandon();
    });

    it('finds and counts what a plain scan does, whatever the texts, queries and updates', async () => {
      await fc.assert(
        fc.asyncProperty(
          anyCorpus,
          anyCorpus,
          fc.array(anyQuery, { minLength: 8, maxLength: 8 }),
          async (one, two, asked) => {
            const place = await start();
            try {
              await fill(place, named(one, 'a'));
              const replaced = named(two, 'a').slice(0, 2);
              const added = named(two, 'b').slice(2);
              const removed = named(one, 'a').slice(2, 3);
              const build = await place.build(UPDATE);
              await build.add([...replaced, ...added].map(analyzed));
              await build.remove(removed.map(({ id }) => id));
              await build.commit();
              const gone = new Set([...replaced, ...removed].map(({ id }) => id));
              const rest = named(one, 'a').filter(({ id }) => !gone.has(id));
              const documents = [...rest, ...replaced, ...added].map(analyzed);
              const engine = place.open();
              for (const each of asked) {
                const answer = await engine.search(each);
                const expected = scan(documents, each);
                expect(answer).toMatchObject(withoutIds(expected));
                expect(answer.proposals.map(({ clauseId }) => clauseId).sort()).toEqual(
                  [...expected.ids].sort(),
                );
              }
              await engine.close();
            } finally {
              await place.dispose();
            }
          },
        ),
        { numRuns: 25 },
      );
    });
  });
}

async function fill(place: EngineUnderTest, corpus: readonly SmallDocument[]): Promise<void> {
  const build = await place.build(REBUILD);
  await build.add(corpus.map(analyzed));
  await build.commit();
}

function withoutIds({ total, documents, facets }: ReturnType<typeof scan>): object {
  return { total, documents, facets };
}

// A small alphabet, so that phrases meet: Han, a Traditional form, a supplementary character, Latin, digits, breaks.
const anyText = fc
  .array(fc.constantFrom('算', '力', '数', '據', '据', '𠮷', 'a', 'B', '5', ' ', '，', '“', '\n'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((characters) => characters.join(''));
const anyClause = fc.record({
  text: anyText,
  kind: fc.constantFrom('body' as const, 'body' as const, 'heading' as const),
  themes: fc.subarray(['数据', '算力']),
  headings: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 2 }),
});
const anyCorpus = fc.array(
  fc.record({
    title: anyText,
    printed: fc.boolean(),
    clauses: fc.array(anyClause, { maxLength: 6 }),
    cities: fc.subarray(['北京', '天津']),
    bodies: fc.subarray(['甲局', '乙部']),
    type: fc.constantFrom('通知', '方案', null),
    status: fc.constantFrom('现行', null),
    publishedOn: fc.constantFrom('2020-01-01', '2021-05-05', '2021-12-31', null),
  }),
  { minLength: 1, maxLength: 5 },
);
const anyPhrase = anyText
  .map((text) => `${text.slice(0, 4)}力`)
  .map((text) => phrase(text.replace(/力(?=力$)/, '')));
const anyWord = fc.array(fc.oneof(anyPhrase, fc.constantFrom(phrase('力'), phrase('数据'), phrase('5'))), {
  minLength: 1,
  maxLength: 2,
});
const anyQuery: fc.Arbitrary<EngineQuery> = fc.record({
  words: fc.array(
    anyWord.map((alternatives) => ({ alternatives })),
    { maxLength: 3 },
  ),
  excluded: fc.array(anyPhrase, { maxLength: 1 }),
  match: fc.constantFrom('all', 'any'),
  filters: fc.record({
    city: fc.subarray(['北京', '武汉'], { maxLength: 1 }),
    year: fc.subarray(['2020', '2021'], { maxLength: 1 }),
    theme: fc.subarray(['数据'], { maxLength: 1 }),
    issuingBody: fc.constant([]),
    type: fc.subarray(['通知', '方案']),
    status: fc.constant([]),
  }),
  from: fc.constantFrom(null, null, '2021-01-01'),
  to: fc.constantFrom(null, null, '2021-05-05'),
  sort: fc.constantFrom('relevance', 'newest', 'oldest'),
  prefer: fc.array(anyPhrase, { maxLength: 1 }),
  skip: fc.constant(0),
  take: fc.constant(1000),
  withText: fc.boolean(),
  facets: fc.constant(FACETS),
});

/** Headings that stand before their clauses and are headings. */
function named(corpus: readonly Omit<SmallDocument, 'id'>[], prefix: string): SmallDocument[] {
  return corpus.map((document, place) => {
    const shift = document.printed === false ? 0 : 1;
    const clauses = document.clauses.map((clause, at) => {
      if (typeof clause === 'string') return clause;
      const isAbove = (heading: number): boolean => {
        const above = document.clauses[heading - shift];
        return (
          heading >= shift && heading - shift < at && typeof above === 'object' && above.kind === 'heading'
        );
      };
      return { ...clause, headings: (clause.headings ?? []).filter(isAbove) };
    });
    return { ...document, clauses, id: `${prefix}${place}` };
  });
}
