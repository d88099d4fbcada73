/**
 * Hits of each document → what is left of them under the filters, and every facet counted over everything but its own
 * chosen, excluded and missing values. Pure, and the same for every engine; themes, which are the clauses' own, are counted by
 * the engines.
 */
import { type FacetName, LACKABLE, type Lackable, type Tally } from '../core/model.js';
import {
  DOCUMENT_FACETS,
  type DocumentColumns,
  type FacetColumn,
  Lacks,
  openAdmission,
} from './document-columns.js';
import type { EngineAnswer, EngineQuery, FacetCount } from './engine.js';
import { dateNumber } from './entry.js';
import { orderFacet } from './facet-order.js';

/** A document fails what it is narrowed by: one bit of 32 for each. */
export const Failing = {
  ofLackable: (lackable: Lackable): number => 1 << LACKABLE.indexOf(lackable),
  dates: 1 << LACKABLE.length,
  document: 1 << (LACKABLE.length + 1),
} as const;

/** What a document fails; 0: nothing. */
export type Failures = (document: number) => number;

/**
 * Told of the documents that are asked about, so that a filter costs what it is put to; null where nothing narrows documents.
 *
 * @param only    The place of the document that alone is asked about; -1: there is none such.
 * @param themes  Of the documents, where these are counted themselves; null: clauses are, and their themes narrow clauses.
 */
export function failuresOf(
  query: EngineQuery,
  columns: DocumentColumns,
  only: number | null,
  themes: FacetColumn | null = null,
): Failures | null {
  const checks: { readonly bit: number; readonly fails: (document: number) => boolean }[] = [];
  for (const [facet, column] of columnsOf(columns, themes)) {
    if (!isNarrowedBy(query, facet)) continue;
    const [chosen, excluded] = [query.filters[facet], query.excludedValues[facet]];
    const admits = openAdmission(column, chosen, excluded, query.lacking.includes(facet));
    checks.push({ bit: Failing.ofLackable(facet), fails: (document) => !admits(document) });
  }
  for (const lackable of ['source', 'documentNumber'] as const) {
    if (!query.lacking.includes(lackable)) continue;
    checks.push({
      bit: Failing.ofLackable(lackable),
      fails: (document) => ((columns.lacks[document] as number) & Lacks[lackable]) === 0,
    });
  }
  const { from, to } = query;
  if (from !== null || to !== null) {
    const dates = columns.dates[query.date];
    const earliest = from === null ? 1 : dateNumber(from);
    const latest = to === null ? Number.POSITIVE_INFINITY : dateNumber(to);
    checks.push({
      bit: Failing.dates,
      fails: (document) => {
        const date = dates[document] as number;
        return date < earliest || date > latest;
      },
    });
  }
  if (only !== null) checks.push({ bit: Failing.document, fails: (document) => document !== only });
  if (checks.length === 0) return null;
  return (document) => {
    let failed = 0;
    for (const { bit, fails } of checks) if (fails(document)) failed |= bit;
    return failed;
  };
}

function columnsOf(
  { facets }: DocumentColumns,
  themes: FacetColumn | null,
): readonly (readonly [FacetName, FacetColumn])[] {
  const own = DOCUMENT_FACETS.map((facet) => [facet, facets[facet]] as const);
  return themes === null ? own : [...own, ['theme', themes]];
}

/** Whether the reader chose, excluded or missed a value of it. */
export function isNarrowedBy(
  { filters, excludedValues, lacking }: Pick<EngineQuery, 'filters' | 'excludedValues' | 'lacking'>,
  facet: FacetName,
): boolean {
  return filters[facet].length > 0 || excludedValues[facet].length > 0 || lacking.includes(facet);
}

/** The documents that have hits, in rising order, and how many each: nothing else is looked at. */
export interface DocumentHits {
  readonly documents: Uint32Array;
  readonly counts: Uint32Array;
}

/** The same by document, 0 where there are none. */
export function spread({ documents, counts }: DocumentHits, of: number): Uint32Array {
  const hits = new Uint32Array(of);
  for (let at = 0; at < documents.length; at += 1) hits[documents[at] as number] = counts[at] as number;
  return hits;
}

export interface NarrowedDocuments extends Tally {
  /** Of the documents that fail nothing. */
  readonly hits: DocumentHits;
  /** Those asked for. */
  readonly facets: ReadonlyMap<FacetName, readonly FacetCount[]>;
  /** Those of documents; none where no facet is asked for. */
  readonly lacking: ReadonlyMap<Lackable, Tally>;
}

/** @param hits  Under no filter but that of themes. @param themes  As above. */
export function narrowDocuments(
  query: EngineQuery,
  columns: DocumentColumns,
  hits: DocumentHits,
  failures: Failures | null,
  themes: FacetColumn | null = null,
): NarrowedDocuments {
  const facets = new Map<FacetName, readonly FacetCount[]>();
  const lacking = new Map<Lackable, Tally>();
  const failed = failures === null ? null : hits.documents.map(failures);
  if (query.facets.length > 0) {
    for (const [facet, column] of columnsOf(columns, themes)) {
      const counted = countValues(column, admitted(hits, failed, Failing.ofLackable(facet)));
      if (query.facets.includes(facet)) facets.set(facet, listed(query, facet, counted.values));
      lacking.set(facet, counted.lacking);
    }
    for (const one of ['source', 'documentNumber'] as const) {
      const left = admitted(hits, failed, Failing.ofLackable(one));
      lacking.set(one, tallyLacking(columns.lacks, Lacks[one], left));
    }
  }
  const left = admitted(hits, failed, 0);
  let count = 0;
  for (let at = 0; at < left.counts.length; at += 1) count += left.counts[at] as number;
  return { hits: left, count, documents: left.documents.length, facets, lacking };
}

function listed(query: EngineQuery, facet: FacetName, counts: readonly FacetCount[]): readonly FacetCount[] {
  const named = [...query.filters[facet], ...query.excludedValues[facet]];
  return orderFacet(facet, counts, named, query.mostValues);
}

export interface ThemeCounts {
  readonly values: readonly FacetCount[];
  readonly lacking: Tally;
}

/** What of it is answered. @param themes  As the engine counted them; null: they are among the others. */
export function facetsOf(
  query: EngineQuery,
  { facets, lacking }: Pick<NarrowedDocuments, 'facets' | 'lacking'>,
  themes: ThemeCounts | null,
): Pick<EngineAnswer, 'facets' | 'lacking'> {
  if (query.facets.length === 0) return { facets: {}, lacking: null };
  const theme = themes !== null && query.facets.includes('theme');
  const missing = themes === null ? lacking : new Map(lacking).set('theme', themes.lacking);
  return {
    facets: Object.fromEntries([
      ...facets,
      ...(theme ? [['theme', listed(query, 'theme', themes.values)] as const] : []),
    ]),
    lacking: Object.fromEntries(missing) as EngineAnswer['lacking'],
  };
}

/** @param own  The bit of the facet: failing it alone does not count against a document. */
function admitted(hits: DocumentHits, failed: Uint32Array | null, own: number): DocumentHits {
  if (failed === null) return hits;
  const isIn = (_: number, at: number): boolean => ((failed[at] as number) & ~own) === 0;
  return { documents: hits.documents.filter(isIn), counts: hits.counts.filter(isIn) };
}

function countValues(
  { values, offsets, entries }: FacetColumn,
  hits: DocumentHits,
): { readonly values: FacetCount[]; readonly lacking: Tally } {
  const counts = new Uint32Array(values.length);
  const withValue = new Uint32Array(values.length);
  const lacking = { count: 0, documents: 0 };
  for (let at = 0; at < hits.documents.length; at += 1) {
    const document = hits.documents[at] as number;
    const count = hits.counts[at] as number;
    const start = offsets[document] as number;
    const end = offsets[document + 1] as number;
    if (start === end) {
      lacking.count += count;
      lacking.documents += 1;
    }
    for (let i = start; i < end; i += 1) {
      const place = entries[i] as number;
      counts[place] = (counts[place] as number) + count;
      withValue[place] = (withValue[place] as number) + 1;
    }
  }
  return { values: toCounts(values, counts, withValue), lacking };
}

/** Columns of numbers → what an answer lists. */
export function toCounts(
  values: readonly string[],
  counts: Uint32Array,
  documents: Uint32Array,
): FacetCount[] {
  return values.map((value, place) => ({
    value,
    count: counts[place] as number,
    documents: documents[place] as number,
  }));
}

function tallyLacking(lacks: Uint8Array, bit: number, { documents, counts }: DocumentHits): Tally {
  const lacking = { count: 0, documents: 0 };
  for (let at = 0; at < documents.length; at += 1) {
    if (((lacks[documents[at] as number] as number) & bit) === 0) continue;
    lacking.count += counts[at] as number;
    lacking.documents += 1;
  }
  return lacking;
}
