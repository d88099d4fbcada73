/**
 * What documents are narrowed by, asked of one after the other: a bit for each thing that a document fails, so that each facet is
 * counted over everything but its own. Pure, and the same for every engine.
 */
import { type FacetName, LACKABLE, type Lackable } from '../core/model.js';
import {
  type Admission,
  admissionOf,
  DOCUMENT_FACETS,
  type DocumentColumns,
  type FacetColumn,
  isAdmitted,
  Lacks,
} from './document-columns.js';
import type { EngineQuery } from './engine.js';
import { dateNumber } from './entry.js';

/** A document fails what it is narrowed by: one bit of 32 for each. */
export const Failing = {
  ofLackable: (lackable: Lackable): number => 1 << LACKABLE.indexOf(lackable),
  dates: 1 << LACKABLE.length,
  document: 1 << (LACKABLE.length + 1),
} as const;

/** What a document can fail: what is asked of it, and the bit that says so. */
type Check = { readonly bit: number } & (
  | { readonly of: 'facet'; readonly admission: Admission }
  | { readonly of: 'lacking'; readonly lacks: Uint8Array; readonly mask: number }
  | { readonly of: 'dates'; readonly dates: Uint32Array; readonly earliest: number; readonly latest: number }
  | { readonly of: 'document'; readonly only: number }
);

export type Failures = readonly Check[];

/**
 * To be asked of the documents that are found, so that a filter costs what it is put to; null where nothing narrows documents.
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
  const checks: Check[] = [];
  for (const [facet, column] of columnsOf(columns, themes)) {
    if (!isNarrowedBy(query, facet)) continue;
    const [chosen, excluded] = [query.filters[facet], query.excludedValues[facet]];
    const admission = admissionOf(column, chosen, excluded, query.lacking.includes(facet));
    checks.push({ bit: Failing.ofLackable(facet), of: 'facet', admission });
  }
  for (const lackable of ['source', 'documentNumber'] as const) {
    if (!query.lacking.includes(lackable)) continue;
    const { lacks } = columns;
    checks.push({ bit: Failing.ofLackable(lackable), of: 'lacking', lacks, mask: Lacks[lackable] });
  }
  const { from, to } = query;
  if (from !== null || to !== null) {
    const dates = columns.dates[query.date];
    const earliest = from === null ? 1 : dateNumber(from);
    const latest = to === null ? Number.POSITIVE_INFINITY : dateNumber(to);
    checks.push({ bit: Failing.dates, of: 'dates', dates, earliest, latest });
  }
  if (only !== null) checks.push({ bit: Failing.document, of: 'document', only });
  return checks.length === 0 ? null : checks;
}

/** What a document fails, as bits; 0: nothing. */
export function failedBy(document: number, failures: Failures): number {
  let failed = 0;
  for (const check of failures) if (fails(document, check)) failed |= check.bit;
  return failed;
}

function fails(document: number, check: Check): boolean {
  if (check.of === 'facet') return !isAdmitted(check.admission, document);
  if (check.of === 'lacking') return ((check.lacks[document] as number) & check.mask) === 0;
  if (check.of === 'document') return document !== check.only;
  const date = check.dates[document] as number;
  return date < check.earliest || date > check.latest;
}

/** Those that fail nothing, in their order. */
export function thoseThatFailNothing(documents: Uint32Array, failures: Failures): Uint32Array {
  const left = new Uint32Array(documents.length);
  let size = 0;
  for (let at = 0; at < documents.length; at += 1) {
    const document = documents[at] as number;
    if (failedBy(document, failures) === 0) left[size++] = document;
  }
  return left.subarray(0, size);
}

/** In step with the documents. */
export function eachFailed(documents: Uint32Array, failures: Failures): Uint32Array {
  const failed = new Uint32Array(documents.length);
  for (let at = 0; at < documents.length; at += 1) failed[at] = failedBy(documents[at] as number, failures);
  return failed;
}

/** @param themes  Of the documents, where these are counted themselves. */
export function columnsOf(
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
