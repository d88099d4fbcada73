/**
 * What counting and ranking run over: one entry a document, or one a row, in typed arrays.
 *
 * Loaded with the first search, some 10 MB for half a million clauses. Documents that were removed keep their place and
 * their rows; only `alive` and `visible` know.
 */

import type { FacetName } from '../../core/model.js';
import { byDate, byDocumentFacet, type DocumentColumns, type FacetColumn } from '../document-columns.js';
import type { Database } from './database.js';
import { addRow, emptyRows, type RowSet, toWords } from './row-set.js';
import { type ThemeSets, themeSetsOf } from './theme-sets.js';

/** Of `kinds`. A hidden row is the title of a document that does not print it. */
export const RowKind = { hidden: 0, title: 1, heading: 2, body: 3, note: 4 } as const;
export const CLAUSE_KINDS = ['title', 'title', 'heading', 'body', 'note'] as const;

export interface Columns extends DocumentColumns {
  readonly rows: number;
  /** Document d has the rows `firsts[d]` to `firsts[d + 1] - 1`. */
  readonly firsts: Uint32Array;
  /** Of the folded text, in UTF-16 code units. By row. */
  readonly lengths: Uint16Array;
  readonly kinds: Uint8Array;
  /** Three a stretch: the row of a heading or title, the first and the last row under it. In order of the first. */
  readonly covers: Uint32Array;
  /** The headings and titles among `covers`. */
  readonly heads: RowSet;
  readonly alive: RowSet;
  /** Alive, and not hidden: what can be a hit. */
  readonly visible: RowSet;
  /** By row. */
  readonly themes: FacetColumn;
  readonly themeSets: ThemeSets;
}

export function loadColumns(database: Database): Columns {
  const statement = database.prepare<[string], Buffer>('SELECT content FROM columns WHERE name = ?').pluck();
  const bytes = (name: string): Uint8Array => {
    const content = statement.get(name);
    if (content === undefined) throw new Error(`The index has no column ${name}.`);
    return content;
  };
  const words = (name: string): Uint32Array => toWords(bytes(name));
  const facet = (name: FacetName): FacetColumn => ({
    values: JSON.parse(Buffer.from(bytes(`${name}.values`)).toString('utf8')),
    offsets: words(`${name}.offsets`),
    entries: words(`${name}.entries`),
  });
  const firsts = words('firsts');
  const rows = (firsts.at(-1) ?? 1) - 1;
  const covers = words('covers');
  const themes = facet('theme');
  return {
    rows,
    documents: firsts.length - 1,
    firsts,
    dates: byDate((date) => words(date)),
    lacks: new Uint8Array(bytes('lacks')),
    lengths: new Uint16Array(new Uint8Array(bytes('lengths')).buffer),
    kinds: new Uint8Array(bytes('kinds')),
    covers,
    heads: headsOf(covers, rows),
    alive: words('alive'),
    visible: words('visible'),
    facets: byDocumentFacet(facet),
    themes,
    themeSets: themeSetsOf(themes),
  };
}

function headsOf(covers: Uint32Array, rows: number): RowSet {
  const heads = emptyRows(rows);
  for (let i = 0; i < covers.length; i += 3) addRow(heads, covers[i] as number);
  return heads;
}

/** The document that has the row. */
export function documentOf(columns: Columns, row: number): number {
  let [low, high] = [0, columns.documents - 1];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((columns.firsts[middle] as number) <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}
