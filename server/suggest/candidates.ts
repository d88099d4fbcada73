/**
 * What can be suggested of an index, the likelier of each kind first: bodies by their documents, terms by the titles that hold
 * them, the newest number, the shortest title.
 */
import { bodyNames } from '../../core/called.js';
import type { FacetName } from '../../core/model.js';
import { toSimplified } from '../../core/text/script.js';
import { segment } from '../../core/text/segment.js';
import type { CatalogueEntry } from '../../engine/engine.js';
import type { Slices } from './slices.js';
import { listedTerms } from './terms.js';

/** In the order in which they stand where they match equally well. */
export const KINDS = ['issuingBody', 'term', 'documentNumber', 'title'] as const;
export type Kind = (typeof KINDS)[number];

export interface Candidate {
  readonly kind: Kind;
  readonly text: string;
}

/** With what it may be typed as: its own text, and what else it is called. */
export interface NamedCandidate extends Candidate {
  readonly names: () => readonly string[];
}

/** What choosing it asks. */
export interface Asked {
  readonly q: string;
  readonly filters: Readonly<Partial<Record<FacetName, readonly string[]>>>;
}

/** Longer ones are no titles; and a query has 500 characters. */
const LONGEST_TITLE = 200;
const TITLE_RUNS = /\p{Script=Han}+/gu;
/** Words of nearly every title, which nobody looks for. */
const NO_TERMS = new Set(['关于', '以及', '有关', '其他', '的', '为了', '对于', '进一步', '若干']);

export function askedBy({ kind, text }: Candidate): Asked {
  if (kind === 'issuingBody') return { q: '', filters: { issuingBody: [text] } };
  if (kind === 'documentNumber') return { q: text, filters: {} };
  return { q: `"${text.replace(DOUBLE_OPENING, '‘').replace(DOUBLE_CLOSING, '’')}"`, filters: {} };
}

/** Inside a quoted text a quote would end it; another sign is the same break. */
const DOUBLE_OPENING = /[“„「『]/gu;
const DOUBLE_CLOSING = /["＂”‟」』]/gu;

export async function candidatesOf(
  catalogue: readonly CatalogueEntry[],
  slices: Slices,
): Promise<readonly NamedCandidate[]> {
  const bodies = new Map<string, number>();
  const terms = new Map<string, number>();
  const numbers = new Set<string>();
  const titles = new Set<string>();
  for (const { title, titleEn, titleOrigin, documentNumber, issuingBodies } of catalogue) {
    for (const body of issuingBodies) bodies.set(body, (bodies.get(body) ?? 0) + 1);
    if (documentNumber !== null) numbers.add(documentNumber);
    // A derived title may be printed nowhere, and is not to be shown without its mark.
    const own = titleOrigin === 'derived' ? [] : [title];
    for (const one of [...own, titleEn ?? '']) if (isTitle(one)) titles.add(one);
    for (const word of wordsOf(own[0] ?? '')) terms.set(word, (terms.get(word) ?? 0) + 1);
    await slices.pause();
  }
  const listed = listedTerms();
  for (const { text } of listed) if (!terms.has(text)) terms.set(text, 0);
  await slices.pause();
  const namesOf = new Map(
    listed.filter(({ names }) => names.length > 0).map((term) => [term.text, term.names]),
  );
  const order: readonly (() => readonly NamedCandidate[])[] = [
    () => oftenFirst(bodies).map((text) => ({ kind: 'issuingBody', text, names: () => bodyNames(text) })),
    () =>
      oftenFirst(terms).map((text) => ({
        ...{ kind: 'term', text },
        names: () => [text, ...(namesOf.get(text) ?? [])],
      })),
    () => newestFirst(numbers).map((text) => ({ kind: 'documentNumber', text, names: () => [text] })),
    () => shortestFirst(titles).map((text) => ({ kind: 'title', text, names: () => [text] })),
  ];
  const candidates: NamedCandidate[] = [];
  for (const ofKind of order) {
    candidates.push(...ofKind());
    await slices.pause();
  }
  return candidates;
}

function isTitle(title: string): boolean {
  return title !== '' && title.length <= LONGEST_TITLE;
}

/** Distinct. */
function wordsOf(title: string): ReadonlySet<string> {
  const runs = toSimplified(title.slice(0, LONGEST_TITLE)).match(TITLE_RUNS) ?? [];
  const words = runs.flatMap((run) => segment(run));
  return new Set(words.filter((word) => word.length > 1 && !NO_TERMS.has(word)));
}

function oftenFirst(counted: ReadonlyMap<string, number>): string[] {
  return [...counted].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length).map(([text]) => text);
}

function shortestFirst(titles: ReadonlySet<string>): string[] {
  return [...titles].sort((a, b) => a.length - b.length);
}

function newestFirst(numbers: ReadonlySet<string>): string[] {
  const yearOf = (number: string): number => Number(/(?:19|20)\d\d/.exec(number)?.[0] ?? 0);
  return [...numbers].sort((a, b) => yearOf(b) - yearOf(a) || a.length - b.length);
}
