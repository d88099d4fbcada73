/** What is held of an index in memory: less of it changes no answer, and nothing of it outlives what it was true of. */
import { afterAll, describe, expect, it } from 'vitest';
import { openMeilisearchEngine } from '../../engine/meilisearch/meilisearch-engine.js';
import { documentKey, documentRecordId } from '../../engine/meilisearch/records/records.js';
import { LIVE } from '../../engine/meilisearch/records/settings.js';
import { CORPUS } from '../contract/corpus.js';
import { fill } from '../contract/engine-under-test.js';
import { describeKept, type KeptUnderTest } from '../contract/kept-contract.js';
import { query, type SmallDocument } from '../contract/small-documents.js';
import { ask, idle, serverKey } from './administration.js';
import { placeOn, readerOf } from './place.js';
import { noServers, noThreeServers, type Server, someServers, stopServers } from './real-servers.js';

const PATIENCE = 20_000; // ms
const SWAPS = 6;

const CITIES = ['北京', '广州'];

/** Each city's has the same ids, and nothing else of the other's; nor the same clauses that an engine takes for hits. */
function corpus(city: number): SmallDocument[] {
  const name = CITIES[city] ?? '';
  return Array.from({ length: 40 }, (_, i) => ({
    ...{ id: `document-${i}`, title: '方案', cities: [name], publishedOn: '2023-05-30' },
    clauses: [
      `${name}算力`,
      `${name}算力`,
      i % 3 === city ? '推动数据安，动数据安全。' : '推动数据安全，推动数据共享。',
    ],
  }));
}
const IDS = corpus(0).flatMap(({ id }) => [`${id}-1`, `${id}-2`]);

afterAll(stopServers);

async function placeWith(servers: readonly Server[]): Promise<KeptUnderTest> {
  const key = await serverKey(servers);
  const { meilisearch } = readerOf(servers, { key, deadline: PATIENCE });
  return {
    ...placeOn(servers, { key, deadline: PATIENCE }),
    openWith: (room) =>
      openMeilisearchEngine(meilisearch, {
        ...{ documents: room, frequencies: room },
        findings: room * 90, // clauses: one reading of those here fits
      }),
  };
}

describe.each([
  [1, noServers],
  [3, noThreeServers],
])('servers: %i', (count, missing) => {
  describe.skipIf(missing !== null)(missing ?? 'real', () => {
    describeKept(`meilisearch, ${count}`, async () => placeWith(await someServers(count)));

    it('whatever takes several requests is of one index, while it is swapped for another one', async () => {
      const place = await placeWith(await someServers(count));
      await fill(place, corpus(0));
      const engine = place.openWith(1);
      const mixed: string[] = [];
      let [asked, isOver] = [0, false];
      const read = async (): Promise<void> => {
        for (; !isOver; asked += 1) {
          const [hits, whole] = await Promise.all([
            engine.clauses(IDS),
            engine.document('document-3'),
            engine.search(query('推动数据安全')), // what is found and is no hit: never told of one that was swapped
          ]);
          const shown = [
            ...hits.map(({ clause, document }) => `${clause.text} ${document.cities}`),
            ...(whole?.clauses ?? []).slice(1, 3).map(({ text }) => `${text} ${whole?.document.cities}`),
          ];
          if (hits.length !== IDS.length || whole === null) mixed.push(`${hits.length} hits`);
          mixed.push(...shown.filter((one) => !/^(北京|广州)算力 \1$/.test(one)));
        }
      };
      const reading = Array.from({ length: 4 }, read);
      for (let i = 0; i < SWAPS; i += 1) await fill(place, corpus((i + 1) % 2));
      isOver = true;
      await Promise.all(reading);
      expect(mixed).toEqual([]);
      expect(asked).toBeGreaterThan(20);
      await engine.close();
      await place.dispose();
    });

    it('a document that somebody deleted: said, whatever is asked that has hits in it', async () => {
      const servers = await someServers(count);
      const place = await placeWith(servers);
      await fill(place, CORPUS);
      const id = documentRecordId(documentKey('law'));
      for (const server of servers) {
        await ask(server, `/indexes/${LIVE}/documents/${id}`, { method: 'DELETE' });
        await idle(server);
      }
      const engine = place.open();
      const said = { code: 'index_damaged', remedy: expect.stringContaining('npm run index') };
      for (let i = 0; i < 2; i += 1) {
        await expect(engine.clauses(['plan-2', 'law-2'])).rejects.toMatchObject(said);
        await expect(engine.search(query('养犬'))).rejects.toMatchObject(said);
      }
      expect(await engine.clauses(['plan-2'])).toMatchObject([{ document: { id: 'plan' } }]);
      expect((await engine.search(query('揭榜'))).total).toBe(1);
      await engine.close();
      await place.dispose();
    });
  });
});
