/**
 * Payloads of a build on their way into one index of one server.
 *
 * All are sent, then waited for: the server does what waits together. A few are under way at a time, so that memory is
 * bounded; its queue is looked at meanwhile, so that a run that has failed does not go on.
 */
import { RequestRefused } from '../wire/client.js';
import type { EngineServer } from '../wire/servers.js';
import { type Enqueued, ended, listTasks, readEnqueued, taskFailure } from '../wire/tasks.js';
import type { Payload } from './payloads.js';

export interface Sending {
  /** Resolves when there is room for another. @throws PolicyError what became of this one or an earlier one. */
  send(payload: Payload): Promise<void>;
  /** Queues something else behind what was sent. */
  queue(request: () => Promise<unknown>): Promise<void>;
  /** Waits until all is done. @throws PolicyError `index_write_failed` where any of it failed. */
  finish(onProgress: (clauses: number) => void): Promise<void>;
  /** Payloads that were handed over; what became of them may not be known. */
  readonly begun: number;
}

const LOOK_EVERY = 1000; // ms

/** @param atOnce  Payloads under way at a time: 1 keeps them in order. */
export function openSending(server: EngineServer, index: string, atOnce: number): Sending {
  const { client, url } = server;
  const underWay = new Set<Promise<void>>();
  /** Clauses up to the end of each task, in the order in which the server does them. */
  const tasks: { readonly uid: number; readonly clauses: number }[] = [];
  let begun = 0;
  let failure: { readonly error: unknown } | null = null;
  let lookedAt = performance.now();

  const note = ({ taskUid }: Enqueued, clauses: number): void => {
    tasks.push({ uid: taskUid, clauses });
  };
  const check = (): void => {
    if (failure) throw failure.error;
  };
  /** The first of ours that failed, if any did. */
  const look = async (): Promise<void> => {
    lookedAt = performance.now();
    if (tasks.length === 0) return;
    const from = Math.min(...tasks.map(({ uid }) => uid));
    const { results } = await listTasks(server, {
      ...{ indexUids: index, statuses: 'failed,canceled' },
      ...{ from, reverse: 'true', limit: 1 },
    });
    if (results[0]) throw taskFailure(url, results[0]);
  };
  const lookAtTimes = async (): Promise<void> => {
    if (performance.now() - lookedAt > LOOK_EVERY) await look();
  };
  const drain = async (): Promise<void> => {
    await Promise.all(underWay);
    check();
  };

  return {
    get begun() {
      return begun;
    },

    async send({ lines, clauses }) {
      check();
      begun += 1;
      const sent: Promise<void> = client
        .postLines(`indexes/${index}/documents`, lines)
        .then((answer) => note(readEnqueued(answer), clauses))
        .catch((error) => {
          failure ??= { error };
          // Refused, it changes nothing; without an answer nobody knows.
          if (error instanceof RequestRefused && error.refusal.kind === 'answered') begun -= 1;
        })
        .finally(() => underWay.delete(sent));
      underWay.add(sent);
      while (underWay.size >= atOnce) await Promise.race(underWay);
      check();
      await lookAtTimes();
    },

    async queue(request) {
      await drain();
      note(readEnqueued(await request()), 0);
    },

    async finish(onProgress) {
      await drain();
      tasks.sort((one, other) => one.uid - other.uid);
      const last = tasks.at(-1);
      if (last === undefined) return;
      await ended(server, last.uid, async () => {
        if (performance.now() - lookedAt < LOOK_EVERY) return;
        await look();
        onProgress(await clausesDone());
      });
      await look();
      onProgress(tasks.reduce((sum, { clauses }) => sum + clauses, 0));
    },
  };

  /** Of tasks that are done, and of those that the server works on as far as it says it is. */
  async function clausesDone(): Promise<number> {
    const [waiting, working] = await Promise.all(
      ['enqueued', 'processing'].map(async (statuses) => {
        return (await listTasks(server, { indexUids: index, statuses, limit: 1 })).total;
      }),
    );
    const finished = Math.max(0, tasks.length - (waiting ?? 0) - (working ?? 0));
    const sum = (from: number, to: number): number =>
      tasks.slice(from, to).reduce((all, { clauses }) => all + clauses, 0);
    const share = working === 0 ? 0 : await batchShare();
    return Math.round(sum(0, finished) + share * sum(finished, finished + (working ?? 0)));
  }

  async function batchShare(): Promise<number> {
    const params = { indexUids: index, statuses: 'processing', limit: 1 };
    const answer = (await client.get('batches', { params })) as {
      readonly results?: readonly { readonly progress?: { readonly percentage?: number } | null }[];
    };
    return (answer.results?.[0]?.progress?.percentage ?? 0) / 100;
  }
}
