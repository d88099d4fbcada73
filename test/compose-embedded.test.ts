/** The profiles of docker-compose.yml, and the one of the embedded engine, as far as no process is needed. */
import { describe, expect, it } from 'vitest';
import { readConfig } from '../core/config.js';
import { environmentOf, KEYS, read, readCompose, readProfiles, volumesOf } from './compose-file.js';

const ONE = ['docker-compose.yml'];

describe.each([
  ['docker-compose.yml', ONE],
  ['with docker-compose.shards.yml', [...ONE, 'docker-compose.shards.yml']],
])('the profiles of %s', (_name, files) => {
  const { services, volumes, networks } = readProfiles(files, {});
  const all = Object.values(services);

  it('are two, and share no service, no volume and no start', () => {
    const started = (profile: 'meilisearch' | 'embedded') => readCompose(files, profile, {});
    const [engine, embedded] = [started('meilisearch'), started('embedded')];
    expect(Object.keys(engine.services).length + Object.keys(embedded.services).length).toBe(all.length);
    expect(Object.keys(embedded.services)).toEqual(['embedded-indexer', 'embedded-server']);
    expect(Object.keys(embedded.volumes).filter((name) => name in engine.volumes)).toEqual([]);
    for (const { depends_on = {}, profiles } of all)
      for (const name of Object.keys(depends_on)) expect(services[name]?.profiles).toEqual(profiles);
  });

  it('declare what they use, and use what is declared', () => {
    expect(Object.keys(volumes).sort()).toEqual([...new Set(all.flatMap(volumesOf))].sort());
    const joined = new Set(all.flatMap((service) => service.networks));
    expect(Object.keys(networks).sort()).toEqual([...joined].sort());
  });

  it('publish the page at one address, so one runs at a time, which the file says', () => {
    const published = all.flatMap(({ ports = [] }) => ports);
    expect(new Set(published)).toEqual(new Set(['127.0.0.1:3000:3000']));
    expect(published).toHaveLength(2);
    expect(read('docker-compose.yml')).toContain('One of them at a time');
  });
});

describe('the profile embedded', () => {
  const { services, volumes, networks } = readCompose(ONE, 'embedded', {});
  const { 'embedded-indexer': indexer, 'embedded-server': server } = services;

  it('runs the same image in the same way as with Meilisearch, and needs no key', () => {
    const other = readCompose(ONE, 'meilisearch', KEYS).services;
    for (const service of [indexer, server]) {
      expect(service).toMatchObject({
        build: '.',
        image: 'zhengsou:local',
        read_only: true,
        cap_drop: ['ALL'],
      });
      expect(Object.keys(environmentOf(service)).filter((name) => name.startsWith('MEILI_'))).toEqual([]);
    }
    expect(indexer?.entrypoint).toEqual(other.indexer?.entrypoint);
    expect(indexer?.command).toEqual(other.indexer?.command);
    expect(server?.healthcheck).toEqual(other.server?.healthcheck);
    expect(server?.depends_on).toEqual({
      'embedded-indexer': { condition: 'service_completed_successfully' },
    });
  });

  it('keeps the index in a volume that the server cannot write to, where both look for it', () => {
    expect(indexer?.volumes).toContain('data:/app/data');
    expect(server?.volumes).toEqual(['data:/app/data:ro']);
    expect(Object.keys(volumes).sort()).toEqual(['data', 'embedded-scratch']);
    for (const service of [indexer, server]) {
      const { dataFolder, engine } = readConfig(environmentOf(service));
      expect({ dataFolder, engine }).toEqual({ dataFolder: '/app/data', engine: 'sqlite' });
    }
  });

  it('lets the indexer reach nobody, and publishes the page of the server', () => {
    expect(indexer).toMatchObject({ network_mode: 'none', networks: [] });
    expect(server?.networks).toEqual(['page']);
    expect(networks).toEqual({ page: null });
  });

  it('is started, indexed and checked by the commands of its page', () => {
    const page = read('docs/operations-embedded.md');
    const commands = [...page.matchAll(/^docker compose (.*)$/gm)].map(([, words = '']) => words);
    expect(commands.map((words) => words.startsWith('--profile embedded '))).toEqual([true, true, true]);
    const named = commands.flatMap((words) => words.match(/(?<=(?:run --rm|exec) )[\w-]+/g) ?? []);
    expect(named).toEqual(['embedded-indexer', 'embedded-server']);
  });
});

it('limits what one client may ask, whichever the engine, and takes the word of proxies on private networks', () => {
  const { server } = readCompose(ONE, 'meilisearch', KEYS).services;
  const embedded = readCompose(ONE, 'embedded', {}).services['embedded-server'];
  for (const service of [server, embedded]) {
    const { network } = readConfig({ ...environmentOf(service), MEILI_KEY_FILE: '' });
    expect(network).toEqual({
      ...{ rateLimit: 600, origins: [], basePath: '', trustProxy: ['loopback', 'linklocal', 'uniquelocal'] },
    });
  }
});
