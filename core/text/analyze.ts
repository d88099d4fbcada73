/**
 * The whole chain: fold, convert, grams. One analysis for documents, queries and highlighting.
 *
 * Promises, tested on random mixtures of scripts: the offsets are in range and do not decrease; a text, its
 * Traditional form and its full-width form give the same tokens; and `folded` of a query is contained in
 * `folded` of a text exactly if the tokens of the query are consecutive tokens of the text.
 */
import { BREAK } from './characters.js';
import { convert } from './convert.js';
import { BORDER, fold, foldWithOffsets } from './fold.js';
import { characters, grams } from './grams.js';
import { segment } from './segment.js';

export interface Analysis {
  /** Folded and converted: what "contained" is decided on. */
  readonly folded: string;
  /** For each code unit of `folded`, the stretch of the text that it was made of. UTF-16, end exclusive. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

export interface Term {
  /** Simplified, folded. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** `analyze(text).folded`, without the offsets: what indexing needs, at twice the speed. */
export function foldAndConvert(text: string): string {
  return convert(fold(text));
}

export function analyze(text: string): Analysis {
  const { text: folded, starts, ends } = foldWithOffsets(text);
  const converted = convert(folded);
  if (converted.length === folded.length) return { folded: converted, starts, ends };
  return { folded: converted, ...realign(folded, converted, starts, ends) };
}

/** A converted character may need a surrogate pair where the original did not; their number is the same. */
function realign(
  folded: string,
  converted: string,
  starts: Uint32Array,
  ends: Uint32Array,
): Pick<Analysis, 'starts' | 'ends'> {
  const newStarts = new Uint32Array(converted.length);
  const newEnds = new Uint32Array(converted.length);
  let from = 0;
  let to = 0;
  while (to < converted.length) {
    const width = (converted.codePointAt(to) as number) > 0xffff ? 2 : 1;
    newStarts.fill(starts[from] ?? 0, to, to + width);
    newEnds.fill(ends[from] ?? 0, to, to + width);
    from += (folded.codePointAt(from) as number) > 0xffff ? 2 : 1;
    to += width;
  }
  return { starts: newStarts, ends: newEnds };
}

/** What an engine is asked for one word or one quoted text. */
export interface Phrase {
  readonly folded: string;
  /** Consecutive grams; or, of a single Han character, that character alone. */
  readonly tokens: readonly string[];
  readonly index: 'grams' | 'characters';
}

/** @returns null where nothing is left to look for: punctuation, symbols and white space alone. */
export function toPhrase(text: string): Phrase | null {
  const folded = foldAndConvert(text);
  if (folded === '' || folded === BREAK) return null;
  const tokens = grams(folded);
  // The run of one Han character between open edges has no gram.
  return tokens.length > 0
    ? { folded, tokens, index: 'grams' }
    : { folded, tokens: characters(folded), index: 'characters' };
}

/** Where `phrase` stands in the analysed text: stretches of the text as published, in order, not overlapping. */
export function occurrences(analysis: Analysis, phrase: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  if (phrase === '') return found;
  let at = analysis.folded.indexOf(phrase);
  while (at >= 0) {
    const end = at + phrase.length;
    found.push({ start: analysis.starts[at] ?? 0, end: analysis.ends[end - 1] ?? 0 });
    at = analysis.folded.indexOf(phrase, end);
  }
  return found;
}

/**
 * The words of a text: what jieba cuts its Han runs into, and its Latin words and numbers. They weigh and
 * suggest; they never decide what is found.
 */
export function terms(analysis: Analysis): Term[] {
  const { folded, starts, ends } = analysis;
  const found: Term[] = [];
  let at = 0;
  for (const run of folded.split(RUNS)) {
    if (run !== '' && run !== BREAK) {
      const isWord = run.startsWith(BORDER);
      for (const word of isWord ? [run] : segment(run)) {
        const last = at + word.length - 1;
        found.push({ text: word.replaceAll(BORDER, ''), start: starts[at] ?? 0, end: ends[last] ?? 0 });
        at += word.length;
      }
    } else {
      at += run.length;
    }
  }
  return found;
}

const RUNS = new RegExp(`(${BREAK}|${BORDER}[^${BORDER}]*${BORDER})`);
