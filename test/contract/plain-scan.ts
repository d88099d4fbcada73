/** What an engine must find and count, by reading every text: slow, and short enough to be right. */

import { bodyNames, placeNames } from '../../core/called.js';
import { type DocumentNumber, FACETS, type FacetName } from '../../core/model.js';
import type { Phrase } from '../../core/text/analyze.js';
import { fold } from '../../core/text/fold.js';
import type { EngineQuery, EngineTerm, EngineWord, FacetCount } from '../../engine/engine.js';
import type { AnalyzedDocument } from '../../engine/entry.js';

export interface Scanned {
  readonly total: number;
  readonly documents: number;
  readonly ids: readonly string[];
  readonly facets: Readonly<Partial<Record<FacetName, readonly FacetCount[]>>>;
}

interface Candidate {
  readonly id: string;
  readonly documentId: string;
  readonly own: string;
  readonly context: readonly string[];
  /** Where it is the title of a document with a number, and where such a title is above it. */
  readonly ownNumber: DocumentNumber | null;
  readonly number: DocumentNumber | null;
  /** The bodies and places of its document, by whatever they are called. */
  readonly names: readonly string[];
  readonly date: string | null;
  readonly values: Readonly<Record<FacetName, readonly string[]>>;
}

export function scan(documents: readonly AnalyzedDocument[], query: EngineQuery): Scanned {
  const matching = documents.flatMap(candidates).filter((candidate) => matches(candidate, query));
  const passes = (candidate: Candidate, but: FacetName | null): boolean =>
    inRange(candidate.date, query) &&
    FACETS.every(
      (facet) =>
        facet === but ||
        query.filters[facet].length === 0 ||
        query.filters[facet].some((value) => candidate.values[facet].includes(value)),
    );
  const hits = matching.filter((candidate) => passes(candidate, null));
  const facets = query.facets.map((facet) => {
    const counts = new Map<string, number>(query.filters[facet].map((value) => [value, 0]));
    for (const candidate of matching.filter((one) => passes(one, facet))) {
      for (const value of new Set(candidate.values[facet])) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const ordered = [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) =>
        facet === 'year'
          ? Number(b.value) - Number(a.value)
          : b.count - a.count || (a.value < b.value ? -1 : 1),
      );
    return [facet, ordered] as const;
  });
  return {
    total: hits.length,
    documents: new Set(hits.map(({ documentId }) => documentId)).size,
    ids: hits.map(({ id }) => id),
    facets: Object.fromEntries(facets),
  };
}

/**
 * By choice: of each word one way, of a run all its terms; and then a question of plain terms, of which all must be held
 * somewhere and one in the own text.
 */
function matches(candidate: Candidate, query: EngineQuery): boolean {
  const { own, context } = candidate;
  const inContext = (phrase: Phrase): boolean => context.some((text) => text.includes(phrase.folded));
  if (query.excluded.some((phrase) => own.includes(phrase.folded) || inContext(phrase))) return false;
  if (query.words.length === 0) return true;
  const isHit = (words: readonly EngineWord[]): boolean => {
    let choices: EngineTerm[][] = [[]];
    for (const word of words) {
      const ways = [[word], ...(word.runs ?? [])];
      choices = choices.flatMap((chosen) => ways.map((way) => [...chosen, ...way]));
    }
    return choices.some(
      (terms) =>
        terms.some((term) => inOwn(candidate, term)) &&
        terms.every((term) => inOwn(candidate, term) || above(candidate, term)),
    );
  };
  if (query.match === 'all') return isHit(query.words);
  const telling = query.words.filter((word) => !word.isParticle);
  return (telling.length > 0 ? telling : query.words).some((word) => isHit([word]));
}

function inOwn({ own, ownNumber }: Candidate, { alternatives, numbers = [] }: EngineTerm): boolean {
  return (
    alternatives.some(({ folded }) => own.includes(folded)) || numbers.some((one) => isOf(ownNumber, one))
  );
}

function above(
  { context, number, names: called }: Candidate,
  { alternatives, numbers = [], names = [] }: EngineTerm,
): boolean {
  return (
    alternatives.some(({ folded }) => context.some((text) => text.includes(folded))) ||
    numbers.some((one) => isOf(number, one)) ||
    names.some((name) => called.includes(name))
  );
}

/** The number, its code, or its code and year. */
function isOf(number: DocumentNumber | null, asked: string): boolean {
  if (number === null) return false;
  const { text, issuerCode, year } = number;
  return [text, issuerCode, `${issuerCode}〔${year}〕`].some((one) => fold(one) === fold(asked));
}

function candidates({ document, clauses, unprintedTitle }: AnalyzedDocument): Candidate[] {
  const titles = clauses.filter(({ clause }) => clause.kind === 'title').map(({ tokens }) => tokens.folded);
  const number = document.documentNumber;
  const titleAt = clauses.findIndex(({ clause }) => clause.kind === 'title');
  return clauses.map(({ clause, tokens }, ordinal) => ({
    id: clause.id,
    documentId: document.id,
    own: tokens.folded,
    context: [
      ...clause.headings.map((heading) => clauses[heading]?.tokens.folded ?? ''),
      ...titles,
      ...(unprintedTitle ? [unprintedTitle.folded] : []),
    ],
    ownNumber: !unprintedTitle && ordinal === titleAt ? number : null,
    number: unprintedTitle || titleAt >= 0 ? number : null,
    names: [...document.issuingBodies.flatMap(bodyNames), ...document.cities.flatMap(placeNames)].map(
      (name) => fold(name),
    ),
    date: document.publishedOn,
    values: {
      city: document.cities,
      year: document.publishedOn === null ? [] : [document.publishedOn.slice(0, 4)],
      theme: clause.themes,
      issuingBody: document.issuingBodies,
      type: document.type === null ? [] : [document.type],
      status: document.status === null ? [] : [document.status],
    },
  }));
}

function inRange(date: string | null, { from, to }: EngineQuery): boolean {
  if (from === null && to === null) return true;
  return date !== null && (from === null || date >= from) && (to === null || date <= to);
}
