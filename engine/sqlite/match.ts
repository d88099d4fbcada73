/**
 * A query's words → the rows that match, as engine.ts defines it; before the filters.
 */
import type { EngineQuery, EngineWord } from '../engine.js';
import { comparedNumber } from '../entry.js';
import type { Columns } from './columns.js';
import { contextOf, type FindPhrase } from './phrase-rows.js';
import { addRow, countRows, emptyRows, intersect, type RowSet, subtract, unite } from './row-set.js';

export interface WordRows {
  readonly own: RowSet;
  readonly context: RowSet | null;
  /** Clauses whose own text holds it. */
  readonly frequency: number;
}

export interface Matched {
  readonly rows: RowSet;
  /** Of `all+any`: those of `all`. */
  readonly first: RowSet | null;
  readonly words: readonly WordRows[];
}

/** The title rows of the documents that have a number, by what is compared of it. */
export type FindNumber = (compared: string) => readonly number[];

export function match(
  query: EngineQuery,
  columns: Columns,
  findPhrase: FindPhrase,
  findNumber: FindNumber,
): Matched {
  const words = query.words.map((word) => rowsOfWord(word, columns, findPhrase, findNumber));
  const rows = words.length === 0 ? columns.visible.slice() : emptyRows(columns.rows);
  for (const { own } of words) unite(rows, own);
  if (words.length > 0) intersect(rows, columns.visible);
  if (query.match === 'all') requireAll(rows, words);
  for (const phrase of query.excluded) {
    const { own, context } = findPhrase(phrase);
    subtract(rows, own);
    if (context) subtract(rows, context);
  }
  if (query.match !== 'all+any') return { rows, first: null, words };
  const first = rows.slice();
  requireAll(first, words);
  return { rows, first, words };
}

/** One word: what holds it in its own text holds it. */
function requireAll(rows: RowSet, words: readonly WordRows[]): void {
  if (words.length < 2) return;
  for (const { own, context } of words) {
    if (context) intersectEither(rows, own, context);
    else intersect(rows, own);
  }
}

function rowsOfWord(
  { alternatives, documentNumber }: EngineWord,
  columns: Columns,
  findPhrase: FindPhrase,
  findNumber: FindNumber,
): WordRows {
  const found = alternatives.map(findPhrase);
  const titles = documentNumber === undefined ? [] : findNumber(comparedNumber(documentNumber));
  const [only] = found;
  if (only && found.length === 1 && titles.length === 0) return only;
  const own = emptyRows(columns.rows);
  for (const rows of found) unite(own, rows.own);
  for (const row of titles) addRow(own, row);
  const clauses = own.slice();
  intersect(clauses, columns.visible);
  return { own, context: contextOf(own, columns), frequency: countRows(clauses) };
}

function intersectEither(set: RowSet, one: RowSet, other: RowSet): void {
  for (let i = 0; i < set.length; i += 1) {
    set[i] = (set[i] as number) & ((one[i] as number) | (other[i] as number));
  }
}
