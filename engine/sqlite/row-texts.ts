/**
 * The ids and folded texts of rows. What was read last is kept as it was read: the next page, and the same question once more, are
 * the same rows again.
 *
 * All rows come as one, their texts joined: a value a row, each with memory of its own outside the heap, takes a third more time.
 * The texts themselves are made anew for each question, and gone with it: texts that are kept come to lie among what lives long,
 * and cost their thread passes over all that it holds.
 */
import { keepRecent } from '../../core/recent.js';
import type { Database } from './database.js';

export interface RowText {
  readonly id: string;
  /** null unless asked for. */
  readonly folded: string | null;
}

/** Of rows in any order; those that are not there are left out. */
export type ReadRowTexts = (rows: readonly number[], withText: boolean) => ReadonlyMap<number, RowText>;

/** Rows as they were read, in the order of the file. */
interface Joined {
  /** `17,42`; and of each the bytes of its text: less than 0 where it is UTF-8. */
  readonly rows: string;
  readonly lengths: string | null;
  /** A JSON array. */
  readonly ids: string;
  /** Of the texts that are kept in two bytes a character, and of the others (packed-text.ts). */
  readonly wide: Buffer | null;
  readonly narrow: Buffer | null;
}

/** @param capacity  Of what is kept, in bytes. */
export function openRowTexts(database: Database, capacity: number): ReadRowTexts {
  const kept = keepRecent<Joined>(capacity, ({ rows, ids, wide, narrow }) =>
    [rows, ids, wide, narrow].reduce((sum, part) => sum + (part?.length ?? 0), 0),
  );
  // Cast to text, bytes stay as they are; only text can be joined. Whatever is no blob is of the others, and counted, so that a
  // value of a type that nobody wrote moves no other.
  const texts = `
    group_concat(iif(typeof(folded) = 'blob', 1, -1) * ifnull(length(CAST(folded AS BLOB)), 0)) AS lengths,
    CAST(group_concat(iif(typeof(folded) = 'blob', CAST(folded AS TEXT), NULL), '') AS BLOB) AS wide,
    CAST(group_concat(iif(typeof(folded) = 'blob', NULL, CAST(folded AS TEXT)), '') AS BLOB) AS narrow`;
  const read = (columns: string) =>
    database.prepare<[string], Joined | { readonly rows: null }>(
      `SELECT group_concat(row) AS rows, json_group_array(clauses.id) AS ids, ${columns}
        FROM json_each(?) AS wanted CROSS JOIN clauses ON row = wanted.value`,
    );
  const readRows = {
    withText: read(texts),
    without: read('NULL AS lengths, NULL AS wide, NULL AS narrow'),
  };
  return (rows, withText) => {
    const wanted = `[${Uint32Array.from(rows).sort().join()}]`; // in the order of the file
    const known = withText ? kept.get(wanted) : undefined;
    const found = known ?? readRows[withText ? 'withText' : 'without'].get(wanted);
    if (found === undefined || found.rows === null) return new Map();
    if (withText && known === undefined) kept.set(wanted, found);
    return takeApart(found);
  };
}

function takeApart({ rows, lengths, ids, wide, narrow }: Joined): ReadonlyMap<number, RowText> {
  const found = new Map<number, RowText>();
  const idOf = JSON.parse(ids) as readonly string[];
  const bytesOf = lengths?.split(',');
  let [atWide, atNarrow] = [0, 0];
  for (const [place, row] of rows.split(',').entries()) {
    const bytes = Number(bytesOf?.[place]);
    let folded = bytesOf === undefined ? null : '';
    if (bytes > 0) {
      folded = wide?.toString('utf16le', atWide, atWide + bytes) ?? '';
      atWide += bytes;
    } else if (bytes < 0) {
      folded = narrow?.toString('utf8', atNarrow, atNarrow - bytes) ?? '';
      atNarrow -= bytes;
    }
    found.set(Number(row), { id: idOf[place] ?? '', folded });
  }
  return found;
}
