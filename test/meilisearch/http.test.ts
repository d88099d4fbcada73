/** The built server before a real engine: told over HTTP what is wrong, in time; well again by itself; no key anywhere. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { homeOf } from '../../engine/meilisearch/wire/servers.js';
import { ROOT } from '../source-files.js';
import { keysForOurIndexes } from './administration.js';
import { type BuiltServer, type Got, notBuilt, startBuiltServer } from './built-server.js';
import { environmentOf, type Settings } from './place.js';
import { noOwnServers, type OwnServer, startServers, stopServers } from './real-servers.js';

const DEADLINE = 1000; // ms
const SLACK = 500; // ms more over HTTP, on a machine that does other things
const missing = noOwnServers ?? notBuilt;
const path = (q: string): string => `/api/search?q=${encodeURIComponent(q)}`;

afterAll(stopServers);

describe.skipIf(missing !== null)(`the built server (${missing ?? 'and real engines'})`, () => {
  let engines: readonly OwnServer[];
  let key = '';
  /** Everything anybody has said or answered: what is searched for keys. */
  const heard: string[] = [];
  const started: BuiltServer[] = [];
  const start = async (settings: Settings = {}): Promise<BuiltServer> => {
    const environment = environmentOf(engines, { key, masterKey: '', deadline: DEADLINE, ...settings });
    const server = await startBuiltServer(environment);
    started.push(server);
    return server;
  };
  const ask = async (server: BuiltServer, at: string): Promise<Got> => {
    const got = await server.get(at);
    heard.push(got.text, JSON.stringify([...got.headers]));
    return got;
  };
  const expectProblem = (got: Got, code: string): void => {
    expect(got).toMatchObject({
      status: 503,
      json: { type: `urn:zhengsou:problem:${code}`, remedy: expect.stringMatching(/\w/) },
    });
    expect(Number(got.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(got.headers.get('content-type')).toContain('application/problem+json');
    expect(got.ms).toBeLessThan(DEADLINE + SLACK);
  };

  beforeAll(async () => {
    engines = await startServers(2);
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [join(ROOT, 'dist/indexer/cli.js'), 'seeds', '--engine', 'meilisearch'],
      { cwd: ROOT, env: { PATH: process.env.PATH, ...environmentOf(engines) } },
    );
    expect(stdout).toMatch(/^5 documents, \d+ clauses, 0 skipped, .* s, meilisearch\n$/);
    expect(stderr).not.toContain(engines[0]?.masterKey);
    key = (await keysForOurIndexes(engines[0] as OwnServer))[0]?.key ?? '';
    expect(key).toHaveLength(64);
  });
  afterEach(async () => {
    for (const server of started.splice(0)) {
      await server.stop();
      heard.push(server.said());
    }
    for (const engine of engines) {
      engine.resume();
      await engine.restart();
    }
  });

  it('is ready, searches, reads, cites', async () => {
    const server = await start();
    expect(await ask(server, '/readyz')).toMatchObject({ status: 200, json: { engine: 'meilisearch' } });
    const found = await ask(server, path('人工智能'));
    expect(found).toMatchObject({ status: 200, json: { engine: 'meilisearch' } });
    expect(found.json.total).toBeGreaterThan(0);
    const { clause, document } = found.json.hits[0];
    for (const at of [
      `/api/documents/${document.id}`,
      `/api/documents/${document.id}/raw`,
      `/api/clauses/${clause.id}/citation?style=gbt7714-2015`,
    ]) {
      expect((await ask(server, at)).status).toBe(200);
    }
    expect((await ask(server, '/api/documents/none')).status).toBe(404);
  });

  it.each(['kill', 'pause'] as const)(
    '%s of every engine: 503 in time, then well again by itself',
    async (how) => {
      const server = await start();
      const before = await ask(server, path('算力 发展'));
      await Promise.all(engines.map((engine) => engine[how]()));
      const all = [
        '/readyz',
        path('数据'),
        path('北京 数据'),
        '/api/documents/none',
        '/api/documents/none/raw',
      ];
      for (const got of await Promise.all(all.map((at) => ask(server, at)))) {
        expectProblem(got, 'engine_unavailable');
      }
      expect((await ask(server, '/healthz')).status).toBe(200);
      for (const engine of engines) engine.resume();
      if (how === 'kill') for (const engine of engines) await engine.restart();
      expect((await ask(server, path('数据'))).status).toBe(200); // the first request
      expect((await ask(server, '/readyz')).status).toBe(200);
      expect((await ask(server, path('算力 发展'))).json.total).toBe(before.json.total);
    },
  );

  it('one of two engines dead: what is missing is said, or refused', async () => {
    const [answering, refusing] = [await start(), await start({ partial: 'refuse' })];
    const whole = await ask(answering, `${path('发展')}&size=100`);
    expect(whole.json.partial).toBeUndefined();
    const hits = whole.json.hits as readonly { readonly document: { readonly id: string } }[];
    expect(hits).toHaveLength(whole.json.total as number);
    const rest = hits.filter(({ document }) => homeOf(document.id, engines) !== engines[1]);
    await engines[1]?.kill();
    const part = await ask(answering, path('发展的'));
    expect(part).toMatchObject({ status: 200, json: { partial: { missing: [expect.any(String)] } } });
    expect(part.ms).toBeLessThan(DEADLINE + SLACK);
    const again = await ask(answering, path('发展'));
    if (again.json.partial === undefined)
      expect(again.json.total).toBe(whole.json.total); // kept, and true
    else expect(again.json.total).toBe(rest.length);
    expect(await ask(answering, '/readyz')).toMatchObject({ status: 200, json: { status: 'partial' } });
    expectProblem(await ask(refusing, path('数据')), 'answer_incomplete');
    expect((await ask(refusing, '/readyz')).status).toBe(503);
    await engines[1]?.restart();
    expect((await ask(answering, path('发展的'))).json.partial).toBeUndefined();
    expect((await ask(answering, path('发展'))).json.total).toBe(whole.json.total);
    expect((await ask(refusing, path('数据'))).status).toBe(200);
  });

  it('starts without its engine, says so, and serves when it is there', async () => {
    for (const engine of engines) await engine.kill();
    const server = await start();
    expect(server.origin).not.toBe('');
    expect(server.said()).toMatch(/cannot be reached/);
    expectProblem(await ask(server, path('数据')), 'engine_unavailable');
    for (const engine of engines) await engine.restart();
    expect((await ask(server, path('数据'))).status).toBe(200);
  });

  it('does not start with the master key, and says why', async () => {
    const server = await start({ key: engines[0]?.masterKey ?? '' });
    expect(server.origin).toBe('');
    expect(await server.stop()).toBe(1);
    expect(server.said()).toMatch(/MEILI_KEY/);
  });

  it('starts with a wrong key and says so to whoever asks', async () => {
    const server = await start({ key: 'not-a-key-of-this-server-at-all' });
    const got = await ask(server, path('数据'));
    expect(got).toMatchObject({ status: 503, json: { type: 'urn:zhengsou:problem:engine_key_refused' } });
    expect(got.text).not.toContain('not-a-key');
  });

  it('has said no key, and no half of one, in all of that', () => {
    expect(heard.length).toBeGreaterThan(40);
    const secrets = [key, engines[0]?.masterKey ?? ''].flatMap((secret) => [
      secret.slice(0, secret.length / 2),
      secret.slice(secret.length / 2),
    ]);
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(12);
      expect(heard.filter((text) => text.includes(secret))).toEqual([]);
    }
  });
});
