/** What any engine must answer in groups, one a document, and under exclusions and missing values. */
import { describe, expect, it } from 'vitest';
import { FACETS } from '../../core/model.js';
import type { DocumentGroup, EngineAnswer, EngineQuery } from '../../engine/engine.js';
import { CLAUSES_OF_GROUP } from '../../engine/step-one.js';
import { CORPUS } from './corpus.js';
import { type EngineUnderTest, engineOver, withoutIds } from './engine-under-test.js';
import { type Scanned, scan } from './plain-scan.js';
import { analyzed, NO_FILTERS, query } from './small-documents.js';

/** Which clauses and documents are proposed, whatever their order by relevance. */
export function expectProposals(asked: EngineQuery, answer: EngineAnswer, expected: Scanned): void {
  if (asked.scope === 'title') {
    expectTitles(asked, answer, expected);
    return;
  }
  const found = answer.proposals.map(({ clauseId }) => clauseId);
  const isFirst = answer.proposals.map((one) => one.isFirst);
  expect(
    answer.proposals
      .filter((one) => one.isFirst)
      .map(({ clauseId }) => clauseId)
      .sort(),
  ).toEqual([...expected.firstIds].filter((id) => found.includes(id)).sort());
  if (asked.group === 'none') {
    expect(found.sort()).toEqual([...expected.ids].sort());
    if (asked.words.length > 0) expect(isFirst).toEqual([...isFirst].sort((a, b) => Number(b) - Number(a)));
    expect(answer.groups).toEqual([]);
    return;
  }
  const byId = new Map(expected.groups.map((group) => [group.documentId, group]));
  expect([...answer.groups].map(({ documentId, total }) => [documentId, total]).sort()).toEqual(
    expected.groups.map(({ documentId, total }) => [documentId, total]).sort(),
  );
  const inOrder = answer.groups.map(({ documentId }) => byId.get(documentId)?.isFirst ?? false);
  expect(inOrder).toEqual([...inOrder].sort((a, b) => Number(b) - Number(a)));
  const proposed = asked.words.length === 0 ? 0 : CLAUSES_OF_GROUP;
  expect(answer.proposals.map(({ documentId }) => documentId)).toEqual(
    answer.groups.flatMap(({ documentId, total }) => Array(Math.min(total, proposed)).fill(documentId)),
  );
  expect(found.every((id) => expected.ids.includes(id))).toBe(true);
}

/** Documents, and of each the clause that prints its title. */
function expectTitles({ words }: EngineQuery, answer: EngineAnswer, expected: Scanned): void {
  expect([...answer.groups].sort(byId)).toEqual(
    expected.groups.map(({ documentId, total }) => ({ documentId, total })).sort(byId),
  );
  expect(answer.proposals.map(({ clauseId }) => clauseId).sort()).toEqual(
    words.length === 0 ? [] : expected.ids.filter((id) => id !== '').sort(),
  );
}

function byId(a: DocumentGroup, b: DocumentGroup): number {
  return a.documentId < b.documentId ? -1 : 1;
}

export function describeGroups(name: string, start: () => Promise<EngineUnderTest>): void {
  describe(`${name}: documents, exclusions, missing values`, () => {
    const engine = engineOver(start, CORPUS);
    const documents = CORPUS.map(analyzed);
    const groupsOf = async (asked: EngineQuery): Promise<string[]> =>
      (await engine().search(asked)).groups.map(({ documentId, total }) => `${documentId} ${total}`);

    // biome-ignore format: a table
    it.each([
      ['none of a city',             { excludedValues: { ...NO_FILTERS, city: ['北京'] } }],
      ['none of two types',          { excludedValues: { ...NO_FILTERS, type: ['方案', '条例'] } }],
      ['none of a theme',            { excludedValues: { ...NO_FILTERS, theme: ['算力'] } }],
      ['one city, none of another',  { filters: { ...NO_FILTERS, city: ['北京'] }, excludedValues: { ...NO_FILTERS, city: ['天津'] } }],
      ['chosen and excluded',        { filters: { ...NO_FILTERS, city: ['北京'] }, excludedValues: { ...NO_FILTERS, city: ['北京'] } }],
      ['a value that nothing has',   { excludedValues: { ...NO_FILTERS, city: ['武汉'] } }],
      ['no year',                    { lacking: ['year'] }],
      ['a year, or none',            { lacking: ['year'], filters: { ...NO_FILTERS, year: ['2021'] } }],
      ['no theme',                   { lacking: ['theme'] }],
      ['a theme, or none',           { lacking: ['theme'], filters: { ...NO_FILTERS, theme: ['数据'] } }],
      ['no body and no status',      { lacking: ['issuingBody', 'status'] }],
      ['no number',                  { lacking: ['documentNumber'] }],
      ['no link',                    { lacking: ['source'] }],
      ['a day of another date',      { date: 'signedOn', from: '2019-01-01' }],
      ['a document',                 { document: 'plan' }],
      ['a document that is not there', { document: 'no such' }],
      ['a document that fails',      { document: 'plan', filters: { ...NO_FILTERS, city: ['上海'] } }],
    ] as const)('counts as a plain scan does: %s', async (_, rest) => {
      for (const typed of ['', '数据', '算力 -农业']) {
        for (const group of ['none', 'document'] as const) {
          const asked = query(typed, { ...(rest as Partial<EngineQuery>), facets: FACETS, group });
          const [answer, expected] = [await engine().search(asked), scan(documents, asked)];
          expect(answer).toMatchObject(withoutIds(expected));
          expectProposals(asked, answer, expected);
        }
      }
    });

    it('parts all hits into those of a value, those of none, and the rest', async () => {
      const totalOf = async (rest: Partial<EngineQuery>): Promise<number> =>
        (await engine().search(query('', { ...rest, take: 0 }))).total;
      for (const facet of FACETS) {
        const answer = await engine().search(query('', { facets: [facet], take: 0 }));
        for (const { value, count } of answer.facets[facet] ?? []) {
          const chosen = { ...NO_FILTERS, [facet]: [value] };
          expect(await totalOf({ filters: chosen })).toBe(count);
          expect(await totalOf({ excludedValues: chosen })).toBe(answer.total - count);
        }
        expect(await totalOf({ lacking: [facet] })).toBe(answer.lacking?.[facet].count);
      }
    });

    it('lists documents by date, those without one last', async () => {
      const by = (sort: 'newest' | 'oldest', rest: Partial<EngineQuery> = {}) =>
        groupsOf(query('数据', { group: 'document', sort, ...rest }));
      expect(await by('newest')).toEqual(['plan 1', 'news 1', 'undated 2']);
      expect(await by('oldest')).toEqual(['news 1', 'plan 1', 'undated 2']);
      expect(await by('newest', { skip: 1, take: 1 })).toEqual(['news 1']);
    });

    it('lists documents newest first where no word is asked for', async () => {
      const asked = query('', { group: 'document', take: 3 });
      expect(await groupsOf(asked)).toEqual(['plan 8', 'news 3', 'law 4']);
      expect((await engine().search(asked)).proposals).toEqual([]);
    });

    it('pages through documents, each once', async () => {
      for (const sort of ['relevance', 'newest', 'oldest'] as const) {
        for (const typed of ['', '算力', '算力 数据']) {
          const asked = query(typed, { group: 'document', sort, match: 'any' });
          const all = await groupsOf(asked);
          const walked = [];
          for (let skip = 0; skip < all.length + 2; skip += 2) {
            walked.push(...(await groupsOf({ ...asked, skip, take: 2 })));
          }
          expect(walked).toEqual(all);
        }
      }
    });

    it('puts what holds every word before what holds any', async () => {
      for (const sort of ['relevance', 'newest', 'oldest'] as const) {
        const asked = query('数据 共享', { match: 'all+any', sort });
        const { proposals, total, first } = await engine().search(asked);
        expect(proposals.map(({ isFirst }) => isFirst)).toEqual([true, false, false, false]);
        expect([total, first]).toEqual([4, { count: 1, documents: 1 }]);
        const [best] = await groupsOf({ ...asked, group: 'document', sort: 'oldest' });
        expect(best).toBe('plan 1');
      }
    });

    // biome-ignore format: a table
    it.each([
      ['算力',        ['plan 1'],                        'the title alone'],
      ['人工智能',    ['news 1'],                        'a title that is not printed'],
      ['养犬',        ['law 1'],                         'a title in the other script'],
      ['京政发',      ['plan 1'],                        'the number'],
      ['数据',        [],                                'not the text'],
      ['北京 算力',   ['plan 1'],                        'every word'],
      ['方案 -北京',  [],                                'excluded in the title'],
      ['',            ['plan 1', 'news 1', 'law 1', 'undated 1'], 'no word: every document'],
    ])('finds titles: %s', async (typed, expected) => {
      const asked = query(typed, { scope: 'title', group: 'document', facets: FACETS });
      const answer = await engine().search(asked);
      expect(answer.groups.map(({ documentId, total }) => `${documentId} ${total}`)).toEqual(expected);
      expect(answer).toMatchObject(withoutIds(scan(documents, asked)));
      expectProposals(asked, answer, scan(documents, asked));
    });

    it('finds titles that hold every word before those that hold some', async () => {
      const asked = query('条例 养犬 方案', { scope: 'title', group: 'document', match: 'all+any' });
      const { groups, first } = await engine().search(asked);
      expect(groups.map(({ documentId }) => documentId)).toEqual(['law', 'plan']);
      expect(first).toEqual({ count: 0, documents: 0 });
    });

    it('gives the hits of documents that were found, the best first', async () => {
      const asked = query('算力 数据', { match: 'any', filters: { ...NO_FILTERS, theme: ['算力', '数据'] } });
      const groups = [
        { documentId: 'news', total: 1 },
        { documentId: 'plan', total: 2 },
      ];
      const found = await engine().hitsIn(asked, groups, 10);
      expect(found.map(({ documentId }) => documentId)).toEqual(['news', 'plan', 'plan']);
      expect(found.map(({ clauseId }) => clauseId).sort()).toEqual(['news-2', 'plan-2', 'plan-3']);
      expect(found.every(({ folded }) => folded !== null)).toBe(true);
      const first = await engine().hitsIn(asked, groups, 1);
      expect(first.map(({ clauseId }) => clauseId)).toEqual([found[0]?.clauseId, found[1]?.clauseId]);
    });

    it('gives the metadata of documents', async () => {
      const found = await engine().documents(['news', 'no such', 'plan']);
      expect(found).toEqual([documents[1]?.document, documents[0]?.document]);
    });

    it('lists as many values as are asked for, those chosen among them', async () => {
      const filters = { ...NO_FILTERS, city: ['天津'] };
      const { facets } = await engine().search(query('', { facets: ['city'], mostValues: 2, filters }));
      expect(facets.city).toEqual([
        { value: '北京', count: 11, documents: 2 },
        { value: '天津', count: 3, documents: 1 },
      ]);
    });
  });
}
