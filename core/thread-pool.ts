/**
 * Work in threads beside the main one. The only file that knows piscina.
 *
 * A thread runs the default function of `file` on one task after the other; tasks and results cross by structured
 * clone.
 */
import { cpus } from 'node:os';
import { Piscina } from 'piscina';

export interface ThreadPool<Task, Result> {
  /** Rejects with what the thread threw; a PolicyError that crosses a thread keeps its fields but not its class. */
  run(task: Task, signal?: AbortSignal): Promise<Result>;
  /** Tasks that wait for a free thread. */
  readonly waiting: number;
  close(): Promise<void>;
}

export interface PoolOptions {
  readonly threads: number;
  /** Threads that start at once; the others as soon as tasks wait. All, where nothing is said. */
  readonly atStart?: number;
  /** Tasks that a thread has in hand at once: more than one where they wait for something outside. */
  readonly atOnce?: number;
  /** Tasks that a thread is handed beyond them, to begin them without us. Its function is called for them at once, too. */
  readonly ahead?: number;
  readonly data?: unknown;
  readonly heap?: HeapLimits;
}

/**
 * MB that a thread's heap may have. Without them V8 takes what the machine has: it lets the heap grow to four times what is
 * in use before it looks, and what is new to 48 MB.
 */
export interface HeapLimits {
  readonly young: number;
  /** Past it the thread ends, and what it had in hand fails. */
  readonly old: number;
}

export const CORES = cpus().length;

export function openThreadPool<Task, Result>(file: URL, options: PoolOptions): ThreadPool<Task, Result> {
  const { threads, atStart = threads, atOnce = 1, ahead = 0, heap } = options;
  const pool = new Piscina<Task, Result>({
    filename: file.href,
    minThreads: atStart,
    maxThreads: threads,
    workerData: options.data,
    concurrentTasksPerWorker: atOnce + ahead,
    // A thread that sleeps between tasks does not see a connection end, and would use it for the next one.
    atomics: atOnce > 1 ? 'disabled' : 'sync',
    // A thread that is ended while it requires our modules aborts the whole process (V8's IsGraphAsync); imported, it does not.
    execArgv: ['--no-experimental-require-module'],
    idleTimeout: Number.POSITIVE_INFINITY,
    ...(heap === undefined
      ? {}
      : { resourceLimits: { maxYoungGenerationSizeMb: heap.young, maxOldGenerationSizeMb: heap.old } }),
  });
  // Without a task in hand: nothing is lost, and another is there already. One that cannot even start is a fault.
  pool.on('error', (error) => {
    if (pool.threads.length === 0) throw error;
  });
  return {
    run: (task, signal) => pool.run(task, signal ? { signal } : {}),
    get waiting() {
      return pool.queueSize;
    },
    close: () => pool.close({ force: true }),
  };
}
