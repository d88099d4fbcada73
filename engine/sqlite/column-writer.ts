/**
 * Collects the columns while indexing. `columns.ts` says what they are.
 */
import { byFacet, type ClauseKind, DATES, FACETS, type FacetName } from '../../core/model.js';
import { byDate, DOCUMENT_FACETS, documentValuesOf, type FacetColumn, lacksOf } from '../document-columns.js';
import type { DocumentEntries } from '../entry.js';
import { type Columns, RowKind } from './columns.js';
import { difference, union } from './combine-rows.js';
import { coversOf } from './covers.js';
import type { Database } from './database.js';
import { type GrowingArray, growingBytes, growingShorts, growingWords } from './growing-array.js';
import { bitmapOf, countRows, eachRow, type RowSet } from './row-set.js';
import { rowsOfStretches } from './rows-of.js';

/** Longer than any clause (10,000 characters fold to 30,000 code units at most, but for rare ligatures). */
const LONGEST = 0xffff;

export interface ColumnWriter {
  /** The row after the last. */
  readonly nextRow: number;
  readonly nextDocument: number;
  /** Takes the rows from `nextRow` on, an entry each. */
  add(document: DocumentEntries): void;
  remove(first: number, last: number): void;
  /** Rows of documents that were removed. */
  readonly dead: number;
  readonly alive: () => RowSet;
  /** Clauses, and how long their folded text is, in UTF-16 code units. */
  readonly totals: () => { readonly clauses: number; readonly averageLength: number };
  /** @param textEnds  See `Columns`. */
  save(database: Database, textEnds: Uint32Array): void;
}

export function openColumnWriter(start: Columns | null): ColumnWriter {
  const firsts = growingWords(start?.firsts ?? Uint32Array.of(1));
  const dates = byDate((date) => growingWords(start?.dates[date] ?? null));
  const lacks = growingBytes(start?.lacks ?? null);
  const lengths = growingShorts(start?.lengths ?? Uint16Array.of(0));
  const kinds = growingBytes(start?.kinds ?? Uint8Array.of(RowKind.hidden));
  const covers = growingWords(start?.covers ?? null);
  const facets = byFacet((facet) => openFacetWriter(columnOf(start, facet)));
  const removed: number[] = []; // stretches: the first and the last row
  let dead = start === null ? 0 : start.rows - countRows(start.alive);
  if (start === null) facets.theme.add([]); // row 0, which no clause has

  const addRow = (kind: number, length: number, themes: readonly string[]): void => {
    kinds.push(kind);
    lengths.push(Math.min(length, LONGEST));
    facets.theme.add(themes);
  };
  const aliveOf = (): RowSet => {
    const rows = lengths.length - 1;
    const added = rowsOfStretches([(start?.rows ?? 0) + 1, rows], rows);
    const all = start === null ? added : union([start.alive, added], rows);
    return difference(all, [rowsOfStretches(removed, rows)]);
  };
  const visibleOf = (): RowSet => {
    const kindOf = kinds.view();
    const hidden: number[] = [];
    for (let row = 1; row < kindOf.length; row += 1) {
      if (kindOf[row] === RowKind.hidden) hidden.push(row, row);
    }
    return difference(aliveOf(), [rowsOfStretches(hidden, lengths.length - 1)]);
  };

  return {
    get nextRow() {
      return lengths.length;
    },
    get nextDocument() {
      return firsts.length - 1;
    },
    get dead() {
      return dead;
    },
    alive: aliveOf,
    totals() {
      const visible = visibleOf();
      const lengthOf = lengths.view();
      const clauses = countRows(visible);
      let sum = 0;
      eachRow(visible, (row) => {
        sum += lengthOf[row] as number;
      });
      return { clauses, averageLength: clauses === 0 ? 0 : sum / clauses };
    },
    add(document) {
      const { entries } = document;
      for (const number of coversOf(entries, lengths.length)) covers.push(number);
      for (const { clause, kind, own, values } of entries) {
        addRow(clause === null ? RowKind.hidden : ROW_KINDS[kind], own.length, values.theme);
      }
      for (const date of DATES) dates[date].push(document.dates[date]);
      lacks.push(lacksOf(document));
      const values = documentValuesOf(document);
      for (const facet of DOCUMENT_FACETS) facets[facet].add(values[facet]);
      firsts.push(lengths.length);
    },
    remove(first, last) {
      removed.push(first, last);
      dead += last - first + 1;
    },
    save(database, textEnds) {
      const statement = database.prepare('INSERT OR REPLACE INTO columns (name, content) VALUES (?, ?)');
      const put = (name: string, { buffer, byteOffset, byteLength }: NodeJS.ArrayBufferView): void => {
        statement.run(name, Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength));
      };
      put('firsts', firsts.view());
      for (const date of DATES) put(date, dates[date].view());
      put('lacks', lacks.view());
      put('lengths', lengths.view());
      put('kinds', kinds.view());
      put('text ends', textEnds);
      put('covers', covers.view());
      put('alive', bitmapOf(aliveOf(), lengths.length - 1));
      put('visible', bitmapOf(visibleOf(), lengths.length - 1));
      for (const facet of FACETS) {
        const { values, offsets, entries } = facets[facet];
        put(`${facet}.values`, Buffer.from(JSON.stringify([...values.keys()])));
        put(`${facet}.offsets`, offsets.view());
        put(`${facet}.entries`, entries.view());
      }
    },
  };
}

const ROW_KINDS: Readonly<Record<ClauseKind, number>> = RowKind;

interface FacetWriter {
  readonly values: ReadonlyMap<string, number>;
  readonly offsets: GrowingArray<Uint32Array>;
  readonly entries: GrowingArray<Uint32Array>;
  add(values: readonly string[]): void;
}

function columnOf(start: Columns | null, facet: FacetName): FacetColumn | null {
  if (start === null) return null;
  return facet === 'theme' ? start.themes : start.facets[facet];
}

function openFacetWriter(start: FacetColumn | null): FacetWriter {
  const values = new Map(start?.values.map((value, place) => [value, place]));
  const offsets = growingWords(start?.offsets ?? Uint32Array.of(0));
  const entries = growingWords(start?.entries ?? null);
  return {
    values,
    offsets,
    entries,
    add(given) {
      for (const value of given) {
        let place = values.get(value);
        if (place === undefined) {
          place = values.size;
          values.set(value, place);
        }
        entries.push(place);
      }
      offsets.push(entries.length);
    },
  };
}
