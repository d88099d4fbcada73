/**
 * The columns of an index, in memory once for all threads that search it.
 *
 * The first thread that wants those of a version is told to load them, the others wait; then all look at the same bytes, which
 * nobody writes to again. The thread that starts them keeps what was loaded last, and nothing of what it replaces: that goes
 * with the last thread that searches it. A search waits for nothing else, and for this without a turn of its loop: it sleeps on
 * a word of memory until its answer lies there, and past `longest` it loads for itself.
 */
import { BroadcastChannel, type MessagePort, receiveMessageOnPort, threadId } from 'node:worker_threads';
import type { Columns } from './columns.js';

/** What threads are started with. */
export interface ColumnsMeeting {
  /** The channel that the keeper listens to. */
  readonly channel: string;
}

interface ColumnsOf {
  readonly version: string;
  readonly columns: Columns;
}

/** A thread's wish; it sleeps on `word`, and finds its answer in the channel `answer`. */
interface Wish {
  readonly wanted: string;
  readonly answer: string;
  readonly word: SharedArrayBuffer;
}

type Told = Wish | { readonly loaded: ColumnsOf } | { readonly failed: string };
/** null: you load them. */
type Answer = Columns | null;

export interface ColumnsKeeper {
  readonly meeting: ColumnsMeeting;
  close(): void;
}

/** ms. Loading takes less: whoever needs longer has died over it. */
const LONGEST = 5000;

let meetings = 0;

/** In the thread that starts the others. */
export function openColumnsKeeper(longest = LONGEST): ColumnsKeeper {
  meetings += 1;
  const name = `columns ${process.pid} ${meetings}`;
  const channel = new BroadcastChannel(name);
  let kept: ColumnsOf | null = null;
  let loading: { readonly version: string; readonly since: number } | null = null;
  let waiting: Wish[] = [];

  const ask = (wish: Wish): void => {
    const isLoading = loading?.version === wish.wanted && performance.now() - loading.since < longest;
    if (kept?.version === wish.wanted) {
      answer(wish, kept.columns);
    } else if (isLoading) {
      waiting.push(wish);
    } else {
      loading = { version: wish.wanted, since: performance.now() };
      answer(wish, null);
    }
  };
  /** Those who wait for it ask again: of what has failed one loads. */
  const ended = (version: string): void => {
    if (loading?.version === version) loading = null;
    const again = waiting.filter(({ wanted }) => wanted === version);
    waiting = waiting.filter(({ wanted }) => wanted !== version);
    again.forEach(ask);
  };
  channel.onmessage = (event) => {
    const told = (event as { readonly data: Told }).data;
    if ('wanted' in told) {
      ask(told);
    } else if ('loaded' in told) {
      kept = told.loaded;
      ended(kept.version);
    } else {
      ended(told.failed);
    }
  };
  channel.unref();
  return { meeting: { channel: name }, close: () => channel.close() };
}

function answer({ answer: name, word }: Wish, columns: Answer): void {
  post(name, columns);
  const sleeping = new Int32Array(word);
  Atomics.store(sleeping, 0, 1);
  Atomics.notify(sleeping, 0);
}

/** By a channel that is not listened to: nothing that others tell is kept in it. */
function post(name: string, message: Told | Answer): void {
  const channel = new BroadcastChannel(name);
  channel.postMessage(message);
  channel.close();
}

/** Those of a version: somebody else's, or as `load` makes them. */
export type FindColumns = (version: string, load: () => Columns) => Columns;

let wishes = 0;

/** In a thread that was given the meeting: never in the one that keeps. @param longest  ms that others are waited for. */
export function openSharedColumns({ channel }: ColumnsMeeting, longest = LONGEST): FindColumns {
  return (version, load) => {
    const shared = wish(channel, version, longest);
    if (shared !== null) return shared;
    try {
      const columns = load();
      post(channel, { loaded: { version, columns } });
      return columns;
    } catch (error) {
      post(channel, { failed: version });
      throw error;
    }
  };
}

function wish(keeper: string, wanted: string, longest: number): Answer {
  wishes += 1;
  const name = `${keeper} ${threadId} ${wishes}`;
  const channel = new BroadcastChannel(name);
  try {
    const word = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    post(keeper, { wanted, answer: name, word });
    Atomics.wait(new Int32Array(word), 0, 0, longest);
    // Node reads of a channel too, which its types do not say.
    return (receiveMessageOnPort(channel as unknown as MessagePort)?.message ?? null) as Answer;
  } finally {
    channel.close();
  }
}
