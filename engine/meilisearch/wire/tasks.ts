/**
 * Tasks of a server: what is sent is queued, done later, and may fail then. A failed task is an answer like any other:
 * whoever waits reads how it ended.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { PolicyError } from '../../../core/errors.js';
import { toPolicyError } from './failure.js';
import type { EngineServer } from './servers.js';
import { watchQueue } from './standstill.js';

const Enqueued = z.object({ taskUid: z.int(), enqueuedAt: z.string() });
export type Enqueued = z.output<typeof Enqueued>;

const Task = z.object({
  uid: z.int(),
  status: z.enum(['enqueued', 'processing', 'succeeded', 'failed', 'canceled']),
  type: z.string(),
  error: z.object({ message: z.string(), code: z.string() }).nullable(),
  enqueuedAt: z.string(),
});
export type Task = z.output<typeof Task>;

const TaskList = z.object({ results: z.array(Task), total: z.int() });

const FIRST_LOOK = 5; // ms
const SLOWEST_LOOK = 250; // ms

export function readEnqueued(answer: unknown): Enqueued {
  return Enqueued.parse(answer);
}

/** @param params  As of `GET /tasks`; newest first unless `reverse`. */
export async function listTasks(
  { client }: EngineServer,
  params: Readonly<Record<string, string | number>>,
): Promise<z.output<typeof TaskList>> {
  return TaskList.parse(await client.get('tasks', { params }));
}

/** Waits as long as it takes, however the task ends. @throws PolicyError `index_write_failed` where the queue stands still. */
export async function ended(server: EngineServer, uid: number, onLook?: () => Promise<void>): Promise<Task> {
  const expectProgress = watchQueue(server);
  for (let wait = FIRST_LOOK; ; wait = Math.min(wait * 1.5, SLOWEST_LOOK)) {
    const task = Task.parse(await server.client.get(`tasks/${uid}`));
    if (task.status !== 'enqueued' && task.status !== 'processing') return task;
    await expectProgress();
    await onLook?.();
    await pause(wait);
  }
}

/** Waits for what a request has queued. @throws PolicyError `index_write_failed` where it failed, but for these codes. */
export async function done(
  server: EngineServer,
  request: Promise<unknown>,
  expected: readonly string[] = [],
): Promise<Task> {
  const { taskUid } = readEnqueued(await request);
  const task = await ended(server, taskUid);
  if (task.status !== 'succeeded' && !expected.includes(task.error?.code ?? '')) {
    throw taskFailure(server.url, task);
  }
  return task;
}

/** What went wrong with a task, and what to do. Pure. */
export function taskFailure(
  url: string,
  { type, status, error }: Omit<Task, 'uid' | 'enqueuedAt'>,
): PolicyError {
  if (status === 'canceled') {
    return new PolicyError(
      'index_write_failed',
      `A step of the load (${type}) was cancelled in Meilisearch at ${url}.`,
      'Somebody else works on this index; run this again when they are done.',
    );
  }
  const { code = '', message = 'for no reason that it tells' } = error ?? {};
  const known = toPolicyError(url, { kind: 'answered', status: 400, code, message }, 'indexer');
  if (known?.code === 'index_write_failed') return known;
  return new PolicyError(
    'index_write_failed',
    `Meilisearch at ${url} could not do a step of the load (${type}${code === '' ? '' : `, ${code}`}): ${message}`,
    'Look at its log, and whether it has enough memory and disk; then run this again.',
  );
}
