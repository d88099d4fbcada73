/**
 * The ids and folded texts of rows. Those read last are kept: the next page, the same words under a filter, and the best of a
 * document that was just found, are mostly the same rows again.
 */
import { keepRecent } from '../../core/recent.js';
import type { Database } from './database.js';
import { type PackedText, unpackText } from './packed-text.js';

export interface RowText {
  readonly id: string;
  /** null unless asked for. */
  readonly folded: string | null;
}

/** What a row takes besides its text, in code units. */
const AROUND = 100;

/** Of rows in any order; those that are not there are left out. */
export type ReadRowTexts = (rows: readonly number[], withText: boolean) => ReadonlyMap<number, RowText>;

/** @param capacity  Of what is kept, in UTF-16 code units. */
export function openRowTexts(database: Database, capacity: number): ReadRowTexts {
  const kept = keepRecent<RowText>(capacity, ({ folded }) => AROUND + (folded?.length ?? 0));
  // One statement for all rows: half the time of one a row.
  const read = (text: 'folded' | 'NULL') =>
    database
      .prepare<[string], [row: number, id: string, folded: PackedText | null]>(
        `SELECT row, clauses.id, ${text} FROM json_each(?) AS wanted CROSS JOIN clauses ON row = wanted.value`,
      )
      .raw();
  const readRows = { withText: read('folded'), without: read('NULL') };
  return (rows, withText) => {
    const found = new Map<number, RowText>();
    const wanted: number[] = [];
    for (const row of rows) {
      const known = withText ? kept.get(String(row)) : undefined;
      if (known === undefined) wanted.push(row);
      else found.set(row, known);
    }
    if (wanted.length === 0) return found;
    const inOrder = [...Uint32Array.from(wanted).sort()]; // of the file
    for (const [row, id, packed] of readRows[withText ? 'withText' : 'without'].all(
      JSON.stringify(inOrder),
    )) {
      const text = { id, folded: packed === null ? null : unpackText(packed) };
      found.set(row, text);
      if (withText) kept.set(String(row), text);
    }
    return found;
  };
}
