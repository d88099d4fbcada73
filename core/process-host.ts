/**
 * The process that `process-apart.ts` opens: it runs the default function of the file that it is given on each task that it is sent.
 *
 * A task that works without a pause hears nobody, not even that its parent is gone. So a thread beside it watches.
 */
import { Worker } from 'node:worker_threads';

export interface ApartAnswer<Result> {
  readonly result: Result;
  /** What the process has in memory after the task. */
  readonly megabytes: number;
}

export interface Watched {
  /** Counted up when a task begins, and when it is done: odd while there is one in hand. */
  readonly tasks: Int32Array;
  /** Its process id as it was told: it may be gone before anything here begins. */
  readonly parent: number;
  readonly milliseconds: number;
  readonly megabytes: number;
}

const [file = '', ...numbers] = process.argv.slice(2);
const [parent = 0, milliseconds = 0, megabytes = 0] = numbers.map(Number);
const tasks = new Int32Array(new SharedArrayBuffer(4));
const watched: Watched = { tasks, parent, milliseconds, megabytes };
new Worker(new URL('./process-watch.js', import.meta.url), {
  workerData: watched,
  execArgv: [],
  resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
}).unref();

// Whoever stops the run at the terminal stops all of its processes; the parent says when this one ends.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit());

const loaded: Promise<{ readonly default: (task: unknown) => Promise<unknown> }> = import(file);
process.on('message', async (task) => {
  const { default: answer } = await loaded;
  Atomics.add(tasks, 0, 1);
  const result = await answer(task);
  Atomics.add(tasks, 0, 1);
  process.send?.({ result, megabytes: process.memoryUsage.rss() / 1024 / 1024 });
});
