/**
 * For each phrase the rows that hold it, and the rows under a heading or title that holds it. The phrases asked last
 * are kept: never more than 2,000, for of a small index what stands around a few bits is all that they take.
 */
import { keepRecent } from '../../core/recent.js';
import type { Phrase } from '../../core/text/analyze.js';
import type { Columns } from './columns.js';
import { countCommon, intersection } from './combine-rows.js';
import type { Database } from './database.js';
import { unpackRows } from './packed-rows.js';
import { prepareRowsOf } from './phrase-match.js';
import { blocksBeside, bytesOf, countRows, NO_ROWS, placeOf, type RowSet } from './row-set.js';
import { rowsOfDigits, rowsOfStretches } from './rows-of.js';

const MOST_PHRASES = 2000;

export interface PhraseRows {
  /** In their own text; hidden rows among them. */
  readonly own: RowSet;
  /** In a heading above or in the title; null: none. */
  readonly context: RowSet | null;
  /** Clauses whose own text holds it. */
  readonly frequency: number;
}

export type FindPhrase = (phrase: Phrase) => PhraseRows;

/** @param capacity  Of what is kept, in bytes. */
export function openPhraseRows(database: Database, columns: Columns, capacity: number): FindPhrase {
  const { rows, alive, visible } = columns;
  const readRows = prepareRowsOf(database);
  const readCharacter = database
    .prepare<[string], Buffer>('SELECT rows FROM characters WHERE character = ?')
    .pluck();
  const readCommon = database
    .prepare<[string], Buffer>('SELECT rows FROM common_grams WHERE gram = ?')
    .pluck();
  const hasDead = countRows(alive) < rows;
  const kept = keepRecent<PhraseRows>(capacity, ({ own, context }) =>
    Math.max(Math.ceil(capacity / MOST_PHRASES), bytesOf(own) + (context === null ? 0 : bytesOf(context))),
  );

  const readOwn = ({ tokens, index }: Phrase): RowSet => {
    const only = tokens.length === 1 ? tokens[0] : undefined;
    if (only !== undefined) {
      const packed = (index === 'characters' ? readCharacter : readCommon).get(only);
      if (packed) return unpackRows(packed, rows);
      if (index === 'characters') return NO_ROWS;
    }
    return tokens.length === 0 ? NO_ROWS : rowsOfDigits(readRows(tokens), rows);
  };

  return (phrase) =>
    kept.getOr(`${phrase.index} ${phrase.tokens.join(' ')}`, () => {
      const read = readOwn(phrase);
      const own = hasDead ? intersection(read, alive) : read;
      return { own, context: contextOf(own, columns), frequency: countCommon(own, visible) };
    });
}

/** The rows under the headings and titles among `holders`; null: none. */
export function contextOf(holders: RowSet, { rows, covers, heads }: Columns): RowSet | null {
  const headsBeside = blocksBeside(heads, holders);
  const under: number[] = [];
  let at = 0;
  for (let i = 0; i < holders.blocks.length; i += 1) {
    const first = placeOf(holders, i) << 5;
    const both = (holders.blocks[i] as number) & (headsBeside[i] as number);
    for (let bits = both; bits !== 0; bits &= bits - 1) {
      const head = first + 31 - Math.clz32(bits & -bits);
      at = coverOf(head, covers, at);
      for (; covers[at] === head; at += 3) under.push(covers[at + 1] as number, covers[at + 2] as number);
    }
  }
  return under.length === 0 ? null : rowsOfStretches(under, rows);
}

/**
 * Where the stretches of a heading begin, at `from` or behind it: in steps that double, then halved, so that what few headings
 * cost does not grow with the index.
 */
function coverOf(head: number, covers: Uint32Array, from: number): number {
  const headAt = (stretch: number): number => covers[stretch * 3] ?? Number.POSITIVE_INFINITY;
  let low = from / 3;
  let step = 1;
  while (headAt(low + step) < head) {
    low += step;
    step *= 2;
  }
  let high = low + step;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (headAt(middle) < head) low = middle + 1;
    else high = middle;
  }
  return low * 3;
}
