/**
 * A thread that ends its process when a task in it takes too long or too much memory, or when nobody is left to hear of it.
 */
import { workerData } from 'node:worker_threads';
import type { Watched } from './process-host.js';

const LOOK_MS = 100;

const { tasks, parent, milliseconds, megabytes } = workerData as Watched;
let [seen, since] = [0, 0];

setInterval(() => {
  const now = performance.now();
  const count = Atomics.load(tasks, 0);
  if (count !== seen) [seen, since] = [count, now];
  const isBusy = count % 2 === 1;
  const isOver =
    isBusy && (now - since > milliseconds || process.memoryUsage.rss() > megabytes * 1024 * 1024);
  if (isOver || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, LOOK_MS);
