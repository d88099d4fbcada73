/** What an engine must find and count, by reading every text: slow, and short enough to be right. */

import { FACETS, type FacetName } from '../../core/model.js';
import type { Phrase } from '../../core/text/analyze.js';
import { fold } from '../../core/text/fold.js';
import type { EngineQuery, FacetCount } from '../../engine/engine.js';
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
  readonly ownNumber: string | null;
  readonly number: string | null;
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

function matches({ own, context, ownNumber, number }: Candidate, query: EngineQuery): boolean {
  const inContext = (phrase: Phrase): boolean => context.some((text) => text.includes(phrase.folded));
  const held = query.words.map(({ alternatives, documentNumber }) => {
    const asked = documentNumber === undefined ? undefined : fold(documentNumber);
    const inOwn =
      alternatives.some(({ folded }) => own.includes(folded)) || (asked !== undefined && ownNumber === asked);
    return {
      own: inOwn,
      any: inOwn || alternatives.some(inContext) || (asked !== undefined && number === asked),
    };
  });
  if (query.excluded.some((phrase) => own.includes(phrase.folded) || inContext(phrase))) return false;
  if (held.length === 0) return true;
  return held.some((word) => word.own) && (query.match === 'any' || held.every((word) => word.any));
}

function candidates({ document, clauses, unprintedTitle }: AnalyzedDocument): Candidate[] {
  const titles = clauses.filter(({ clause }) => clause.kind === 'title').map(({ tokens }) => tokens.folded);
  const number = document.documentNumber === null ? null : fold(document.documentNumber.text);
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
