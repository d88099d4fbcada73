/**
 * Matched rows → what is left under the filters, with every facet counted.
 *
 * All facets but `theme` belong to the document, so the hits are counted once for each document, and the facets over
 * documents (narrow-documents.ts). Themes are the clauses' own.
 */
import { keepRecent } from '../../core/recent.js';
import { openAdmission } from '../document-columns.js';
import type { EngineAnswer, EngineQuery, FacetCount, Tally } from '../engine.js';
import { orderFacet } from '../facet-order.js';
import { failuresOf, isNarrowedBy, narrowDocuments, toCounts } from '../narrow-documents.js';
import type { Columns } from './columns.js';
import { addRow, countRange, countRows, emptyRows, intersect, type RowSet, removeRange } from './row-set.js';

export interface Counted extends Pick<EngineAnswer, 'total' | 'documents' | 'facets' | 'lacking'> {
  /** The hits. */
  readonly rows: RowSet;
  /** How many of each document. */
  readonly hits: Uint32Array;
}

/**
 * @param matched  Is narrowed to the hits.
 * @param only     The place of the document that alone is asked about; -1: there is none such.
 */
export function count(
  query: EngineQuery,
  columns: Columns,
  matched: RowSet,
  findThemes: FindThemes,
  only: number | null,
): Counted {
  const failed = failuresOf(query, columns, only);
  const themed = isNarrowedBy(query, 'theme');
  const unthemed = themed && query.facets.length > 0 ? matched.slice() : matched;
  if (themed) intersect(matched, findThemes(query));

  const narrowed = narrowDocuments(query, columns, hitsOf(matched, columns), failed);
  if (failed) {
    for (const rows of unthemed === matched ? [matched] : [matched, unthemed])
      leaveOut(rows, failed, columns);
  }
  const found = { rows: matched, hits: narrowed.hits, total: narrowed.count, documents: narrowed.documents };
  if (query.facets.length === 0) return { ...found, facets: {}, lacking: null };
  const themes = countThemes(columns, unthemed, query.facets.includes('theme'));
  const named = [...query.filters.theme, ...query.excludedValues.theme];
  const listed = orderFacet('theme', themes.values, named, query.mostValues);
  const isAsked = new Set<string>(query.facets);
  return {
    ...found,
    facets: Object.fromEntries(
      [...narrowed.facets, ['theme', listed] as const].filter(([name]) => isAsked.has(name)),
    ),
    lacking: Object.fromEntries([...narrowed.lacking, ['theme', themes.lacking]]) as EngineAnswer['lacking'],
  };
}

/** Clauses, and their documents. */
export function tally(rows: RowSet, columns: Columns): Tally {
  let documents = 0;
  for (const hits of hitsOf(rows, columns)) if (hits > 0) documents += 1;
  return { count: countRows(rows), documents };
}

function hitsOf(rows: RowSet, { firsts, documents }: Columns): Uint32Array {
  const hits = new Uint32Array(documents);
  for (let document = 0; document < documents; document += 1) {
    hits[document] = countRange(rows, firsts[document] as number, (firsts[document + 1] as number) - 1);
  }
  return hits;
}

/** The rows that the selection of themes admits; those asked last are kept. */
export type FindThemes = (query: Pick<EngineQuery, 'filters' | 'excludedValues' | 'lacking'>) => RowSet;

/** @param capacity  Selections that are kept. */
export function openThemeRows(columns: Columns, capacity: number): FindThemes {
  const kept = keepRecent<RowSet>(capacity);
  return ({ filters, excludedValues, lacking }) => {
    const [chosen, excluded, orNone] = [filters.theme, excludedValues.theme, lacking.includes('theme')];
    return kept.getOr(JSON.stringify([chosen, excluded, orNone]), () => {
      const admits = openAdmission(columns.themes, chosen, excluded, orNone);
      const rows = emptyRows(columns.rows);
      for (let row = 1; row <= columns.rows; row += 1) {
        if (admits(row)) addRow(rows, row);
      }
      return rows;
    });
  };
}

function leaveOut(rows: RowSet, failed: Uint32Array, { firsts, documents }: Columns): void {
  for (let document = 0; document < documents; document += 1) {
    if (failed[document] === 0) continue;
    removeRange(rows, firsts[document] as number, (firsts[document + 1] as number) - 1);
  }
}

/** Written out rather than by `eachRow`: for a broad query this is most of the counting. */
function countThemes(
  { themes, firsts, documents }: Columns,
  rows: RowSet,
  isAsked: boolean,
): { readonly values: FacetCount[]; readonly lacking: Tally } {
  const { values, offsets, entries } = themes;
  const counts = new Uint32Array(values.length);
  const withTheme = new Uint32Array(values.length);
  const lastSeen = new Int32Array(values.length).fill(-1);
  const without = { count: 0, documents: 0, lastSeen: -1 };
  let document = 0;
  let next = firsts[1] ?? 0;
  for (let word = 0; word < rows.length; word += 1) {
    for (let bits = rows[word] as number; bits !== 0; bits &= bits - 1) {
      const row = (word << 5) + 31 - Math.clz32(bits & -bits);
      while (row >= next && document < documents) {
        document += 1;
        next = firsts[document + 1] as number;
      }
      const end = offsets[row + 1] as number;
      const start = offsets[row] as number;
      if (start === end) {
        without.count += 1;
        if (without.lastSeen !== document) {
          without.lastSeen = document;
          without.documents += 1;
        }
      }
      for (let i = start; i < end; i += 1) {
        const place = entries[i] as number;
        counts[place] = (counts[place] as number) + 1;
        if (lastSeen[place] === document) continue;
        lastSeen[place] = document;
        withTheme[place] = (withTheme[place] as number) + 1;
      }
    }
  }
  const { count, documents: lacking } = without;
  return {
    values: isAsked ? toCounts(values, counts, withTheme) : [],
    lacking: { count, documents: lacking },
  };
}
