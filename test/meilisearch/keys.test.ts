/** The server refuses a key that can do more than search, whatever more it is; the one the indexer makes is right. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '../../engine/open.js';
import { openIndexBuild } from '../../engine/open-build.js';
import { CORPUS } from '../contract/corpus.js';
import { fill, REBUILD } from '../contract/engine-under-test.js';
import { query } from '../contract/small-documents.js';
import { ask, keysForOurIndexes, SERVER_RIGHTS, serverKey } from './administration.js';
import { configOf, placeOn, readerOf } from './place.js';
import { noOwnServers, type OwnServer, startServers, stopServers } from './real-servers.js';

afterAll(stopServers);

describe.skipIf(noOwnServers !== null)(`keys (${noOwnServers ?? 'of a real server'})`, () => {
  let servers: readonly OwnServer[];
  let told = '';
  let made: readonly string[] = [];
  const first = (): OwnServer => servers[0] as OwnServer;
  beforeAll(async () => {
    servers = await startServers(2);
    const build = await openIndexBuild(configOf(servers), {
      ...REBUILD,
      tell: (message) => {
        told += `${message}\n`;
      },
    });
    await build.abandon();
    made = await keysOf(first());
    await fill(placeOn(servers, { key: made[0] ?? '' }), CORPUS);
  });
  const statusWith = async (key: string): Promise<unknown> => {
    const engine = openEngine(readerOf(servers, { key }));
    try {
      return await engine.status();
    } finally {
      await engine.close();
    }
  };

  it('the indexer makes one key, the same on every server, hands it out, and it is enough', async () => {
    expect(made).toHaveLength(1);
    const [key] = made;
    expect(await keysOf(servers[1] as OwnServer)).toEqual(made);
    expect(told).toContain(key);
    expect(told).not.toContain(first().masterKey);
    expect(await statusWith(key ?? '')).toMatchObject({ documents: 4, clauses: 18 });
    const engine = openEngine(readerOf(servers, { key: key ?? '' }));
    expect((await engine.search(query('算力'))).total).toBe(5);
    await engine.close();
  });

  it('the indexer makes no second one', async () => {
    let more = '';
    for (const _ of [1, 2]) {
      const build = await openIndexBuild(configOf(servers), {
        ...REBUILD,
        tell: (message) => {
          more += message;
        },
      });
      await build.abandon();
    }
    expect(await keysOf(first())).toEqual(made);
    expect(more).not.toContain(first().masterKey);
  });

  it('that key can neither write, nor read what is not ours, nor see keys', async () => {
    const [key = ''] = made;
    await ask(first(), '/indexes', { method: 'POST', body: { uid: 'other', primaryKey: 'id' } });
    for (const [method, path, body] of [
      ['POST', '/indexes/policy_live/documents', [{ id: 'x' }]],
      ['DELETE', '/indexes/policy_live', undefined],
      ['POST', '/indexes/other/search', { q: '' }],
      ['GET', '/keys', undefined],
    ] as const) {
      await expect(ask(first(), path, { method, body, key })).rejects.toThrow(/40[13]/);
    }
  });

  it.each([
    ['the master key', null],
    ['a key that can write', { ...SERVER_RIGHTS, actions: [...SERVER_RIGHTS.actions, 'documents.add'] }],
    ['a key that can delete', { ...SERVER_RIGHTS, actions: [...SERVER_RIGHTS.actions, 'documents.delete'] }],
    [
      'a key that can delete indexes',
      { ...SERVER_RIGHTS, actions: [...SERVER_RIGHTS.actions, 'indexes.delete'] },
    ],
    [
      'a key that can change settings',
      { ...SERVER_RIGHTS, actions: [...SERVER_RIGHTS.actions, 'settings.update'] },
    ],
    ['a key for all actions', { ...SERVER_RIGHTS, actions: ['*'] }],
    [
      'a key that sees keys',
      { ...SERVER_RIGHTS, actions: [...SERVER_RIGHTS.actions, 'keys.get'], indexes: ['*'] },
    ],
    ['a key for all indexes', { ...SERVER_RIGHTS, indexes: ['*'] }],
    ['a key for one more index', { ...SERVER_RIGHTS, indexes: ['policy_*', 'other'] }],
  ])('%s is refused, and the remedy says which to take', async (what, rights) => {
    const key = rights === null ? first().masterKey : await serverKey(servers, rights);
    const refused = statusWith(key);
    await expect(refused, what).rejects.toMatchObject({
      code: 'engine_key_too_strong',
      remedy: expect.stringContaining('MEILI_KEY'),
    });
    await expect(refused).rejects.not.toThrow(key);
  });

  it('a key that is too weak is refused too', async () => {
    const key = await serverKey(servers, { actions: ['stats.get'], indexes: ['policy_*'] });
    await expect(statusWith(key)).rejects.toMatchObject({ code: 'engine_key_refused' });
  });
});

/** Those with the rights of the server's. */
async function keysOf(server: OwnServer): Promise<string[]> {
  const keys = await keysForOurIndexes(server);
  const exact = [...SERVER_RIGHTS.actions].sort().join();
  return keys
    .filter(({ actions }) => [...actions].sort().join() === exact)
    .map(({ key }) => key)
    .sort();
}
