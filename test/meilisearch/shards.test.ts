/** Three servers, one of them dead, hanging or back: the rest answers and says what is missing; never a silent short count. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FACETS } from '../../core/model.js';
import type { EngineQuery, SearchEngine } from '../../engine/engine.js';
import { homeOf } from '../../engine/meilisearch/wire/servers.js';
import { openEngine } from '../../engine/open.js';
import { fill, withoutIds } from '../contract/engine-under-test.js';
import { scan } from '../contract/plain-scan.js';
import { analyzed, phrase, query, type SmallDocument } from '../contract/small-documents.js';
import { serverKey } from './administration.js';
import { placeOn, readerOf, type Settings } from './place.js';
import { noOwnServers, type OwnServer, startServers, stopServers } from './real-servers.js';
import { expectUnavailable, outcome } from './timed.js';

const DEADLINE = 2000; // ms, the default: a server waits one second for another that hangs
const DOCUMENTS: readonly SmallDocument[] = Array.from({ length: 48 }, (_, n) => ({
  id: `document-${n}`,
  title: `第${n}号算力方案`,
  cities: [['北京', '上海', '合肥'][n % 3] ?? ''],
  type: n % 2 === 0 ? '方案' : '通知',
  publishedOn: `20${10 + (n % 10)}-05-30`,
  clauses: [
    `支持算力中心${n}。`,
    `推动数据共享，第${n}条。`,
    '保障措施',
    // Every second one has the pieces of the text alone, which an engine may take for the whole.
    n % 2 === 0 ? '建设数据共享平台。' : '数据共享。据共享平台。',
  ],
}));
const ASKED: readonly EngineQuery[] = [
  query('', { facets: FACETS }),
  query('算力', { facets: FACETS, sort: 'newest' }),
  query('算力 数据', { facets: FACETS, filters: { ...query('').filters, city: ['北京'] } }),
  query('数据 保障', { match: 'any', facets: FACETS, sort: 'oldest' }),
  query('推动数据共享', { facets: FACETS }),
  query('-中心', { facets: FACETS }),
  query('数据共享平台', { facets: FACETS }),
  query('支持 -数据共享平台', { facets: FACETS }),
];

afterAll(stopServers);

describe.skipIf(noOwnServers !== null)(`one of three servers (${noOwnServers ?? 'real ones'})`, () => {
  let servers: readonly OwnServer[];
  let key: string;
  let lost: OwnServer;
  const all = DOCUMENTS.map(analyzed);
  const using = async <Result>(
    use: (engine: SearchEngine) => Promise<Result>,
    settings: Settings = {},
  ): Promise<Result> => {
    const engine = openEngine(readerOf(servers, { key, deadline: DEADLINE, ...settings }));
    try {
      return await use(engine);
    } finally {
      await engine.close();
    }
  };
  const isLost = (id: string): boolean => homeOf(id, servers) === lost;

  beforeAll(async () => {
    servers = await startServers(3);
    key = await serverKey(servers);
    await fill(placeOn(servers, { key, deadline: 20_000 }), DOCUMENTS);
    [lost] = servers.toReversed() as [OwnServer];
    const counts = servers.map((server) =>
      all.filter(({ document }) => homeOf(document.id, servers) === server),
    );
    for (const own of counts) expect(own.length).toBeGreaterThan(2);
  });
  afterEach(async () => {
    lost.resume();
    await lost.restart();
  });

  const expectWhole = async (engine: SearchEngine): Promise<void> => {
    for (const asked of ASKED) {
      const answer = await engine.search(asked);
      expect(answer).toMatchObject(withoutIds(scan(all, asked)));
      expect(answer.missing ?? []).toEqual([]);
    }
    expect(await engine.status()).toMatchObject({
      documents: DOCUMENTS.length,
      clauses: 5 * DOCUMENTS.length,
    });
  };
  const expectRest = async (engine: SearchEngine): Promise<void> => {
    const rest = all.filter(({ document }) => !isLost(document.id));
    for (const asked of ASKED) {
      const { ms, answer, error } = await outcome(() => engine.search(asked));
      expect(error).toBeNull();
      const expected = scan(rest, asked);
      expect(answer).toMatchObject(withoutIds(expected));
      expect(answer?.proposals.map(({ clauseId }) => clauseId).sort()).toEqual([...expected.ids].sort());
      expect(answer?.missing).toHaveLength(1);
      expect(ms).toBeLessThan(DEADLINE + 300);
    }
    expect((await engine.status()).missing).toHaveLength(1);
  };

  it('is there: the counts are those of a plain scan', () => using(expectWhole));

  it.each(['kill', 'pause'] as const)(
    '%s: the rest answers, exactly, and names what is missing',
    async (how) => {
      await using(async (engine) => {
        await expectWhole(engine);
        await lost[how]();
        await expectRest(engine);
        lost.resume();
        if (how === 'kill') await lost.restart();
        await expectWhole(engine);
      });
    },
  );

  it('hangs for a moment: nothing that was read without it is remembered', async () => {
    await using(async (engine) => {
      const long = phrase('数据共享平台');
      await engine.status();
      await lost.pause();
      // At once, while the index is still known as it was when all of it was there.
      const [parts] = await Promise.all([
        Promise.all(ASKED.map((asked) => engine.search(asked))),
        engine.frequencies([long]),
      ]);
      for (const { missing } of parts) expect(missing).toHaveLength(1);
      lost.resume();
      await sleep(1100); // longer than a server that was away is left alone
      await expectWhole(engine);
      expect(await engine.frequencies([long])).toEqual([DOCUMENTS.length / 2]);
    });
  });

  it('dead when the server starts: the same', async () => {
    await lost.kill();
    await using(async (engine) => {
      await expectRest(engine);
      await lost.restart();
      await expectWhole(engine);
    });
  });

  it('dead, whichever of the three it is', async () => {
    for (const [place, other] of servers.entries()) {
      lost = other;
      await using(async (engine) => {
        await lost.kill();
        await expectRest(engine);
        await lost.restart();
        await expectWhole(engine);
      });
      expect(place).toBeLessThan(3);
    }
  });

  it('dead: what lies elsewhere is read, what lies there is not said to be nowhere', async () => {
    await lost.kill();
    const [there, here] = [true, false].map((is) => DOCUMENTS.find(({ id }) => isLost(id) === is)?.id ?? '');
    await using(async (engine) => {
      expect((await engine.document(here ?? ''))?.clauses).toHaveLength(5);
      expect(await engine.raw(here ?? '')).toContain('保障措施');
      expect(await engine.clauses([`${here}-1`, `${there}-1`])).toHaveLength(1);
      for (const request of [() => engine.document(there ?? ''), () => engine.raw(there ?? '')]) {
        const { answer, error } = await outcome<unknown>(request);
        if (error === null)
          expect([answer, (await engine.status()).missing]).toEqual([null, expect.any(Array)]);
        else
          expect(error).toMatchObject({
            code: expect.stringMatching(/engine_unavailable|answer_incomplete/),
          });
      }
      expect(await engine.frequencies([phrase('算力')])).toHaveLength(1);
    });
  });

  it('dead, with PARTIAL=refuse: no answer rather than part of one', async () => {
    await using(
      async (engine) => {
        await expectWhole(engine);
        await lost.kill();
        for (const asked of ASKED) {
          await expect(engine.search(asked)).rejects.toMatchObject({
            code: 'answer_incomplete',
            remedy: expect.stringMatching(/\w/),
          });
        }
        await lost.restart();
        await expectWhole(engine);
      },
      { partial: 'refuse' },
    );
  });

  it('and the others dead too: an error, not an empty answer', async () => {
    for (const server of servers) await server.kill();
    await using(async (engine) => {
      expectUnavailable(await outcome(() => engine.search(query('算力'))), DEADLINE);
      for (const server of servers) await server.restart();
      await expectWhole(engine);
    });
  });

  it.each([0, 1, 2])(
    'comes back with an empty disk, the one at %i: the same, until it has its part again',
    async (place) => {
      lost = servers[place] as OwnServer;
      await using(async (engine) => {
        await expectWhole(engine);
        await lost.restart({ MEILI_DB_PATH: 'empty.ms' });
        await expectRest(engine);
        await lost.restart();
        await expectWhole(engine);
      });
    },
  );

  it('is not named in MEILI_URL: refused, not answered without it', async () => {
    const engine = openEngine(readerOf(servers.slice(0, 2), { key, deadline: DEADLINE }));
    const [{ id = '' } = {}] = DOCUMENTS;
    const requests: (() => Promise<unknown>)[] = [
      () => engine.status(),
      () => engine.search(query('算力')),
      () => engine.clauses([`${id}-1`]),
      () => engine.document(id),
      () => engine.raw(id),
    ];
    for (const request of requests) {
      await expect(request()).rejects.toMatchObject({
        code: 'index_out_of_date',
        message: 'The index lies on 3 servers of Meilisearch, and MEILI_URL names 2.',
        remedy: expect.stringContaining('Set MEILI_URL'),
      });
    }
  });
});
