/**
 * What counting and ranking run over: one entry a document, or one a row, in typed arrays.
 *
 * Loaded with the first search, some 10 MB for half a million clauses. Documents that were removed keep their place and
 * their rows; only `alive` and `visible` know.
 */
import { byFacet, type FacetName } from '../../core/model.js';
import type { Database } from './database.js';
import { type RowSet, toWords } from './row-set.js';

/** Of `kinds`. A hidden row is the title of a document that does not print it. */
export const RowKind = { hidden: 0, title: 1, heading: 2, body: 3, note: 4 } as const;
export const CLAUSE_KINDS = ['title', 'title', 'heading', 'body', 'note'] as const;

/** `theme` has its values on clauses, the others on documents. */
export interface FacetColumn {
  readonly values: readonly string[];
  /** The values of entry n are `entries[offsets[n]]` to `entries[offsets[n + 1] - 1]`, as places in `values`. */
  readonly offsets: Uint32Array;
  readonly entries: Uint32Array;
}

export interface Columns {
  readonly rows: number;
  readonly documents: number;
  /** Document d has the rows `firsts[d]` to `firsts[d + 1] - 1`. */
  readonly firsts: Uint32Array;
  /** `publishedOn` as the number 20230530; 0 where there is none. */
  readonly dates: Uint32Array;
  /** Of the folded text, in UTF-16 code units. By row. */
  readonly lengths: Uint16Array;
  readonly kinds: Uint8Array;
  /** Three a stretch: the row of a heading or title, the first and the last row under it. In order of the first. */
  readonly covers: Uint32Array;
  readonly alive: RowSet;
  /** Alive, and not hidden: what can be a hit. */
  readonly visible: RowSet;
  readonly facets: Readonly<Record<FacetName, FacetColumn>>;
}

export function loadColumns(database: Database): Columns {
  const statement = database.prepare<[string], Buffer>('SELECT content FROM columns WHERE name = ?').pluck();
  const bytes = (name: string): Uint8Array => {
    const content = statement.get(name);
    if (content === undefined) throw new Error(`The index has no column ${name}.`);
    return content;
  };
  const words = (name: string): Uint32Array => toWords(bytes(name));
  const firsts = words('firsts');
  return {
    rows: (firsts.at(-1) ?? 1) - 1,
    documents: firsts.length - 1,
    firsts,
    dates: words('dates'),
    lengths: new Uint16Array(new Uint8Array(bytes('lengths')).buffer),
    kinds: new Uint8Array(bytes('kinds')),
    covers: words('covers'),
    alive: words('alive'),
    visible: words('visible'),
    facets: byFacet((facet) => ({
      values: JSON.parse(Buffer.from(bytes(`${facet}.values`)).toString('utf8')),
      offsets: words(`${facet}.offsets`),
      entries: words(`${facet}.entries`),
    })),
  };
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
