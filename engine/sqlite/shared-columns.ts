/**
 * The columns of an index, in memory once for all threads that search it.
 *
 * The first thread that wants those of a version loads them, while the others that want them wait; it tells where they lie,
 * and each looks at the same bytes, which nobody writes to again. A search waits for nothing else: so what was told is
 * fetched when it is wanted, and whoever holds up the others for too long is no longer waited for. A thread that starts later
 * (another has died) is given what was told last. At a swap the old ones go with the last thread that searches them.
 */
import { BroadcastChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import type { Columns } from './columns.js';

interface ToldColumns {
  readonly version: string;
  readonly columns: Columns;
}

/** What threads are started with: goes over to them as it is. */
export interface ColumnsMeeting {
  readonly channel: string;
  /** One word: whether somebody loads. */
  readonly lock: SharedArrayBuffer;
  readonly told: ToldColumns | null;
}

export interface ColumnsKeeper {
  /** As it is now: to be asked for each thread anew. */
  readonly meeting: ColumnsMeeting;
  close(): void;
}

let meetings = 0;

/** In the thread that starts the others. */
export function openColumnsKeeper(): ColumnsKeeper {
  meetings += 1;
  const name = `columns ${meetings}`;
  const lock = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const channel = new BroadcastChannel(name);
  let told: ToldColumns | null = null;
  channel.onmessage = (event) => {
    told = (event as { readonly data: ToldColumns }).data;
  };
  channel.unref();
  return {
    get meeting() {
      return { channel: name, lock, told };
    },
    close: () => channel.close(),
  };
}

/** Those of a version: somebody else's, or as `load` makes them. */
export type FindColumns = (version: string, load: () => Columns) => Columns;

/** Loading takes less: whoever needs longer has died over it. */
const LONGEST_MS = 5000;

/** In a thread that was given the meeting. @param longest  ms that another is waited for. */
export function openSharedColumns(meeting: ColumnsMeeting, longest = LONGEST_MS): FindColumns {
  const channel = new BroadcastChannel(meeting.channel);
  channel.unref();
  const port = channel as unknown as MessagePort; // Node reads of a channel too, which its types do not say
  const lock = new Int32Array(meeting.lock);
  let last = meeting.told;
  const told = (version: string): Columns | null => {
    for (let found = receiveMessageOnPort(port); found; found = receiveMessageOnPort(port)) {
      last = found.message as ToldColumns;
    }
    return last?.version === version ? last.columns : null;
  };
  return (version, load) =>
    told(version) ??
    alone(lock, longest, () => {
      const found = told(version);
      if (found !== null) return found;
      const columns = load();
      last = { version, columns };
      channel.postMessage(last);
      return columns;
    });
}

const [FREE, TAKEN] = [0, 1];

/** Runs while no other thread does; or, of one that does not end, beside it. */
function alone<Result>(lock: Int32Array, longest: number, run: () => Result): Result {
  const until = performance.now() + longest;
  while (Atomics.compareExchange(lock, 0, FREE, TAKEN) === TAKEN) {
    const left = until - performance.now();
    if (left <= 0 || Atomics.wait(lock, 0, TAKEN, left) === 'timed-out') break;
  }
  try {
    return run();
  } finally {
    Atomics.store(lock, 0, FREE);
    Atomics.notify(lock, 0);
  }
}
