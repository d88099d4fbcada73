/**
 * Hits → those proposed, in their order: by step one of the ranking, or by date.
 */
import type { EngineQuery } from '../engine.js';
import { CONTEXT_SHARE, clauseWeight, RUN_SHARE, rarity, stepOneScore } from '../step-one.js';
import { keepBest } from './best-rows.js';
import { CLAUSE_KINDS, type Columns, documentOf } from './columns.js';
import type { WordRows } from './match.js';
import { countRows, hasRow, type RowSet } from './row-set.js';

export interface RankedRow {
  readonly row: number;
  readonly document: number;
  readonly score: number;
}

export type RankRows = (
  query: EngineQuery,
  hits: RowSet,
  words: readonly WordRows[],
  preferred: RowSet | null,
) => readonly RankedRow[];

export function openRanking(columns: Columns): RankRows {
  const clauses = countRows(columns.visible);
  const weights = weightsOf(columns);
  let newest: Uint32Array | null = null;
  let oldest: Uint32Array | null = null;

  const byRelevance: RankRows = ({ skip, take }, hits, words, preferred) => {
    const rarities = words.map(({ frequency }) => rarity(frequency, clauses));
    const best = keepBest(skip + take);
    const own = new Uint32Array(words.length);
    const context = new Uint32Array(words.length);
    for (let i = 0; i < hits.length; i += 1) {
      const block = hits[i] as number;
      if (block === 0) continue;
      for (let w = 0; w < words.length; w += 1) {
        const word = words[w] as WordRows;
        own[w] = word.own[i] as number;
        context[w] = word.context === null ? 0 : (word.context[i] as number);
      }
      const preferredBlock = preferred ? (preferred[i] as number) : 0;
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
        const score = held * (weights[row] as number) * (1 + ((preferredBlock >>> bit) & 1) * RUN_SHARE);
        if (score > best.least) best.offer(row, score);
      }
    }
    return best
      .sorted()
      .slice(skip)
      .map(({ row, score }) => ({ row, score, document: documentOf(columns, row) }));
  };

  const byDate: RankRows = ({ sort, skip, take }, hits, words) => {
    newest ??= documentsByDate(columns.dates, -1);
    oldest ??= documentsByDate(columns.dates, 1);
    const found: RankedRow[] = [];
    let passed = 0;
    for (const document of sort === 'newest' ? newest : oldest) {
      if (found.length === take) break;
      const first = columns.firsts[document] as number;
      const next = columns.firsts[document + 1] as number;
      for (let row = first; row < next && found.length < take; row += 1) {
        if (!hasRow(hits, row)) continue;
        passed += 1;
        if (passed > skip) found.push({ row, document, score: scoreOf(row, words) });
      }
    }
    return found;
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
  const inOrder: RankRows = ({ skip, take }, hits) => {
    const found: RankedRow[] = [];
    let passed = 0;
    for (let i = 0; i < hits.length && found.length < take; i += 1) {
      for (let bits = hits[i] as number; bits !== 0 && found.length < take; bits &= bits - 1) {
        const row = (i << 5) + 31 - Math.clz32(bits & -bits);
        passed += 1;
        if (passed > skip) found.push({ row, document: documentOf(columns, row), score: 0 });
      }
    }
    return found;
  };

  return (query, hits, words, preferred) => {
    if (query.take === 0) return [];
    const rank =
      query.sort !== 'relevance' ? byDate : words.length === 0 && !preferred ? inOrder : byRelevance;
    return rank(query, hits, words, preferred);
  };
}

/** By row. */
function weightsOf({ kinds, lengths }: Columns): Float32Array {
  return Float32Array.from(kinds, (kind, row) =>
    clauseWeight(CLAUSE_KINDS[kind] ?? 'body', lengths[row] as number),
  );
}

/** Those without a date last; equal dates in document order. */
function documentsByDate(dates: Uint32Array, direction: 1 | -1): Uint32Array {
  return Uint32Array.from(dates.keys()).sort((a, b) => {
    const [one, other] = [dates[a] as number, dates[b] as number];
    if (one === 0 || other === 0) return one === other ? a - b : other - one;
    return (one - other) * direction || a - b;
  });
}
