/**
 * A clause as a row keeps it: its text, and all else as a JSON row without the names of its fields.
 */
import type { Clause, ClauseKind, Language } from '../../core/model.js';
import { type PackedText, packText, unpackText } from './packed-text.js';

type Rest = Pick<Clause, 'part' | 'parts' | 'damage' | 'counterpart' | 'noteOf'>;
type Fields = readonly [
  kind: ClauseKind,
  language: Language,
  locator: string,
  path: Clause['path'],
  headings: Clause['headings'],
  themes: Clause['themes'],
  rawStart: number,
  rawEnd: number,
  rest?: Rest,
];

/** As columns have it; the id is a column of its own. */
export interface ClauseColumns {
  readonly fields: string;
  readonly text: PackedText;
}

export function packClause(clause: Clause): ClauseColumns {
  const { id: _column, kind, language, locator, path, headings, text, themes, raw, ...rest } = clause;
  const fields: Fields = [kind, language, locator, path, headings, themes, raw.start, raw.end];
  return {
    fields: JSON.stringify(Object.keys(rest).length === 0 ? fields : [...fields, rest]),
    text: packText(text),
  };
}

export function unpackClause(id: string, { fields, text }: ClauseColumns): Clause {
  const [kind, language, locator, path, headings, themes, start, end, rest] = JSON.parse(fields) as Fields;
  const own = unpackText(text);
  return { id, kind, language, locator, path, headings, text: own, themes, raw: { start, end }, ...rest };
}
