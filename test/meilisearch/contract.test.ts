import { afterAll, describe } from 'vitest';
import { describeEngine } from '../contract/engine-contract.js';
import type { EngineUnderTest } from '../contract/engine-under-test.js';
import { serverKey } from './administration.js';
import { placeOn } from './place.js';
import { noServers, noThreeServers, type Server, someServers, stopServers } from './real-servers.js';

const PATIENCE = 20_000; // ms; what is tested is the answers, whatever else the machine does

/** The same servers for every place: each `dispose` leaves them empty. */
function places(count: number): () => Promise<EngineUnderTest> {
  let started: Promise<{ servers: readonly Server[]; key: string }> | null = null;
  const start = async (): Promise<{ servers: readonly Server[]; key: string }> => {
    const servers = await someServers(count);
    return { servers, key: await serverKey(servers) };
  };
  return async () => {
    started ??= start();
    const { servers, key } = await started;
    return placeOn(servers, { key, deadline: PATIENCE });
  };
}

afterAll(stopServers);

/** A run makes an index and updates it, some 4 s on one server and 8 s on three. ZHENGSOU_RUNS: more of them. */
const runsOf = (usual: number): number => Number(process.env.ZHENGSOU_RUNS ?? usual);

describe.each([
  [1, noServers, runsOf(12)],
  [3, noThreeServers, runsOf(6)],
])('servers: %i', (count, missing, runs) => {
  describe.skipIf(missing !== null)(missing ?? 'real', () => {
    describeEngine(`meilisearch, ${count}`, places(count), runs);
  });
});
