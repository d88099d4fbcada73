/** What an engine must find and count, by reading every text: slow, and short enough to be right. */

import {
  type Clause,
  type DateName,
  type DocumentNumber,
  type FacetName,
  LACKABLE,
  type Lackable,
  type Tally,
} from '../../core/model.js';
import { type Phrase, readingsOf } from '../../core/text/analyze.js';
import { fold } from '../../core/text/fold.js';
import type {
  DocumentGroup,
  EngineQuery,
  EngineTerm,
  EngineWord,
  FacetCount,
  OtherWords,
} from '../../engine/engine.js';
import { type AnalyzedDocument, storedTokens } from '../../engine/entry.js';
import { namesOfValue } from './called-names.js';

const EMPTY: Clause = {
  ...{ id: '', kind: 'body', language: 'zh', locator: '', path: [], headings: [], text: '', themes: [] },
  raw: { start: 0, end: 0 },
};

export interface Scanned {
  readonly total: number;
  readonly documents: number;
  readonly ids: readonly string[];
  readonly facets: Readonly<Partial<Record<FacetName, readonly FacetCount[]>>>;
  readonly lacking: Readonly<Record<Lackable, Tally>> | null;
  /** Of `all+any`. */
  readonly first: Tally | null;
  readonly firstIds: readonly string[];
  /** In step with the `others` of the query. */
  readonly otherTotals: readonly number[];
  /** Every document with hits, in the order of the corpus. */
  readonly groups: readonly (DocumentGroup & { readonly date: string | null; readonly isFirst: boolean })[];
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
  readonly dates: Readonly<Record<DateName, string | null>>;
  /** What it has of everything that may be asked for as missing. */
  readonly values: Readonly<Record<Lackable, readonly string[]>>;
}

export function scan(documents: readonly AnalyzedDocument[], query: EngineQuery): Scanned {
  const all = query.scope === 'title' ? documents.map(titleOf) : documents.flatMap(candidates);
  const matching = all.filter((candidate) => matches(candidate, query));
  const passes = (candidate: Candidate, but: Lackable | null): boolean =>
    inRange(candidate.dates[query.date], query) &&
    (query.document === null || candidate.documentId === query.document) &&
    LACKABLE.every((field) => field === but || admits(field, candidate.values[field], query));
  const hits = matching.filter((candidate) => passes(candidate, null));
  const facets = query.facets.map((facet) => {
    const named = [...query.filters[facet], ...query.excludedValues[facet]];
    const counted = new Map<string, Candidate[]>(named.map((value) => [value, []]));
    for (const candidate of matching.filter((one) => passes(one, facet))) {
      for (const value of new Set(candidate.values[facet])) {
        counted.set(value, [...(counted.get(value) ?? []), candidate]);
      }
    }
    const ordered = [...counted]
      .map(([value, candidates]) => ({ value, ...tally(candidates) }))
      .sort((a, b) =>
        facet === 'year'
          ? Number(b.value) - Number(a.value)
          : b.count - a.count || (a.value < b.value ? -1 : 1),
      );
    return [facet, ordered] as const;
  });
  const lacking = LACKABLE.map((field) => {
    const without = matching.filter((one) => passes(one, field) && one.values[field].length === 0);
    return [field, tally(without)] as const;
  });
  const first = hits.filter((candidate) => matches(candidate, { ...query, match: 'all' }));
  return {
    total: hits.length,
    documents: tally(hits).documents,
    ids: hits.map(({ id }) => id),
    facets: Object.fromEntries(facets),
    lacking: query.facets.length === 0 ? null : (Object.fromEntries(lacking) as Scanned['lacking']),
    first: query.match === 'all+any' ? tally(first) : null,
    firstIds: query.match === 'all+any' ? first.map(({ id }) => id) : [],
    otherTotals: (query.others ?? []).map((other) => totalOf(documents, query, other)),
    groups: documents.flatMap(({ document: { id, ...document } }) => {
      const own = hits.filter(({ documentId }) => documentId === id);
      const isFirst = query.match === 'all+any' && first.some(({ documentId }) => documentId === id);
      return own.length === 0
        ? []
        : [{ documentId: id, total: own.length, date: document[query.date], isFirst }];
    }),
  };
}

function totalOf(documents: readonly AnalyzedDocument[], query: EngineQuery, other: OtherWords): number {
  const match = query.match === 'all+any' ? 'any' : query.match;
  return scan(documents, { ...query, ...other, match, others: [] }).total;
}

function tally(candidates: readonly Candidate[]): Tally {
  return {
    count: candidates.length,
    documents: new Set(candidates.map(({ documentId }) => documentId)).size,
  };
}

function admits(field: Lackable, values: readonly string[], query: EngineQuery): boolean {
  const chosen = isFacet(field) ? query.filters[field] : [];
  const excluded = isFacet(field) ? query.excludedValues[field] : [];
  const orNone = query.lacking.includes(field);
  const isChosen = chosen.length > 0 || orNone;
  const isWanted = !isChosen || (orNone && values.length === 0) || chosen.some((one) => values.includes(one));
  return isWanted && !excluded.some((one) => values.includes(one));
}

function isFacet(field: Lackable): field is FacetName {
  return field !== 'source' && field !== 'documentNumber';
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

/** Codes of the corpora that are words as well. */
const WORDS = new Set(['公告']);

/** The number, its code and year, or its code where that is no word. */
function isOf(number: DocumentNumber | null, asked: string): boolean {
  if (number === null) return false;
  const { text, issuerCode, year } = number;
  const code = WORDS.has(issuerCode) ? [] : [issuerCode];
  return [text, ...code, `${issuerCode}〔${year}〕`].some((one) => fold(one) === fold(asked));
}

/** Of a search in titles: its names are the text of a document, and nothing stands above. */
function titleOf(analyzed: AnalyzedDocument): Candidate {
  const { document, clauses } = analyzed;
  const { title, titleEn, documentNumber, script } = document;
  const printed = clauses.find(({ clause }) => clause.kind === 'title')?.clause.id ?? '';
  const texts = [title, titleEn, documentNumber?.text].filter((text) => text != null);
  const { dates, values } = candidates({
    ...analyzed,
    clauses: [{ clause: { ...EMPTY, themes: document.themes }, tokens: storedTokens('') }],
  })[0] as Candidate;
  return {
    ...{ id: printed, documentId: document.id, dates, values, context: [], names: [] },
    own: texts.map((text) => readingsOf(text, script)).join('\n'),
    ownNumber: documentNumber,
    number: null,
  };
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
    names: [...document.issuingBodies, ...document.cities].flatMap(namesOfValue).map((name) => fold(name)),
    dates: document,
    values: {
      city: document.cities,
      year: document.publishedOn === null ? [] : [document.publishedOn.slice(0, 4)],
      theme: clause.themes,
      issuingBody: document.issuingBodies,
      type: document.type === null ? [] : [document.type],
      status: document.status === null ? [] : [document.status],
      source: document.source?.url ? [document.source.url] : [],
      documentNumber: document.documentNumber === null ? [] : [document.documentNumber.text],
    },
  }));
}

function inRange(date: string | null, { from, to }: EngineQuery): boolean {
  if (from === null && to === null) return true;
  return date !== null && (from === null || date >= from) && (to === null || date <= to);
}
