/**
 * Documents by their numbers, and by what their bodies and places are called. Of documents that were removed both tables may
 * still speak; `documents` no longer does.
 */
import { keepRecent } from '../../core/recent.js';
import type { Known } from '../engine.js';
import type { Database } from './database.js';

type Stretch = readonly [first: number, last: number];

/** Stretches of the names asked last that are kept: a name that stands above ten thousand documents is read in 50 ms. */
const CAPACITY = 50_000;

export interface CalledDocuments {
  /** The rows of the titles that bear a number, or a number of a series. @param number  As entry.ts compares it. */
  titlesOf(number: string): readonly number[];
  /** The documents that bear it: the row of the title, and all rows. */
  documentsOf(number: string): readonly (readonly [title: number, first: number, last: number])[];
  /** All rows of the documents that a name stands above, as stretches. */
  rowsUnder(name: string): readonly Stretch[];
  known(text: string): Known;
}

export function openCalledDocuments(database: Database): CalledDocuments {
  const readDocuments = database
    .prepare<[string], [title: number, first: number, last: number]>(
      `SELECT title, first, last FROM numbers CROSS JOIN documents USING (document)
      WHERE number = ? AND title IS NOT NULL`,
    )
    .raw();
  const readRows = database
    .prepare<[string], [first: number, last: number]>(
      'SELECT first, last FROM names CROSS JOIN documents USING (document) WHERE name = ? ORDER BY first',
    )
    .raw();
  const readKnown = database
    .prepare<[string, string], Known>(
      `SELECT CASE
        WHEN EXISTS (SELECT 1 FROM numbers CROSS JOIN documents USING (document) WHERE number = ?) THEN 'number'
        WHEN EXISTS (SELECT 1 FROM names CROSS JOIN documents USING (document) WHERE name = ?) THEN 'name'
      END`,
    )
    .pluck();
  const kept = keepRecent<readonly Stretch[]>(CAPACITY, (stretches) => stretches.length);
  return {
    titlesOf: (number) => readDocuments.all(number).map(([title]) => title),
    documentsOf: (number) => readDocuments.all(number),
    rowsUnder: (name) => kept.getOr(name, () => joined(readRows.iterate(name))),
    known: (text) => readKnown.get(text, text) ?? null,
  };
}

/** Of documents that stand side by side one stretch. @param stretches  In order. */
function joined(stretches: Iterable<Stretch>): readonly Stretch[] {
  const found: [first: number, last: number][] = [];
  let open: [first: number, last: number] | undefined;
  for (const [first, last] of stretches) {
    if (open?.[1] === first - 1) {
      open[1] = last;
    } else {
      open = [first, last];
      found.push(open);
    }
  }
  return found;
}
