/** What tests do to a server with its master key, past the adapter: look, wipe, make keys. Plain HTTP. */
import { randomUUID } from 'node:crypto';
import type { Server } from './real-servers.js';

export const OURS = /^policy_/;
const WAIT = 120_000; // ms for one task

/** What the server needs and no more. */
export const SERVER_RIGHTS = {
  actions: ['search', 'documents.get', 'indexes.get', 'stats.get'],
  indexes: ['policy_*'],
} as const;

/** @throws Error with what the server answered, where that is no success. */
export async function ask(
  { url, masterKey }: Server,
  path: string,
  { method = 'GET', body, key = masterKey }: { method?: string; body?: unknown; key?: string } = {},
): Promise<unknown> {
  const response = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}

/** Uids of all indexes of ours, sorted. */
export async function listIndexes(server: Server): Promise<string[]> {
  const { results } = (await ask(server, '/indexes?limit=1000')) as { results: { uid: string }[] };
  return results
    .map(({ uid }) => uid)
    .filter((uid) => OURS.test(uid))
    .sort();
}

/** Deletes every index of ours. */
export async function wipe(server: Server): Promise<void> {
  const tasks = await Promise.all(
    (await listIndexes(server)).map((uid) => ask(server, `/indexes/${uid}`, { method: 'DELETE' })),
  );
  for (const task of tasks) await settled(server, (task as { taskUid: number }).taskUid);
}

/** Waits until the server has nothing left to do. */
export async function idle(server: Server): Promise<void> {
  const open = async (): Promise<number> => {
    const { total } = (await ask(server, '/tasks?statuses=enqueued,processing&limit=1')) as { total: number };
    return total;
  };
  const limit = performance.now() + WAIT;
  while ((await open()) > 0) {
    if (performance.now() > limit) throw new Error(`${server.url} is still busy.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function settled(server: Server, task: number): Promise<void> {
  const limit = performance.now() + WAIT;
  while (performance.now() < limit) {
    const { status } = (await ask(server, `/tasks/${task}`)) as { status: string };
    if (status !== 'enqueued' && status !== 'processing') return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`Task ${task} of ${server.url} takes too long.`);
}

interface Rights {
  readonly actions: readonly string[];
  readonly indexes: readonly string[];
}

/** Makes a key. @returns what is sent as the bearer. */
export async function makeKey(server: Server, rights: Rights, uid = randomUUID()): Promise<string> {
  const body = { ...rights, uid, expiresAt: null };
  const { key } = (await ask(server, '/keys', { method: 'POST', body })) as { key: string };
  return key;
}

/** A key, of the server's rights if no others are given, that is the same on each of them: they have one master key. */
export async function serverKey(servers: readonly Server[], rights: Rights = SERVER_RIGHTS): Promise<string> {
  const uid = randomUUID();
  const keys = await Promise.all(servers.map((server) => makeKey(server, rights, uid)));
  if (new Set(keys).size !== 1) throw new Error('These servers do not have the same master key.');
  return keys[0] ?? '';
}

/** Every key of a server but the default ones. */
export async function keysForOurIndexes(server: Server): Promise<{ key: string; actions: string[] }[]> {
  const { results } = (await ask(server, '/keys?limit=1000')) as {
    results: { key: string; actions: string[]; indexes: string[] }[];
  };
  return results.filter(({ indexes }) => indexes.some((index) => OURS.test(index)));
}
