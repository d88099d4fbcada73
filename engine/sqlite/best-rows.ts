/**
 * The best so many of many: a heap whose root is the worst that is kept.
 */
import type { TakeBlock } from './scan-rows.js';

export interface BestRows {
  /** Rows must come in rising order: of equal scores the first to come is kept. */
  offer(row: number, score: number): void;
  readonly take: TakeBlock;
  /** A score must be above it to be kept. */
  least: number;
  /** Best first; equal scores by row. */
  sorted(): { readonly row: number; readonly score: number }[];
}

export function keepBest(capacity: number): BestRows {
  const rows = new Uint32Array(capacity);
  const scores = new Float64Array(capacity);
  let size = 0;

  const isWorse = (a: number, b: number): boolean => {
    const difference = (scores[a] as number) - (scores[b] as number);
    return difference < 0 || (difference === 0 && (rows[a] as number) > (rows[b] as number));
  };
  const swap = (a: number, b: number): void => {
    const row = rows[a] as number;
    const score = scores[a] as number;
    rows[a] = rows[b] as number;
    scores[a] = scores[b] as number;
    rows[b] = row;
    scores[b] = score;
  };
  const rise = (from: number): void => {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >>> 1;
      if (!isWorse(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  };
  const sink = (): void => {
    for (let at = 0; ; ) {
      const left = at * 2 + 1;
      const right = left + 1;
      let worst = at;
      if (left < size && isWorse(left, worst)) worst = left;
      if (right < size && isWorse(right, worst)) worst = right;
      if (worst === at) return;
      swap(at, worst);
      at = worst;
    }
  };

  const kept: BestRows = {
    least: capacity > 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
    offer(row, score) {
      if (score <= kept.least) return;
      if (size < capacity) {
        rows[size] = row;
        scores[size] = score;
        rise(size++);
      } else {
        rows[0] = row;
        scores[0] = score;
        sink();
      }
      if (size === capacity) kept.least = scores[0] as number;
    },
    take(first, block, given) {
      for (let bits = block; bits !== 0; bits &= bits - 1) {
        const bit = 31 - Math.clz32(bits & -bits);
        const score = given[bit] as number;
        if (score > kept.least) kept.offer(first + bit, score);
      }
    },
    sorted: () =>
      Array.from({ length: size }, (_, at) => ({
        row: rows[at] as number,
        score: scores[at] as number,
      })).sort((a, b) => b.score - a.score || a.row - b.row),
  };
  return kept;
}
