/**
 * Documents by their numbers, and by what their bodies and places are called. Of documents that were removed both tables may
 * still speak; `documents` no longer does.
 */
import type { Known } from '../engine.js';
import type { Database } from './database.js';

export interface CalledDocuments {
  /** The rows of the titles that bear a number, or a number of a series. @param number  As entry.ts compares it. */
  titlesOf(number: string): readonly number[];
  /** All rows of the documents that a name stands above, as stretches. */
  rowsUnder(name: string): readonly (readonly [first: number, last: number])[];
  known(text: string): Known;
}

export function openCalledDocuments(database: Database): CalledDocuments {
  const readTitles = database
    .prepare<[string], number>(
      'SELECT title FROM numbers CROSS JOIN documents USING (document) WHERE number = ? AND title IS NOT NULL',
    )
    .pluck();
  const readRows = database
    .prepare<[string], [first: number, last: number]>(
      'SELECT first, last FROM names CROSS JOIN documents USING (document) WHERE name = ?',
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
  return {
    titlesOf: (number) => readTitles.all(number),
    rowsUnder: (name) => readRows.all(name),
    known: (text) => readKnown.get(text, text) ?? null,
  };
}
