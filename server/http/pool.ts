/**
 * Answers from worker threads: a broad query holds up neither another query nor the page.
 *
 * The embedded engine keeps its thread busy; one that is asked over the network keeps it waiting, so a thread then has
 * several answers in hand.
 */
import type { Config } from '../../core/config.js';
import { PolicyError } from '../../core/errors.js';
import { CORES, type HeapLimits, openThreadPool } from '../../core/thread-pool.js';
import { openColumnsKeeper } from '../../engine/sqlite/shared-columns.js';
import { type Answers, warmUp, withDictionaries } from '../answer/answers.js';
import { giveUpAt, type Moment } from '../answer/deadline.js';
import type { EngineAnswers } from '../answer/engine-answers.js';
import type { AnswerResult, AnswerTask, AnswerWorkerData } from './answer-worker.js';

const MOST_THREADS = 4; // each keeps rows and texts of its own in memory
/** A thread has some 40 MB in use; a document of 5 MB takes 100 on top while it is marked. */
const HEAP: HeapLimits = { young: 6, old: 384 };
/** Answers that a thread has in hand: so many may hang on a slow engine before the next one waits. */
const AT_ONCE: Readonly<Record<Config['engine'], number>> = { sqlite: 1, meilisearch: 16 };
/** Waiting requests a thread: at some 10 ms each the last one waits half a second, past that it is told to come back. */
const QUEUE = 50;

/** How many threads answer: as many as there are cores, and four at most. */
export function answerThreads(cores: number): number {
  return Math.max(1, Math.min(cores, MOST_THREADS));
}

export interface AnswerPoolOptions {
  readonly waitingPerThread?: number;
  /** Warming the threads ends by then, warm or not. */
  readonly warmUntil?: Moment;
}

/** @throws  (each answer) PolicyError `server_busy` when too many wait; what `Answers` throws. */
export async function openAnswerPool(
  config: Config,
  { waitingPerThread = QUEUE, warmUntil = giveUpAt(config) }: AnswerPoolOptions = {},
): Promise<Answers> {
  const threads = answerThreads(CORES);
  const columns = openColumnsKeeper();
  const data: AnswerWorkerData = { config, meeting: columns.meeting };
  const pool = openThreadPool<AnswerTask, AnswerResult>(new URL('./answer-worker.js', import.meta.url), {
    threads,
    atOnce: AT_ONCE[config.engine],
    data,
    heap: HEAP,
  });

  const run = async (task: AnswerTask): Promise<Exclude<AnswerResult, { failure: unknown }>> => {
    if (pool.waiting >= threads * waitingPerThread) throw serverBusy();
    const result = await pool.run(task);
    if (!('failure' in result)) return result;
    const { code, message, remedy, errors } = result.failure;
    throw new PolicyError(code, message, remedy, errors === null ? {} : { errors });
  };
  const threaded: EngineAnswers = {
    async search(request, question, until = giveUpAt(config)) {
      const result = await run({ kind: 'search', request, question, until });
      if (!('searched' in result)) throw new TypeError('A search was answered with something else.');
      return result.searched;
    },
    async document(id, request, question, until = giveUpAt(config)) {
      const result = await run({ kind: 'document', id, request, question, until });
      if (!('document' in result)) throw new TypeError('A document was answered with something else.');
      return result.document;
    },
    async cited(asked, until = giveUpAt(config)) {
      const result = await run({ kind: 'cited', asked, until });
      if (!('cited' in result)) throw new TypeError('A citation was answered with something else.');
      return result.cited;
    },
    async totals(asked, until = giveUpAt(config)) {
      const result = await run({ kind: 'totals', asked, until });
      if (!('totals' in result)) throw new TypeError('Totals were answered with something else.');
      return result.totals;
    },
    async facetValues(facet, request, question, until = giveUpAt(config)) {
      const result = await run({ kind: 'facetValues', facet, request, question, until });
      if (!('facetValues' in result)) throw new TypeError('A facet was answered with something else.');
      return result.facetValues;
    },
    async catalogue(until = giveUpAt(config)) {
      const result = await run({ kind: 'catalogue', until });
      if (!('catalogue' in result)) throw new TypeError('A catalogue was answered with something else.');
      return result.catalogue;
    },
    async close() {
      await pool.close();
      columns.close();
    },
  };
  // An engine on the network counts what is asked of it: it serves others too.
  const answers = withDictionaries(threaded, config.engine === 'sqlite');
  // What is wrong with the index is told to whoever asks.
  await Promise.allSettled(Array.from({ length: threads }, () => warmUp(answers, warmUntil)));
  return answers;
}

function serverBusy(): PolicyError {
  return new PolicyError('server_busy', 'Too many searches are waiting.', 'Try again in a second.');
}
