/** The whole table, and what a row is looked up by. Read with the first question: half of its words are never needed by an indexer. */
import { bodyAbbreviations } from './body-abbreviations.js';
import { type ExpansionRow, rowsOf } from './expansion-table.js';
import { ABBREVIATIONS } from './tables/abbreviations.js';
import { ENGLISH } from './tables/english.js';
import { ENGLISH_MINED } from './tables/english-mined.js';
import { EVERYDAY } from './tables/everyday.js';
import { REGIONAL } from './tables/regional.js';
import { unitsOf } from './typed-units.js';

export const MOST_A_WORD = 4;

export interface ExpansionIndex {
  /** By the keys of its units, joined; rows with the same are one. */
  readonly rows: ReadonlyMap<string, ExpansionRow>;
  /** Units of the longest row that begins with this one. */
  readonly longest: ReadonlyMap<string, number>;
}

let table: readonly ExpansionRow[] | undefined;
let mined: readonly ExpansionRow[] | undefined;
let index: ExpansionIndex | undefined;

/** All rows: of two with the same `from`, the first is the nearer (工信部 is a body before it is anything else). */
export function expansionRows(): readonly ExpansionRow[] {
  table ??= [
    ...bodyAbbreviations(),
    ...rowsOf(ABBREVIATIONS),
    ...rowsOf(REGIONAL),
    ...rowsOf(ENGLISH),
    ...rowsOf(EVERYDAY),
  ];
  return table;
}

/**
 * Rows that were mined and have how likely each word is. They widen what is typed, and are shown nowhere else: some of their
 * words are stems, and some of what they lead to is no translation of the word alone.
 */
export function minedRows(): readonly ExpansionRow[] {
  mined ??= rowsOf(ENGLISH_MINED);
  return mined;
}

export function expansionIndex(): ExpansionIndex {
  index ??= indexOf([...expansionRows(), ...minedRows()]);
  return index;
}

function indexOf(all: readonly ExpansionRow[]): ExpansionIndex {
  const rows = new Map<string, ExpansionRow>();
  const longest = new Map<string, number>();
  for (const row of all) {
    const keys = unitsOf(row.from).map(({ key }) => key);
    const [first = ''] = keys;
    const key = keys.join('');
    const before = rows.get(key);
    if (before === undefined) rows.set(key, row);
    else if (before.kind === row.kind) rows.set(key, joined(before, row));
    longest.set(first, Math.max(longest.get(first) ?? 0, keys.length));
  }
  return { rows, longest };
}

/**
 * What was reviewed is as likely as the likeliest that was mined: of one country's laws, which say 资料 where others say 数据.
 */
function joined(one: ExpansionRow, other: ExpansionRow): ExpansionRow {
  const to = [...new Set([...one.to, ...other.to])].slice(0, MOST_A_WORD);
  const mined = [one, other].filter(({ likely }) => likely !== undefined);
  if (mined.length === 0) return { ...one, to };
  const shares = new Map(
    mined.flatMap((row) => row.to.map((word, i) => [word, row.likely?.[i] ?? 0] as const)),
  );
  const reviewed = new Set([one, other].flatMap((row) => (row.likely === undefined ? row.to : [])));
  const most = Math.max(...shares.values());
  return { ...one, to, likely: to.map((word) => (reviewed.has(word) ? most : (shares.get(word) ?? most))) };
}
