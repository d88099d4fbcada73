/**
 * Hits → their scores in step one, 32 rows at a time: for each hit of a broad word a few steps, and no call.
 */
import { CONTEXT_SHARE, clauseWeight, FIRST, NUMBERED, RUN_SHARE, rarity } from '../step-one.js';
import { CLAUSE_KINDS, type Columns } from './columns.js';
import type { Matched, WordRows } from './match.js';
import type { RowSet } from './row-set.js';

/** The rows that a query matched, and what they are weighed by. */
export interface WeighedRows extends Matched {
  /** Those that hold a run in one piece. */
  readonly preferred: RowSet | null;
}

/** Of 32 rows from `first` on, those of the block's bits have these scores, each in the place of its bit. */
export type TakeBlock = (first: number, block: number, scores: Float64Array) => void;

/** Hands every hit between two rows, both included, to `take`, in rising order. */
export type ScanRows = (hits: WeighedRows, take: TakeBlock, from?: number, to?: number) => void;

/** @param weights  By row. @param clauses  Of the index. */
export function openScan({ rows: last }: Columns, weights: Float32Array, clauses: number): ScanRows {
  // `stepOneScore`, written out: it runs for every hit.
  return (
    { rows, words, first, numbered, preferred }: WeighedRows,
    take: TakeBlock,
    from = 1,
    to = last,
  ): void => {
    const rarities = words.map(({ frequency }) => rarity(frequency, clauses));
    const [only = 0] = rarities;
    const isOne = rarities.length === 1; // and every hit holds it in its own text
    const scores = new Float64Array(32);
    for (let i = from >>> 5; i <= to >>> 5; i += 1) {
      let block = (rows[i] as number) | 0; // signed: else the engine reckons in floating point
      if (i === from >>> 5) block &= -1 << (from & 31);
      if (i === to >>> 5) block &= -1 >>> (31 - (to & 31));
      if (block === 0) continue;
      if (!isOne) holdBlock(scores, words, rarities, i, block);
      for (let bits = block; bits !== 0; bits &= bits - 1) {
        const bit = 31 - Math.clz32(bits & -bits);
        scores[bit] = (isOne ? only : (scores[bit] as number)) * (weights[(i << 5) + bit] as number);
      }
      const [runs, titles, leading] = [blockOf(preferred, i), blockOf(numbered, i), blockOf(first, i)];
      for (let bits = block & (runs | titles | leading); bits !== 0; bits &= bits - 1) {
        const bit = 31 - Math.clz32(bits & -bits);
        scores[bit] =
          (scores[bit] as number) * (1 + ((runs >>> bit) & 1) * RUN_SHARE) +
          ((titles >>> bit) & 1) * NUMBERED +
          ((leading >>> bit) & 1) * FIRST;
      }
      take(i << 5, block, scores);
    }
  };
}

function blockOf(rows: RowSet | null, block: number): number {
  return rows === null ? 0 : (rows[block] as number) | 0;
}

/** The rarities of the words that each row of a block holds, less of what it holds in the context alone. */
function holdBlock(
  held: Float64Array,
  words: readonly WordRows[],
  rarities: readonly number[],
  at: number,
  block: number,
): void {
  held.fill(0);
  for (let w = 0; w < words.length; w += 1) {
    const { own, context } = words[w] as WordRows;
    const whole = rarities[w] as number;
    const inOwn = (own[at] as number) | 0;
    for (let bits = block & inOwn; bits !== 0; bits &= bits - 1) {
      const bit = 31 - Math.clz32(bits & -bits);
      held[bit] = (held[bit] as number) + whole;
    }
    for (let bits = block & blockOf(context, at) & ~inOwn; bits !== 0; bits &= bits - 1) {
      const bit = 31 - Math.clz32(bits & -bits);
      held[bit] = (held[bit] as number) + CONTEXT_SHARE * whole;
    }
  }
}

/** By row. */
export function weightsOf({ kinds, lengths }: Columns): Float32Array {
  return Float32Array.from(kinds, (kind, row) =>
    clauseWeight(CLAUSE_KINDS[kind] ?? 'body', lengths[row] as number),
  );
}
