/**
 * Hits of each document → what is left of them under the filters, and every facet counted over everything but its own
 * chosen, excluded and missing values. Pure, and the same for every engine; themes, which are the clauses' own, are counted by
 * the engines.
 */
import type { FacetName, Lackable, Tally } from '../core/model.js';
import { type DocumentColumns, type FacetColumn, Lacks } from './document-columns.js';
import type { EngineAnswer, EngineQuery, FacetCount } from './engine.js';
import { orderFacet } from './facet-order.js';
import { columnsOf, eachFailed, Failing, type Failures, isNarrowedBy } from './failures.js';

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
  const failed = failures === null ? null : eachFailed(hits.documents, failures);
  const left = admitted(hits, failed, 0);
  // What nobody fails for itself leaves the same documents as all together.
  const leftBy = (one: Lackable, isNarrowed: boolean): DocumentHits =>
    isNarrowed ? admitted(hits, failed, Failing.ofLackable(one)) : left;
  if (query.facets.length > 0) {
    for (const [facet, column] of columnsOf(columns, themes)) {
      const counted = countValues(column, leftBy(facet, isNarrowedBy(query, facet)));
      if (query.facets.includes(facet)) facets.set(facet, listed(query, facet, counted.values));
      lacking.set(facet, counted.lacking);
    }
    for (const one of ['source', 'documentNumber'] as const) {
      const documents = leftBy(one, query.lacking.includes(one));
      lacking.set(one, tallyLacking(columns.lacks, Lacks[one], documents));
    }
  }
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
  const documents = new Uint32Array(failed.length);
  const counts = new Uint32Array(failed.length);
  let size = 0;
  for (let at = 0; at < failed.length; at += 1) {
    if (((failed[at] as number) & ~own) !== 0) continue;
    documents[size] = hits.documents[at] as number;
    counts[size] = hits.counts[at] as number;
    size += 1;
  }
  return { documents: documents.subarray(0, size), counts: counts.subarray(0, size) };
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

/** Columns of numbers → what an answer lists: what is counted at all. */
export function toCounts(
  values: readonly string[],
  counts: Uint32Array,
  documents: Uint32Array,
): FacetCount[] {
  const counted: FacetCount[] = [];
  for (let place = 0; place < values.length; place += 1) {
    const count = counts[place] as number;
    if (count === 0) continue;
    counted.push({ value: values[place] as string, count, documents: documents[place] as number });
  }
  return counted;
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
