/** A page of documents, exclusions, missing values: over HTTP, on the seeds. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FACETS } from '../../core/model.js';
import type { GroupedAnswer, Problem } from '../../server/api.js';
import { indexSeeds, isBuilt, NOT_BUILT, type Served, serve } from './serve-seeds.js';

describe.skipIf(!isBuilt)(`groups of documents (real index${isBuilt ? '' : `, ${NOT_BUILT}`})`, () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(indexSeeds());
  });
  afterAll(() => served.close());
  const groups = async (parameters: Record<string, string>): Promise<GroupedAnswer> =>
    (await served.search({ group: 'document', ...parameters })) as unknown as GroupedAnswer;

  it.each([{ q: '人工智能' }, { q: '人工智能', sort: 'newest' }, { q: '算力 数据 企业', match: 'any' }, {}])(
    'meets each document once, and their totals are all hits: %j',
    async (parameters) => {
      const flat = await served.search(parameters);
      const met: GroupedAnswer['groups'][number][] = [];
      for (let page = 1; page <= Math.max(1, Math.ceil(flat.documents / 2)); page += 1) {
        met.push(...(await groups({ ...parameters, size: '2', page: String(page) })).groups);
      }
      expect(new Set(met.map(({ document }) => document.id)).size).toBe(flat.documents);
      expect(met.reduce((sum, { total }) => sum + total, 0)).toBe(flat.total);
      const whole = await groups({ ...parameters, size: '50' });
      expect(met.map(({ document }) => document.id)).toEqual(whole.groups.map(({ document }) => document.id));
    },
  );

  it('shows the best three clauses of each, marked; the rest is read with `document`', async () => {
    const answer = await groups({ q: '人工智能' });
    expect(answer).not.toHaveProperty('hits');
    expect(answer.size).toBe(10);
    for (const { document, total, hits } of answer.groups) {
      expect(hits).toHaveLength(Math.min(3, total));
      for (const hit of hits) {
        expect(hit.document.id).toBe(document.id);
        expect(hit.clause.fragments.some(({ match }) => match)).toBe(true);
      }
      const own = await served.search({ q: '人工智能', document: document.id, size: '100' });
      expect([own.total, own.documents]).toEqual([total, 1]);
      expect(own.hits.slice(0, 3).map(({ clause }) => clause.id)).toEqual(
        hits.map(({ clause }) => clause.id),
      );
    }
  });

  it('puts the document of the best clause first', async () => {
    const [flat, grouped] = [await served.search({ q: '算力' }), await groups({ q: '算力' })];
    expect(grouped.groups[0]?.document.id).toBe(flat.hits[0]?.document.id);
    expect(grouped.groups[0]?.hits[0]?.clause.id).toBe(flat.hits[0]?.clause.id);
  });

  it('lists documents newest first where nothing is typed, without clauses', async () => {
    const { groups: listed, total } = await groups({});
    const dates = listed.map(({ document }) => document.publishedOn ?? '');
    expect(dates).toEqual([...dates].sort().reverse());
    expect(listed.every(({ hits }) => hits.length === 0)).toBe(true);
    expect(listed.reduce((sum, group) => sum + group.total, 0)).toBe(total);
  });

  it('counts documents beside clauses, and what has no value', async () => {
    const answer = await served.search({ q: '人工智能' });
    for (const facet of FACETS) {
      for (const { value, count, documents } of answer.facets[facet]) {
        const chosen = await served.search({ q: '人工智能', [facet]: value });
        expect([chosen.total, chosen.documents]).toEqual([count, documents]);
        const none = await served.search({ q: '人工智能', [`not.${facet}`]: value });
        expect(none.total).toBe(answer.total - count);
        expect(none.facets[facet]).toContainEqual({
          value,
          count,
          documents,
          selected: false,
          excluded: true,
        });
      }
      const { count, documents } = answer.missing[facet];
      const without = await served.search({ q: '人工智能', missing: facet });
      expect([without.total, without.documents]).toEqual([count, documents]);
    }
    expect(Object.keys(answer.missing)).toHaveLength(8);
  });

  it('finds documents by their titles alone', async () => {
    const { groups: found, total, documents, facets } = await groups({ q: '人工智能', scope: 'title' });
    expect([total, documents]).toEqual([found.length, found.length]);
    for (const { document, total: own, hits } of found) {
      expect(document.title.replaceAll('人工智慧', '人工智能')).toMatch(/人工智能/);
      expect(own).toBe(1);
      expect(hits.map(({ clause }) => clause.kind)).toEqual(
        document.titleOrigin === 'derived' ? [] : ['title'],
      );
    }
    expect(facets.theme.reduce((sum, { count }) => sum + count, 0)).toBe(
      found.reduce((sum, { document }) => sum + document.themes.length, 0),
    );
  });

  it('takes the date that is named', async () => {
    const signed = await served.search({ date: 'signedOn', from: '1900-01-01' });
    const published = await served.search({ from: '1900-01-01' });
    expect(signed.total).not.toBe(published.total);
  });

  // biome-ignore format: a table
  it.each([
    ['from=2024-01-01&to=2023-01-01',  400, ['from', 'to']],
    ['group=document&size=51',         400, ['size']],
    ['missing=title',                  400, ['missing']],
    ['scope=title',                    400, ['scope', 'group']],
    ['date=indexedAt',                 400, ['date']],
    ['not.title=x',                    400, ['not.title']],
    ['document=a&document=b',          400, ['document']],
    ['q=人工智能&page=400',             404, ['page']],
    ['q=人工智能&page=9000',            400, ['page']],
    ['group=document&page=7',          404, ['page']],
  ])('refuses %s', async (query, status, names) => {
    const response = await served.get(`/api/search?${query}`);
    const problem = (await response.json()) as Problem;
    expect(response.status).toBe(status);
    expect(problem.errors?.map(({ parameter }) => parameter)).toEqual(names);
  });

  it('names the last page where there is none further', async () => {
    const problem = (await (await served.get('/api/search?q=人工智能&page=400')).json()) as Problem;
    const { total } = await served.search({ q: '人工智能' });
    expect(problem.detail).toContain(String(Math.ceil(total / 20)));
    expect(await served.search({ q: '"无此词语者"' })).toMatchObject({ page: 1, total: 0 });
  });
});
