/** What `docker compose --profile meilisearch up` starts, in its order, with its environment and its commands, on real servers without Docker. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ComposeService, readCompose } from '../compose-file.js';
import { all, readStages, variablesOf, wordsOf } from '../dockerfile.js';
import { ROOT } from '../source-files.js';
import { listIndexes } from './administration.js';
import { noOwnServers, type OwnServer, startServer, stopServers } from './real-servers.js';

const PORT = '38472';
const ONE = ['docker-compose.yml'];
const THREE = [...ONE, 'docker-compose.shards.yml'];
const runtime = readStages().at(-1);
if (runtime === undefined) throw new Error('The Dockerfile has no stage.');

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

afterAll(stopServers);

describe.skipIf(noOwnServers !== null).each([
  ['the profile meilisearch', ONE, ['meilisearch']],
  ['with docker-compose.shards.yml', THREE, ['meilisearch', 'meilisearch-2', 'meilisearch-3']],
])(`%s (${noOwnServers ?? 'on real servers'})`, (_name, files, names) => {
  let place: string; // what /app is in the image; beside it the volume of the keys
  let engines: OwnServer[];
  let services: Readonly<Record<string, ComposeService>>;
  let server: { readonly child: ChildProcess; readonly ended: Promise<Ended> } | null = null;
  const keyFile = (): string => join(place, '../keys/server');

  beforeAll(async () => {
    place = join(mkdtempSync(join(tmpdir(), 'zhengsou-compose-')), 'app');
    mkdirSync(join(place, '../keys'), { recursive: true });
    for (const path of ['dist', 'web/dist', 'indexer/clean/damage/trigrams.bin', 'package.json']) {
      if (existsSync(join(ROOT, path))) cpSync(join(ROOT, path), join(place, path), { recursive: true });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(place, 'node_modules'));
    cpSync(join(ROOT, 'seeds'), join(place, 'texts'), { recursive: true });
    const network = { ENGINE_SUBNET: '127.0.0.0/8' };
    const written = readCompose(files, 'meilisearch', {
      ...network,
      MEILI_MASTER_KEY: 'of-no-server',
    }).services;
    engines = await Promise.all(
      names.map((name) => {
        const { MEILI_MASTER_KEY: _own, ...environment } = written[name]?.environment ?? {};
        return startServer(environment);
      }),
    );
    services = readCompose(files, 'meilisearch', {
      ...network,
      MEILI_MASTER_KEY: engines[0]?.masterKey ?? '',
    }).services;
  });
  afterAll(async () => {
    server?.child.kill('SIGKILL');
    await server?.ended;
    await stopServers();
    rmSync(join(place, '..'), { recursive: true, force: true });
  });

  /** With the environment of the file; only where things are is another one here. */
  const environmentOf = (service: string): Record<string, string> => {
    const { MEILI_URL = '', ...rest } = services[service]?.environment ?? {};
    const urls = MEILI_URL.split(',').map((url) => engines[names.indexOf(new URL(url).hostname)]?.url);
    const here = { MEILI_URL: urls.join(), MEILI_KEY_FILE: keyFile(), PORT, HOST: '127.0.0.1' };
    return { PATH: process.env.PATH ?? '', ...variablesOf(runtime), ...rest, ...here };
  };

  const start = (service: string, words: readonly string[], more: Record<string, string> = {}) => {
    const [command = '', ...rest] = words;
    const child = spawn(command, rest, { cwd: place, env: { ...environmentOf(service), ...more } });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
    const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, said })));
    return { child, ended };
  };

  const indexing = (more: Record<string, string> = {}, given: readonly string[] | null = null) => {
    const { entrypoint = [], command = [] } = services.indexer ?? {};
    return start('indexer', [...entrypoint, ...(given ?? command)], more);
  };
  const index = (more: Record<string, string> = {}): Promise<Ended> => indexing(more).ended;
  const isHealthy = async (): Promise<boolean> => {
    const check = services.server?.healthcheck;
    if (check === undefined || !('test' in check)) throw new Error('The server has no health check.');
    return (await start('server', check.test.slice(1)).ended).code === 0;
  };
  const ask = async (path: string): Promise<Record<string, unknown>> =>
    (await fetch(`http://127.0.0.1:${PORT}${path}`)).json() as Promise<Record<string, unknown>>;

  it('the indexer makes the index and hands over the key, and says neither key', async () => {
    const { code, said } = await index();
    expect(said).toMatch(/5 documents, \d+ clauses, 0 skipped, \d+\.\d s, meilisearch\n/);
    expect(code).toBe(0);
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
    expect(said).not.toContain(readFileSync(keyFile(), 'utf8').trim());
    expect(said).not.toContain(engines[0]?.masterKey);
  });

  it('the server reads the key, is healthy, and finds', async () => {
    expect(Object.keys(environmentOf('server'))).not.toContain('MEILI_MASTER_KEY');
    server = start('server', wordsOf(all(runtime, 'CMD')[0] ?? ''));
    await expect.poll(isHealthy, { timeout: 60_000 }).toBe(true);
    const found = await ask(`/api/search?q=${encodeURIComponent('算力')}`);
    expect(found).toMatchObject({ engine: 'meilisearch' });
    expect(found.total).toBeGreaterThan(5);
    expect(found).not.toHaveProperty('partial');
  });

  it('the next start of the indexer changes nothing', async () => {
    const before = await ask('/readyz');
    const { code, said } = await index();
    expect(said).toContain('0 added, 0 replaced, 0 removed, 5 unchanged');
    expect(code).toBe(0);
    expect(await ask('/readyz')).toEqual(before);
  });

  it('a file that cannot be read is named, and keeps the server from nothing', async () => {
    writeFileSync(join(place, 'texts/scan.txt'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]));
    const { code, said } = await index();
    expect(said).toContain('skipped texts/scan.txt');
    expect(code).toBe(0);
  });

  it('a stop of the indexer reaches it: it tidies up, and the index is what it was', async () => {
    const before = await ask('/readyz');
    // The lock is on the server whose address comes first.
    const indexes = async (): Promise<string[]> => (await Promise.all(engines.map(listIndexes))).flat();
    const { child, ended } = indexing({}, ['texts']);
    await expect.poll(indexes, { timeout: 60_000, interval: 10 }).toContain('policy_lock');
    child.kill('SIGTERM');
    const { code, said } = await ended;
    expect(said).toContain('Stopped; the index is unchanged.');
    expect(code).toBe(1);
    expect(await indexes()).toEqual(engines.map(() => 'policy_live'));
    expect(await ask('/readyz')).toEqual(before);
  });

  it('without the right master key the indexer fails, and the server would not be started', async () => {
    const { code, said } = await index({ MEILI_MASTER_KEY: 'not-the-key-of-this-server' });
    expect(code).toBe(1);
    expect(said).toMatch(/refuses the key in MEILI_MASTER_KEY[\s\S]*The index is unchanged/);
  });

  it('the engine gone, the server lives and is unhealthy; back, it is healthy again; it ends in order', async () => {
    await Promise.all(engines.map((engine) => engine.kill()));
    await expect.poll(isHealthy, { timeout: 60_000 }).toBe(false);
    expect((await fetch(`http://127.0.0.1:${PORT}/healthz`)).status).toBe(200);
    await Promise.all(engines.map((engine) => engine.restart()));
    await expect.poll(isHealthy, { timeout: 60_000 }).toBe(true);
    server?.child.kill('SIGTERM');
    const { code, said } = await (server?.ended ?? Promise.reject(new Error('It was never started.')));
    expect(code).toBe(0);
    expect(said).not.toContain(readFileSync(keyFile(), 'utf8').trim());
  });
});
