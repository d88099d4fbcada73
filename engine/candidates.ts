/**
 * What can be suggested of an index, the likelier of each kind first: bodies by their documents, terms by the titles that hold
 * them, then by the documents that have them in a heading, the newest number, the shortest title.
 */
import type { Slices } from '../core/slices.js';
import { type Phrase, toPhrases } from '../core/text/analyze.js';
import { scriptOf, toSimplified } from '../core/text/script.js';
import { segment } from '../core/text/segment.js';
import { listedTerms } from './listed-terms.js';
import type { CatalogueEntry } from './names.js';

/** In the order in which they stand where they match equally well. */
export const KINDS = ['issuingBody', 'term', 'documentNumber', 'title'] as const;
export type Kind = (typeof KINDS)[number];

export interface Candidate {
  readonly kind: Kind;
  readonly text: string;
}

export interface CountedCandidate extends Candidate {
  /** Clauses that it leads to; null where they are not counted yet. */
  readonly count: number | null;
}

/** Longer ones are no titles; and a query has 500 characters. */
const LONGEST_TITLE = 200;
const HAN_RUNS = /\p{Script=Han}+/gu;
/** What a heading is numbered by: 第一章. */
const LABEL = /^第[〇零一二三四五六七八九十百千]{1,9}(?:[编編章节節条條款项項]|部分)$/u;
/** Words of nearly every title, which nobody looks for. */
const NO_TERMS = new Set(['关于', '以及', '有关', '其他', '的', '为了', '对于', '进一步', '若干']);

/** A term or a title as it is asked for: a quoted text, as it stands between the quotes. */
export function quotedText({ text }: Candidate): string {
  return text.replace(DOUBLE_OPENING, '‘').replace(DOUBLE_CLOSING, '’');
}

/** What a clause holds that such a quoted text leads to, any of them; none where there is nothing in it to look for. */
export function quotedPhrases(candidate: Candidate): readonly Phrase[] {
  const quoted = quotedText(candidate);
  return toPhrases(quoted, scriptOf(quoted) ?? 'hans');
}

/** Inside a quoted text a quote would end it; another sign is the same break. */
const DOUBLE_OPENING = /[“„「『]/gu;
const DOUBLE_CLOSING = /["＂”‟」』]/gu;

export async function candidatesOf(
  catalogue: readonly CatalogueEntry[],
  slices: Slices,
): Promise<readonly Candidate[]> {
  const bodies = new Map<string, number>();
  const terms = new Map<string, number>();
  const underHeadings = new Map<string, number>();
  const numbers = new Set<string>();
  const titles = new Set<string>();
  for (const { title, titleEn, titleOrigin, documentNumber, issuingBodies, headings } of catalogue) {
    countEach(bodies, issuingBodies);
    if (documentNumber !== null) numbers.add(documentNumber);
    // A derived title may be printed nowhere, and is not to be shown without its mark.
    const own = titleOrigin === 'derived' ? [] : [title];
    for (const one of [...own, titleEn ?? '']) if (isTitle(one)) titles.add(one);
    countEach(terms, wordsOf((own[0] ?? '').slice(0, LONGEST_TITLE)));
    await slices.pause();
    countEach(underHeadings, wordsOf(headings.join('\n')));
    await slices.pause();
  }
  for (const word of underHeadings.keys()) if (!terms.has(word)) terms.set(word, 0);
  for (const { text } of listedTerms()) if (!terms.has(text)) terms.set(text, 0);
  await slices.pause();
  const order: Readonly<Record<Kind, () => readonly string[]>> = {
    issuingBody: () => oftenFirst([bodies]),
    term: () => oftenFirst([terms, underHeadings]),
    documentNumber: () => newestFirst(numbers),
    title: () => shortestFirst(titles),
  };
  const candidates: Candidate[] = [];
  for (const kind of KINDS) {
    for (const text of order[kind]()) candidates.push({ kind, text });
    await slices.pause();
  }
  return candidates;
}

function isTitle(title: string): boolean {
  return title !== '' && title.length <= LONGEST_TITLE;
}

/** Distinct. @param text  A title, or headings, a line each. */
function wordsOf(text: string): ReadonlySet<string> {
  const runs = toSimplified(text).match(HAN_RUNS) ?? [];
  const words = runs.flatMap((run) => segment(run));
  return new Set(words.filter((word) => word.length > 1 && !NO_TERMS.has(word) && !LABEL.test(word)));
}

function countEach(counted: Map<string, number>, found: Iterable<string>): void {
  for (const one of found) counted.set(one, (counted.get(one) ?? 0) + 1);
}

/** All of the first; by what they are in the others, where they are equals there. */
function oftenFirst(
  counted: readonly [ReadonlyMap<string, number>, ...ReadonlyMap<string, number>[]],
): string[] {
  const compare = (a: string, b: string): number => {
    for (const one of counted) {
      const difference = (one.get(b) ?? 0) - (one.get(a) ?? 0);
      if (difference !== 0) return difference;
    }
    return a.length - b.length;
  };
  return [...counted[0].keys()].sort(compare);
}

function shortestFirst(titles: ReadonlySet<string>): string[] {
  return [...titles].sort((a, b) => a.length - b.length);
}

function newestFirst(numbers: ReadonlySet<string>): string[] {
  const yearOf = (number: string): number => Number(/(?:19|20)\d\d/.exec(number)?.[0] ?? 0);
  return [...numbers].sort((a, b) => yearOf(b) - yearOf(a) || a.length - b.length);
}
