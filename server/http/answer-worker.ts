/**
 * A thread of the server, with an engine of its own. A PolicyError does not survive the way between threads, so it
 * goes over as data.
 */
import { workerData } from 'node:worker_threads';
import type { Config } from '../../core/config.js';
import { type ErrorCode, type ParameterError, PolicyError } from '../../core/errors.js';
import { openEngine } from '../../engine/open.js';
import { answerHere, type CitationTask, type Searched, warmUp } from '../answer/answers.js';
import type { Moment } from '../answer/deadline.js';
import type { DocumentAnswer, DocumentRequest, SearchRequest } from '../api.js';
import type { Citation } from '../cite/cite.js';

export type AnswerTask =
  | { readonly kind: 'search'; readonly request: SearchRequest; readonly until: Moment }
  | {
      readonly kind: 'document';
      readonly id: string;
      readonly request: DocumentRequest;
      readonly until: Moment;
    }
  | { readonly kind: 'citation'; readonly task: CitationTask; readonly until: Moment }
  | { readonly kind: 'warm'; readonly until: Moment };

export type AnswerResult =
  | { readonly searched: Searched }
  | { readonly document: DocumentAnswer }
  | { readonly citation: Citation }
  | { readonly warm: true }
  | { readonly failure: FailureData };

export interface FailureData {
  readonly code: ErrorCode;
  readonly message: string;
  readonly remedy: string;
  readonly errors: readonly ParameterError[] | null;
}

const answers = answerHere(openEngine(workerData as Config));

export default function answerTask(task: AnswerTask): Promise<AnswerResult> {
  return answer(task).catch(toFailureData);
}

async function answer(task: AnswerTask): Promise<AnswerResult> {
  if (task.kind === 'search') return { searched: await answers.search(task.request, task.until) };
  if (task.kind === 'document')
    return { document: await answers.document(task.id, task.request, task.until) };
  if (task.kind === 'citation') return { citation: await answers.citation(task.task, task.until) };
  await warmUp(answers, task.until);
  return { warm: true };
}

function toFailureData(error: unknown): AnswerResult {
  if (!(error instanceof PolicyError)) throw error;
  const { code, message, remedy, options } = error;
  return { failure: { code, message, remedy, errors: options.errors ?? null } };
}
