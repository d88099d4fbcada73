/** docker-compose.embedded.yml, as far as no Docker is needed. */
import { describe, expect, it } from 'vitest';
import { readConfig } from '../core/config.js';
import { environmentOf, KEYS, readCompose } from './compose-file.js';

describe('docker-compose.embedded.yml', () => {
  const { services, volumes, networks } = readCompose(['docker-compose.embedded.yml'], {});
  const { indexer, server } = services;

  it('has the indexer and the server, of the same image as with Meilisearch, and needs no key', () => {
    const other = readCompose(['docker-compose.yml'], KEYS).services;
    expect(Object.keys(services).sort()).toEqual(['indexer', 'server']);
    for (const service of [indexer, server]) {
      expect(service).toMatchObject({
        build: '.',
        image: 'zhengsou:local',
        read_only: true,
        cap_drop: ['ALL'],
      });
      expect(service?.environment).not.toHaveProperty('MEILI_MASTER_KEY');
    }
    expect(indexer?.entrypoint).toEqual(other.indexer?.entrypoint);
    expect(server?.healthcheck).toEqual(other.server?.healthcheck);
    expect(server?.depends_on).toEqual({ indexer: { condition: 'service_completed_successfully' } });
  });

  it('keeps the index in a volume that the server cannot write to, where both look for it', () => {
    expect(indexer?.volumes).toContain('data:/app/data');
    expect(server?.volumes).toEqual(['data:/app/data:ro']);
    expect(Object.keys(volumes).sort()).toEqual(['data', 'scratch']);
    for (const service of [indexer, server]) {
      const { dataFolder, engine } = readConfig(environmentOf(service));
      expect({ dataFolder, engine }).toEqual({ dataFolder: '/app/data', engine: 'sqlite' });
    }
    expect(networks[indexer?.networks[0] ?? '']).toEqual({ internal: true });
  });
});
