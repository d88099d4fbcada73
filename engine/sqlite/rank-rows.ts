/**
 * Hits → those proposed, in their order: by step one of the ranking, or by date.
 */
import type { DateName } from '../../core/model.js';
import { sortByDate } from '../document-columns.js';
import type { EngineQuery } from '../engine.js';
import {
  CLAUSES_OF_GROUP,
  CONTEXT_SHARE,
  clauseWeight,
  FIRST,
  NUMBERED,
  RUN_SHARE,
  rarity,
  stepOneScore,
} from '../step-one.js';
import { keepBestDocuments } from './best-documents.js';
import { type BestRows, keepBest } from './best-rows.js';
import { CLAUSE_KINDS, type Columns, documentOf } from './columns.js';
import type { Matched, WordRows } from './match.js';
import { countRange, countRows, hasRow, type RowSet } from './row-set.js';

export interface RankedRow {
  readonly row: number;
  readonly document: number;
  readonly score: number;
}

/** The rows that a query matched, and what they are weighed by. */
export interface WeighedRows extends Matched {
  /** Those that hold a run in one piece. */
  readonly preferred: RowSet | null;
}

export interface Hits extends WeighedRows {
  /** How many of each document. */
  readonly hits: Uint32Array;
}

export interface Ranked {
  /** In groups, the best of each document, document after document. */
  readonly rows: readonly RankedRow[];
  /** In groups, the documents. */
  readonly documents: readonly number[];
}

type RankRows = (query: EngineQuery, hits: Hits) => Ranked;

export interface Ranking {
  readonly rank: RankRows;
  /** The best hits of one document: as all of them alone are ranked by relevance. */
  bestIn(document: number, hits: WeighedRows, most: number): RankedRow[];
}

export function openRanking(columns: Columns): Ranking {
  const clauses = countRows(columns.visible);
  const weights = weightsOf(columns);
  const orders = new Map<string, Uint32Array>();
  const documentsInOrder = (date: DateName, direction: 1 | -1): Uint32Array => {
    const key = `${date} ${direction}`;
    const order = orders.get(key) ?? sortByDate(columns.dates[date], direction);
    orders.set(key, order);
    return order;
  };
  const firstRow = (document: number): number => columns.firsts[document] as number;
  const lastRow = (document: number): number => (columns.firsts[document + 1] as number) - 1;

  /** Offers every hit between two rows, both included, with its score, in rising order. */
  const scan = (
    { rows, words, first, numbered, preferred }: WeighedRows,
    best: Pick<BestRows, 'offer' | 'least'>,
    from = 1,
    to = columns.rows,
  ): void => {
    const rarities = words.map(({ frequency }) => rarity(frequency, clauses));
    const own = new Uint32Array(words.length);
    const context = new Uint32Array(words.length);
    for (let i = from >>> 5; i <= to >>> 5; i += 1) {
      let block = rows[i] as number;
      if (i === from >>> 5) block &= -1 << (from & 31);
      if (i === to >>> 5) block &= -1 >>> (31 - (to & 31));
      if (block === 0) continue;
      for (let w = 0; w < words.length; w += 1) {
        const word = words[w] as WordRows;
        own[w] = word.own[i] as number;
        context[w] = word.context === null ? 0 : (word.context[i] as number);
      }
      const preferredBlock = preferred ? (preferred[i] as number) : 0;
      const numberedBlock = numbered ? (numbered[i] as number) : 0;
      const firstBlock = first ? (first[i] as number) : 0;
      for (let bits = block; bits !== 0; bits &= bits - 1) {
        const bit = 31 - Math.clz32(bits & -bits);
        const row = (i << 5) + bit;
        // `stepOneScore`, written out: it runs for every hit.
        let held = 0;
        for (let w = 0; w < own.length; w += 1) {
          if ((((own[w] as number) >>> bit) & 1) === 1) held += rarities[w] as number;
          else if ((((context[w] as number) >>> bit) & 1) === 1)
            held += CONTEXT_SHARE * (rarities[w] as number);
        }
        const score =
          held * (weights[row] as number) * (1 + ((preferredBlock >>> bit) & 1) * RUN_SHARE) +
          ((numberedBlock >>> bit) & 1) * NUMBERED +
          ((firstBlock >>> bit) & 1) * FIRST;
        if (score > best.least) best.offer(row, score);
      }
    }
  };

  const byRelevance: RankRows = ({ skip, take }, hits) => {
    const best = keepBest(skip + take);
    scan(hits, best);
    const sorted = best.sorted().slice(skip);
    return {
      rows: sorted.map(({ row, score }) => ({ row, score, document: documentOf(columns, row) })),
      documents: [],
    };
  };

  const documentsByRelevance: RankRows = ({ skip, take }, hits) => {
    const best = keepBestDocuments(columns, skip + take, FIRST);
    scan(hits, best);
    const sorted = best.sorted().slice(skip);
    return {
      rows: sorted.flatMap(({ document, best }) => best.map((one) => ({ ...one, document }))),
      documents: sorted.map(({ document }) => document),
    };
  };

  /** Documents with hits, in the order of their date; those with a hit that comes first before the others. */
  function* inTime({ sort, date }: EngineQuery, { hits, first }: Hits): Generator<number> {
    const isFirst = (document: number): boolean =>
      first !== null && countRange(first, firstRow(document), lastRow(document)) > 0;
    const order = documentsInOrder(date, sort === 'oldest' ? 1 : -1);
    if (first === null) {
      for (const document of order) if ((hits[document] as number) > 0) yield document;
      return;
    }
    const found = [...order.filter((document) => (hits[document] as number) > 0)];
    yield* found.filter(isFirst);
    yield* found.filter((document) => !isFirst(document));
  }

  const documentsByDate: RankRows = (query, hits) => {
    const { skip, take } = query;
    const documents: number[] = [];
    let passed = 0;
    for (const document of inTime(query, hits)) {
      if (documents.length === take) break;
      passed += 1;
      if (passed > skip) documents.push(document);
    }
    if (hits.words.length === 0) return { rows: [], documents };
    return { rows: documents.flatMap((document) => bestIn(document, hits, CLAUSES_OF_GROUP)), documents };
  };

  const bestIn: Ranking['bestIn'] = (document, hits, most) => {
    const best = keepBest(most);
    scan(hits, best, firstRow(document), lastRow(document));
    return best.sorted().map((one) => ({ ...one, document }));
  };

  const byDate: RankRows = (query, hits) => {
    const { skip, take } = query;
    const found: RankedRow[] = [];
    let passed = 0;
    const parts = hits.first === null ? [null] : [true, false];
    for (const part of parts) {
      for (const document of inTime(query, { ...hits, first: null })) {
        for (let row = firstRow(document); row <= lastRow(document); row += 1) {
          if (found.length === take) return { rows: found, documents: [] };
          if (!hasRow(hits.rows, row)) continue;
          if (part !== null && hits.first && hasRow(hits.first, row) !== part) continue;
          passed += 1;
          if (passed > skip) found.push({ row, document, score: scoreOf(row, hits.words) });
        }
      }
    }
    return { rows: found, documents: [] };
  };

  const scoreOf = (row: number, words: readonly WordRows[]): number => {
    const held = { own: 0, context: 0 };
    for (const { own, context, frequency } of words) {
      if (hasRow(own, row)) held.own += rarity(frequency, clauses);
      else if (context && hasRow(context, row)) held.context += rarity(frequency, clauses);
    }
    return stepOneScore(held, weights[row] as number);
  };

  /** Nothing to weigh: the first in document order, without a look at the rest. */
  const inOrder: RankRows = ({ skip, take }, { rows }) => {
    const found: RankedRow[] = [];
    let passed = 0;
    for (let i = 0; i < rows.length && found.length < take; i += 1) {
      for (let bits = rows[i] as number; bits !== 0 && found.length < take; bits &= bits - 1) {
        const row = (i << 5) + 31 - Math.clz32(bits & -bits);
        passed += 1;
        if (passed > skip) found.push({ row, document: documentOf(columns, row), score: 0 });
      }
    }
    return { rows: found, documents: [] };
  };

  const rank: RankRows = (query, hits) => {
    if (query.take === 0) return { rows: [], documents: [] };
    const isWeighed = hits.words.length > 0 || hits.preferred !== null;
    if (query.group === 'document') {
      const rank =
        query.sort === 'relevance' && hits.words.length > 0 ? documentsByRelevance : documentsByDate;
      return rank(query, hits);
    }
    const rank = query.sort !== 'relevance' ? byDate : isWeighed ? byRelevance : inOrder;
    return rank(query, hits);
  };
  return { rank, bestIn };
}

/** By row. */
function weightsOf({ kinds, lengths }: Columns): Float32Array {
  return Float32Array.from(kinds, (kind, row) =>
    clauseWeight(CLAUSE_KINDS[kind] ?? 'body', lengths[row] as number),
  );
}
