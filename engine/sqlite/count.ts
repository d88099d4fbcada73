/**
 * Matched rows → what is left under the filters, with every facet counted.
 *
 * All facets but `theme` belong to the document, so the hits are counted once for each document, and the facets over
 * documents (narrow-documents.ts). Themes are the clauses' own.
 */

import type { Tally } from '../../core/model.js';
import { keepRecent } from '../../core/recent.js';
import { openAdmission } from '../document-columns.js';
import type { EngineAnswer, EngineQuery } from '../engine.js';
import {
  facetsOf,
  failuresOf,
  isNarrowedBy,
  narrowDocuments,
  type ThemeCounts,
  toCounts,
} from '../narrow-documents.js';
import type { Columns } from './columns.js';
import { addRow, countBits, countRows, emptyRows, intersect, type RowSet, removeRange } from './row-set.js';
import { NO_THEME } from './theme-sets.js';

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

  const narrowed = narrowDocuments(query, columns, hitsByDocument(matched, columns), failed);
  if (failed) {
    for (const rows of unthemed === matched ? [matched] : [matched, unthemed])
      leaveOut(rows, failed, columns);
  }
  const found = { rows: matched, hits: narrowed.hits, total: narrowed.count, documents: narrowed.documents };
  const themes = query.facets.length === 0 ? null : countThemes(columns, unthemed);
  return { ...found, ...facetsOf(query, narrowed, themes) };
}

/** Clauses, and their documents. */
export function tally(rows: RowSet, columns: Columns): Tally {
  let documents = 0;
  for (const hits of hitsByDocument(rows, columns)) if (hits > 0) documents += 1;
  return { count: countRows(rows), documents };
}

/** 32 rows at a time: where there is no hit, nothing is looked at but that. */
function hitsByDocument(rows: RowSet, { firsts, documents }: Columns): Uint32Array {
  const hits = new Uint32Array(documents);
  let document = 0;
  for (let word = 0; word < rows.length; word += 1) {
    let bits = (rows[word] as number) | 0;
    if (bits === 0) continue;
    const first = word << 5;
    while ((firsts[document + 1] as number) <= first) document += 1;
    for (let end = (firsts[document + 1] as number) - first; end < 32; ) {
      const here = bits & ~(-1 << end);
      hits[document] = (hits[document] as number) + countBits(here);
      bits &= -1 << end;
      if (bits === 0) break;
      document += 1;
      end = (firsts[document + 1] as number) - first;
    }
    if (bits !== 0) hits[document] = (hits[document] as number) + countBits(bits);
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

/**
 * Each clause counts for its set of themes, and each set, once for each document, for its themes: of a broad query there are many
 * clauses and few sets. Written out rather than by `eachRow`: it runs for every hit.
 */
function countThemes({ themes: { values }, themeSets, firsts }: Columns, rows: RowSet): ThemeCounts {
  const { ofRow, offsets, themes } = themeSets;
  const sets = offsets.length - 1;
  const countOfSet = new Uint32Array(sets);
  const setSeen = new Int32Array(sets).fill(-1);
  const withTheme = new Uint32Array(values.length);
  const themeSeen = new Int32Array(values.length).fill(-1);
  let withNone = 0;
  let document = 0;
  let next = firsts[1] ?? 0;
  for (let word = 0; word < rows.length; word += 1) {
    for (let bits = (rows[word] as number) | 0; bits !== 0; bits &= bits - 1) {
      const row = (word << 5) + 31 - Math.clz32(bits & -bits);
      while (row >= next) {
        document += 1;
        next = firsts[document + 1] as number;
      }
      const set = ofRow[row] as number;
      countOfSet[set] = (countOfSet[set] as number) + 1;
      if (setSeen[set] === document) continue;
      setSeen[set] = document;
      if (set === NO_THEME) withNone += 1;
      const end = offsets[set + 1] as number;
      for (let i = offsets[set] as number; i < end; i += 1) {
        const theme = themes[i] as number;
        if (themeSeen[theme] === document) continue;
        themeSeen[theme] = document;
        withTheme[theme] = (withTheme[theme] as number) + 1;
      }
    }
  }
  const counts = new Uint32Array(values.length);
  for (let set = 0; set < sets; set += 1) {
    for (let i = offsets[set] as number; i < (offsets[set + 1] as number); i += 1) {
      const theme = themes[i] as number;
      counts[theme] = (counts[theme] as number) + (countOfSet[set] as number);
    }
  }
  return {
    values: toCounts(values, counts, withTheme),
    lacking: { count: countOfSet[NO_THEME] as number, documents: withNone },
  };
}
