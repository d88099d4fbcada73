/** The indexes of a build on one server: made, swapped and deleted. */

import { IndexState, STATE_ID } from '../records/records.js';
import { LIVE, NEXT, SETTINGS } from '../records/settings.js';
import { RequestRefused } from './client.js';
import type { EngineServer } from './servers.js';
import { done, ended, listTasks, readEnqueued, taskFailure } from './tasks.js';

/** Everything that was queued for these indexes and is not done. */
export async function cancelTasks(server: EngineServer, indexes: readonly string[]): Promise<void> {
  const params = { indexUids: indexes.join(','), statuses: 'enqueued,processing' };
  await done(server, server.client.post('tasks/cancel', {}, { params }));
}

export async function deleteIndex(server: EngineServer, index: string): Promise<void> {
  if (await isThere(server, index))
    await done(server, server.client.delete(`indexes/${index}`), ['index_not_found']);
}

/** With our settings. One that is there is left as it is, but for those. */
export async function createIndex(server: EngineServer, index: string): Promise<void> {
  await createEmpty(server, index);
  await done(server, server.client.patch(`indexes/${index}/settings`, SETTINGS));
}

export async function createEmpty(server: EngineServer, index: string): Promise<void> {
  if (await isThere(server, index)) return;
  await done(server, server.client.post('indexes', { uid: index, primaryKey: 'id' }), [
    'index_already_exists',
  ]);
}

/** Asked first, so that no task of the queue fails where nothing is wrong. */
async function isThere({ client }: EngineServer, index: string): Promise<boolean> {
  try {
    await client.get(`indexes/${index}`);
    return true;
  } catch (error) {
    if (error instanceof RequestRefused && error.refusal.code === 'index_not_found') return false;
    throw error;
  }
}

/**
 * NEXT serves, and LIVE becomes NEXT. A swap that is done twice is none: a request whose answer is lost is looked for in
 * the queue before it is sent again.
 */
export async function swap(server: EngineServer): Promise<void> {
  const before = await newestSwap(server);
  const { client } = server;
  const body = [{ indexes: [LIVE, NEXT], rename: false }];
  let uid: number | null = null;
  try {
    uid = readEnqueued(await client.post('swap-indexes', body, { once: true })).taskUid;
  } catch (error) {
    const now = await newestSwap(server); // waits until the server is back
    if (now === before) throw error;
    uid = now;
  }
  const task = await ended(server, uid as number);
  if (task.status !== 'succeeded') throw taskFailure(server.url, task);
}

async function newestSwap(server: EngineServer): Promise<number | null> {
  const { results } = await listTasks(server, { types: 'indexSwap', limit: 1 });
  return results[0]?.uid ?? null;
}

/** Version of what serves; null where nothing does. */
export async function versionOf({ client }: EngineServer): Promise<string | null> {
  try {
    const state = IndexState.safeParse(await client.get(`indexes/${LIVE}/documents/${STATE_ID}`));
    return state.data?.version ?? null;
  } catch {
    return null;
  }
}

export async function countRecords({ client }: EngineServer, index: string): Promise<number> {
  const { numberOfDocuments } = (await client.get(`indexes/${index}/stats`)) as { numberOfDocuments: number };
  return numberOfDocuments;
}
