/** What any engine must find and count. */
import { describe, expect, it } from 'vitest';
import { FACETS } from '../../core/model.js';
import { fold } from '../../core/text/fold.js';
import type { EngineQuery } from '../../engine/engine.js';
import { ALL, CORPUS } from './corpus.js';
import { type EngineUnderTest, engineOver, withoutIds } from './engine-under-test.js';
import { scan } from './plain-scan.js';
import { analyzed, NO_FILTERS, phrase, query } from './small-documents.js';

export function describeSearch(name: string, start: () => Promise<EngineUnderTest>): void {
  describe(`${name}: what is found`, () => {
    const engine = engineOver(start, CORPUS);
    const documents = CORPUS.map(analyzed);
    const idsOf = async (asked: EngineQuery): Promise<string[]> =>
      (await engine().search(asked)).proposals.map(({ clauseId }) => clauseId).sort();

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

    it('says what each text is to it', async () => {
      const asked = [
        '京政发',
        '京政发〔2023〕',
        '京政发〔2023〕14号',
        '京政发〔2022〕',
        '京政',
        '北京市经信局',
        '津',
        '共享',
        '公告',
        '公告〔2020〕',
      ];
      expect(await engine().known(asked.map((text) => fold(text)))).toEqual([
        'number',
        'number',
        'number',
        null,
        null,
        'name',
        'name',
        null,
        null, // a word, whatever is numbered so
        'number',
      ]);
      expect(await engine().known([])).toEqual([]);
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
      const answer = await engine().search(query('', { facets: FACETS }));
      expect(answer).toMatchObject(withoutIds(scan(documents, query('', { facets: FACETS }))));
      expect((await engine().status()).clauses).toBe(answer.total);
    });

    it.each(['京政发〔2023〕14号', '京政發[2023]14號'])(
      'finds the title of the document numbered %s',
      async (number) => {
        const asked = { ...query(''), words: [{ alternatives: [phrase(number)], numbers: [number] }] };
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
        const answer = await engine().search(asked);
        const expected = scan(documents, asked);
        expect(answer).toMatchObject(withoutIds(expected));
        expect(await idsOf(asked)).toEqual([...expected.ids].sort());
      }
    });

    it('says which words the context holds, and gives the folded text', async () => {
      const { proposals } = await engine().search(query('算力 共享', { withText: true }));
      expect(proposals).toHaveLength(1);
      expect(proposals[0]).toMatchObject({ clauseId: 'plan-2', documentId: 'plan', kind: 'body' });
      expect(proposals[0]?.inContext).toEqual([true, false]);
      expect(proposals[0]?.folded).toContain('推动数据共享');
    });

    it('counts alone where nothing is taken', async () => {
      expect(await engine().search(query('算力', { take: 0 }))).toMatchObject({
        total: 5,
        documents: 3,
        proposals: [],
      });
    });

    it('tells in how many clauses a phrase is contained', async () => {
      const asked = ['算力', '犬', '人工智能', '揭榜挂帅', '无此词'].map(phrase);
      expect(await engine().frequencies(asked)).toEqual([5, 3, 0, 1, 0]);
    });

    it('gives clauses, documents and raw texts back as they came', async () => {
      const [plan] = documents;
      const stored = await engine().clauses(['law-2', 'no such', 'plan-2']);
      expect(stored.map(({ clause }) => clause.id)).toEqual(['law-2', 'plan-2']);
      expect(stored[1]).toEqual({ clause: plan?.clauses[2]?.clause, document: plan?.document });
      expect(await engine().document('plan')).toEqual({
        document: plan?.document,
        clauses: plan?.clauses.map(({ clause }) => clause),
      });
      expect(await engine().raw('plan')).toBe(plan?.raw);
      expect((await engine().document('news'))?.clauses).toHaveLength(3);
      expect(await engine().document(`x' OR '1'='1`)).toBeNull();
      expect(await engine().raw('no such')).toBeNull();
    });
  });
}
