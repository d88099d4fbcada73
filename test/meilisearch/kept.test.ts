/** What is held of an index in memory: less of it changes no answer, and nothing of it outlives what it was true of. */
import { afterAll, describe } from 'vitest';
import { openMeilisearchEngine } from '../../engine/meilisearch/meilisearch-engine.js';
import { describeKept } from '../contract/kept-contract.js';
import { serverKey } from './administration.js';
import { placeOn, readerOf } from './place.js';
import { noServers, noThreeServers, someServers, stopServers } from './real-servers.js';

const PATIENCE = 20_000; // ms

afterAll(stopServers);

describe.each([
  [1, noServers],
  [3, noThreeServers],
])('servers: %i', (count, missing) => {
  describe.skipIf(missing !== null)(missing ?? 'real', () => {
    describeKept(`meilisearch, ${count}`, async () => {
      const servers = await someServers(count);
      const key = await serverKey(servers);
      const { meilisearch } = readerOf(servers, { key, deadline: PATIENCE });
      return {
        ...placeOn(servers, { key, deadline: PATIENCE }),
        openWith: (room) =>
          openMeilisearchEngine(meilisearch, { documents: room, frequencies: room, readings: room }),
      };
    });
  });
});
