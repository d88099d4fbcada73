/**
 * The best documents of many, each by its best clauses: in one pass over the hits.
 */
import { CLAUSES_OF_GROUP, documentScore } from '../step-one.js';
import { keepBest } from './best-rows.js';
import type { Columns } from './columns.js';

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
  offer(row: number, score: number): void;
  /** A score must be above it to be looked at; every clause may lend something to its document. */
  readonly least: number;
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
  const rows = new Uint32Array(CLAUSES_OF_GROUP);
  const scores = new Float64Array(CLAUSES_OF_GROUP);
  let size = 0;
  let document = 0;
  let next = firsts[1] ?? 0;

  // Nothing is made for a document that is not kept: of a broad word there are thousands.
  const close = (): void => {
    if (size === 0) return;
    const isFirst = (scores[0] as number) >= tier;
    let sum = 0;
    for (let place = 0; place < size; place += 1) {
      const score = scores[place] as number;
      sum += score >= tier ? score - tier : score;
    }
    const best = (scores[0] as number) - (isFirst ? tier : 0);
    const score = documentScore(best, sum) + (isFirst ? tier : 0);
    if (score > heap.least) {
      heap.offer(document, score);
      const own: ScoredRow[] = [];
      for (let place = 0; place < size; place += 1) {
        own.push({ row: rows[place] as number, score: scores[place] as number });
      }
      kept.set(document, own);
    }
    size = 0;
  };

  return {
    least: Number.NEGATIVE_INFINITY,
    offer(row, score) {
      if (row >= next) {
        close();
        while (row >= (firsts[document + 1] as number) && document < documents) document += 1;
        next = firsts[document + 1] as number;
      }
      if (size === CLAUSES_OF_GROUP && score <= (scores[size - 1] as number)) return;
      let place = size < CLAUSES_OF_GROUP ? size++ : size - 1;
      for (; place > 0 && (scores[place - 1] as number) < score; place -= 1) {
        scores[place] = scores[place - 1] as number;
        rows[place] = rows[place - 1] as number;
      }
      scores[place] = score;
      rows[place] = row;
    },
    sorted() {
      close();
      return heap.sorted().map(({ row }) => ({ document: row, best: kept.get(row) ?? [] }));
    },
  };
}
