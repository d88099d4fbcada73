/**
 * A query's words → the rows that match, as engine.ts defines it; before the filters.
 */
import type { Phrase } from '../../core/text/analyze.js';
import { type EngineQuery, type EngineTerm, type EngineWord, wordsOfAny } from '../engine.js';
import { comparedNumber } from '../entry.js';
import type { CalledDocuments } from './called-documents.js';
import type { Columns } from './columns.js';
import { contextOf, type FindPhrase } from './phrase-rows.js';
import {
  addRange,
  addRow,
  countRows,
  emptyRows,
  intersect,
  type RowSet,
  subtract,
  unite,
} from './row-set.js';

export interface WordRows {
  readonly own: RowSet;
  /** null: none. */
  readonly context: RowSet | null;
  /** Clauses whose own text holds it. */
  readonly frequency: number;
}

export interface Matched {
  readonly rows: RowSet;
  /** Of `all+any`: those of `all`. */
  readonly first: RowSet | null;
  /** In step with the query's. */
  readonly words: readonly WordRows[];
  /** The titles that bear a number that was asked for; null: none was. */
  readonly numbered: RowSet | null;
}

/** What is matched over. */
export interface Matching {
  readonly columns: Columns;
  readonly findPhrase: FindPhrase;
  readonly called: CalledDocuments;
  /** Words that were matched, for as long as whoever asks has them: one question is several searches. */
  readonly matched: WeakMap<EngineWord, WordRows>;
}

/** @param isCounted  Nothing is wanted but the rows: of `any` then nothing of single words is told, and what is above them not looked for. */
export function match(query: EngineQuery, found: Matching, isCounted = false): Matched {
  const { columns, findPhrase } = found;
  if (isCounted && query.match === 'any' && query.words.length > 0) {
    const rows = emptyRows(columns.rows);
    for (const word of wordsOfAny(query.words)) addOwn(rows, word, found);
    intersect(rows, columns.visible);
    leaveOut(rows, query.excluded, findPhrase);
    return { rows, first: null, words: [], numbered: null };
  }
  const byWord = new Map(query.words.map((word) => [word, rowsOfWord(word, found)]));
  const rowsOf = (asked: readonly EngineWord[]): WordRows[] =>
    asked.flatMap((word) => byWord.get(word) ?? []);
  const words = rowsOf(query.words);
  let rows: RowSet;
  if (words.length === 0) {
    rows = columns.visible.slice();
  } else {
    rows =
      query.match === 'all' ? heldBy(words, columns) : ownOfAny(rowsOf(wordsOfAny(query.words)), columns);
    intersect(rows, columns.visible);
  }
  leaveOut(rows, query.excluded, findPhrase);
  const numbered = numberedRows(query.words, found);
  if (query.match !== 'all+any') return { rows, first: null, words, numbered };
  const first = words.length === 0 ? rows.slice() : heldBy(words, columns);
  intersect(first, rows);
  return { rows, first, words, numbered };
}

function leaveOut(rows: RowSet, excluded: readonly Phrase[], findPhrase: FindPhrase): void {
  for (const phrase of excluded) {
    const { own, context } = findPhrase(phrase);
    subtract(rows, own);
    if (context) subtract(rows, context);
  }
}

/** O(w), without a look at what is above. */
export function addOwn(rows: RowSet, word: EngineWord, found: Matching): void {
  const known = found.matched.get(word);
  if (known) {
    unite(rows, known.own);
    return;
  }
  const { alternatives, numbers = [], runs = [] } = word;
  for (const phrase of alternatives) unite(rows, found.findPhrase(phrase).own);
  addTitles(rows, numbers, found.called);
  for (const run of runs) unite(rows, rowsOfRun(run, found).own);
}

type Held = Pick<WordRows, 'own' | 'context'>;

function ownOfAny(words: readonly Held[], columns: Columns): RowSet {
  const rows = emptyRows(columns.rows);
  for (const { own } of words) unite(rows, own);
  return rows;
}

/** ⋂ C ∩ ⋃ O: of words, or of the terms of a run. */
export function heldBy(words: readonly Held[], columns: Columns): RowSet {
  const rows = ownOfAny(words, columns);
  // One word: what holds it in its own text holds it.
  if (words.length > 1) {
    for (const { own, context } of words) {
      if (context) intersectEither(rows, own, context);
      else intersect(rows, own);
    }
  }
  return rows;
}

export function rowsOfWord(word: EngineWord, found: Matching): WordRows {
  const rows = found.matched.get(word) ?? matchWord(word, found);
  found.matched.set(word, rows);
  return rows;
}

function matchWord(word: EngineWord, found: Matching): WordRows {
  const { columns, findPhrase } = found;
  const [only] = word.alternatives;
  const isPlain = word.alternatives.length === 1 && !word.numbers && !word.names && !word.runs;
  if (only && isPlain) return findPhrase(only);
  const term = rowsOfTerm(word, found);
  const ways = [term, ...(word.runs ?? []).map((run) => rowsOfRun(run, found))];
  const own = ownOfAny(ways, columns);
  const context = contextOfAny(ways, columns);
  const clauses = own.slice();
  intersect(clauses, columns.visible);
  return { own, context, frequency: countRows(clauses) };
}

function rowsOfTerm({ alternatives, numbers = [], names = [] }: EngineTerm, found: Matching): Held {
  const { columns, findPhrase, called } = found;
  const [only] = alternatives;
  const isOne = only !== undefined && alternatives.length === 1 && numbers.length === 0;
  // Of a single phrase both are kept, and not to be changed.
  const held = isOne ? findPhrase(only) : rowsOfAny(alternatives, numbers, found);
  let context = names.length === 0 ? held.context : (held.context?.slice() ?? null);
  for (const name of names) {
    for (const [first, last] of called.rowsUnder(name)) {
      context ??= emptyRows(columns.rows);
      addRange(context, first, last);
    }
  }
  return { own: held.own, context };
}

function rowsOfAny(phrases: readonly Phrase[], numbers: readonly string[], found: Matching): Held {
  const { columns, findPhrase } = found;
  const own = emptyRows(columns.rows);
  addTitles(own, numbers, found.called);
  const held = [{ own, context: contextOf(own, columns) }, ...phrases.map(findPhrase)];
  return { own: ownOfAny(held, columns), context: contextOfAny(held, columns) };
}

/** What is above is under the headings of one or of another. */
function contextOfAny(ways: readonly Held[], columns: Columns): RowSet | null {
  let rows: RowSet | null = null;
  for (const { context } of ways) {
    if (context === null) continue;
    rows ??= emptyRows(columns.rows);
    unite(rows, context);
  }
  return rows;
}

function rowsOfRun(run: readonly EngineTerm[], found: Matching): Held {
  const terms = run.map((term) => rowsOfTerm(term, found));
  const own = heldBy(terms, found.columns);
  let context: RowSet | null = null;
  for (const term of terms) {
    if (term.context === null) return { own, context: null };
    if (context === null) context = term.context.slice();
    else intersect(context, term.context);
  }
  return { own, context };
}

function numberedRows(words: readonly EngineWord[], { columns, called }: Matching): RowSet | null {
  const numbers = words.flatMap((word) => word.numbers ?? []);
  if (numbers.length === 0) return null;
  const rows = emptyRows(columns.rows);
  addTitles(rows, numbers, called);
  return rows;
}

function addTitles(rows: RowSet, numbers: readonly string[], called: CalledDocuments): void {
  for (const number of numbers) {
    for (const row of called.titlesOf(comparedNumber(number))) addRow(rows, row);
  }
}

function intersectEither(set: RowSet, one: RowSet, other: RowSet): void {
  for (let i = 0; i < set.length; i += 1) {
    set[i] = (set[i] as number) & ((one[i] as number) | (other[i] as number));
  }
}
