/** An engine that has read what documents an index has, and finds another one in its place: the counts are of the new one. */
import { afterAll, describe, expect, it } from 'vitest';
import { FACETS } from '../../core/model.js';
import { LIVE } from '../../engine/meilisearch/records/settings.js';
import { fill } from '../contract/engine-under-test.js';
import { query, type SmallDocument } from '../contract/small-documents.js';
import { ask, serverKey } from './administration.js';
import { placeOn } from './place.js';
import { noServers, noThreeServers, type Server, someServers, stopServers } from './real-servers.js';

const PATIENCE = 20_000; // ms
const DOCUMENTS = 12;

/** Each has other counts than its neighbours. */
const FORWARD: readonly SmallDocument[] = Array.from({ length: DOCUMENTS }, (_, i) => ({
  ...{ id: `document-${i}`, title: '方案', cities: [`第${i}市`] },
  clauses: Array.from({ length: i + 1 }, () => '算力与数据安全。'),
}));
const BACKWARD = FORWARD.toReversed();

afterAll(stopServers);

async function placesOn(servers: readonly Server[]): Promise<number[]> {
  const body = { filter: 'record = "document"', limit: 1000, fields: ['place'] };
  const pages = await Promise.all(
    servers.map((server) => ask(server, `/indexes/${LIVE}/documents/fetch`, { method: 'POST', body })),
  );
  return pages.flatMap((page) =>
    (page as { results: { place: number }[] }).results.map(({ place }) => place),
  );
}

describe.each([
  [1, noServers],
  [3, noThreeServers],
])('servers: %i', (count, missing) => {
  describe.skipIf(missing !== null)(missing ?? 'real', () => {
    it('the same documents in another order: none is counted for another', async () => {
      const servers = await someServers(count);
      const place = placeOn(servers, { key: await serverKey(servers), deadline: PATIENCE });
      const engine = place.open();
      const seen: number[] = [];
      const wrong: string[] = [];
      let [asked, isOver] = [0, false];
      const read = async (text: string): Promise<void> => {
        for (; !isOver; asked += 1) {
          const { facets } = await engine.search(query(text, { facets: FACETS, mostValues: 100 }));
          const counted = new Map(facets.city?.map(({ value, count: clauses }) => [value, clauses]));
          const told = FORWARD.map((_, i) => counted.get(`第${i}市`));
          if (told.some((clauses, i) => clauses !== i + 1)) wrong.push(`${text}: ${told.join(' ')}`);
        }
      };
      await fill(place, FORWARD);
      const reading = ['算力', '算力 数据', '数据安全'].map(read);
      for (const documents of [BACKWARD, FORWARD, BACKWARD, FORWARD]) {
        await fill(place, documents);
        const now = await placesOn(servers);
        expect(now).toHaveLength(DOCUMENTS);
        expect(now.filter((one) => seen.includes(one))).toEqual([]);
        seen.push(...now);
      }
      isOver = true;
      await Promise.all(reading);
      expect(wrong).toEqual([]);
      expect(asked).toBeGreaterThan(20);
      await engine.close();
      await place.dispose();
    });
  });
});
