/** An index that is swapped for another one while many ask: every answer is of the one or of the other, never of both. */
import { afterAll, describe, expect, it } from 'vitest';
import { STATE_ID } from '../../engine/meilisearch/records/records.js';
import { LIVE } from '../../engine/meilisearch/records/settings.js';
import { openEngine } from '../../engine/open.js';
import { answerHere } from '../../server/answer/answers.js';
import type { Searched } from '../../server/answer/searched.js';
import { SearchRequest } from '../../server/request.js';
import { fill, UPDATE } from '../contract/engine-under-test.js';
import { query, type SmallDocument } from '../contract/small-documents.js';
import { ask, idle, serverKey } from './administration.js';
import { placeOn, readerOf } from './place.js';
import { noServers, noThreeServers, type Server, someServers, stopServers } from './real-servers.js';
import { expectUnavailable, outcome } from './timed.js';

afterAll(stopServers);

const SWAPS = 8;
const ASKERS = 6;
const PATIENCE = 20_000; // ms

/** The two share their ids, and nothing that is counted or shown. */
function corpus(city: string, documents: number, clauses: number): SmallDocument[] {
  return Array.from({ length: documents }, (_, i) => ({
    id: `document-${i}`,
    title: `${city}算力方案`,
    cities: [city],
    publishedOn: '2023-05-30',
    clauses: Array.from({ length: clauses }, (_, k) => `${city}推动算力与数据安全管理第${k}项`),
  }));
}
const NORTH = corpus('北京', 60, 9);
const SOUTH = corpus('广州', 40, 5);

const REQUESTS = [
  { q: '算力' },
  { q: '算力 数据' },
  { q: '数据安全管理' },
  { q: '"推动算力与数据"' },
  { q: '算力', city: ['北京', '广州'] },
  { q: '', sort: 'newest' },
].map((parameters) => SearchRequest.parse(parameters));

/** Of each document more hits are read than it was found by. */
const GROUPS = [
  { q: '算力', group: 'document' },
  { q: '算力 数据', group: 'document' },
].map((parameters) => SearchRequest.parse(parameters));

/** Of whichever build of the same texts. */
const told = ({ version, answer: { tookMs: _, index, ...answer } }: Searched): string => {
  expect(index.version).toBe(version);
  return JSON.stringify(answer);
};

describe.skipIf(noServers !== null)(`swapped under searches (${noServers ?? 'real servers'})`, () => {
  it('on one server', () => expectOneAtATime(1, [...REQUESTS, ...GROUPS]));
  it.skipIf(noThreeServers !== null)('on three', () => expectOneAtATime(3, REQUESTS));

  it.skipIf(noThreeServers !== null)(
    'on some of three, when the indexer was killed: refused until it has run again',
    async () => {
      const servers = await someServers(3);
      const key = await serverKey(servers);
      const place = placeOn(servers, { key, deadline: PATIENCE });
      await fill(place, NORTH);
      const engine = place.open();
      const whole = await engine.search(query('算力'));
      const [first] = servers as [Server];
      await ask(first, `/indexes/${LIVE}/documents`, {
        method: 'PUT',
        body: [{ id: STATE_ID, build: 'another', version: 'another' }],
      });
      await idle(first);
      const refused = await outcome(() => place.open().search(query('算力')));
      expectUnavailable(refused, PATIENCE);
      expect(String(refused.error)).toContain('parts of two different indexes');
      const update = await place.build(UPDATE);
      await update.commit();
      expect(await place.open().search(query('算力'))).toEqual(whole);
      await engine.close();
      await place.dispose();
    },
  );

  async function expectOneAtATime(count: number, requests: readonly SearchRequest[]): Promise<void> {
    const servers = await someServers(count);
    const key = await serverKey(servers);
    const place = placeOn(servers, { key, deadline: PATIENCE });
    const readAll = async (): Promise<string[]> => {
      const answers = answerHere(openEngine(readerOf(servers, { key, deadline: PATIENCE })));
      return Promise.all(requests.map(async (request) => told(await answers.search(request))));
    };
    await fill(place, SOUTH);
    const south = await readAll();
    await fill(place, NORTH);
    const north = await readAll();

    const answers = answerHere(openEngine(readerOf(servers, { key, deadline: PATIENCE })));
    const mixed: string[] = [];
    const seen = { north: 0, south: 0 };
    let isOver = false;
    const ask = async (): Promise<void> => {
      for (let i = 0; !isOver; i += 1) {
        const at = i % requests.length;
        const answer = told(await answers.search(requests[at] as SearchRequest));
        if (answer === north[at]) seen.north += 1;
        else if (answer === south[at]) seen.south += 1;
        else mixed.push(answer);
      }
    };
    const asking = Array.from({ length: ASKERS }, ask);
    for (let i = 0; i < SWAPS; i += 1) await fill(place, i % 2 === 0 ? SOUTH : NORTH);
    isOver = true;
    await Promise.all(asking);
    expect(mixed).toEqual([]);
    expect(Math.min(seen.north, seen.south)).toBeGreaterThan(20);
    await place.dispose();
  }
});
