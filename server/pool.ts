/**
 * Answers from worker threads: a broad query holds up neither another query nor the page.
 */
import type { Config } from '../core/config.js';
import { PolicyError } from '../core/errors.js';
import { CORES, openThreadPool } from '../core/thread-pool.js';
import type { AnswerResult, AnswerTask } from './answer-worker.js';
import type { Answers } from './answers.js';

const MOST_THREADS = 4; // each holds the index's columns in memory
/** Waiting requests a thread: at some 10 ms each the last one waits half a second, past that it is told to come back. */
const QUEUE = 50;

/** @throws  (each answer) PolicyError `server_busy` when too many wait; what `Answers` throws. */
export async function openAnswerPool(config: Config, waitingPerThread = QUEUE): Promise<Answers> {
  const threads = Math.max(1, Math.min(CORES, MOST_THREADS));
  const pool = openThreadPool<AnswerTask, AnswerResult>(new URL('./answer-worker.js', import.meta.url), {
    threads,
    data: config,
  });

  const run = async (task: AnswerTask): Promise<Exclude<AnswerResult, { failure: unknown }>> => {
    if (pool.waiting >= threads * waitingPerThread) throw serverBusy();
    const result = await pool.run(task);
    if (!('failure' in result)) return result;
    const { code, message, remedy, errors } = result.failure;
    throw new PolicyError(code, message, remedy, errors === null ? {} : { errors });
  };
  // What is wrong with the index is told to whoever asks.
  await Promise.allSettled(Array.from({ length: threads }, () => pool.run({ kind: 'warm' })));

  return {
    async search(request) {
      const result = await run({ kind: 'search', request });
      if (!('searched' in result)) throw new TypeError('A search was answered with something else.');
      return result.searched;
    },
    async document(id, request) {
      const result = await run({ kind: 'document', id, request });
      if (!('document' in result)) throw new TypeError('A document was answered with something else.');
      return result.document;
    },
    async citation(task) {
      const result = await run({ kind: 'citation', task });
      if (!('citation' in result)) throw new TypeError('A citation was answered with something else.');
      return result.citation;
    },
    close: () => pool.close(),
  };
}

function serverBusy(): PolicyError {
  return new PolicyError('server_busy', 'Too many searches are waiting.', 'Try again in a second.');
}
