/** What the contents list: headings of every level, and between them the numbers of the clauses under them. Pure. */
import type { ClauseAnswer } from '../../server/api.js';
import { labelLength } from '../shared/pieces.js';
import { headingLevels } from './heading-levels.js';

const EXCERPT = 30; // characters beside a number that stands under no heading

/** A heading, or a run of numbers; level 2 to 6. */
export interface OutlineRow {
  readonly level: number;
  readonly entries: readonly OutlineEntry[];
}

export interface OutlineEntry {
  readonly id: string;
  readonly text: string;
  readonly isNumber: boolean;
}

/** Of one language; a text without headings gives a row a number, with the words that follow it. */
export function outlineOf(clauses: readonly ClauseAnswer[], language: 'zh' | 'en'): readonly OutlineRow[] {
  const mine = clauses.filter((clause) => clause.language === language);
  const levels = headingLevels(mine);
  const rows: { level: number; entries: OutlineEntry[] }[] = [];
  let level = 1;
  let above = '';
  for (const clause of mine) {
    const { id, kind, text, locator, part = 1 } = clause;
    if (kind === 'heading') {
      level = levels.get(id) ?? 2;
      above = locator;
      rows.push({ level, entries: [{ id, text, isNumber: false }] });
    } else if (kind === 'body' && locator !== '' && part === 1) {
      const length = labelLength(clause);
      if (length === 0 && locator === above) continue; // the number is its heading's, which is listed
      const number = text.slice(0, length).trim() || locator;
      const last = rows.at(-1);
      if (levels.size === 0) {
        const excerpt = text.slice(length, length + EXCERPT).trim();
        rows.push({ level: 2, entries: [{ id, text: `${number} ${excerpt}`, isNumber: false }] });
      } else if (last?.entries[0]?.isNumber) last.entries.push({ id, text: number, isNumber: true });
      else rows.push({ level: Math.min(6, level + 1), entries: [{ id, text: number, isNumber: true }] });
    }
  }
  return rows;
}

/** The last of the entries whose place is above the line; entries stand in the order of their places. */
export function lastAbove<Entry>(
  entries: readonly Entry[],
  placeOf: (entry: Entry) => number,
  line: number,
): Entry | undefined {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeOf(entries[middle] as Entry) < line) low = middle + 1;
    else high = middle;
  }
  return entries[low - 1];
}
