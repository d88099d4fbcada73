/**
 * What documents are narrowed and counted by, in typed arrays: an entry a document. The same for every engine, so that a
 * filter, an exclusion or a missing value means one thing.
 */
import { DATES, type DateName, FACETS, type FacetName } from '../core/model.js';
import type { DocumentEntries } from './entry.js';

/** `theme` is the clause's own. */
export type DocumentFacet = Exclude<FacetName, 'theme'>;
export const DOCUMENT_FACETS = FACETS.filter((facet): facet is DocumentFacet => facet !== 'theme');

/** Each entry's values of one facet. */
export interface FacetColumn {
  readonly values: readonly string[];
  /** The values of entry n are `entries[offsets[n]]` to `entries[offsets[n + 1] - 1]`, as places in `values`. */
  readonly offsets: Uint32Array;
  readonly entries: Uint32Array;
}

export interface DocumentColumns {
  readonly documents: number;
  readonly facets: Readonly<Record<DocumentFacet, FacetColumn>>;
  /** As the number 20230530; 0 where there is none. */
  readonly dates: Readonly<Record<DateName, Uint32Array>>;
  /** Bits of `Lacks`. */
  readonly lacks: Uint8Array;
}

export const Lacks = { source: 1, documentNumber: 2 } as const;

/** The bits of a document. */
export function lacksOf({ hasLink, hasNumber }: Pick<DocumentEntries, 'hasLink' | 'hasNumber'>): number {
  return (hasLink ? 0 : Lacks.source) | (hasNumber ? 0 : Lacks.documentNumber);
}

/** What a document has of each facet. */
export function documentValuesOf({
  entries,
}: Pick<DocumentEntries, 'entries'>): Readonly<Record<DocumentFacet, readonly string[]>> {
  return byDocumentFacet((facet) => entries[0]?.values[facet] ?? []);
}

/** The same of each date. */
export function byDate<Value>(of: (date: DateName) => Value): Readonly<Record<DateName, Value>> {
  return Object.fromEntries(DATES.map((date) => [date, of(date)])) as Record<DateName, Value>;
}

/** The same of each facet of documents. */
export function byDocumentFacet<Value>(
  of: (facet: DocumentFacet) => Value,
): Readonly<Record<DocumentFacet, Value>> {
  return Object.fromEntries(DOCUMENT_FACETS.map((facet) => [facet, of(facet)])) as Record<
    DocumentFacet,
    Value
  >;
}

/** One byte a value: 1 where it is named. A value that the column does not know names nothing. */
export function placesOf({ values }: FacetColumn, named: readonly string[]): Uint8Array {
  const places = new Uint8Array(values.length);
  for (const value of named) {
    const place = values.indexOf(value);
    if (place >= 0) places[place] = 1;
  }
  return places;
}

export function hasAny({ offsets, entries }: FacetColumn, entry: number, places: Uint8Array): boolean {
  const end = offsets[entry + 1] as number;
  for (let i = offsets[entry] as number; i < end; i += 1) {
    if (places[entries[i] as number] === 1) return true;
  }
  return false;
}

export function hasNone({ offsets }: FacetColumn, entry: number): boolean {
  return offsets[entry] === offsets[entry + 1];
}

/** What a facet admits of an entry: one of those chosen (or none at all, where that is chosen), and none of the excluded. */
export interface Admission {
  readonly column: FacetColumn;
  /** As `placesOf` has them. */
  readonly wanted: Uint8Array;
  readonly unwanted: Uint8Array;
  readonly isChosen: boolean;
  readonly orNone: boolean;
}

export function admissionOf(
  column: FacetColumn,
  chosen: readonly string[],
  excluded: readonly string[],
  orNone: boolean,
): Admission {
  const [wanted, unwanted] = [placesOf(column, chosen), placesOf(column, excluded)];
  return { column, wanted, unwanted, isChosen: chosen.length > 0 || orNone, orNone };
}

export function isAdmitted(
  { column, wanted, unwanted, isChosen, orNone }: Admission,
  entry: number,
): boolean {
  return (
    (!isChosen || (orNone && hasNone(column, entry)) || hasAny(column, entry, wanted)) &&
    !hasAny(column, entry, unwanted)
  );
}

/** Documents in order of a date: those without one last in either direction, equals in document order. */
export function sortByDate(documents: Uint32Array, dates: Uint32Array, direction: 1 | -1): Uint32Array {
  return documents.toSorted((a, b) => {
    const [one, other] = [dates[a] as number, dates[b] as number];
    if (one === 0 || other === 0) return one === other ? a - b : other - one;
    return (one - other) * direction || a - b;
  });
}

/** @param given  The values of each entry. */
export function toFacetColumn(given: readonly (readonly string[])[]): FacetColumn {
  const places = new Map<string, number>();
  const entries: number[] = [];
  const offsets = new Uint32Array(given.length + 1);
  for (const [entry, values] of given.entries()) {
    for (const value of values) {
      const place = places.get(value) ?? places.size;
      places.set(value, place);
      entries.push(place);
    }
    offsets[entry + 1] = entries.length;
  }
  return { values: [...places.keys()], offsets, entries: Uint32Array.from(entries) };
}
