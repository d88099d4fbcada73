/**
 * The best documents of many, by their best clauses: in one pass over the hits.
 */
import { CLAUSES_OF_GROUP, documentScore } from '../step-one.js';
import { keepBest } from './best-rows.js';
import { type Columns, documentOf } from './columns.js';
import type { TakeBlock } from './scan-rows.js';

export interface BestDocuments {
  /** Rows must come in rising order; their scores are above 0. */
  readonly take: TakeBlock;
  /** Best first; equals in document order. To be asked once, when all were offered. */
  sorted(): readonly number[];
}

/**
 * Which clauses are a document's best is found out by whoever shows it: of a broad word there are thousands of documents, and
 * a page of them.
 *
 * @param tier  What is added to the score of clauses that come before all others; below it no score ever comes.
 */
export function keepBestDocuments(
  columns: Pick<Columns, 'firsts' | 'longest'>,
  capacity: number,
  tier: number,
): BestDocuments {
  const heap = keepBest(capacity);
  const scores = new Float64Array(columns.longest); // of the document at hand
  const best = new Float64Array(CLAUSES_OF_GROUP);
  let size = 0;
  let document = 0;
  let next = columns.firsts[1] ?? 0;

  const scoreOf = (top: number, sum: number, isFirst: boolean): number =>
    documentScore(top, sum) + (isFirst ? tier : 0);

  /** Few documents are looked at for more than their best clause: most come behind those kept whatever the others are worth. */
  const close = (count: number): void => {
    size = 0;
    if (count === 0) return;
    let highest = 0;
    for (let at = 0; at < count; at += 1) {
      const score = scores[at] as number;
      if (score > highest) highest = score;
    }
    const isFirst = highest >= tier;
    const top = isFirst ? highest - tier : highest;
    if (scoreOf(top, top * Math.min(count, CLAUSES_OF_GROUP), isFirst) > heap.least) {
      heap.offer(document, scoreOf(top, sumOfBest(count), isFirst));
    }
  };

  const sumOfBest = (count: number): number => {
    best.fill(0);
    const last = CLAUSES_OF_GROUP - 1;
    for (let at = 0; at < count; at += 1) {
      const score = scores[at] as number;
      if (score <= (best[last] as number)) continue;
      let place = last;
      for (; place > 0 && (best[place - 1] as number) < score; place -= 1) {
        best[place] = best[place - 1] as number;
      }
      best[place] = score;
    }
    let sum = 0;
    for (const score of best) sum += score >= tier ? score - tier : score;
    return sum;
  };

  return {
    take(first, block, given) {
      let count = size; // a variable of its own: with every hit it is one more
      for (let bits = block; bits !== 0; bits &= bits - 1) {
        const bit = 31 - Math.clz32(bits & -bits);
        const row = first + bit;
        if (row >= next) {
          close(count);
          count = 0;
          document = documentOf(columns, row, document);
          next = columns.firsts[document + 1] as number;
        }
        scores[count] = given[bit] as number;
        count += 1;
      }
      size = count;
    },
    sorted() {
      close(size);
      return heap.sorted().map(({ row }) => row);
    },
  };
}
