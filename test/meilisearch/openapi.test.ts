/** The contract, of the built server before a real Meilisearch: questions drawn from openapi.json, as on the embedded engine. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askEverything, type Contract } from '../http/asked-from-document.js';
import { ROOT } from '../source-files.js';
import { keysForOurIndexes } from './administration.js';
import { type BuiltServer, notBuilt, startBuiltServer } from './built-server.js';
import { environmentOf } from './place.js';
import { noOwnServers, type OwnServer, startServers, stopServers } from './real-servers.js';

const DEADLINE = 30_000; // ms: what is asked is what the answers are, not how soon
const missing = noOwnServers ?? notBuilt;

describe.skipIf(missing !== null)(`the contract (${missing ?? 'and a real engine'})`, () => {
  let server: BuiltServer;
  beforeAll(async () => {
    const engines = await startServers(1);
    await promisify(execFile)(
      process.execPath,
      [join(ROOT, 'dist/indexer/cli.js'), 'seeds', '--engine', 'meilisearch'],
      { cwd: ROOT, env: { PATH: process.env.PATH, ...environmentOf(engines) } },
    );
    const key = (await keysForOurIndexes(engines[0] as OwnServer))[0]?.key ?? '';
    server = await startBuiltServer(environmentOf(engines, { key, masterKey: '', deadline: DEADLINE }));
  });
  afterAll(async () => {
    await server?.stop();
    await stopServers();
  });

  it('is what is answered, and no question is a fault', async () => {
    const contract = (await server.get('/openapi.json')).json as Contract;
    const answered = await askEverything(contract, (address) => fetch(server.origin + address), 60);
    expect([...answered.keys()]).toEqual(
      expect.arrayContaining(['search 200', 'search 400', 'document 200', 'document 404', 'suggest 200']),
    );
  });
});
