/**
 * The rows that FTS5 finds for a run of grams.
 */
import type { Database } from './database.js';

const NONE = new Uint8Array(0);

/**
 * Row ids as the digits of one string, in bytes: `17,42,1024`. Half the time of a row at a time; the digits are parsed
 * by `addListed`.
 */
export function prepareRowsOf(database: Database): (tokens: readonly string[]) => Uint8Array {
  const statement = database
    .prepare<[string], Buffer | null>(
      'SELECT CAST(group_concat(rowid) AS BLOB) FROM grams WHERE grams MATCH ?',
    )
    .pluck();
  return (tokens) => statement.get(matchText(tokens)) ?? NONE;
}

/**
 * A phrase → what FTS5 is asked: its grams in a row, as one quoted string. Nothing in quotes is an operator, and the
 * result is bound, never put into SQL.
 *
 * ```
 * 行政处罚   →  "行政 政处 处罚"
 * ```
 */
export function matchText(tokens: readonly string[]): string {
  return `"${tokens.join(' ').replaceAll('"', '""')}"`;
}
