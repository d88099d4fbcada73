/** What any engine must find, asked as a reader asks, whatever the script and the signs. Left, what a clause prints. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchEngine } from '../../engine/engine.js';
import { searchTyped } from '../../server/answer/search.js';
import { hitsOf } from '../../server/api.js';
import { SearchRequest } from '../../server/request.js';
import { type EngineUnderTest, fill } from './engine-under-test.js';

// biome-ignore format: a table
const FOUND: readonly (readonly [printed: string, ...asked: string[]])[] = [
  // a part of a word is found, whatever conversion makes of the whole
  ['應擬訂土地使用計畫書圖。',        '"計畫書"', '"畫書"', '畫', '"计划书"', '计划', '計劃'],
  ['等一批覆盖政府履职的应用。',      '"覆盖"', '覆盖', '批覆盖'],
  ['禁止破坏土地资源，违者处罚。',    '"破坏"', '破坏', '破坏土地', '"坏土"'],
  ['不得损坏布设的线缆。',            '"损坏"', '坏布'],
  // a word is converted once
  ['得徵調民間防疫物資，並給予補償。', '徵調', '"徵調"', '征调', '"征调"'],
  ['本法於單一窗口系統公告之。',      '於單一窗口', '"於單一"', '于单一窗口'],
  ['其效力於其一部無效時。',          '於其一部', '"於其"', '于其一部'],
  ['關於畢昇的事項。',                '畢昇', '毕昇'],
  ['保護苧麻、薴麻。',                '薴', '苧', '苎麻'],
  // Taiwan's and Hong Kong's spellings, old type
  ['隨著人口增加，公共屋邨須檢驗。',  '隨著', '随着', '"随着"', '隨着', '屋邨'],
  ['意味著將會檢討條例。',            '意味着', '意味著'],
  ['衞生署會加強巡查。',              '卫生署', '衛生署', '衞生署'],
  ['硏究發展、靑年、淸理、鄕村、槪念、緖論、値班。', '研究', '青年', '清理', '乡村', '概念', '绪论', '值班', '硏究'],
  ['吉林省乾安縣鹽碱地。',            '乾安县', '乾安縣'],
  ['羣眾、衆多，啓、綫、裏、峯。',    '群众', '众多', '启', '线', '里', '峰'],
  ['颱風警報，台北與臺北，佔用麪粉。', '台风', '颱風', '臺北', '占用', '面粉', '麵粉'],
  ['規畫道路，身分證明。',            '規畫', '规划 身份', '"规划"'],
  // a character that folds to several is asked as it is indexed
  ['室内温度不低于18℃。',             '18℃', '"18℃"', '18', '℃'],
  ['温度-5℃至5℃。',                   '5℃', '温度 5℃'],
  ['工期1⅓年。',                      '1⅓', '"1⅓年"'],
  ['风速5㎧。',                        '5㎧', '"5㎧"'],
  ['面积120㎡，容量３㎥。',            '120㎡', '120m2', '3㎥'],
  ['⑴加强 ㈠领导 №5 ½。',             '⑴', '㈠', '№5', '½', '⑴加强'],
  // a number in such a form is none with the digits beside it
  ['增长12①个百分点。',               '12', '12①', '①'],
  ['就业35②人，10³件，①②类。',        '35', '10³', '②', '"①②"'],
];

// biome-ignore format: a table
const NOT_FOUND: readonly (readonly [printed: string, ...asked: string[]])[] = [
  ['增长12①个百分点。', '121', '"121"'],
  ['就业35②人，10³件。', '352', '103'],
  ['享有著作權。', '有着', '"有着作"'],
];

/** A place as documents have it, and what a reader may filter by to have it and no other. */
const PLACES: readonly (readonly [city: string, ...typed: string[]])[] = [
  ['台北', '台北', '台北市', '臺北', '臺北市'],
  ['北京', '北京', '北京市'],
  ['吉林', '吉林', '吉林省'],
  ['吉林市', '吉林市', '吉林省吉林市'],
  ['广东', '广东', '廣東省'],
];

export function describeReadings(name: string, start: () => Promise<EngineUnderTest>): void {
  describe(`${name}: readings`, () => {
    let place: EngineUnderTest;
    let engine: SearchEngine;
    const rows = [...FOUND, ...NOT_FOUND];
    beforeAll(async () => {
      place = await start();
      await fill(place, [
        ...rows.map(([text], i) => ({ id: `row${i}`, title: '题', printed: false, clauses: [text] })),
        ...PLACES.map(([city], i) => {
          return { id: `place${i}`, title: '题', clauses: ['甲'], cities: [city], type: '函' };
        }),
      ]);
      engine = place.open();
    });
    afterAll(async () => {
      await engine?.close();
      await place?.dispose();
    });
    const found = async (q: string): Promise<string[]> => {
      const request = SearchRequest.parse({ q, match: 'all', size: '100' });
      return hitsOf(await searchTyped(engine, request)).map(({ document }) => document.id);
    };

    it.each(FOUND.flatMap(([text, ...asked], i) => asked.map((q) => [text, q, `row${i}`] as const)))(
      '%s is found by %s',
      async (_text, q, id) => {
        expect(await found(q)).toContain(id);
      },
    );

    it.each(
      NOT_FOUND.flatMap(([text, ...asked], i) =>
        asked.map((q) => [text, q, `row${FOUND.length + i}`] as const),
      ),
    )('%s is not found by %s', async (_text, q, id) => {
      expect(await found(q)).not.toContain(id);
    });

    it.each(PLACES.flatMap(([city, ...typed]) => typed.map((one) => [one, city] as const)))(
      'the place %s is %s',
      async (city, place) => {
        const answer = await searchTyped(engine, SearchRequest.parse({ city, type: '函' }));
        const { facets } = answer;
        expect(new Set(hitsOf(answer).map(({ document }) => document.cities[0]))).toEqual(new Set([place]));
        expect(facets.city.filter(({ selected }) => selected)).toMatchObject([{ value: place, count: 2 }]);
      },
    );

    it.each([
      ['土地資源', {}],
      ['破坏土地', {}],
      ['土地资源破坏', {}],
      ['计划书图', { city: '北京' }],
      ['人口增加', { group: 'document' }],
      ['温度不低于18℃ 室内', { match: 'any' }],
      ['土地资源 "处罚"', { group: 'document', scope: 'title' }],
    ])('the count told of a run taken whole is that of the search for it: %s', async (q, narrowed) => {
      const { query } = await searchTyped(engine, SearchRequest.parse({ q, ...narrowed }));
      expect(query.wholeRuns).toHaveLength(1);
      for (const whole of query.wholeRuns) {
        const { total } = await searchTyped(engine, SearchRequest.parse({ ...narrowed, q: whole.q }));
        expect([whole.q, total]).toEqual([whole.q, whole.count]);
      }
    });

    it('marks a match in either reading where it is printed', async () => {
      const hits = hitsOf(await searchTyped(engine, SearchRequest.parse({ q: '"计划书"' })));
      expect(hits.map(({ clause }) => clause.fragments.filter(({ match }) => match))).toEqual([
        [{ text: '計畫書', match: true }],
      ]);
    });
  });
}
