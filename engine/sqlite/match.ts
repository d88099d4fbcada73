/**
 * A query's words → the rows that match, as engine.ts defines it; before the filters.
 */
import type { Phrase } from '../../core/text/analyze.js';
import { type EngineQuery, type EngineTerm, type EngineWord, wordsOfAny } from '../engine.js';
import { comparedNumber } from '../entry.js';
import type { CalledDocuments } from './called-documents.js';
import type { Columns } from './columns.js';
import { countCommon, difference, intersection, union } from './combine-rows.js';
import { contextOf, type FindPhrase } from './phrase-rows.js';
import { hasRow, NO_ROWS, type RowSet } from './row-set.js';
import { rowsOfStretches } from './rows-of.js';

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
  /** The titles that bear a number that was asked for, and all of a document that bears it and prints no title; null: none was. */
  readonly numbered: RowSet | null;
}

/** What is matched over. */
export interface Matching {
  readonly columns: Columns;
  readonly findPhrase: FindPhrase;
  readonly called: CalledDocuments;
  /** Words that were matched, for as long as whoever asks has them: one question is several searches. */
  readonly matched: WeakMap<EngineWord, WordRows>;
  /** Of all words of a question together, for as long. */
  readonly heldByAll: WeakMap<readonly EngineWord[], RowSet>;
}

/** @param isCounted  Nothing is wanted but the rows: of `any` then nothing of single words is told, and what is above them not looked for. */
export function match(query: EngineQuery, found: Matching, isCounted = false): Matched {
  const { columns } = found;
  if (isCounted && query.match === 'any' && query.words.length > 0) {
    const ways = wordsOfAny(query.words).flatMap((word) => ownWays(word, found));
    return { rows: shown(union(ways, columns.rows), query, found), first: null, words: [], numbered: null };
  }
  const words = rowsOfWords(query.words, found);
  const numbered = numberedRows(query.words, found);
  if (words.length === 0) {
    const rows = leaveOut(columns.visible, query.excluded, found.findPhrase);
    return { rows, first: query.match === 'all+any' ? rows : null, words, numbered };
  }
  if (query.match === 'all') {
    return { rows: shown(heldByAll(query, words, found), query, found), first: null, words, numbered };
  }
  const asked = rowsOfWords(wordsOfAny(query.words), found);
  const rows = shown(ownOfAny(asked, columns), query, found);
  if (query.match !== 'all+any') return { rows, first: null, words, numbered };
  return { rows, first: intersection(heldByAll(query, words, found), rows), words, numbered };
}

/** @param words  Those of the query. */
function heldByAll(query: EngineQuery, words: readonly WordRows[], found: Matching): RowSet {
  const held = found.heldByAll.get(query.words) ?? heldBy(words, found.columns);
  found.heldByAll.set(query.words, held);
  return held;
}

/** What of the rows can be a hit. */
function shown(rows: RowSet, { excluded }: EngineQuery, { columns, findPhrase }: Matching): RowSet {
  return leaveOut(intersection(rows, columns.visible), excluded, findPhrase);
}

function leaveOut(rows: RowSet, excluded: readonly Phrase[], findPhrase: FindPhrase): RowSet {
  const out: RowSet[] = [];
  for (const phrase of excluded) {
    const { own, context } = findPhrase(phrase);
    out.push(own);
    if (context !== null) out.push(context);
  }
  return difference(rows, out);
}

/** O(w) in parts, without a look at what is above. */
export function ownWays(word: EngineWord, found: Matching): RowSet[] {
  const known = found.matched.get(word);
  if (known) return [known.own];
  const { alternatives, numbers = [], runs = [] } = word;
  return [
    ...alternatives.map((phrase) => found.findPhrase(phrase).own),
    titlesOf(numbers, found),
    ...runs.map((run) => rowsOfRun(run, found).own),
  ];
}

type Held = Pick<WordRows, 'own' | 'context'>;

function ownOfAny(words: readonly Held[], { rows }: Columns): RowSet {
  const sets: RowSet[] = [];
  for (const { own } of words) sets.push(own);
  return union(sets, rows);
}

/** What is above is under the headings of one or of another. */
function contextOfAny(words: readonly Held[], { rows }: Columns): RowSet | null {
  const contexts: RowSet[] = [];
  for (const { context } of words) if (context !== null) contexts.push(context);
  return contexts.length === 0 ? null : union(contexts, rows);
}

/** ⋂ C ∩ ⋃ O: of words, or of the terms of a run. */
export function heldBy(words: readonly Held[], columns: Columns): RowSet {
  const [only] = words;
  // One word: what holds it in its own text holds it.
  if (only !== undefined && words.length === 1) return only.own;
  const sets: RowSet[] = [];
  for (const { own, context } of words)
    sets.push(context === null ? own : union([own, context], columns.rows));
  let rows = ownOfAny(words, columns);
  for (const set of sets.sort(bySize)) rows = intersection(rows, set);
  return rows;
}

function bySize(a: RowSet, b: RowSet): number {
  return a.blocks.length - b.blocks.length;
}

function rowsOfWords(words: readonly EngineWord[], found: Matching): WordRows[] {
  const rows: WordRows[] = [];
  for (const word of words) rows.push(rowsOfWord(word, found));
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
  const ways = [rowsOfTerm(word, found), ...(word.runs ?? []).map((run) => rowsOfRun(run, found))];
  const own = ownOfAny(ways, columns);
  return { own, context: contextOfAny(ways, columns), frequency: countCommon(own, columns.visible) };
}

function rowsOfTerm({ alternatives, numbers = [], names = [] }: EngineTerm, found: Matching): Held {
  const { columns, findPhrase, called } = found;
  const [only] = alternatives;
  const isOne = only !== undefined && alternatives.length === 1 && numbers.length === 0;
  const held = isOne ? findPhrase(only) : rowsOfAny(alternatives, numbers, found);
  if (names.length === 0) return held;
  const under = names.flatMap((name) => called.rowsUnder(name)).flat();
  const ofNames = under.length === 0 ? null : rowsOfStretches(under, columns.rows);
  return { own: held.own, context: contextOfAny([held, { own: NO_ROWS, context: ofNames }], columns) };
}

function rowsOfAny(phrases: readonly Phrase[], numbers: readonly string[], found: Matching): Held {
  const { columns, findPhrase } = found;
  const own = titlesOf(numbers, found);
  const held = [{ own, context: contextOf(own, columns) }, ...phrases.map(findPhrase)];
  return { own: ownOfAny(held, columns), context: contextOfAny(held, columns) };
}

function rowsOfRun(run: readonly EngineTerm[], found: Matching): Held {
  const terms = run.map((term) => rowsOfTerm(term, found));
  const contexts = terms.flatMap(({ context }) => context ?? []);
  const isAbove = contexts.length === terms.length && contexts.length > 0;
  return { own: heldBy(terms, found.columns), context: isAbove ? contexts.reduce(intersection) : null };
}

function numberedRows(words: readonly EngineWord[], found: Matching): RowSet | null {
  const numbers = words.flatMap((word) => word.numbers ?? []);
  if (numbers.length === 0) return null;
  const { columns, called } = found;
  const leading = numbers
    .flatMap((number) => called.documentsOf(comparedNumber(number)))
    .flatMap(([title, first, last]) => (hasRow(columns.visible, title) ? [title, title] : [first, last]));
  return rowsOfStretches(leading, columns.rows);
}

function titlesOf(numbers: readonly string[], { columns, called }: Matching): RowSet {
  const titles = numbers.flatMap((number) => called.titlesOf(comparedNumber(number)));
  return rowsOfStretches(
    titles.flatMap((row) => [row, row]),
    columns.rows,
  );
}

const MATCHED_BY = [
  ...(['words', 'excluded', 'prefer', 'match', 'scope', 'document'] as const),
  ...(['filters', 'excludedValues', 'lacking', 'date', 'from', 'to'] as const),
] as const satisfies readonly (keyof EngineQuery)[];

/** Whether one was made of the other: what is only alike is matched again. */
export function matchesTheSame(one: EngineQuery, other: EngineQuery): boolean {
  return MATCHED_BY.every((key) => one[key] === other[key]);
}
