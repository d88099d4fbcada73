/**
 * The best so many of many: a heap whose root is the worst that is kept.
 *
 * Functions over what is kept, and none made for it: they run for every hit, and one that is made for a question is compiled anew
 * for it as soon as garbage was collected in between.
 */
import type { TakeBlock } from './scan-rows.js';

export interface BestRows {
  readonly capacity: number;
  readonly rows: Uint32Array;
  readonly scores: Float64Array;
  size: number;
  /** A score must be above it to be kept. */
  least: number;
}

export interface ScoredRow {
  readonly row: number;
  readonly score: number;
}

export function keepBest(capacity: number): BestRows {
  return {
    capacity,
    rows: new Uint32Array(capacity),
    scores: new Float64Array(capacity),
    size: 0,
    least: capacity > 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
  };
}

/** Rows must come in rising order: of equal scores the first to come is kept. */
export function offerRow(best: BestRows, row: number, score: number): void {
  if (score <= best.least) return;
  const { capacity, rows, scores } = best;
  if (best.size < capacity) {
    rows[best.size] = row;
    scores[best.size] = score;
    rise(best, best.size);
    best.size += 1;
  } else {
    rows[0] = row;
    scores[0] = score;
    sink(best);
  }
  if (best.size === capacity) best.least = scores[0] as number;
}

export const takeRows: TakeBlock<BestRows> = (best, first, block, given) => {
  for (let bits = block; bits !== 0; bits &= bits - 1) {
    const bit = 31 - Math.clz32(bits & -bits);
    const score = given[bit] as number;
    if (score > best.least) offerRow(best, first + bit, score);
  }
};

export function leastOf({ least }: BestRows): number {
  return least;
}

/** Best first; equal scores by row. */
export function sortedRows({ rows, scores, size }: BestRows): ScoredRow[] {
  const kept: ScoredRow[] = [];
  for (let at = 0; at < size; at += 1) kept.push({ row: rows[at] as number, score: scores[at] as number });
  return kept.sort(bestFirst);
}

function bestFirst(a: ScoredRow, b: ScoredRow): number {
  return b.score - a.score || a.row - b.row;
}

function isWorse({ rows, scores }: BestRows, a: number, b: number): boolean {
  const difference = (scores[a] as number) - (scores[b] as number);
  return difference < 0 || (difference === 0 && (rows[a] as number) > (rows[b] as number));
}

function swap({ rows, scores }: BestRows, a: number, b: number): void {
  const row = rows[a] as number;
  const score = scores[a] as number;
  rows[a] = rows[b] as number;
  scores[a] = scores[b] as number;
  rows[b] = row;
  scores[b] = score;
}

function rise(best: BestRows, from: number): void {
  for (let at = from; at > 0; ) {
    const parent = (at - 1) >>> 1;
    if (!isWorse(best, at, parent)) return;
    swap(best, at, parent);
    at = parent;
  }
}

function sink(best: BestRows): void {
  for (let at = 0; ; ) {
    const left = at * 2 + 1;
    const right = left + 1;
    let worst = at;
    if (left < best.size && isWorse(best, left, worst)) worst = left;
    if (right < best.size && isWorse(best, right, worst)) worst = right;
    if (worst === at) return;
    swap(best, at, worst);
    at = worst;
  }
}
