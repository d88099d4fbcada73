/**
 * The whole chain: fold, convert, grams. One analysis for documents, queries and highlighting.
 *
 * A text has two readings. By character, each character stands for itself whatever its neighbours are, so that a part of a
 * text is a part of its reading: what Ctrl+F finds in the script that is printed. By phrase, a Traditional text is what the
 * other script writes for its words (計畫 → 计划, by character 计画); only a paragraph in Traditional has that one, and only
 * where it differs. Matched is what either holds. Both keep the number of code points, so a match in either lies at the same
 * place.
 *
 * Promises, tested on random mixtures of scripts: the offsets are in range and do not decrease; a text and its full-width form
 * give the same tokens; and a folded query is contained in a folded text exactly if its tokens are consecutive tokens of it.
 */
import { BREAK } from './characters.js';
import { convert, convertEach, mayBePutByPhrase, mayReadByPhrase } from './convert.js';
import { BORDER, type Folded, fold, foldWithOffsets } from './fold.js';
import { characters, grams, SECOND } from './grams.js';
import { type Script, scriptOf } from './script.js';
import { segment } from './segment.js';

export interface Analysis {
  readonly byCharacter: Folded;
  /** null: the same as by character. */
  readonly byPhrase: Folded | null;
}

export interface Term {
  /** Folded. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The text as "contained" is decided on: its reading by character, and where there is one, behind SECOND, that by phrase.
 *
 * @param without  The script of a paragraph that does not say which it is in.
 */
export function readingsOf(text: string, without: Script): string {
  const byCharacter = fold(text);
  const byPhrase = readByPhrase(text, byCharacter, without);
  return byPhrase === null ? byCharacter : byCharacter + SECOND + byPhrase;
}

/** Of `readingsOf`, the reading by character: the length of a text is that of this one. */
export function firstReading(folded: string): string {
  const end = folded.indexOf(SECOND);
  return end < 0 ? folded : folded.slice(0, end);
}

export function analyze(text: string, without: Script): Analysis {
  const byCharacter = foldWithOffsets(text);
  const byPhrase = readByPhrase(text, byCharacter.text, without);
  return { byCharacter, byPhrase: byPhrase === null ? null : realign(byCharacter, byPhrase) };
}

/** The same, or as much of it as says where these phrases stand: mostly the reading by character does. */
export function analyzeFor(phrases: readonly string[], text: string, without: Script): Analysis {
  if (phrases.some(mayBePutByPhrase)) return analyze(text, without);
  return { byCharacter: foldWithOffsets(text), byPhrase: null };
}

function readByPhrase(text: string, byCharacter: string, without: Script): string | null {
  if (!mayReadByPhrase(byCharacter)) return null;
  const isTraditional = text.split('\n').map((paragraph) => (scriptOf(paragraph) ?? without) === 'hant');
  if (!isTraditional.includes(true)) return null;
  const converted = convertEach(convert(fold(text, 'printed')));
  const byPhrase = isTraditional.includes(false)
    ? inParagraphs(text, isTraditional, byCharacter, converted)
    : converted;
  return byPhrase === byCharacter ? null : byPhrase;
}

/** `converted` where the paragraph is Traditional, `byCharacter` elsewhere. */
function inParagraphs(
  text: string,
  isTraditional: readonly boolean[],
  byCharacter: string,
  converted: string,
): string {
  const { starts } = foldWithOffsets(text);
  const others = [...converted];
  let [place, paragraph, at] = [0, 0, 0];
  let lineEnd = text.indexOf('\n');
  let read = '';
  for (const character of byCharacter) {
    while (lineEnd >= 0 && lineEnd < (starts[at] as number)) {
      paragraph += 1;
      lineEnd = text.indexOf('\n', lineEnd + 1);
    }
    read += isTraditional[paragraph] ? others[place] : character;
    place += 1;
    at += character.length;
  }
  return read;
}

/** A converted character may need a surrogate pair where the other did not; their number is the same. */
function realign({ text, starts, ends }: Folded, converted: string): Folded {
  if (converted.length === text.length) return { text: converted, starts, ends };
  const newStarts = new Uint32Array(converted.length);
  const newEnds = new Uint32Array(converted.length);
  let from = 0;
  let to = 0;
  while (to < converted.length) {
    const width = (converted.codePointAt(to) as number) > 0xffff ? 2 : 1;
    newStarts.fill(starts[from] ?? 0, to, to + width);
    newEnds.fill(ends[from] ?? 0, to, to + width);
    from += (text.codePointAt(from) as number) > 0xffff ? 2 : 1;
    to += width;
  }
  return { text: converted, starts: newStarts, ends: newEnds };
}

/** What an engine is asked for one reading of a word or of a quoted text. */
export interface Phrase {
  readonly folded: string;
  /** Consecutive grams; or, of a single Han character, that character alone. */
  readonly tokens: readonly string[];
  readonly index: 'grams' | 'characters';
}

/**
 * Both readings of a text that is asked for, a clause holds it if it holds either: first as Simplified texts write it, then by
 * character, where that is another. None where nothing is left to look for: punctuation, symbols and white space alone.
 *
 * @param without  The script of a text that does not say which it is in.
 */
export function toPhrases(text: string, without: Script): readonly Phrase[] {
  const byCharacter = fold(text);
  const readings = [readByPhrase(text, byCharacter, without) ?? byCharacter, byCharacter];
  return [...new Set(readings)].flatMap((reading) => phraseOf(reading) ?? []);
}

/** @param folded  One reading. */
export function phraseOf(folded: string): Phrase | null {
  if (folded === '' || folded === BREAK) return null;
  const tokens = grams(folded);
  // The run of one Han character between open edges has no gram.
  return tokens.length > 0
    ? { folded, tokens, index: 'grams' }
    : { folded, tokens: characters(folded), index: 'characters' };
}

/** Where `phrase` stands in the analysed text: stretches of the text as published, by reading, in order in each. */
export function occurrences(
  { byCharacter, byPhrase }: Analysis,
  phrase: string,
): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  if (phrase === '') return found;
  for (const { text, starts, ends } of byPhrase === null ? [byCharacter] : [byCharacter, byPhrase]) {
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) {
      found.push({ start: starts[at] ?? 0, end: ends[at + phrase.length - 1] ?? 0 });
    }
  }
  return found;
}

/**
 * The words of a text: what jieba cuts its Han runs into, and its Latin words and numbers. They weigh and
 * suggest; they never decide what is found.
 *
 * @param simplified  In Simplified already: of Traditional text jieba makes single characters.
 */
export function terms(simplified: string): Term[] {
  const { text, starts, ends } = foldWithOffsets(simplified, 'printed');
  const found: Term[] = [];
  let at = 0;
  for (const run of text.split(RUNS)) {
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
