/**
 * Hits → their scores in step one, 32 rows at a time: for each hit of a broad word a few steps, and no call.
 */
import { CONTEXT_SHARE, FIRST, NUMBERED, RUN_SHARE, rarity } from '../step-one.js';
import type { Columns } from './columns.js';
import type { Matched, WordRows } from './match.js';
import { blocksBeside, placeOf, type RowSet } from './row-set.js';

/** The rows that a query matched, and what they are weighed by. */
export interface WeighedRows extends Matched {
  /** Those that hold a run in one piece. */
  readonly preferred: RowSet | null;
}

/** Of 32 rows from `first` on, those of the block's bits have these scores, each in the place of its bit. */
export type TakeBlock<Into> = (into: Into, first: number, block: number, scores: Float64Array) => void;

/**
 * Hands every hit to `take`, in rising order.
 *
 * @param leastOf  What a score must be above to be of any account by now, where hits are taken one by one: those that cannot be
 *                 may be left out.
 */
export type ScanRows = <Into>(
  hits: WeighedRows,
  take: TakeBlock<Into>,
  into: Into,
  leastOf?: (into: Into) => number,
) => void;

/** The blocks of a word in step with those of the hits. */
interface WordBlocks {
  readonly rarity: number;
  readonly own: Uint32Array;
  readonly context: Uint32Array | null;
}

/** @param clauses  Of the index. */
export function openScan(
  { weights, heaviest }: Pick<Columns, 'weights' | 'heaviest'>,
  clauses: number,
): ScanRows {
  // `stepOneScore`, written out: it runs for every hit.
  return (hits, take, into, leastOf) => {
    const { rows, words, first, numbered, preferred } = hits;
    const [only] = words;
    const isOne = only !== undefined && words.length === 1; // and every hit holds it in its own text
    const whole = isOne ? rarity(only.frequency, clauses) : 0;
    const held = isOne ? [] : words.map((word) => wordBlocks(word, rows, clauses));
    const runs = blocksOf(preferred, rows);
    const titles = blocksOf(numbered, rows);
    const leading = blocksOf(first, rows);
    const rarestLast = held.toSorted(byRarity);
    const scores = new Float64Array(32);
    for (let at = 0; at < rows.blocks.length; at += 1) {
      let block = (rows.blocks[at] as number) | 0; // signed: else the engine reckons in floating point
      if (block === 0) continue;
      const inRun = blockOf(runs, at);
      const inTitle = blockOf(titles, at);
      const inFirst = blockOf(leading, at);
      const place = placeOf(rows, at);
      if (leastOf !== undefined) {
        const least = leastOf(into) / (heaviest[place] as number);
        const telling = isOne ? -Number(whole > least / ROUNDED) : tellingBlock(rarestLast, at, block, least);
        block &= inRun | inTitle | inFirst | telling;
        if (block === 0) continue;
      }
      const from = place << 5;
      if (!isOne) holdBlock(scores, held, at, block);
      for (let bits = block; bits !== 0; bits &= bits - 1) {
        const bit = 31 - Math.clz32(bits & -bits);
        scores[bit] = (isOne ? whole : (scores[bit] as number)) * (weights[from + bit] as number);
      }
      for (let bits = block & (inRun | inTitle | inFirst); bits !== 0; bits &= bits - 1) {
        const bit = 31 - Math.clz32(bits & -bits);
        scores[bit] =
          (scores[bit] as number) * (1 + ((inRun >>> bit) & 1) * RUN_SHARE) +
          ((inTitle >>> bit) & 1) * NUMBERED +
          ((inFirst >>> bit) & 1) * FIRST;
      }
      take(into, from, block, scores);
    }
  };
}

/** For a sum in another order, and a quotient that was rounded. */
const ROUNDED = 1 + 1e-6;

function byRarity(a: WordBlocks, b: WordBlocks): number {
  return a.rarity - b.rarity;
}

/**
 * Rows of a block that may be worth more than the least: those that hold a word with which it can be had at all, of the words of
 * this block.
 *
 * @param words  The commonest first.
 * @param least  For a row of the block's greatest weight.
 * @see Turtle and Flood 1995, Query evaluation: strategies and optimizations (MaxScore); Ding and Suel 2011, Faster top-k document
 *      retrieval using block-max indexes
 */
function tellingBlock(words: readonly WordBlocks[], at: number, block: number, least: number): number {
  let reach = 0; // what no row is worth more than that holds none but the words so far
  let telling = reach > least ? block : 0;
  for (let word = 0; word < words.length; word += 1) {
    const { rarity, own, context } = words[word] as WordBlocks;
    const held = block & ((own[at] as number) | blockOf(context, at));
    if (held === 0) continue;
    reach += rarity * ROUNDED;
    if (reach > least) telling |= held;
  }
  return telling;
}

function wordBlocks({ own, context, frequency }: WordRows, rows: RowSet, clauses: number): WordBlocks {
  return {
    rarity: rarity(frequency, clauses),
    own: blocksBeside(own, rows),
    context: blocksOf(context, rows),
  };
}

function blocksOf(set: RowSet | null, rows: RowSet): Uint32Array | null {
  return set === null ? null : blocksBeside(set, rows);
}

function blockOf(blocks: Uint32Array | null, at: number): number {
  return blocks === null ? 0 : (blocks[at] as number) | 0;
}

/** The rarities of the words that each row of a block holds, less of what it holds in the context alone. */
function holdBlock(held: Float64Array, words: readonly WordBlocks[], at: number, block: number): void {
  held.fill(0);
  for (let word = 0; word < words.length; word += 1) {
    const { rarity: whole, own, context } = words[word] as WordBlocks;
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
