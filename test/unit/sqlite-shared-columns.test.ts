import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { transformWithOxc } from 'vite';
import { afterEach, describe, expect, it } from 'vitest';
import { type ColumnsKeeper, openColumnsKeeper } from '../../engine/sqlite/shared-columns.js';

/** What a thread is asked: the columns of a version; what it loads says `loads`, null fails; `writes` is written over what it has. */
interface Asked {
  readonly version: string;
  readonly loads: number | null;
  /** ms that loading takes. */
  readonly takes?: number;
  readonly writes?: number;
}

/** The module itself in a thread, with columns of one number in memory that is shared. */
const THREAD = `${await javascriptOf('../../engine/sqlite/shared-columns.ts')}
import { parentPort, workerData } from 'node:worker_threads';
const find = openSharedColumns(workerData.meeting, workerData.longest);
parentPort.on('message', ({ version, loads, takes = 0, writes }) => {
  let loaded = false;
  const load = () => {
    if (loads === null) throw new Error('told to');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, takes);
    loaded = true;
    const lengths = new Uint16Array(new SharedArrayBuffer(2));
    lengths[0] = loads;
    return { lengths };
  };
  try {
    const { lengths } = find(version, load);
    if (writes !== undefined) lengths[0] = writes;
    parentPort.postMessage({ has: lengths[0], loaded });
  } catch (error) {
    parentPort.postMessage({ failed: error.message });
  }
});`;

async function javascriptOf(path: string): Promise<string> {
  const file = fileURLToPath(new URL(path, import.meta.url));
  return (await transformWithOxc(readFileSync(file, 'utf8'), file)).code;
}

const open: { keepers: ColumnsKeeper[]; threads: Worker[] } = { keepers: [], threads: [] };

function openKeeper(longest?: number): ColumnsKeeper {
  const keeper = openColumnsKeeper(longest);
  open.keepers.push(keeper);
  return keeper;
}

function openThread({ meeting }: ColumnsKeeper, longest?: number): Worker {
  const url = new URL(`data:text/javascript,${encodeURIComponent(THREAD)}`);
  const thread = new Worker(url, { workerData: { meeting, longest } });
  open.threads.push(thread);
  return thread;
}

function ask(thread: Worker, asked: Asked): Promise<unknown> {
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.postMessage(asked);
  });
}

afterEach(async () => {
  await Promise.all(open.threads.splice(0).map((thread) => thread.terminate()));
  for (const keeper of open.keepers.splice(0)) keeper.close();
});

describe('columns of threads that search the same index', () => {
  it('are loaded by one, however many ask at once, and are the same bytes for all', async () => {
    const keeper = openKeeper();
    const threads = [1, 2, 3].map(() => openThread(keeper));
    const found = await Promise.all(
      threads.map((thread) => ask(thread, { version: 'a', loads: 7, takes: 50 })),
    );
    expect(found.filter((one) => (one as { loaded: boolean }).loaded)).toHaveLength(1);
    const [first, second] = threads as [Worker, Worker];
    await ask(first, { version: 'a', loads: null, writes: 8 });
    expect(await ask(second, { version: 'a', loads: null })).toEqual({ has: 8, loaded: false });
  });

  it('are found by a thread that starts later', async () => {
    const keeper = openKeeper();
    await ask(openThread(keeper), { version: 'a', loads: 7 });
    expect(await ask(openThread(keeper), { version: 'a', loads: null })).toEqual({ has: 7, loaded: false });
  });

  it('are those of the version that is asked for, after a swap', async () => {
    const keeper = openKeeper();
    const [first, second] = [openThread(keeper), openThread(keeper)];
    await ask(first, { version: 'a', loads: 7 });
    expect(await ask(second, { version: 'b', loads: 9 })).toEqual({ has: 9, loaded: true });
    expect(await ask(first, { version: 'b', loads: null })).toEqual({ has: 9, loaded: false });
  });

  it('are told to nobody of another server', async () => {
    await ask(openThread(openKeeper()), { version: 'a', loads: 7 });
    const other = openThread(openKeeper());
    expect(await ask(other, { version: 'a', loads: 9 })).toEqual({ has: 9, loaded: true });
  });

  it('are loaded by the next where one could not', async () => {
    const keeper = openKeeper();
    const [first, second] = [openThread(keeper), openThread(keeper)];
    expect(await ask(first, { version: 'a', loads: null })).toEqual({ failed: 'told to' });
    expect(await ask(second, { version: 'a', loads: 7 })).toEqual({ has: 7, loaded: true });
  });

  it('are not waited for where a thread has died over them', async () => {
    const keeper = openKeeper(100);
    const [first, second, third] = [1, 2, 3].map(() => openThread(keeper, 100)) as [Worker, Worker, Worker];
    void ask(first, { version: 'a', loads: 7, takes: 60_000 }).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 30));
    const waiting = ask(second, { version: 'a', loads: 8 });
    await first.terminate();
    expect(await waiting).toEqual({ has: 8, loaded: true });
    expect(await ask(third, { version: 'a', loads: null })).toEqual({ has: 8, loaded: false });
  });

  it('are loaded by whoever wants them where nobody keeps them', async () => {
    const keeper = openKeeper();
    const thread = openThread(keeper, 50);
    keeper.close();
    expect(await ask(thread, { version: 'a', loads: 7 })).toEqual({ has: 7, loaded: true });
  });
});
