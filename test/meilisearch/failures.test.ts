/** An engine that goes away, comes back, or is not what it should be: an error with a remedy, in time; then answers again. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PolicyError } from '../../core/errors.js';
import { FACETS } from '../../core/model.js';
import type { EngineAnswer, SearchEngine } from '../../engine/engine.js';
import { STATE_ID } from '../../engine/meilisearch/records/records.js';
import { LIVE, SCHEMA } from '../../engine/meilisearch/records/settings.js';
import { openEngine } from '../../engine/open.js';
import { CORPUS } from '../contract/corpus.js';
import { fill, UPDATE } from '../contract/engine-under-test.js';
import { query } from '../contract/small-documents.js';
import { ask, idle, serverKey } from './administration.js';
import { configOf, placeOn, readerOf } from './place.js';
import { noOwnServers, type OwnServer, startServer, stopServers } from './real-servers.js';
import { expectUnavailable, keepAsking, outcome } from './timed.js';

const DEADLINE = 1000; // ms
const ASKED = query('算力 数据', { facets: FACETS });

afterAll(stopServers);

describe.skipIf(noOwnServers !== null)(`an engine that fails (${noOwnServers ?? 'a real one'})`, () => {
  let server: OwnServer;
  let key: string;
  let whole: EngineAnswer;
  const open = (): SearchEngine => openEngine(readerOf([server], { key, deadline: DEADLINE }));
  const using = async <Result>(use: (engine: SearchEngine) => Promise<Result>): Promise<Result> => {
    const engine = open();
    try {
      return await use(engine);
    } finally {
      await engine.close();
    }
  };
  const fillAnew = (): Promise<void> => fill(placeOn([server], { key, deadline: 20_000 }), CORPUS);

  beforeAll(async () => {
    server = await startServer();
    key = await serverKey([server]);
    await fillAnew();
    whole = await using((engine) => engine.search(ASKED));
    expect(whole.total).toBe(3);
  });

  it('killed during searches: errors in time; the first request after its restart is answered', async () => {
    await using(async (engine) => {
      const asking = keepAsking(() => engine.search(ASKED), 4);
      await sleep(300);
      await server.kill();
      await sleep(DEADLINE);
      const outcomes = await asking.stop();
      const [failed, answered] = [true, false].map((is) =>
        outcomes.filter(({ error }) => (error !== null) === is),
      );
      expect(answered?.length).toBeGreaterThan(4);
      expect(failed?.length).toBeGreaterThan(4);
      for (const { answer } of answered ?? []) expect(answer).toEqual(whole);
      for (const one of failed ?? []) expectUnavailable(one, DEADLINE);
      await server.restart();
      expect(await engine.search(ASKED)).toEqual(whole);
      expect(await engine.status()).toMatchObject({ documents: 4, clauses: 18 });
    });
  });

  it('restarted while nobody asks: the kept connections are gone, and nobody notices', async () => {
    await using(async (engine) => {
      await engine.search(ASKED);
      await server.restart();
      expect(await engine.search(ASKED)).toEqual(whole);
    });
  });

  it('that hangs: each kind of request fails in time, and succeeds when it goes on', async () => {
    await using(async (engine) => {
      await engine.search(ASKED);
      await server.pause();
      const requests = [
        () => engine.search(ASKED),
        () => engine.status(),
        () => engine.clauses(['law-1']),
        () => engine.document('law'),
        () => engine.raw('law'),
        () => engine.frequencies(ASKED.words.flatMap(({ alternatives }) => alternatives)),
      ];
      try {
        for (const one of await Promise.all(requests.map((request) => outcome<unknown>(request)))) {
          if (one.error !== null) expectUnavailable(one, DEADLINE); // what an engine keeps in memory may be answered
          expect(one.ms).toBeLessThan(DEADLINE + 300);
        }
        expectUnavailable(await outcome(() => engine.search(ASKED)), DEADLINE);
      } finally {
        server.resume();
      }
      for (const request of requests) expect(await request()).not.toBeNull();
      expect(await engine.search(ASKED)).toEqual(whole);
    });
  });

  it('that hangs for as long as the first who asks can wait: whoever asks later is answered', async () => {
    await using(async (engine) => {
      await server.pause();
      const first = outcome(() => engine.search(ASKED));
      await sleep(0.7 * DEADLINE);
      const later = outcome(() => engine.search(ASKED));
      const one = await first;
      server.resume();
      expectUnavailable(one, DEADLINE);
      expect(await later).toMatchObject({ error: null, answer: whole });
    });
  });

  it('out of reach from the start, then there: the same object answers', async () => {
    await server.kill();
    await using(async (engine) => {
      expectUnavailable(await outcome(() => engine.search(ASKED)), DEADLINE);
      expectUnavailable(await outcome(() => engine.status()), DEADLINE);
      await server.restart();
      expect(await engine.search(ASKED)).toEqual(whole);
    });
  });

  it.each([
    ['a wrong key', 'no-such-key-no-such-key'],
    ['no key', ''],
  ])('refuses %s, and says which variable to set', async (_what, wrong) => {
    const engine = openEngine(readerOf([server], { key: wrong, deadline: DEADLINE }));
    for (const request of [() => engine.status(), () => engine.search(ASKED), () => engine.raw('law')]) {
      await expect(request()).rejects.toMatchObject({
        code: 'engine_key_refused',
        remedy: expect.stringContaining('MEILI_KEY'),
      });
    }
    await engine.close();
  });

  it('has no index: says so, and is asked again', async () => {
    await placeOn([server], { key }).dispose();
    await using(async (engine) => {
      for (const request of [() => engine.status(), () => engine.search(ASKED), () => engine.raw('law')]) {
        await expect(request()).rejects.toMatchObject({
          code: 'index_missing',
          remedy: expect.stringContaining('npm run index'),
        });
      }
      await fillAnew();
      await expect.poll(() => engine.search(ASKED), { timeout: 5000 }).toEqual(whole);
    });
  });

  it('has an index of another schema: refused for reading and for an update, rebuilt by a rebuild', async () => {
    await ask(server, `/indexes/${LIVE}/documents`, {
      method: 'PUT',
      body: [{ id: STATE_ID, schema: SCHEMA + 1 }],
    });
    await idle(server);
    await using(async (engine) => {
      const told = { code: 'index_out_of_date', remedy: expect.stringContaining('npm run index') };
      await expect(engine.status()).rejects.toMatchObject(told);
      await expect(engine.search(ASKED)).rejects.toMatchObject(told);
      const place = placeOn([server], { key });
      await expect(place.build(UPDATE)).rejects.toMatchObject(told);
      await fillAnew();
      await expect.poll(() => engine.search(ASKED), { timeout: 5000 }).toEqual(whole);
    });
  });

  it('whose address answers with a page: no bug of ours', async () => {
    const page = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>It works!</h1>');
    });
    await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(page.address() as AddressInfo).port}`;
    const engine = openEngine(readerOf([{ url, masterKey: '' }], { key, deadline: DEADLINE }));
    expectUnavailable(await outcome(() => engine.search(ASKED)), DEADLINE);
    await engine.close();
    page.closeAllConnections();
    await new Promise((resolve) => page.close(resolve));
  });

  it('whose queue is full: each answer is right, or says that there is too much to do', async () => {
    await server.restart({ MEILI_EXPERIMENTAL_SEARCH_QUEUE_SIZE: '1' });
    await using(async (engine) => {
      // A slow server refuses all of 300 at once, a quick one none of them.
      const outcomes = [];
      for (const atOnce of [3, 30, 300, 3000]) {
        const asked = Array.from({ length: atOnce }, () => outcome(() => engine.search(ASKED)));
        outcomes.push(...(await Promise.all(asked)));
      }
      for (const { answer, error } of outcomes) {
        if (error === null) expect(answer).toEqual(whole);
        else
          expect(error).toMatchObject({ code: 'engine_unavailable', remedy: expect.stringMatching(/again/) });
        if (error !== null) expect(error).toBeInstanceOf(PolicyError);
      }
      // Both happen, or nothing was tested.
      expect(outcomes.some(({ error }) => error === null)).toBe(true);
      expect(outcomes.some(({ error }) => error !== null)).toBe(true);
      expect(await engine.search(ASKED)).toEqual(whole);
    });
    await server.restart({ MEILI_EXPERIMENTAL_SEARCH_QUEUE_SIZE: '1000' });
  });

  it('cannot be loaded by the wrong key, and the remedy names the variable of the indexer', async () => {
    const writer = placeOn([server], { key, masterKey: 'not-the-master-key-of-this-server' });
    await expect(writer.build(UPDATE)).rejects.toMatchObject({
      code: 'engine_key_refused',
      remedy: expect.stringContaining('MEILI_MASTER_KEY'),
    });
    expect(configOf([server]).meilisearch.masterKey).toBe(server.masterKey);
    expect(await using((engine) => engine.search(ASKED))).toEqual(whole);
  });
});
