/** Problems as examples: made as the API makes them; most of them by a question that anybody can ask. */
import { type ErrorCode, PolicyError } from '../../core/errors.js';
import { answerIncomplete } from '../answer/partial.js';
import type { Problem } from '../api.js';
import { invalidRequest, toFailure } from '../http/problem.js';
import { noFacet } from '../http/routes/suggest.js';

interface ExampleProblem {
  readonly error: PolicyError;
  /** What is answered so, on the seeds; null where it takes a fault. */
  readonly asked: string | null;
}

export const EXAMPLE_PROBLEMS: readonly ExampleProblem[] = [
  {
    error: invalidRequest([{ parameter: 'colour', message: 'There is no such parameter.' }]),
    asked: '/api/search?colour=red',
  },
  { error: PolicyError.documentNotFound('none'), asked: '/api/documents/none' },
  { error: PolicyError.clauseNotFound('none'), asked: '/api/clauses/none/citation' },
  { error: PolicyError.pageNotFound(9, 1), asked: '/api/search?q=揭榜挂帅&page=9' },
  { error: noFacet('colour'), asked: '/api/facets/colour' },
  { error: PolicyError.indexMissing('data'), asked: null },
  { error: answerIncomplete(['shard-2']), asked: null },
];

export function exampleProblem(code: ErrorCode): Problem | null {
  const found = EXAMPLE_PROBLEMS.find(({ error }) => error.code === code);
  return found === undefined ? null : toFailure(found.error).problem;
}
