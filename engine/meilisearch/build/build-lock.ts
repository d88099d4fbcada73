/**
 * One build at a time: the index `policy_lock` on the first server, which is made by one request and can be made once. Its
 * primary key names who holds it.
 *
 * A killed run leaves it behind. It is taken over when its holder was a process of this machine that is gone, or when it has
 * given no sign of life for a minute: the holder gives one every ten seconds, a task that changes nothing. What counts is
 * when that was queued, by the server's clock: it may be done much later.
 */
import { hostname } from 'node:os';
import { PolicyError } from '../../../core/errors.js';
import { bootOf, isRunning, startOf } from '../../process-identity.js';
import { LOCK } from '../records/settings.js';
import { RequestRefused } from '../wire/client.js';
import type { EngineServer } from '../wire/servers.js';
import { done, ended, listTasks, readEnqueued, taskFailure } from '../wire/tasks.js';
import { holderFrom, holderKey } from './lock-holder.js';

export interface BuildLock {
  /** @throws PolicyError `index_busy` where another run has taken it over. */
  check(): Promise<void>;
  /** @param by  The same server, where the lock's own client is stopped. */
  release(by?: EngineServer): Promise<void>;
}

const SIGN_OF_LIFE = 10_000; // ms
const DEAD_AFTER = 60_000; // ms
const NO_TASK = 4_294_967_294; // a task that there is none of
const TELL_AFTER = 2000; // ms

/** @throws PolicyError `index_busy` while another run has it. */
export async function takeBuildLock(
  server: EngineServer,
  tell: (message: string) => void,
): Promise<BuildLock> {
  const { client } = server;
  const mine = ownKey();
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const held = await readLock(server);
    if (held === null) {
      if (await create()) return hold();
    } else if (await isAlive(server, held)) {
      throw busy(server, held);
    } else {
      tell('A run that was broken off has left its lock; taking it over.');
      await done(server, client.delete(`indexes/${LOCK}`), ['index_not_found']);
    }
  }
  throw busy(server, await readLock(server));

  async function create(): Promise<boolean> {
    const began = performance.now();
    let told = false;
    const { taskUid } = readEnqueued(await client.post('indexes', { uid: LOCK, primaryKey: mine }));
    const task = await ended(server, taskUid, async () => {
      if (told || performance.now() - began < TELL_AFTER) return;
      told = true;
      tell(`Meilisearch at ${server.url} is busy with something else; waiting until it is done …`);
    });
    if (task.status !== 'succeeded' && task.error?.code !== 'index_already_exists') {
      throw taskFailure(server.url, task);
    }
    return (await readLock(server))?.key === mine;
  }

  function hold(): BuildLock {
    const timer = setInterval(() => {
      client.patch(`indexes/${LOCK}`, {}).catch(() => undefined); // the next one may get through
    }, SIGN_OF_LIFE);
    timer.unref();
    return {
      async check() {
        const held = await readLock(server);
        if (held?.key !== mine) throw busy(server, held);
      },
      async release(by = server) {
        clearInterval(timer);
        if ((await readLock(by))?.key !== mine) return;
        await done(by, by.client.delete(`indexes/${LOCK}`), ['index_not_found']);
      },
    };
  }
}

function ownKey(): string {
  return holderKey({ host: hostname(), boot: bootOf(), pid: process.pid, start: startOf(process.pid) });
}

interface Lock {
  readonly key: string;
  readonly createdAt: string;
}

async function readLock({ client }: EngineServer): Promise<Lock | null> {
  try {
    const found = (await client.get(`indexes/${LOCK}`)) as { primaryKey: string | null; createdAt: string };
    return { key: found.primaryKey ?? '', createdAt: found.createdAt };
  } catch (error) {
    if (error instanceof RequestRefused && error.refusal.code === 'index_not_found') return null;
    throw error;
  }
}

async function isAlive(server: EngineServer, { key, createdAt }: Lock): Promise<boolean> {
  const holder = holderFrom(key);
  const me = holderFrom(ownKey());
  if (holder && holder.host === me?.host && holder.boot === me.boot)
    return isRunning(holder.pid, holder.start);
  const { results } = await listTasks(server, { indexUids: LOCK, limit: 1 });
  const sign = Date.parse(results[0]?.enqueuedAt ?? createdAt);
  return Date.parse(await serverTime(server)) - sign < DEAD_AFTER;
}

/** By a task that does nothing: clocks of two machines differ. */
async function serverTime({ client }: EngineServer): Promise<string> {
  return readEnqueued(await client.post('tasks/cancel', {}, { params: { uids: NO_TASK } })).enqueuedAt;
}

function busy({ url }: EngineServer, lock: Lock | null): PolicyError {
  const holder = holderFrom(lock?.key ?? '');
  const who = holder ? `process ${holder.pid} on ${holder.host}` : 'unknown';
  const since = lock === null ? '' : `, since ${lock.createdAt.slice(0, 19)}Z`;
  return new PolicyError(
    'index_busy',
    `Another run is building the index in Meilisearch at ${url} (${who}${since}).`,
    'Wait until it is done, or stop it; one that was killed is taken for dead within a minute.',
  );
}
