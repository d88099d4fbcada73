/**
 * Answers from worker threads: a broad query holds up neither another query nor the page.
 *
 * The embedded engine keeps its thread busy; one that is asked over the network keeps it waiting, so a thread then has
 * several answers in hand. What waits, waits in our lanes.
 */
import type { Config } from '../../core/config.js';
import { PolicyError } from '../../core/errors.js';
import { CORES, type HeapLimits, openThreadPool } from '../../core/thread-pool.js';
import { openColumnsKeeper } from '../../engine/sqlite/shared-columns.js';
import { type Answers, warmUp, withDictionaries } from '../answer/answers.js';
import { openCompany } from '../answer/company.js';
import { COSTS, costAsTyped, costOfExplanation, costOfSearch, costOfTotal } from '../answer/cost.js';
import type { AskedTotal, Totals } from '../answer/counts.js';
import { clientLeft, giveUpAt, inTime, type Patience } from '../answer/deadline.js';
import type { EngineAnswers } from '../answer/engine-answers.js';
import { searchedAs, type WrittenSearch } from '../answer/searched.js';
import type { AnswerResult, AnswerTask, AnswerWorkerData, AskedTask } from './answer-worker.js';
import { DEAR, laneOf, openLanes } from './lanes.js';

const MOST_THREADS = 4; // each keeps rows and texts of its own in memory
/** A thread has some 30 MB in use; a document of 5 MB takes 100 on top while it is marked. */
const OLD = 384;
const YOUNG = 12;
/** Beside a large corpus two threads have three times as much, and answer with a twentieth less: the room of four. */
const MOST_YOUNG = 36;
const YOUNG_OF_ALL = 96; // each thread beyond the first takes as much again for what is not new
/** Answers that a thread has in hand: so many may hang on a slow engine before the next one waits. */
const AT_ONCE: Readonly<Record<Config['engine'], number>> = { sqlite: 1, meilisearch: 16 };
/** Cheap tasks that a thread is handed before it has done the one in hand. */
const AHEAD: Readonly<Record<Config['engine'], number>> = { sqlite: 1, meilisearch: 0 };
/** Waiting requests a thread, in each lane: whatever they are thought to take. */
const QUEUE = 50;
/** ms that a thread has to tell by itself that it is too late. */
const LATE = 50;

/** How many threads answer: as many as there are cores, and four at most. */
export function answerThreads(cores: number): number {
  return Math.max(1, Math.min(cores, MOST_THREADS));
}

export interface AnswerPoolOptions {
  readonly waitingPerThread?: number;
  readonly threads?: number;
  /** Whether the corpus is: see `isLarge`. */
  readonly large?: boolean;
  /** Warming the threads ends by then, warm or not. */
  readonly warmUntil?: Patience;
}

function heapOf(threads: number, large: boolean): HeapLimits {
  const share = YOUNG_OF_ALL / threads - YOUNG;
  return { young: large ? Math.max(YOUNG, Math.min(MOST_YOUNG, share)) : YOUNG, old: OLD };
}

type Done = Exclude<AnswerResult, { failure: unknown }>;

/**
 * @throws  (each answer) PolicyError `server_busy` when too many wait, `client_left` when nobody waits for it any more; what
 *          `Answers` throws.
 */
export async function openAnswerPool(
  config: Config,
  {
    waitingPerThread = QUEUE,
    threads = answerThreads(CORES),
    large = false,
    warmUntil,
  }: AnswerPoolOptions = {},
): Promise<Answers> {
  const atOnce = AT_ONCE[config.engine];
  const ahead = AHEAD[config.engine];
  const columns = openColumnsKeeper();
  const data: AnswerWorkerData = { config, meeting: columns.meeting };
  const pool = openThreadPool<AnswerTask, AnswerResult>(new URL('./answer-worker.js', import.meta.url), {
    ...{ threads, atOnce, ahead, data, heap: heapOf(threads, large) },
  });
  const lanes = openLanes({
    ...{ places: threads * atOnce, ahead: threads * ahead, mostWaiting: threads * waitingPerThread },
    ...{ refuse: serverBusy, giveUp: clientLeft },
  });
  const usual = (): Patience => ({ until: giveUpAt(config) });
  /** What was begun for a request, by its cost: what it still needs is not refused, and comes to be dear. */
  const begun = new WeakMap<Patience, number>();

  const run = async (
    task: AskedTask,
    patience: Patience,
    cost: number,
    whole: number = cost,
  ): Promise<Done> => {
    const before = begun.get(patience);
    const lane = patience.isAhead ? 'dear' : laneOf((before ?? 0) + cost);
    const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const begin = (): Promise<AnswerResult> => {
      begun.set(patience, (begun.get(patience) ?? 0) + cost);
      return pool.run({ ...task, until: patience.until, stop });
    };
    const asked = lanes.ask({ lane, cost, whole, patience, run: begin }, before !== undefined);
    const result = await whileWaited(asked, patience, () => Atomics.store(stop, 0, 1));
    if (!('failure' in result)) return result;
    const { code, message, remedy, errors } = result.failure;
    throw new PolicyError(code, message, remedy, errors === null ? {} : { errors });
  };
  const totalsOf = async (asked: readonly AskedTotal[], patience: Patience): Promise<Totals> => {
    const cost = asked.reduce((sum, one) => sum + costOfTotal(one), 0);
    const result = await run({ kind: 'totals', asked }, patience, cost);
    if (!('totals' in result)) throw new TypeError('Totals were answered with something else.');
    return result.totals;
  };

  const threaded: EngineAnswers = {
    refuseEarly(request, patience) {
      const cost = costAsTyped(request);
      if (patience && lanes.isFull(cost, laneOf(cost), patience)) throw serverBusy();
    },
    async search(request, question, patience = usual()) {
      const cost = costOfSearch(request, question);
      const whole = cost + (request.explain === 'on' ? costOfExplanation(question) : 0);
      const result = await run({ kind: 'search', request, question }, patience, cost, whole);
      if ('written' in result) return searchedAs(withBuffer(result.written), result.version);
      if (!('searched' in result)) throw new TypeError('A search was answered with something else.');
      return result.searched;
    },
    async document(id, request, question, patience = usual()) {
      const result = await run({ kind: 'document', id, request, question }, patience, COSTS.document);
      if (!('document' in result)) throw new TypeError('A document was answered with something else.');
      return result.document;
    },
    async cited(asked, patience = usual()) {
      const result = await run({ kind: 'cited', asked }, patience, COSTS.cited);
      if (!('cited' in result)) throw new TypeError('A citation was answered with something else.');
      return result.cited;
    },
    /** In pieces, one after the other: what is cheap gets in between. */
    async totals(asked, patience = usual()) {
      const pieces: Totals[] = [];
      for (const piece of inPieces(asked)) pieces.push(await totalsOf(piece, patience));
      return joined(pieces);
    },
    async facetValues(facet, request, question, patience = usual()) {
      const task = { kind: 'facetValues', facet, request, question } as const;
      const cost = COSTS.facetValues + costOfSearch(request, question) / 2;
      const result = await run(task, patience, cost);
      if (!('facetValues' in result)) throw new TypeError('A facet was answered with something else.');
      return result.facetValues;
    },
    async catalogue(patience = usual()) {
      const result = await run({ kind: 'catalogue' }, patience, COSTS.catalogue);
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
  await Promise.allSettled(Array.from({ length: threads }, () => warmUp(answers, warmUntil ?? usual())));
  return answers;
}

/** Ends when nobody waits any more, or it is late, whether or not the thread has heard of it. */
async function whileWaited<Result>(
  asked: Promise<Result>,
  { until, left }: Patience,
  stop: () => void,
): Promise<Result> {
  try {
    return await openCompany().with(left, () => inTime({ until: until + LATE }, () => asked));
  } catch (error) {
    stop();
    asked.catch(() => undefined); // nobody is there to hear of it
    throw error;
  }
}

/** Each as long as cheap work may be; one piece where there is nothing to count. */
function inPieces(asked: readonly AskedTotal[]): readonly (readonly AskedTotal[])[] {
  const pieces: AskedTotal[][] = [[]];
  let room = DEAR;
  for (const one of asked) {
    const cost = costOfTotal(one);
    if (cost > room && pieces.at(-1)?.length !== 0) {
      pieces.push([]);
      room = DEAR;
    }
    pieces.at(-1)?.push(one);
    room -= cost;
  }
  return pieces;
}

/** Of one index, or of none that is named. */
function joined(pieces: readonly Totals[]): Totals {
  const [first] = pieces;
  if (first !== undefined && pieces.length === 1) return first;
  const isOne = pieces.every(({ version }) => version === first?.version);
  const missing = [...new Set(pieces.flatMap((piece) => piece.missing ?? []))].sort();
  return {
    totals: pieces.flatMap(({ totals }) => totals),
    version: isOne ? (first?.version ?? null) : null,
    ...(missing.length === 0 ? {} : { missing }),
  };
}

/** A `Buffer` comes out of a thread as plain bytes. */
function withBuffer({ answer: { bytes, digest }, tookMs }: WrittenSearch): WrittenSearch {
  return { answer: { bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), digest }, tookMs };
}

function serverBusy(): PolicyError {
  return new PolicyError('server_busy', 'Too many searches are waiting.', 'Try again in a second.');
}
