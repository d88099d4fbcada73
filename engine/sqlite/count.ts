/**
 * Matched rows → what is left under the filters, with every facet counted.
 *
 * All facets but `theme` belong to the document, so the hits are counted once for each document, and the facets over
 * documents (narrow-documents.ts). Themes are the clauses' own.
 */

import type { Tally } from '../../core/model.js';
import { keepRecent } from '../../core/recent.js';
import { admissionOf, isAdmitted } from '../document-columns.js';
import type { EngineAnswer, EngineQuery } from '../engine.js';
import { failuresOf, isNarrowedBy, thoseThatFailNothing } from '../failures.js';
import { type DocumentHits, facetsOf, narrowDocuments } from '../narrow-documents.js';
import { type Columns, documentOf } from './columns.js';
import { intersection } from './combine-rows.js';
import { countThemes } from './count-themes.js';
import { blocksIn, countBits, countRows, placeOf, type RowSet, rowsOfBitmap } from './row-set.js';
import { rowsOfStretches } from './rows-of.js';

export interface Counted extends Pick<EngineAnswer, 'total' | 'documents' | 'facets' | 'lacking'> {
  /** The hits. */
  readonly rows: RowSet;
  readonly hits: DocumentHits;
}

/**
 * @param only  The place of the document that alone is asked about; -1: there is none such.
 */
export function count(
  query: EngineQuery,
  columns: Columns,
  matched: RowSet,
  findThemes: FindThemes,
  only: number | null,
): Counted {
  const failures = failuresOf(query, columns, only);
  const isThemed = isNarrowedBy(query, 'theme');
  const themed = isThemed ? intersection(matched, findThemes(query)) : matched;
  if (query.onlyTotal && failures === null) return onlyTotal(themed);
  const found = hitsByDocument(themed, columns);
  const narrowed = narrowDocuments(query, columns, found, failures);
  const rows = failures === null ? themed : rowsIn(narrowed.hits.documents, themed, columns);
  const counted = { rows, hits: narrowed.hits, total: narrowed.count, documents: narrowed.documents };
  if (query.facets.length === 0) return { ...counted, ...facetsOf(query, narrowed, null) };
  let anyTheme = isThemed ? matched : rows;
  if (isThemed && failures !== null) {
    const { documents } = hitsByDocument(matched, columns);
    anyTheme = rowsIn(thoseThatFailNothing(documents, failures), matched, columns);
  }
  return { ...counted, ...facetsOf(query, narrowed, countThemes(columns, anyTheme)) };
}

const NO_HITS: DocumentHits = { documents: new Uint32Array(0), counts: new Uint32Array(0) };

function onlyTotal(rows: RowSet): Counted {
  return { rows, hits: NO_HITS, total: countRows(rows), documents: 0, facets: {}, lacking: null };
}

/** Those of the rows that belong to the documents, which come in rising order. */
function rowsIn(documents: Uint32Array, rows: RowSet, { firsts, rows: last }: Columns): RowSet {
  const stretches: number[] = [];
  for (const document of documents) {
    stretches.push(firsts[document] as number, (firsts[document + 1] as number) - 1);
  }
  return intersection(rows, rowsOfStretches(stretches, last));
}

/** Clauses, and their documents. */
export function tally(rows: RowSet, columns: Columns): Tally {
  return { count: countRows(rows), documents: hitsByDocument(rows, columns).documents.length };
}

/** 32 rows at a time: where there is no hit, nothing is looked at but that. */
export function hitsByDocument(rows: RowSet, columns: Columns): DocumentHits {
  const { firsts } = columns;
  const most = Math.min(columns.documents, countRows(rows));
  const documents = new Uint32Array(most);
  const counts = new Uint32Array(most);
  let size = 0;
  let document = 0;
  let end = 0; // of the document, the row behind its last
  for (let at = 0; at < rows.blocks.length; at += 1) {
    let bits = (rows.blocks[at] as number) | 0;
    const first = placeOf(rows, at) << 5;
    while (bits !== 0) {
      const row = first + 31 - Math.clz32(bits & -bits);
      if (row >= end) {
        document = documentOf(columns, row, document);
        end = firsts[document + 1] as number;
        documents[size] = document;
        size += 1;
      }
      const here = end - first < 32 ? bits & ~(-1 << (end - first)) : bits;
      counts[size - 1] = (counts[size - 1] as number) + countBits(here);
      bits ^= here;
    }
  }
  return { documents: documents.subarray(0, size), counts: counts.subarray(0, size) };
}

/** The rows that the selection of themes admits; those asked last are kept. */
export type FindThemes = (query: Pick<EngineQuery, 'filters' | 'excludedValues' | 'lacking'>) => RowSet;

/** @param capacity  Selections that are kept. */
export function openThemeRows(columns: Columns, capacity: number): FindThemes {
  const kept = keepRecent<RowSet>(capacity);
  return ({ filters, excludedValues, lacking }) => {
    const [chosen, excluded, orNone] = [filters.theme, excludedValues.theme, lacking.includes('theme')];
    return kept.getOr(JSON.stringify([chosen, excluded, orNone]), () => {
      const { ofRow, offsets, themes: entries } = columns.themeSets;
      const bySet = { values: columns.themes.values, offsets, entries };
      const admission = admissionOf(bySet, chosen, excluded, orNone);
      // By the sets of themes, of which there are few.
      const bits = Uint8Array.from({ length: offsets.length - 1 }, (_, set) =>
        isAdmitted(admission, set) ? 1 : 0,
      );
      const bitmap = new Uint32Array(blocksIn(columns.rows));
      for (let row = 1; row <= columns.rows; row += 1) {
        const bit = bits[ofRow[row] as number] as number;
        bitmap[row >>> 5] = (bitmap[row >>> 5] as number) | (bit << (row & 31));
      }
      return rowsOfBitmap(bitmap);
    });
  };
}
