/**
 * A thread of the server, with an engine of its own. It cuts nothing and cites nothing: the dictionaries are the main
 * thread's. A PolicyError does not survive the way between threads, so it goes over as data.
 */
import { workerData } from 'node:worker_threads';
import type { Config } from '../../core/config.js';
import { type ErrorCode, type ParameterError, PolicyError } from '../../core/errors.js';
import type { FacetName } from '../../core/model.js';
import { openEngine } from '../../engine/open.js';
import type { ColumnsMeeting } from '../../engine/sqlite/shared-columns.js';
import type { AskedTotal, Catalogue, FacetValues, Totals } from '../answer/counts.js';
import { type Moment, PATIENT, type Patience, refuseLate } from '../answer/deadline.js';
import { type AskedCited, answerUnderstood, type Cited } from '../answer/engine-answers.js';
import { needsExplanation, type Searched, type WrittenSearch, writeSearch } from '../answer/searched.js';
import type { DocumentAnswer } from '../api.js';
import type { Question } from '../query/question.js';
import type { DocumentRequest, SearchRequest } from '../request.js';

/** What a thread is started with. */
export interface AnswerWorkerData {
  readonly config: Config;
  readonly meeting: ColumnsMeeting;
}

/** What is asked of a thread. */
export type AskedTask =
  | {
      readonly kind: 'search';
      readonly request: SearchRequest;
      readonly question: Question;
    }
  | {
      readonly kind: 'document';
      readonly id: string;
      readonly request: DocumentRequest;
      readonly question: Question;
    }
  | {
      readonly kind: 'cited';
      readonly asked: AskedCited;
    }
  | {
      readonly kind: 'totals';
      readonly asked: readonly AskedTotal[];
    }
  | {
      readonly kind: 'facetValues';
      readonly facet: FacetName;
      readonly request: SearchRequest;
      readonly question: Question;
    }
  | {
      readonly kind: 'catalogue';
    };

export type AnswerTask = AskedTask & {
  readonly until: Moment;
  /** Shared: not 0 when nobody waits for it any more. A thread that is busy hears of nothing, and can look. */
  readonly stop: Int32Array;
};

export type AnswerResult =
  | { readonly searched: Searched }
  | { readonly written: WrittenSearch; readonly version: string | null }
  | { readonly document: DocumentAnswer }
  | { readonly cited: Cited }
  | { readonly totals: Totals }
  | { readonly facetValues: FacetValues }
  | { readonly catalogue: Catalogue }
  | { readonly failure: FailureData };

export interface FailureData {
  readonly code: ErrorCode;
  readonly message: string;
  readonly remedy: string;
  readonly errors: readonly ParameterError[] | null;
}

/** Of the embedded engine's only one, which keeps this thread busy. */
let inHand: Patience = PATIENT;
const { config, meeting } = workerData as AnswerWorkerData;
const engine = openEngine(config, { meeting, onStep: () => refuseLate(inHand) });
const answers = answerUnderstood(engine);

/** Of the tasks before; an engine of this thread answers one at a time, and each has its own deadline. */
let before: Promise<unknown> = Promise.resolve();

export default function answerTask(task: AnswerTask): Promise<AnswerResult> {
  if (config.engine !== 'sqlite') return answerNow(task);
  const answered = before.then(() => answerNow(task));
  before = answered.catch(() => undefined);
  return answered;
}

function answerNow(task: AnswerTask): Promise<AnswerResult> {
  const { until, stop } = task;
  const left = {
    get aborted() {
      return Atomics.load(stop, 0) !== 0;
    },
  };
  inHand = { until, left };
  return answer(task, inHand).catch(toFailureData);
}

async function answer(task: AnswerTask, patience: Patience): Promise<AnswerResult> {
  const { kind } = task;
  if (kind === 'search') return searchWith(task.request, task.question, patience);
  if (kind === 'cited') return { cited: await answers.cited(task.asked, patience) };
  if (kind === 'totals') return { totals: await answers.totals(task.asked, patience) };
  if (kind === 'catalogue') return { catalogue: await answers.catalogue(patience) };
  if (kind === 'facetValues') {
    const { facet, request, question } = task;
    return { facetValues: await answers.facetValues(facet, request, question, patience) };
  }
  return { document: await answers.document(task.id, task.request, task.question, patience) };
}

/** Written here, where nothing comes to it any more: then no more than bytes cross to the main thread. */
async function searchWith(
  request: SearchRequest,
  question: Question,
  patience: Patience,
): Promise<AnswerResult> {
  const searched = await answers.search(request, question, patience);
  const { answer, version } = searched;
  const written = needsExplanation(answer, request) ? null : writeSearch(answer);
  return written === null ? { searched } : { written, version };
}

function toFailureData(error: unknown): AnswerResult {
  if (!(error instanceof PolicyError)) throw error;
  const { code, message, remedy, options } = error;
  return { failure: { code, message, remedy, errors: options.errors ?? null } };
}
