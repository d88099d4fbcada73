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

/**
 * By document, what it fails; null where nothing narrows documents.
 *
 * @param only    The place of the document that alone is asked about; -1: there is none such.
 * @param themes  Of the documents, where these are counted themselves; null: clauses are, and their themes narrow clauses.
 */
export function failuresOf(
  query: EngineQuery,
  columns: DocumentColumns,
  only: number | null,
  themes: FacetColumn | null = null,
): Uint32Array | null {
  let failed: Uint32Array | null = null;
  const failWhere = (bit: number, fails: (document: number) => boolean): void => {
    failed ??= new Uint32Array(columns.documents);
    for (let document = 0; document < columns.documents; document += 1) {
      if (fails(document)) failed[document] = (failed[document] as number) | bit;
    }
  };
  for (const [facet, column] of columnsOf(columns, themes)) {
    if (!isNarrowedBy(query, facet)) continue;
    const [chosen, excluded] = [query.filters[facet], query.excludedValues[facet]];
    const admits = openAdmission(column, chosen, excluded, query.lacking.includes(facet));
    failWhere(Failing.ofLackable(facet), (document) => !admits(document));
  }
  for (const lackable of ['source', 'documentNumber'] as const) {
    if (!query.lacking.includes(lackable)) continue;
    failWhere(
      Failing.ofLackable(lackable),
      (document) => ((columns.lacks[document] as number) & Lacks[lackable]) === 0,
    );
  }
  const { from, to } = query;
  if (from !== null || to !== null) {
    const dates = columns.dates[query.date];
    const earliest = from === null ? 1 : dateNumber(from);
    const latest = to === null ? Number.POSITIVE_INFINITY : dateNumber(to);
    failWhere(Failing.dates, (document) => {
      const date = dates[document] as number;
      return date < earliest || date > latest;
    });
  }
  if (only !== null) failWhere(Failing.document, (document) => document !== only);
  return failed;
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

export interface NarrowedDocuments extends Tally {
  /** Hits of each document; 0 where it fails. */
  readonly hits: Uint32Array;
  /** Those asked for. */
  readonly facets: ReadonlyMap<FacetName, readonly FacetCount[]>;
  /** Those of documents; none where no facet is asked for. */
  readonly lacking: ReadonlyMap<Lackable, Tally>;
}

/** @param hits  Of each document, under no filter but that of themes. @param themes  As above. */
export function narrowDocuments(
  query: EngineQuery,
  columns: DocumentColumns,
  hits: Uint32Array,
  failed: Uint32Array | null,
  themes: FacetColumn | null = null,
): NarrowedDocuments {
  const facets = new Map<FacetName, readonly FacetCount[]>();
  const lacking = new Map<Lackable, Tally>();
  if (query.facets.length > 0) {
    const found = documentsWith(hits);
    for (const [facet, column] of columnsOf(columns, themes)) {
      const counted = countValues(column, hits, admitted(found, failed, Failing.ofLackable(facet)));
      if (query.facets.includes(facet)) facets.set(facet, listed(query, facet, counted.values));
      lacking.set(facet, counted.lacking);
    }
    for (const one of ['source', 'documentNumber'] as const) {
      const documents = admitted(found, failed, Failing.ofLackable(one));
      lacking.set(one, tallyLacking(columns.lacks, Lacks[one], hits, documents));
    }
  }
  const left = failed === null ? hits : hits.map((count, document) => (failed[document] === 0 ? count : 0));
  return { hits: left, ...tallyAll(left), facets, lacking };
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

/** Places of the documents that have hits: what counts them looks at no others. */
function documentsWith(hits: Uint32Array): Uint32Array {
  const found = new Uint32Array(hits.length);
  let size = 0;
  for (let document = 0; document < hits.length; document += 1) {
    if (hits[document] !== 0) found[size++] = document;
  }
  return found.subarray(0, size);
}

/** @param own  The bit of the facet: failing it alone does not count against a document. */
function admitted(documents: Uint32Array, failed: Uint32Array | null, own: number): Uint32Array {
  return failed === null ? documents : documents.filter((one) => ((failed[one] as number) & ~own) === 0);
}

function countValues(
  { values, offsets, entries }: FacetColumn,
  hits: Uint32Array,
  documents: Uint32Array,
): { readonly values: FacetCount[]; readonly lacking: Tally } {
  const counts = new Uint32Array(values.length);
  const withValue = new Uint32Array(values.length);
  const lacking = { count: 0, documents: 0 };
  for (let at = 0; at < documents.length; at += 1) {
    const document = documents[at] as number;
    const count = hits[document] as number;
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

function tallyLacking(lacks: Uint8Array, bit: number, hits: Uint32Array, documents: Uint32Array): Tally {
  const lacking = { count: 0, documents: 0 };
  for (let at = 0; at < documents.length; at += 1) {
    const document = documents[at] as number;
    if (((lacks[document] as number) & bit) === 0) continue;
    lacking.count += hits[document] as number;
    lacking.documents += 1;
  }
  return lacking;
}

function tallyAll(hits: Uint32Array): Tally {
  let [count, documents] = [0, 0];
  for (let document = 0; document < hits.length; document += 1) {
    const here = hits[document] as number;
    count += here;
    if (here > 0) documents += 1;
  }
  return { count, documents };
}
