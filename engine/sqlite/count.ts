/**
 * Matched rows → what is left under the filters, and every facet counted over everything but its own selection.
 *
 * All facets but `theme` belong to the document, so the hits are counted once for each document, and the facets over
 * documents.
 */
import { FACETS, type FacetName } from '../../core/model.js';
import { keepRecent } from '../../core/recent.js';
import type { EngineAnswer, EngineQuery, FacetCount } from '../engine.js';
import { dateNumber } from '../entry.js';
import { orderFacet } from '../facet-order.js';
import type { Columns, FacetColumn } from './columns.js';
import { addRow, countRange, emptyRows, intersect, type RowSet, removeRange } from './row-set.js';

export interface Counted extends Pick<EngineAnswer, 'total' | 'documents' | 'facets'> {
  /** The hits. */
  readonly rows: RowSet;
}

/** A document fails a filter: one bit of 32 a facet, and one for the dates. */
const DATES = 1 << FACETS.length;

/** @param matched  Is narrowed to the hits. */
export function count(
  query: EngineQuery,
  columns: Columns,
  matched: RowSet,
  findThemes: FindThemes,
): Counted {
  const { firsts, documents } = columns;
  const failed = failures(query, columns);
  const themed = query.filters.theme.length > 0;
  const unthemed = themed && query.facets.includes('theme') ? matched.slice() : matched;
  if (themed) intersect(matched, findThemes(query.filters.theme));

  const hits = new Uint32Array(documents);
  let total = 0;
  let withHits = 0;
  for (let document = 0; document < documents; document += 1) {
    const first = firsts[document] as number;
    const last = (firsts[document + 1] as number) - 1;
    hits[document] = countRange(matched, first, last);
    if (hits[document] === 0 || failed?.[document]) continue;
    total += hits[document] as number;
    withHits += 1;
  }
  if (failed) {
    for (const rows of unthemed === matched ? [matched] : [matched, unthemed])
      leaveOut(rows, failed, columns);
  }

  const facets: Partial<Record<FacetName, readonly FacetCount[]>> = {};
  for (const facet of query.facets) {
    const column = columns.facets[facet];
    const counts =
      facet === 'theme'
        ? countThemes(column, unthemed)
        : countDocuments(column, hits, failed, 1 << FACETS.indexOf(facet));
    const listed = column.values.map((value, place) => ({ value, count: counts[place] as number }));
    facets[facet] = orderFacet(facet, listed, query.filters[facet]);
  }
  return { rows: matched, total, documents: withHits, facets };
}

/** By document, the filters that it fails; null where there are none. Themes are on clauses and not among them. */
function failures({ filters, from, to }: EngineQuery, columns: Columns): Uint32Array | null {
  let failed: Uint32Array | null = null;
  for (const [place, facet] of FACETS.entries()) {
    if (facet === 'theme' || filters[facet].length === 0) continue;
    failed ??= new Uint32Array(columns.documents);
    const column = columns.facets[facet];
    const wanted = placesOf(column, filters[facet]);
    for (let document = 0; document < columns.documents; document += 1) {
      if (!hasAny(column, document, wanted)) failed[document] = (failed[document] as number) | (1 << place);
    }
  }
  if (from !== null || to !== null) {
    failed ??= new Uint32Array(columns.documents);
    const earliest = from === null ? 1 : dateNumber(from);
    const latest = to === null ? Number.POSITIVE_INFINITY : dateNumber(to);
    for (let document = 0; document < columns.documents; document += 1) {
      const date = columns.dates[document] as number;
      if (date < earliest || date > latest) failed[document] = (failed[document] as number) | DATES;
    }
  }
  return failed;
}

/** One byte a value: 1 where it is selected. A value that the index does not know selects nothing. */
function placesOf({ values }: FacetColumn, selected: readonly string[]): Uint8Array {
  const places = new Uint8Array(values.length);
  for (const value of selected) {
    const place = values.indexOf(value);
    if (place >= 0) places[place] = 1;
  }
  return places;
}

function hasAny({ offsets, entries }: FacetColumn, entry: number, wanted: Uint8Array): boolean {
  const end = offsets[entry + 1] as number;
  for (let i = offsets[entry] as number; i < end; i += 1) {
    if (wanted[entries[i] as number] === 1) return true;
  }
  return false;
}

/** The rows of the themes that are selected; those asked last are kept. */
export type FindThemes = (themes: readonly string[]) => RowSet;

/** @param capacity  Selections that are kept. */
export function openThemeRows(columns: Columns, capacity: number): FindThemes {
  const column = columns.facets.theme;
  const kept = keepRecent<RowSet>(capacity);
  return (themes) =>
    kept.getOr(JSON.stringify(themes), () => {
      const wanted = placesOf(column, themes);
      const rows = emptyRows(columns.rows);
      for (let row = 1; row <= columns.rows; row += 1) {
        if (hasAny(column, row, wanted)) addRow(rows, row);
      }
      return rows;
    });
}

function leaveOut(rows: RowSet, failed: Uint32Array, { firsts, documents }: Columns): void {
  for (let document = 0; document < documents; document += 1) {
    if (failed[document] === 0) continue;
    removeRange(rows, firsts[document] as number, (firsts[document + 1] as number) - 1);
  }
}

/** @param own  The bit of the facet: failing it alone does not count against a document. */
function countDocuments(
  { values, offsets, entries }: FacetColumn,
  hits: Uint32Array,
  failed: Uint32Array | null,
  own: number,
): Uint32Array {
  const counts = new Uint32Array(values.length);
  for (let document = 0; document < hits.length; document += 1) {
    const weight = hits[document] as number;
    if (weight === 0 || (failed && ((failed[document] as number) & ~own) !== 0)) continue;
    const end = offsets[document + 1] as number;
    for (let i = offsets[document] as number; i < end; i += 1) {
      const place = entries[i] as number;
      counts[place] = (counts[place] as number) + weight;
    }
  }
  return counts;
}

/** Written out rather than by `eachRow`: for a broad query this is most of the counting. */
function countThemes({ values, offsets, entries }: FacetColumn, rows: RowSet): Uint32Array {
  const counts = new Uint32Array(values.length);
  for (let word = 0; word < rows.length; word += 1) {
    for (let bits = rows[word] as number; bits !== 0; bits &= bits - 1) {
      const row = (word << 5) + 31 - Math.clz32(bits & -bits);
      const end = offsets[row + 1] as number;
      for (let i = offsets[row] as number; i < end; i += 1) {
        const place = entries[i] as number;
        counts[place] = (counts[place] as number) + 1;
      }
    }
  }
  return counts;
}
