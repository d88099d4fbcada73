/** The built server as it is started: its threads, its signals, its complaints. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../core/config.js';
import { clock, type Patience } from '../../server/answer/deadline.js';
import type { SearchAnswer } from '../../server/api.js';
import type { AnswerPoolOptions } from '../../server/http/pool.js';
import { flipByte } from '../contract/flip-byte.js';
import { indexSeeds, indexSeedsAnew, isBuilt, NOT_BUILT } from './serve-seeds.js';
import { type Started, startServer, startUnread } from './start-server.js';

describe.skipIf(!isBuilt)(`the server (${isBuilt ? 'as built' : NOT_BUILT})`, () => {
  let folder: string;
  let server: Started;
  beforeAll(async () => {
    folder = indexSeeds();
    server = await startServer({ DATA_DIR: folder });
  });
  afterAll(async () => {
    server.child.kill('SIGKILL');
    await server.ended;
    rmSync(folder, { recursive: true, force: true });
  });

  it('answers from its threads, many at once, and again from its cache', async () => {
    const ask = async (q: string): Promise<SearchAnswer> => {
      const response = await fetch(`${server.origin}/api/search?q=${encodeURIComponent(q)}`);
      expect(response.status).toBe(200);
      return (await response.json()) as SearchAnswer;
    };
    const questions = Array.from({ length: 20 }, (_, i) => `人工智能 ${i}`);
    const answers = await Promise.all(questions.map(ask));
    for (const [i, { query }] of answers.entries()) expect(query.q).toBe(questions[i]);
    // The quickest of five: what else runs on the machine makes any one of them wait.
    let quickest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 5; i++) {
      const again = await ask('人工智能 1');
      expect(again.hits).toEqual(answers[1]?.hits);
      quickest = Math.min(quickest, again.tookMs);
    }
    expect(quickest).toBeLessThanOrEqual(2);
  });

  it('tells what a thread could not do as a problem', async () => {
    const response = await fetch(`${server.origin}/api/documents/none`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ type: 'urn:zhengsou:problem:document_not_found' });
  });

  it('ends in good order: what is under way is answered', async () => {
    const second = await startServer({ DATA_DIR: folder });
    const underWay = fetch(`${second.origin}/api/search?q=${encodeURIComponent('发展')}&size=100`);
    const answered = await underWay.then((response) => response.json());
    second.child.kill('SIGTERM');
    expect(await second.ended).toMatchObject({ code: 0 });
    expect(answered).toMatchObject({ engine: 'sqlite' });
  });

  it('serves on when nobody reads what it prints', async () => {
    const { child, logged } = startUnread({ DATA_DIR: folder, LOG_LEVEL: 'info' });
    await expect.poll(logged, { timeout: 30_000 }).toMatch(/"msg":"ready"/);
    await new Promise((resolve) => setTimeout(resolve, 200)); // its line has failed by then
    const [, address] = /"address":"([^"]+)"/.exec(logged()) ?? [];
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    child.kill('SIGKILL');
  });

  it('says which port is taken, and what to do', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as { port: number };
    const { ended } = await startServer({ DATA_DIR: folder, PORT: String(port) });
    expect(await ended).toMatchObject({ code: 1, stderr: expect.stringMatching(/taken.*\n.*PORT=/) });
    taken.close();
  });

  it('starts without an index, and says how to make one', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'zhengsou-empty-'));
    const { child, origin, ended } = await startServer({ DATA_DIR: empty });
    expect((await fetch(`${origin}/readyz`)).status).toBe(503);
    expect((await fetch(`${origin}/api/search`)).status).toBe(503);
    child.kill('SIGINT');
    const { code, stderr } = await ended;
    expect(code).toBe(0);
    expect(stderr).toContain('npm run index');
    rmSync(empty, { recursive: true });
  });

  // All other kinds of damage: test/contract/sqlite-damage.test.ts.
  it('starts over an index with a byte changed, says so, and serves once it is made anew', async () => {
    const damaged = indexSeeds();
    flipByte(join(damaged, readdirSync(damaged).find((name) => name.endsWith('.sqlite')) ?? ''), 0.6);
    const { child, origin, ended } = await startServer({ DATA_DIR: damaged });
    const ask = async (path: string): Promise<readonly unknown[]> => {
      const response = await fetch(origin + path);
      return [response.status, ((await response.json()) as { type?: string }).type];
    };
    await expect
      .poll(() => ask('/readyz'), { timeout: 10_000 })
      .toEqual([503, 'urn:zhengsou:problem:index_damaged']);
    for (const path of ['/api/search?q=5G', '/api/documents/000_8e1ad8dd9d446f54', '/api/suggest?q=5']) {
      expect(await ask(path)).toEqual([503, 'urn:zhengsou:problem:index_damaged']);
    }
    expect((await ask('/healthz'))[0]).toBe(200);
    indexSeedsAnew(damaged);
    await expect.poll(() => ask('/api/search?q=5G'), { timeout: 20_000 }).toEqual([200, undefined]);
    expect((await ask('/readyz'))[0]).toBe(200);
    child.kill('SIGINT');
    expect((await ended).code).toBe(0);
    rmSync(damaged, { recursive: true });
  }, 120_000);

  it('refuses an environment it cannot use', async () => {
    const { ended } = await startServer({ PORT: 'x' });
    expect(await ended).toMatchObject({ code: 1, stderr: expect.stringContaining('PORT') });
  });
});

describe.skipIf(!isBuilt)(`the pool (${isBuilt ? 'as built' : NOT_BUILT})`, () => {
  const built = (name: string): string => new URL(`../../dist/${name}`, import.meta.url).href;
  type Pool = Awaited<ReturnType<typeof import('../../server/http/pool.js')['openAnswerPool']>>;
  let folder: string;
  let open: (options: AnswerPoolOptions) => Promise<Pool>;
  let ask: (pool: Pool, q: string, patience?: Patience) => ReturnType<Pool['search']>;
  beforeAll(async () => {
    folder = indexSeeds();
    const { openAnswerPool } = (await import(
      built('server/http/pool.js')
    )) as typeof import('../../server/http/pool.js');
    const { SearchRequest } = (await import(
      built('server/request.js')
    )) as typeof import('../../server/request.js');
    open = (options) => openAnswerPool(readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' }), options);
    ask = (pool, q, patience) => pool.search(SearchRequest.parse({ q, explain: 'on' }), patience);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('turns away what would wait too long', async () => {
    const pool = await open({ waitingPerThread: 1 });
    const results = await Promise.allSettled(
      Array.from({ length: 40 }, (_, i) => ask(pool, `人工智能 ${i}`)),
    );
    const turned = results.filter((result) => result.status === 'rejected');
    expect(turned.length).toBeGreaterThan(0);
    expect(turned.length).toBeLessThan(40);
    for (const { reason } of turned) expect(reason).toMatchObject({ code: 'server_busy' });
    await pool.close();
  });

  it('gives up what nobody waits for: what waits, what runs, and what has a second part to come', async () => {
    const pool = await open({ threads: 1 });
    const leaving = new AbortController();
    const patience = (): Patience => ({ until: clock() + 60_000, left: leaving.signal });
    const gone = Array.from({ length: 20 }, (_, i) => ask(pool, `人工智能 数据 ${i}`, patience()));
    const stays = ask(pool, '算力');
    setTimeout(() => leaving.abort(), 5);
    const results = await Promise.allSettled(gone);
    const codes = results.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(codes.length).toBeGreaterThan(10);
    for (const code of codes) expect(code).toBe('client_left');
    expect((await stays).answer.query.q).toBe('算力');
    expect((await ask(pool, '数据')).answer.explanation?.words[0]?.text).toBe('数据');
    await pool.close();
  });

  it('tells what is past its deadline as that, and answers the next question', async () => {
    const pool = await open({ threads: 1 });
    const late = ask(pool, '算力', { until: clock() - 1 });
    await expect(late).rejects.toMatchObject({
      code: 'engine_unavailable',
      remedy: expect.stringContaining('SEARCH_DEADLINE'),
    });
    expect((await ask(pool, '算力')).answer.total).toBeGreaterThan(0);
    await pool.close();
  });

  it('explains the same in one part and in several', async () => {
    const pool = await open({ threads: 1 });
    const words = '发展 建设 数据 产业 技术 企业 服务 管理 城市 创新 平台 应用 体系 机制 国家 经济 社会 安全';
    const { explanation } = (await ask(pool, `${words} 推进 支持 加强 完善 重点 推动 提升 能力 中心 资源`))
      .answer;
    expect(explanation?.words).toHaveLength(28);
    for (const { text, count } of explanation?.words.slice(0, 4) ?? []) {
      expect((await ask(pool, text)).answer.total).toBe(count);
    }
    await pool.close();
  });
});
