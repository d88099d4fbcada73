/**
 * The question in other words: how many hits it would have. Where these only leave ways to hold a word out, their hits are some of
 * those that were found, and are counted among them, under every filter that there is.
 */
import type { Phrase } from '../../core/text/analyze.js';
import {
  type EngineQuery,
  type EngineTerm,
  type EngineWord,
  type OtherWords,
  wordsOfAny,
} from '../engine.js';
import { countCommon, difference, intersection, union } from './combine-rows.js';
import { heldBy, type Matching, ownWays, rowsOfWord } from './match.js';
import { countRows, NO_ROWS, type RowSet } from './row-set.js';

/**
 * @param hits  Of the query, filtered.
 * @returns in step with the query's `others`; null: its hits are not among them.
 */
export function countOthers(query: EngineQuery, hits: RowSet, found: Matching): readonly (number | null)[] {
  const { words, others = [] } = query;
  const counted = others.map((other) => (isNarrower(other, query) ? other.words : null));
  if (counted.every(isNone)) return counted as readonly null[];
  const countAll = query.match === 'all' ? countHeldByAll : openCountOfAny(words, counted, hits, found);
  return counted.map((less) => less && countAll(less, hits, found));
}

function isNone(words: readonly EngineWord[] | null): words is null {
  return words === null;
}

type CountWords = (words: readonly EngineWord[], hits: RowSet, found: Matching) => number;

const countHeldByAll: CountWords = (words, hits, found) => {
  const rows = words.map((word) => rowsOfWord(word, found));
  return countCommon(heldBy(rows, found.columns), hits);
};

const countHeldByAny: CountWords = (words, hits, found) => {
  const ways = wordsOfAny(words).flatMap((word) => ownWays(word, found));
  return countCommon(union(ways, found.columns.rows), hits);
};

/**
 * Of `any`, what each leaves out costs the hits that hold nothing else: those in one of the sets of rows that the others leave
 * out, and not in what all of them ask. So each phrase is looked at once, however many there are.
 */
function openCountOfAny(
  words: readonly EngineWord[],
  others: readonly (readonly EngineWord[] | null)[],
  hits: RowSet,
  found: Matching,
): CountWords {
  const phrases = phrasesOfAny(words);
  const leftOutBy = new Map<string, readonly EngineWord[]>();
  const counted = new Set<readonly EngineWord[]>();
  for (const other of others) {
    if (other === null || !keepsRuns(words, other)) continue;
    const asked = phrasesOfAny(other);
    const leftOut: string[] = [];
    for (const folded of phrases.keys()) if (!asked.has(folded)) leftOut.push(folded);
    if (leftOut.some((folded) => leftOutBy.has(folded))) continue;
    for (const folded of leftOut) leftOutBy.set(folded, other);
    counted.add(other);
  }

  const { rows } = found.columns;
  const asked = wordsOfAny(words).flatMap(({ numbers = [], runs = [] }) =>
    ownWays({ alternatives: [], numbers, runs }, found),
  );
  const waysOf = new Map<readonly EngineWord[], RowSet[]>();
  for (const [folded, phrase] of phrases) {
    const other = leftOutBy.get(folded);
    const ways = other === undefined ? asked : (waysOf.get(other) ?? []);
    if (other !== undefined) waysOf.set(other, ways);
    ways.push(found.findPhrase(phrase).own);
  }
  const onlyOf = new Map<readonly EngineWord[], RowSet>();
  let once = difference(hits, [union(asked, rows)]); // and held by what one leaves out alone
  let seen = NO_ROWS;
  for (const [other, ways] of waysOf) {
    const held = intersection(union(ways, rows), once);
    once = difference(once, [intersection(held, seen)]);
    seen = union([seen, held], rows);
    onlyOf.set(other, held);
  }
  const total = countRows(hits);
  return (other) => {
    if (!counted.has(other)) return countHeldByAny(other, hits, found);
    const only = onlyOf.get(other);
    return only === undefined ? total : total - countCommon(only, once);
  };
}

function phrasesOfAny(words: readonly EngineWord[]): ReadonlyMap<string, Phrase> {
  const phrases = new Map<string, Phrase>();
  for (const { alternatives } of wordsOfAny(words)) {
    for (const phrase of alternatives) phrases.set(phrase.folded, phrase);
  }
  return phrases;
}

function keepsRuns(words: readonly EngineWord[], others: readonly EngineWord[]): boolean {
  return words.every(({ runs }, i) => runs === undefined || words[i] === others[i]);
}

/** Whether word for word it asks for the same, or for less of it. */
function isNarrower(other: OtherWords, { words, excluded, scope }: EngineQuery): boolean {
  return (
    scope === 'all' &&
    words.length > 0 &&
    words.length === other.words.length &&
    excluded.length === other.excluded.length &&
    excluded.every((phrase, i) => phrase.folded === other.excluded[i]?.folded) &&
    areLess(other.words, words)
  );
}

function areLess(less: readonly EngineWord[], words: readonly EngineWord[]): boolean {
  for (const [i, word] of words.entries()) if (!isLess(less[i], word)) return false;
  return true;
}

function isLess(less: EngineWord | undefined, word: EngineWord): boolean {
  if (less === word) return true;
  if (less === undefined || less.isParticle !== word.isParticle || !isLessTerm(less, word)) return false;
  const [runs, whole] = [less.runs ?? [], word.runs ?? []];
  return (
    runs.length === whole.length &&
    runs.every((run, i) => {
      const terms = whole[i] ?? [];
      return run.length === terms.length && run.every((term, at) => isLessTerm(term, terms[at]));
    })
  );
}

function isLessTerm(less: EngineTerm, term: EngineTerm | undefined): boolean {
  if (term === undefined) return false;
  const phrases = new Set<string>();
  for (const { folded } of term.alternatives) phrases.add(folded);
  for (const { folded } of less.alternatives) if (!phrases.has(folded)) return false;
  const numbers = new Set(term.numbers);
  return (
    (less.numbers ?? []).length === numbers.size &&
    areAllIn(less.numbers ?? [], numbers) &&
    areAllIn(less.names ?? [], new Set(term.names))
  );
}

function areAllIn(texts: readonly string[], all: ReadonlySet<string>): boolean {
  for (const text of texts) if (!all.has(text)) return false;
  return true;
}
