/** docker-compose.yml, docker-compose.shards.yml and .env.example, as far as no Docker is needed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../core/config.js';
import {
  type ComposeService,
  environmentOf,
  KEYS,
  read,
  readCompose,
  targetOf,
  volumesOf,
} from './compose-file.js';
import { ROOT } from './source-files.js';

/** Its command, as a container would run it. @param place  Where a `meilisearch` lies, if there is to be one. */
function startEngine(service: ComposeService | undefined, place: string) {
  const [command = '', ...words] = service?.command ?? [];
  const env = { ...environmentOf(service), PATH: `${place}:/usr/bin:/bin` };
  return spawnSync(command, words, { env, encoding: 'utf8' });
}

const ONE = ['docker-compose.yml'];
const THREE = [...ONE, 'docker-compose.shards.yml'];

describe.each([
  ['the profile meilisearch', ONE, ['meilisearch']],
  ['with docker-compose.shards.yml', THREE, ['meilisearch', 'meilisearch-2', 'meilisearch-3']],
])('%s', (_name, files, engines) => {
  const { services, networks, volumes } = readCompose(files, 'meilisearch', KEYS);
  const { indexer, server } = services;
  const all = Object.entries(services);

  it('has the engine, the indexer and the server, each at a pinned version', () => {
    expect(Object.keys(services).sort()).toEqual([...engines, 'indexer', 'server'].sort());
    for (const name of engines) expect(services[name]?.image).toBe('getmeili/meilisearch:v1.50.0');
    for (const service of [indexer, server])
      expect(service).toMatchObject({ build: '.', image: 'zhengsou:local' });
  });

  it('starts the engine, then the indexer, then the server', () => {
    const healthy = { condition: 'service_healthy' };
    expect(indexer?.depends_on).toEqual(Object.fromEntries(engines.map((name) => [name, healthy])));
    expect(server?.depends_on).toEqual({ indexer: { condition: 'service_completed_successfully' } });
    expect(indexer?.restart).toBe('no');
    expect(server?.restart).toBe('unless-stopped');
  });

  it('gives the master key to the engine and the indexer, and never to the server', () => {
    const holders = all.filter(([, service]) => JSON.stringify(service).includes(KEYS.MEILI_MASTER_KEY));
    expect(holders.map(([name]) => name).sort()).toEqual([...engines, 'indexer'].sort());
    for (const [, service] of all) expect(service).not.toHaveProperty('env_file');
  });

  it('hands the server its key through a volume that the server cannot write to', () => {
    const file = environmentOf(indexer).MEILI_KEY_FILE ?? '';
    expect(environmentOf(server).MEILI_KEY_FILE).toBe(file);
    expect(indexer?.volumes).toContain('keys:/keys');
    expect(server?.volumes).toEqual(['keys:/keys:ro']);
    expect(file).toMatch(/^\/keys\/\w+$/);
  });

  it('publishes the page and nothing else, on this machine unless told otherwise', () => {
    expect(all.filter(([, { ports }]) => ports !== undefined).map(([name]) => name)).toEqual(['server']);
    expect(server?.ports).toEqual(['127.0.0.1:3000:3000']);
    const internal = Object.keys(networks).filter((name) => networks[name]?.internal === true);
    expect(internal).toEqual(['engine']);
    for (const [name, service] of all) {
      expect(service.networks, name).toEqual(name === 'server' ? ['engine', 'page'] : ['engine']);
    }
    expect(Object.keys(networks)).toEqual(expect.arrayContaining(['engine', 'page']));
  });

  it('confines what it runs', () => {
    for (const [name, service] of all) {
      expect(service.cap_drop, name).toEqual(['ALL']);
      expect(service.security_opt, name).toEqual(['no-new-privileges:true']);
      expect(service.logging.options, name).toHaveProperty('max-size');
    }
    for (const service of [indexer, server]) {
      expect(service?.read_only).toBe(true);
      expect(service?.init).toBe(true);
    }
    expect(server?.tmpfs).toEqual(['/tmp:size=64m,mode=1777']);
    expect(indexer?.volumes.map(targetOf)).toContain('/tmp'); // an update waits there: no memory for it
  });

  it('gives the server the memory that it takes at most, and half as much again', () => {
    const limit = JSON.stringify(server?.deploy ?? {});
    expect(limit).toContain('"memory":"896m"');
    expect(read('docker-compose.yml')).toMatch(/# At most 420 MB/); // what test/http/memory.test.ts holds it to
  });

  it('asks engine and server for their health', () => {
    for (const name of [...engines, 'server']) expect(services[name]?.healthcheck).toHaveProperty('test');
    expect(JSON.stringify(server?.healthcheck)).toContain('/readyz');
  });

  it('keeps each index in a volume of its own, and every volume is declared', () => {
    const mounted = new Set(all.flatMap(([, service]) => volumesOf(service)));
    expect(Object.keys(volumes).sort()).toEqual([...mounted].sort());
    for (const name of engines) expect(services[name]?.volumes).toEqual([`${name}:/meili_data`]);
  });

  it('tells our programs nothing that the configuration does not read, and what it reads is right', () => {
    const known = read('core/config.ts');
    for (const service of [indexer, server]) {
      const names = Object.keys(environmentOf(service));
      expect(names.filter((name) => !known.includes(`  ${name}: `))).toEqual([]);
      const { engine, meilisearch } = readConfig({ ...environmentOf(service), MEILI_KEY_FILE: '' });
      expect(engine).toBe('meilisearch');
      expect(meilisearch.urls).toEqual(engines.map((name) => `http://${name}:7700`));
    }
  });

  it('runs the engine in production, and without sending anything home', () => {
    for (const name of engines) {
      expect(environmentOf(services[name])).toMatchObject({
        MEILI_ENV: 'production',
        MEILI_NO_ANALYTICS: 'true',
      });
    }
  });

  it('reads the texts of the folder that .env names, and cannot write to it', () => {
    const texts = (environment: Readonly<Record<string, string>>) =>
      readCompose(files, 'meilisearch', { ...KEYS, ...environment }).services.indexer?.volumes.find(
        (mount) => targetOf(mount) === '/app/texts',
      );
    expect(texts({})).toMatchObject({ type: 'bind', source: './seeds', read_only: true });
    expect(texts({ TEXTS: '/srv/laws' })).toMatchObject({ source: '/srv/laws' });
    expect(indexer?.command).toEqual(['texts', '--update']);
  });

  it.each([{}, { MEILI_MASTER_KEY: '' }])('without a master key (%j) says what to do', (environment) => {
    const written = readCompose(files, 'meilisearch', environment).services;
    for (const name of engines) {
      const started = startEngine(written[name], '');
      expect(started.stderr).toMatch(/no MEILI_MASTER_KEY\. Copy \.env\.example to \.env/);
      expect(started).toMatchObject({ status: 1, stdout: '' });
    }
  });

  it('with one, runs the engine in the place of the shell', () => {
    const place = mkdtempSync(join(tmpdir(), 'zhengsou-engine-'));
    writeFileSync(join(place, 'meilisearch'), '#!/bin/sh\necho "$$ $MEILI_MASTER_KEY"', { mode: 0o755 });
    const { stdout, pid, stderr } = startEngine(services.meilisearch, place);
    rmSync(place, { recursive: true });
    expect({ stdout, stderr }).toEqual({ stdout: `${pid} ${KEYS.MEILI_MASTER_KEY}\n`, stderr: '' });
  });

  const probe = spawnSync('docker', ['compose', 'version']);
  const without = probe.status === 0 ? null : 'there is no docker compose here';
  it.skipIf(without !== null)(`is a compose file to Docker (${without ?? 'docker compose config'})`, () => {
    const config = (environment: NodeJS.ProcessEnv) =>
      spawnSync(
        'docker',
        ['compose', ...files.flatMap((file) => ['-f', file]), '--profile', '*', 'config', '-q'],
        {
          cwd: ROOT,
          env: { PATH: process.env.PATH, ...environment },
          encoding: 'utf8',
        },
      );
    for (const environment of [KEYS, {}])
      expect(config(environment)).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('three shards', () => {
  const { services, networks } = readCompose(THREE, 'meilisearch', { ...KEYS, ENGINE_SUBNET: '10.9.0.0/24' });

  it('may ask each other on the network that they are on, and do not wait for one that hangs', () => {
    expect(networks.engine).toEqual({ internal: true, ipam: { config: [{ subnet: '10.9.0.0/24' }] } });
    const { deadline } = readConfig(environmentOf(services.server)).meilisearch;
    for (const name of ['meilisearch', 'meilisearch-2', 'meilisearch-3']) {
      const environment = environmentOf(services[name]);
      expect(environment.MEILI_EXPERIMENTAL_ALLOWED_IP_NETWORKS).toBe('10.9.0.0/24');
      const wait = Number(environment.MEILI_EXPERIMENTAL_REMOTE_SEARCH_TIMEOUT_SECONDS) * 1000;
      expect(wait).toBeLessThan(deadline);
    }
  });

  it('keep the first server where it was: an address decides what lies on it', () => {
    const [before] = readConfig(environmentOf(readCompose(ONE, 'meilisearch', KEYS).services.server))
      .meilisearch.urls;
    expect(readConfig(environmentOf(services.server)).meilisearch.urls).toContain(before);
  });
});

describe('.env.example', () => {
  const example = Object.fromEntries(
    [...read('.env.example').matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );

  it('names every variable that the compose files take, with the value that they take without it', () => {
    const taken = THREE.flatMap((file) => [...read(file).matchAll(/\$\{(\w+):([-?])([^}]*)\}/g)]);
    const { COMPOSE_PROFILES: _composes, ...ours } = example;
    expect([...new Set(taken.map(([, name]) => name))].sort()).toEqual(Object.keys(ours).sort());
    for (const [, name = '', kind, preset] of taken) expect(example[name]).toBe(kind === '-' ? preset : '');
  });

  it('starts the profile that needs it where none is named', () => {
    expect(example.COMPOSE_PROFILES).toBe('meilisearch');
  });

  it('is not the file that is read, which git and the image never see', () => {
    expect(read('.gitignore').split('\n')).toContain('.env');
    expect(read('.dockerignore')).toMatch(/^\*$/m);
    expect(read('.dockerignore')).not.toMatch(/^!.*env/m);
  });
});

describe('docs/operations.md', () => {
  const page = read('docs/operations.md');
  const { services, volumes } = readCompose(THREE, 'meilisearch', KEYS);
  const all = (pattern: RegExp): string[] => [...page.matchAll(pattern)].map(([, name = '']) => name);

  it('names variables that somebody reads', () => {
    const compose = ['COMPOSE_FILE', 'COMPOSE_PROFILES'];
    const engine = ['MEILI_IMPORT_SNAPSHOT', 'MEILI_IMPORT_DUMP', 'MEILI_UPGRADE_DB', ...compose];
    const known = [...THREE, '.env.example', 'core/config.ts'].map(read).join() + engine.join();
    const named = all(/\b((?:MEILI|SEARCH|ENGINE|COMPOSE)_[A-Z_]+|TEXTS|PUBLISH|PARTIAL)\b/g);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('gives commands for services and volumes that are there', () => {
    const asked = [
      ...all(/docker compose (?:exec|restart|stop|logs|cp) (\w[\w-]*)/g),
      ...all(/docker compose run (?:-\S+ (?:(?:restoring|upgrading|[A-Z_]+=\S+) )?)*([\w-]+)/g),
    ];
    expect(asked.length).toBeGreaterThan(8);
    expect(asked.filter((name) => !(name in services))).toEqual([]);
    expect(all(/docker volume rm zhengsou_([\w-]+)/g).filter((name) => !(name in volumes))).toEqual([]);
  });

  it('is where README sends the operator', () => {
    expect(read('README.md')).toContain('(docs/operations.md)');
  });
});
