/** The indexer looks at the version of every server, says what is untested, and writes it down for those who cannot ask. */
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STATE_ID } from '../../engine/meilisearch/records/records.js';
import { LIVE } from '../../engine/meilisearch/records/settings.js';
import { openIndexBuild } from '../../engine/open-build.js';
import { REBUILD } from '../contract/engine-under-test.js';
import { analyzed } from '../contract/small-documents.js';
import { ask } from './administration.js';
import { configOf } from './place.js';
import { noOwnServers, type OwnServer, type Server, startServer, stopServers } from './real-servers.js';

const fronts: HttpServer[] = [];
afterAll(async () => {
  for (const front of fronts) front.closeAllConnections();
  await Promise.all(fronts.map((front) => new Promise((resolve) => front.close(resolve))));
  await stopServers();
});

describe.skipIf(noOwnServers !== null)(`the version (${noOwnServers ?? 'of a real server'})`, () => {
  let server: OwnServer;
  beforeAll(async () => {
    server = await startServer();
  });
  /** What is told of a build, and the version that its index then has written down. */
  const built = async (on: Server): Promise<{ told: string; written: unknown }> => {
    let told = '';
    const build = await openIndexBuild(configOf([on]), {
      ...REBUILD,
      tell: (message) => {
        told += `${message}\n`;
      },
    });
    await build.add([analyzed({ id: 'one', title: '标题', clauses: ['算力。'] })]);
    await build.commit();
    const state = await ask(server, `/indexes/${LIVE}/documents/${STATE_ID}`);
    return { told, written: (state as { engineVersion: unknown }).engineVersion };
  };

  it('tested: nothing is said, and it is written down', async () => {
    const { pkgVersion } = (await ask(server, '/version')) as { pkgVersion: string };
    const { told, written } = await built(server);
    expect(written).toBe(pkgVersion);
    expect(told).not.toContain(pkgVersion);
  });

  it.each(['1.49.9', '0.30.0', '1.51.0', '2.0.0', 'nightly'])(
    '%s: told, and loaded all the same',
    async (version) => {
      const front = await frontOf(server, version);
      const { told, written } = await built(front);
      expect(told).toContain(version);
      expect(told).toContain('1.50');
      expect(written).toBe(version);
    },
  );
});

/** The real server under another version: everything but that goes through as it is. */
async function frontOf(server: Server, version: string): Promise<Server> {
  const front = createServer(async (request, response) => {
    if (request.url === '/version') {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ commitSha: '', commitDate: '', pkgVersion: version }));
      return;
    }
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk as Buffer);
    const { authorization = '', 'content-type': type = 'application/json' } = request.headers;
    const answer = await fetch(server.url + request.url, {
      method: request.method ?? 'GET',
      headers: { authorization, 'content-type': type },
      ...(body.length > 0 ? { body: Buffer.concat(body) } : {}),
    });
    const content = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(content);
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  fronts.push(front);
  return { url: `http://127.0.0.1:${(front.address() as AddressInfo).port}`, masterKey: server.masterKey };
}
