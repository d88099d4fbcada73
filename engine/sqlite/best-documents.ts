/**
 * The best documents of many, each by its best clauses: in one pass over the hits.
 */
import { CLAUSES_OF_GROUP, documentScore } from '../step-one.js';
import { keepBest } from './best-rows.js';
import type { Columns } from './columns.js';
import type { TakeBlock } from './scan-rows.js';

/** A clause by its row. */
export interface ScoredRow {
  readonly row: number;
  readonly score: number;
}

export interface BestDocument {
  readonly document: number;
  /** Best first. */
  readonly best: readonly ScoredRow[];
}

export interface BestDocuments {
  /** Rows must come in rising order. */
  readonly take: TakeBlock;
  /** Best first; equals in document order. To be asked once, when all were offered. */
  sorted(): readonly BestDocument[];
}

/**
 * @param tier  What is added to the score of clauses that come before all others; below it no score ever comes.
 */
export function keepBestDocuments(
  { firsts, documents }: Pick<Columns, 'firsts' | 'documents'>,
  capacity: number,
  tier: number,
): BestDocuments {
  const heap = keepBest(capacity);
  const kept = new Map<number, readonly ScoredRow[]>();
  const most = longestOf(firsts);
  const rows = new Uint32Array(most);
  const scores = new Float64Array(most);
  let size = 0;
  let highest = Number.NEGATIVE_INFINITY;
  let document = 0;
  let next = firsts[1] ?? 0;

  const scoreOf = (best: number, sum: number, isFirst: boolean): number =>
    documentScore(best, sum) + (isFirst ? tier : 0);

  /** Of a broad word there are thousands of documents: few are looked at for more than their best clause. */
  const close = (): void => {
    const isFirst = highest >= tier;
    const best = isFirst ? highest - tier : highest;
    const isLess = scoreOf(best, best * Math.min(size, CLAUSES_OF_GROUP), isFirst) <= heap.least;
    if (size > 0 && !isLess) keepIfBest(isFirst);
    size = 0;
    highest = Number.NEGATIVE_INFINITY;
  };

  const keepIfBest = (isFirst: boolean): void => {
    const own = bestOf(rows, scores, size);
    let sum = 0;
    for (const { score } of own) sum += score >= tier ? score - tier : score;
    const best = highest - (isFirst ? tier : 0);
    const score = scoreOf(best, sum, isFirst);
    if (score <= heap.least) return;
    heap.offer(document, score);
    kept.set(document, own);
  };

  return {
    take(first, block, given) {
      for (let bits = block; bits !== 0; bits &= bits - 1) {
        const bit = 31 - Math.clz32(bits & -bits);
        const row = first + bit;
        if (row >= next) {
          close();
          while (row >= (firsts[document + 1] as number) && document < documents) document += 1;
          next = firsts[document + 1] as number;
        }
        const score = given[bit] as number;
        if (score > highest) highest = score;
        rows[size] = row;
        scores[size] = score;
        size += 1;
      }
    },
    sorted() {
      close();
      return heap.sorted().map(({ row }) => ({ document: row, best: kept.get(row) ?? [] }));
    },
  };
}

/** Rows of the longest document. */
function longestOf(firsts: Uint32Array): number {
  let most = 0;
  for (let document = 1; document < firsts.length; document += 1) {
    most = Math.max(most, (firsts[document] as number) - (firsts[document - 1] as number));
  }
  return most;
}

/** The best of the first `size`, best first; equals in the order given. */
function bestOf(rows: Uint32Array, scores: Float64Array, size: number): readonly ScoredRow[] {
  const best: ScoredRow[] = [];
  for (let at = 0; at < size; at += 1) {
    const score = scores[at] as number;
    const last = best[CLAUSES_OF_GROUP - 1];
    if (last !== undefined && score <= last.score) continue;
    let place = Math.min(best.length, CLAUSES_OF_GROUP - 1);
    for (; place > 0 && (best[place - 1] as ScoredRow).score < score; place -= 1) {
      best[place] = best[place - 1] as ScoredRow;
    }
    best[place] = { row: rows[at] as number, score };
  }
  return best;
}
