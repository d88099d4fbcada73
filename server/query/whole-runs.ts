/**
 * Runs that may be cut into words, each taken whole: the question that a reader would type who means the text that it is.
 *
 * ```
 * 数据要素 北京        数据要素: "数据要素" 北京
 * 数据要素|公共数据    数据要素: "数据要素"|公共数据; 公共数据: 数据要素|"公共数据"
 * 算力 北京            none
 * ```
 */
import { QUERY_LENGTH } from '../request.js';
import { isCut } from './known-stretches.js';
import { pieceAt } from './piece-at.js';
import type { AskedWhole, Piece, Question } from './question.js';
import { understandQuery } from './understand-query.js';
import type { Expand } from './widen-runs.js';

/** Each is a count more. */
const MOST_RUNS = 8;
/** A quote that was typed and never closed must not close with one of ours: then the others are taken. */
const QUOTES = ['""', '「」'] as const;

/** What is searched for: understood, with its runs taken whole. */
export function understandSearch(q: string, expand: Expand): Question {
  const steps = understanding(q, expand);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same; a long question is read once for each of its runs, and others have their turn in between. */
export async function understandInSlices(
  q: string,
  expand: Expand,
  pause: () => Promise<void>,
): Promise<Question> {
  const steps = understanding(q, expand);
  let step = steps.next();
  while (!step.done) {
    await pause();
    step = steps.next();
  }
  return step.value;
}

function* understanding(q: string, expand: Expand): Generator<void, Question> {
  const question = understandQuery(q, expand);
  const runs = new Map<string, AskedWhole>();
  const places = (question.pieces ?? []).flatMap(placesIn);
  for (const place of places) {
    if (runs.size === MOST_RUNS) break;
    const piece = pieceAt(question, place);
    yield;
    const text = piece?.run?.text ?? '';
    const whole = piece === undefined || runs.has(text) ? null : takenWhole(q, piece, expand);
    if (whole) runs.set(text, { ...whole, text, place });
  }
  return runs.size === 0 ? question : { ...question, wholeRuns: [...runs.values()] };
}

/** Of a piece, and of each of its alternatives. */
function placesIn({ items }: Piece, piece: number): readonly AskedWhole['place'][] {
  const [only] = items;
  return only?.kind === 'either'
    ? only.alternatives.map((_, alternative) => ({ piece, alternative }))
    : [{ piece }];
}

function takenWhole(
  typed: string,
  piece: Piece,
  expand: Expand,
): Pick<AskedWhole, 'q' | 'question'> | undefined {
  const { run, whole } = piece;
  // A run that goes on in the next is no text of its own.
  if (run === undefined || whole.length === 0 || !isCut(piece)) return undefined;
  if (!typed.slice(run.start, run.end).includes(run.text)) return undefined;
  for (const [opening, closing] of QUOTES) {
    const q = typed.slice(0, run.start) + opening + run.text + closing + typed.slice(run.end);
    if ([...q].length > QUERY_LENGTH) return undefined;
    const question = understandQuery(q, expand);
    const told = question.understood.flatMap((one) => [one, ...(one.alternatives ?? [])]);
    const isTaken = told.some(({ kind, text }) => kind === 'phrase' && text === run.text);
    if (isTaken) return { q, question };
  }
  return undefined;
}
