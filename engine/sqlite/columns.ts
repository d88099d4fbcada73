/**
 * What counting and ranking run over: one entry a document, or one a row, in typed arrays.
 *
 * Loaded with the first search, some 15 MB for half a million clauses, in memory that threads can share (shared-columns.ts).
 * Documents that were removed keep their place and their rows; only `alive` and `visible` know.
 */

import type { FacetName } from '../../core/model.js';
import { byDate, byDocumentFacet, type DocumentColumns, type FacetColumn } from '../document-columns.js';
import { clauseWeight } from '../step-one.js';
import type { Database } from './database.js';
import { type RowSet, rowsOfBitmap } from './row-set.js';
import { rowsOfStretches } from './rows-of.js';
import { seek } from './seek.js';
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
  /** What a clause is worth in step one. By row. */
  readonly weights: Float32Array;
  /** The greatest weight of the rows 32 n to 32 n + 31. */
  readonly heaviest: Float32Array;
  /** Rows of the longest document. */
  readonly longest: number;
  /** Where the folded text of each row ends, in the units of text-records.ts. By row. */
  readonly textEnds: Uint32Array;
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
  const bytes = prepareColumn(database);
  const words = (name: string): Uint32Array => new Uint32Array(sharedCopy(bytes(name)));
  const facet = (name: FacetName): FacetColumn => ({
    values: JSON.parse(Buffer.from(bytes(`${name}.values`)).toString('utf8')),
    offsets: words(`${name}.offsets`),
    entries: words(`${name}.entries`),
  });
  const firsts = words('firsts');
  const rows = (firsts.at(-1) ?? 1) - 1;
  const lengths = new Uint16Array(sharedCopy(bytes('lengths')));
  const kinds = new Uint8Array(sharedCopy(bytes('kinds')));
  const covers = words('covers');
  const themes = facet('theme');
  const weights = weightsOf(kinds, lengths);
  return {
    rows,
    documents: firsts.length - 1,
    firsts,
    dates: byDate((date) => words(date)),
    lacks: new Uint8Array(sharedCopy(bytes('lacks'))),
    ...{ lengths, kinds, weights, heaviest: heaviestOf(weights), longest: longestOf(firsts) },
    textEnds: loadTextEnds(database),
    covers,
    heads: headsOf(covers, rows),
    alive: rowsOfBitmap(words('alive')),
    visible: rowsOfBitmap(words('visible')),
    facets: byDocumentFacet(facet),
    themes,
    themeSets: themeSetsOf(themes),
  };
}

/** `textEnds` alone. */
export function loadTextEnds(database: Database): Uint32Array {
  return new Uint32Array(sharedCopy(prepareColumn(database)('text ends')));
}

function prepareColumn(database: Database): (name: string) => Uint8Array {
  const statement = database.prepare<[string], Buffer>('SELECT content FROM columns WHERE name = ?').pluck();
  return (name) => {
    const content = statement.get(name);
    if (content === undefined) throw new Error(`The index has no column ${name}.`);
    return content;
  };
}

function headsOf(covers: Uint32Array, rows: number): RowSet {
  const heads: number[] = [];
  for (let i = 0; i < covers.length; i += 3) heads.push(covers[i] as number, covers[i] as number);
  return rowsOfStretches(heads, rows);
}

/** What a typed array may look at: aligned. (`Buffer.slice` would copy nothing.) */
export function sharedCopy({ buffer, byteOffset, byteLength }: NodeJS.ArrayBufferView): SharedArrayBuffer {
  const copy = new SharedArrayBuffer(byteLength);
  new Uint8Array(copy).set(new Uint8Array(buffer, byteOffset, byteLength));
  return copy;
}

function weightsOf(kinds: Uint8Array, lengths: Uint16Array): Float32Array {
  const weights = new Float32Array(new SharedArrayBuffer(kinds.length * Float32Array.BYTES_PER_ELEMENT));
  for (let row = 0; row < kinds.length; row += 1) {
    weights[row] = clauseWeight(CLAUSE_KINDS[kinds[row] as number] ?? 'body', lengths[row] as number);
  }
  return weights;
}

/** @param weights  By row. @returns by block of 32. */
export function heaviestOf(weights: Float32Array): Float32Array {
  const blocks = Math.ceil(weights.length / 32);
  const heaviest = new Float32Array(new SharedArrayBuffer(blocks * Float32Array.BYTES_PER_ELEMENT));
  for (let row = 0; row < weights.length; row += 1) {
    const weight = weights[row] as number;
    if (weight > (heaviest[row >>> 5] as number)) heaviest[row >>> 5] = weight;
  }
  return heaviest;
}

function longestOf(firsts: Uint32Array): number {
  let most = 0;
  for (let document = 1; document < firsts.length; document += 1) {
    most = Math.max(most, (firsts[document] as number) - (firsts[document - 1] as number));
  }
  return most;
}

/** The document that has the row. @param from  One that does not come after it. */
export function documentOf({ firsts }: Pick<Columns, 'firsts'>, row: number, from = 0): number {
  // Of most rows that is the next: then nothing is searched.
  if (row < (firsts[from + 2] ?? 0)) return row < (firsts[from + 1] as number) ? from : from + 1;
  return seek(firsts, row + 1, from + 1) - 1;
}
