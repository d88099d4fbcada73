/**
 * A clause as a row keeps it: its fields in a row, without their names, and a long one compressed. Half of the place of plain
 * JSON, in the time of it.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Clause, ClauseKind, Language } from '../../core/model.js';

/** Characters from which compressing is worth its time. */
const LONG = 500;
const DEFLATE_LEVEL = 1;

type Rest = Pick<Clause, 'part' | 'parts' | 'damage' | 'counterpart'>;
type Row = readonly [
  kind: ClauseKind,
  language: Language,
  locator: string,
  path: Clause['path'],
  headings: Clause['headings'],
  text: string,
  themes: Clause['themes'],
  rawStart: number,
  rawEnd: number,
  rest?: Rest,
];

/** The id is a column of its own. */
export function packClause(clause: Clause): string | Buffer {
  const { id: _column, kind, language, locator, path, headings, text, themes, raw, ...rest } = clause;
  const fields: Row = [kind, language, locator, path, headings, text, themes, raw.start, raw.end];
  const row = JSON.stringify(Object.keys(rest).length === 0 ? fields : [...fields, rest]);
  return row.length < LONG ? row : deflateRawSync(row, { level: DEFLATE_LEVEL });
}

export function unpackClause(id: string, packed: string | Buffer): Clause {
  const row = typeof packed === 'string' ? packed : inflateRawSync(packed).toString('utf8');
  const [kind, language, locator, path, headings, text, themes, start, end, rest] = JSON.parse(row) as Row;
  return { id, kind, language, locator, path, headings, text, themes, raw: { start, end }, ...rest };
}
