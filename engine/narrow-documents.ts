/**
 * Hits of each document → what is left of them under the filters, and every facet counted over everything but its own
 * chosen, excluded and missing values. Pure, and the same for every engine; themes, which are the clauses' own, are counted by
 * the engines.
 */
import { type FacetName, LACKABLE, type Lackable } from '../core/model.js';
import {
  DOCUMENT_FACETS,
  type DocumentColumns,
  type FacetColumn,
  hasNone,
  Lacks,
  openAdmission,
} from './document-columns.js';
import type { EngineQuery, FacetCount, Tally } from './engine.js';
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
  readonly facets: ReadonlyMap<FacetName, readonly FacetCount[]>;
  /** Those of documents. */
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
    for (const [facet, column] of columnsOf(columns, themes)) {
      const own = Failing.ofLackable(facet);
      const listed = query.facets.includes(facet) ? countValues(column, hits, failed, own) : [];
      const { [facet]: chosen } = query.filters;
      facets.set(
        facet,
        orderFacet(facet, listed, [...chosen, ...query.excludedValues[facet]], query.mostValues),
      );
      lacking.set(
        facet,
        tallyWhere(hits, failed, own, (document) => hasNone(column, document)),
      );
    }
    for (const one of ['source', 'documentNumber'] as const) {
      const lacks = (document: number): boolean => ((columns.lacks[document] as number) & Lacks[one]) !== 0;
      lacking.set(one, tallyWhere(hits, failed, Failing.ofLackable(one), lacks));
    }
  }
  const left = failed === null ? hits : hits.map((count, document) => (failed[document] === 0 ? count : 0));
  return { hits: left, ...tallyWhere(left, null, 0, () => true), facets, lacking };
}

/** @param own  The bit of the facet: failing it alone does not count against a document. */
function countValues(
  { values, offsets, entries }: FacetColumn,
  hits: Uint32Array,
  failed: Uint32Array | null,
  own: number,
): FacetCount[] {
  const counts = new Uint32Array(values.length);
  const documents = new Uint32Array(values.length);
  for (let document = 0; document < hits.length; document += 1) {
    const count = hits[document] as number;
    if (count === 0 || (failed && ((failed[document] as number) & ~own) !== 0)) continue;
    const end = offsets[document + 1] as number;
    for (let i = offsets[document] as number; i < end; i += 1) {
      const place = entries[i] as number;
      counts[place] = (counts[place] as number) + count;
      documents[place] = (documents[place] as number) + 1;
    }
  }
  return toCounts(values, counts, documents);
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

function tallyWhere(
  hits: Uint32Array,
  failed: Uint32Array | null,
  own: number,
  isWanted: (document: number) => boolean,
): Tally {
  let [count, documents] = [0, 0];
  for (let document = 0; document < hits.length; document += 1) {
    const here = hits[document] as number;
    if (here === 0 || (failed && ((failed[document] as number) & ~own) !== 0) || !isWanted(document))
      continue;
    count += here;
    documents += 1;
  }
  return { count, documents };
}
