/**
 * Hits → those proposed, in their order: by step one of the ranking, or by date.
 */
import type { DateName } from '../../core/model.js';
import { sortByDate } from '../document-columns.js';
import type { EngineQuery } from '../engine.js';
import { type DocumentHits, spread } from '../narrow-documents.js';
import { CLAUSES_OF_GROUP, FIRST, rarity, stepOneScore } from '../step-one.js';
import { keepBestDocuments, sortedDocuments, takeDocuments } from './best-documents.js';
import { keepBest, leastOf, sortedRows, takeRows } from './best-rows.js';
import { type Columns, documentOf } from './columns.js';
import { difference, rowsBetween } from './combine-rows.js';
import { hitsByDocument } from './count.js';
import type { WordRows } from './match.js';
import { countRows, eachRow, hasRow, placeOf } from './row-set.js';
import { openScan, type WeighedRows } from './scan-rows.js';

export interface RankedRow {
  readonly row: number;
  readonly document: number;
  readonly score: number;
}

export interface Hits extends WeighedRows {
  readonly hits: DocumentHits;
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
  const scan = openScan(columns, clauses);
  const documents = Uint32Array.from({ length: columns.documents }, (_, document) => document);
  const orders = new Map<string, Uint32Array>();
  const documentsInOrder = (date: DateName, direction: 1 | -1): Uint32Array => {
    const key = `${date} ${direction}`;
    const order = orders.get(key) ?? sortByDate(documents, columns.dates[date], direction);
    orders.set(key, order);
    return order;
  };
  const firstRow = (document: number): number => columns.firsts[document] as number;
  const lastRow = (document: number): number => (columns.firsts[document + 1] as number) - 1;

  const byRelevance: RankRows = ({ skip, take }, hits) => {
    const best = keepBest(skip + take);
    scan(hits, takeRows, best, leastOf);
    const rows: RankedRow[] = [];
    for (const { row, score } of sortedRows(best).slice(skip)) {
      rows.push({ row, document: documentOf(columns, row), score });
    }
    return { rows, documents: [] };
  };

  const documentsByRelevance: RankRows = ({ skip, take }, hits) => {
    const best = keepBestDocuments(columns, skip + take, FIRST);
    scan(hits, takeDocuments, best);
    return bestOfEach(sortedDocuments(best).slice(skip), hits);
  };

  const bestOfEach = (documents: readonly number[], hits: Hits): Ranked => {
    const rows: RankedRow[] = [];
    for (const document of documents) rows.push(...bestIn(document, hits, CLAUSES_OF_GROUP));
    return { rows, documents };
  };

  /** Documents with hits, in the order of their date; those with a hit that comes first before the others. */
  function* inTime(
    { sort, date }: EngineQuery,
    { hits, first }: Pick<Hits, 'hits' | 'first'>,
  ): Generator<number> {
    const counts = spread(hits, columns.documents);
    const order = documentsInOrder(date, sort === 'oldest' ? 1 : -1);
    if (first === null) {
      for (const document of order) if ((counts[document] as number) > 0) yield document;
      return;
    }
    const leading = spread(hitsByDocument(first, columns), columns.documents);
    const isFirst = (document: number): boolean => (leading[document] as number) > 0;
    const found = [...order.filter((document) => (counts[document] as number) > 0)];
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
    return bestOfEach(documents, hits);
  };

  const bestIn: Ranking['bestIn'] = (document, hits, most) => {
    const best = keepBest(most);
    const rows = rowsBetween(hits.rows, firstRow(document), lastRow(document));
    scan({ ...hits, rows }, takeRows, best);
    const found: RankedRow[] = [];
    for (const { row, score } of sortedRows(best)) found.push({ row, document, score });
    return found;
  };

  const byDate: RankRows = (query, hits) => {
    const { skip, take } = query;
    const found: RankedRow[] = [];
    let passed = 0;
    const { rows, first } = hits;
    for (const part of first === null ? [rows] : [first, difference(rows, [first])]) {
      const partHits = part === rows ? hits.hits : hitsByDocument(part, columns);
      for (const document of inTime(query, { hits: partHits, first: null })) {
        if (found.length === take) return { rows: found, documents: [] };
        eachRow(rowsBetween(part, firstRow(document), lastRow(document)), (row) => {
          passed += 1;
          if (passed <= skip || found.length === take) return;
          found.push({ row, document, score: scoreOf(row, hits.words) });
        });
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
    return stepOneScore(held, columns.weights[row] as number);
  };

  /** Nothing to weigh: the first in document order, without a look at the rest. */
  const inOrder: RankRows = ({ skip, take }, { rows }) => {
    const found: RankedRow[] = [];
    let passed = 0;
    for (let at = 0; at < rows.blocks.length && found.length < take; at += 1) {
      const from = placeOf(rows, at) << 5;
      let bits = (rows.blocks[at] as number) | 0;
      for (; bits !== 0 && found.length < take; bits &= bits - 1) {
        const row = from + 31 - Math.clz32(bits & -bits);
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
