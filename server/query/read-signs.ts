/**
 * What was typed → the signs of the query language and what stands between them. Document numbers are read first, then quotes;
 * brackets are signs only where alternatives stand in them.
 */
import { findDocumentNumbers, findNumberSeries } from '../../core/text/document-number.js';

export interface Sign {
  /** `not` has something behind it, where it was written as a hyphen. */
  readonly kind: 'run' | 'quoted' | 'documentNumber' | 'or' | 'and' | 'not' | 'open' | 'close' | 'wildcard';
  readonly text: string;
  /** UTF-16, in what was typed. */
  readonly start: number;
  readonly number?: string;
}

interface Numbered {
  readonly start: number;
  readonly end: number;
  readonly number: string;
}

/** Quotes of one line may be mixed: an input method gives ” for “, a copied text " for either. */
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"＂“”„‟'],
  ['＂', '"＂“”„‟'],
  ['“', '"＂“”„‟'],
  ['”', '"＂“”„‟'],
  ['„', '"＂“”„‟'],
  ['‟', '"＂“”„‟'],
  ['「', '」'],
  ['『', '』'],
]);

const HYPHENS = '-－−﹣';
const BARS = '|｜';
const WILDCARDS = '*?';
const OPENING = '(（';
const CLOSING = ')）';
const SPACE = /\s/u;
const OPERATORS: ReadonlyMap<string, 'or' | 'and' | 'not'> = new Map([
  ['OR', 'or'],
  ['AND', 'and'],
  ['NOT', 'not'],
]);

export function readSigns(typed: string): readonly Sign[] {
  const numbers = numbersIn(typed);
  const brackets = groupBrackets(typed, numbers);
  const signs: Sign[] = [];
  let at = 0;
  const put = (sign: Omit<Sign, 'start'>, end: number): void => {
    signs.push({ ...sign, start: at });
    at = end;
  };
  while (at < typed.length) {
    const character = typed.charAt(at);
    const number = numbers.find(({ start }) => start === at);
    if (SPACE.test(character) || QUOTES.has(character)) {
      const quoted = quotedAt(typed, at);
      if (quoted === null) at += 1;
      else put({ kind: 'quoted', text: quoted.text || typed.slice(at, quoted.end) }, quoted.end);
    } else if (number) {
      put({ kind: 'documentNumber', text: typed.slice(at, number.end), number: number.number }, number.end);
    } else if (brackets.has(at)) {
      put({ kind: OPENING.includes(character) ? 'open' : 'close', text: character }, at + 1);
    } else if (BARS.includes(character)) {
      put({ kind: 'or', text: character }, at + 1);
    } else if (WILDCARDS.includes(character)) {
      const end = skip(typed, at, WILDCARDS);
      put({ kind: 'wildcard', text: typed.slice(at, end) }, end);
    } else {
      const afterHyphens = skip(typed, at, HYPHENS);
      const isExcluding = afterHyphens > at && canBeExcluded(typed, afterHyphens, brackets);
      const isExcluded = signs.at(-1)?.kind === 'not' && HYPHENS.includes(typed.charAt(at - 1));
      if (isExcluding) {
        put({ kind: 'not', text: typed.slice(at, afterHyphens) }, afterHyphens);
        continue;
      }
      const end = Math.max(runEnd(typed, at, numbers, brackets), at + 1);
      const text = typed.slice(at, end);
      const operator = isExcluded ? undefined : OPERATORS.get(text.normalize('NFKC'));
      put({ kind: operator ?? 'run', text }, end);
    }
  }
  return signs;
}

/** Numbers, and those without their serial; a bracket around one that was read as its own is left to whoever opened it. */
function numbersIn(typed: string): readonly Numbered[] {
  const whole = findDocumentNumbers(typed).map(({ number, start, end }) => ({
    ...{ start, number: number.text },
    end: CLOSING.includes(typed.charAt(end - 1)) && !hasOpening(typed, start, end) ? end - 1 : end,
  }));
  const isFree = ({ start, end }: Numbered): boolean =>
    whole.every((one) => end <= one.start || start >= one.end);
  return [...whole, ...findNumberSeries(typed).filter(isFree)].sort((a, b) => a.start - b.start);
}

function hasOpening(typed: string, start: number, end: number): boolean {
  const inside = [...typed.slice(start, end)];
  const count = (of: string): number => inside.filter((character) => of.includes(character)).length;
  return count(OPENING) >= count(CLOSING);
}

/** The brackets that stand around alternatives; those around such a group again are punctuation. */
function groupBrackets(typed: string, numbers: readonly Numbered[]): ReadonlySet<number> {
  const found = new Set<number>();
  const open: { readonly start: number; hasBar: boolean; hasGroup: boolean }[] = [];
  let at = 0;
  while (at < typed.length) {
    const character = typed.charAt(at);
    const skipped = numbers.find(({ start }) => start === at)?.end ?? quotedAt(typed, at)?.end;
    const top = open.at(-1);
    if (OPENING.includes(character)) open.push({ start: at, hasBar: false, hasGroup: false });
    else if (CLOSING.includes(character) && top) {
      open.pop();
      const isGroup = top.hasBar && !top.hasGroup;
      if (isGroup) for (const place of [top.start, at]) found.add(place);
      const around = open.at(-1);
      if (around && (isGroup || top.hasGroup)) around.hasGroup = true;
    } else if (top && (BARS.includes(character) || isOr(typed, at))) top.hasBar = true;
    at = skipped ?? at + 1;
  }
  return found;
}

/** OR by itself, as a run of its own would be. */
function isOr(typed: string, at: number): boolean {
  const ends = (character: string): boolean =>
    character === '' ||
    SPACE.test(character) ||
    QUOTES.has(character) ||
    [BARS, WILDCARDS, OPENING, CLOSING, '」』'].some((signs) => signs.includes(character));
  const isWord = typed.slice(at, at + 2).normalize('NFKC') === 'OR';
  return isWord && ends(typed.charAt(at - 1)) && ends(typed.charAt(at + 2));
}

function canBeExcluded(typed: string, at: number, brackets: ReadonlySet<number>): boolean {
  const next = typed.charAt(at);
  if (next === '' || SPACE.test(next) || BARS.includes(next) || WILDCARDS.includes(next)) return false;
  if (brackets.has(at)) return OPENING.includes(next);
  if (!QUOTES.has(next) || quotedAt(typed, at) !== null) return true;
  return at + 1 < typed.length && !SPACE.test(typed.charAt(at + 1)); // unclosed
}

/** The quoted text that opens at `at`; null where none does, or where it is never closed. */
function quotedAt(typed: string, at: number): { text: string; end: number } | null {
  const closers = QUOTES.get(typed.charAt(at));
  if (closers === undefined) return null;
  const ends = [...closers].map((closer) => typed.indexOf(closer, at + 1)).filter((end) => end >= 0);
  const end = Math.min(...ends);
  return ends.length === 0 ? null : { text: typed.slice(at + 1, end), end: end + 1 };
}

/** A run goes on to white space, a quote, a sign, hyphens before alternatives, or a document number that begins inside it. */
function runEnd(
  typed: string,
  start: number,
  numbers: readonly Numbered[],
  brackets: ReadonlySet<number>,
): number {
  const limit = numbers.find((number) => number.start > start)?.start ?? typed.length;
  const opensGroup = (at: number): boolean => brackets.has(at) && OPENING.includes(typed.charAt(at));
  const isEnd = (at: number): boolean => {
    const character = typed.charAt(at);
    return (
      SPACE.test(character) ||
      QUOTES.has(character) ||
      BARS.includes(character) ||
      WILDCARDS.includes(character) ||
      brackets.has(at) ||
      (HYPHENS.includes(character) && opensGroup(skip(typed, at, HYPHENS)))
    );
  };
  let end = start;
  while (end < limit && !isEnd(end)) end += 1;
  return end;
}

function skip(text: string, at: number, characters: string): number {
  let end = at;
  while (end < text.length && characters.includes(text.charAt(end))) end += 1;
  return end;
}
