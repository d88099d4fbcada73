/**
 * The best documents of many, by their best clauses: in one pass over the hits.
 */
import { CLAUSES_OF_GROUP, documentScore } from '../step-one.js';
import { type BestRows, keepBest, offerRow, sortedRows } from './best-rows.js';
import { type Columns, documentOf } from './columns.js';
import type { TakeBlock } from './scan-rows.js';

export interface BestDocuments {
  readonly columns: Pick<Columns, 'firsts' | 'longest'>;
  /** Documents in place of rows. */
  readonly heap: BestRows;
  readonly tier: number;
  /** Of the document at hand. */
  readonly scores: Float64Array;
  size: number;
  document: number;
  /** The first row of the one behind it. */
  next: number;
  /** What its best are counted in. */
  readonly highest: Float64Array;
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
  return {
    ...{ columns, heap: keepBest(capacity), tier },
    scores: new Float64Array(columns.longest),
    ...{ size: 0, document: 0, next: columns.firsts[1] ?? 0 },
    highest: new Float64Array(CLAUSES_OF_GROUP),
  };
}

/** Rows must come in rising order; their scores are above 0. */
export const takeDocuments: TakeBlock<BestDocuments> = (best, first, block, given) => {
  const { columns, scores } = best;
  let count = best.size; // a variable of its own: with every hit it is one more
  for (let bits = block; bits !== 0; bits &= bits - 1) {
    const bit = 31 - Math.clz32(bits & -bits);
    const row = first + bit;
    if (row >= best.next) {
      close(best, count);
      count = 0;
      best.document = documentOf(columns, row, best.document);
      best.next = columns.firsts[best.document + 1] as number;
    }
    scores[count] = given[bit] as number;
    count += 1;
  }
  best.size = count;
};

/** Best first; equals in document order. To be asked once, when all were offered. */
export function sortedDocuments(best: BestDocuments): readonly number[] {
  close(best, best.size);
  const documents: number[] = [];
  for (const { row } of sortedRows(best.heap)) documents.push(row);
  return documents;
}

/** Few documents are looked at for more than their best clause: most come behind those kept whatever the others are worth. */
function close(best: BestDocuments, count: number): void {
  best.size = 0;
  if (count === 0) return;
  const { heap, scores, tier } = best;
  let highest = 0;
  for (let at = 0; at < count; at += 1) {
    const score = scores[at] as number;
    if (score > highest) highest = score;
  }
  const added = highest >= tier ? tier : 0;
  const top = highest - added;
  if (documentScore(top, top * Math.min(count, CLAUSES_OF_GROUP)) + added > heap.least) {
    offerRow(heap, best.document, documentScore(top, sumOfBest(best, count)) + added);
  }
}

function sumOfBest({ scores, highest, tier }: BestDocuments, count: number): number {
  highest.fill(0);
  const last = CLAUSES_OF_GROUP - 1;
  for (let at = 0; at < count; at += 1) {
    const score = scores[at] as number;
    if (score <= (highest[last] as number)) continue;
    let place = last;
    for (; place > 0 && (highest[place - 1] as number) < score; place -= 1) {
      highest[place] = highest[place - 1] as number;
    }
    highest[place] = score;
  }
  let sum = 0;
  for (let at = 0; at < CLAUSES_OF_GROUP; at += 1) {
    const score = highest[at] as number;
    sum += score >= tier ? score - tier : score;
  }
  return sum;
}
