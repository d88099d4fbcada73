/**
 * Rows that say where the edges of their cells lie, each for itself → rows of a table with columns. How .doc and .rtf have
 * their tables.
 */
import type { Flow } from './flow.js';

export interface EdgedCell {
  readonly text: string;
  /** Merged with the cell above it. */
  readonly continues: boolean;
  /** Merged with the cell before it. */
  readonly isJoined: boolean;
}

export interface EdgedRow {
  readonly cells: readonly EdgedCell[];
  /** The left edge of the first cell, then the right edge of each, in twentieths of a point; empty where they are not known. */
  readonly edges: readonly number[];
}

/** Edges as near as this are one: programs round them, row by row. */
const NEAR = 40;

export function printRows(flow: Flow, rows: readonly EdgedRow[]): void {
  const columns = columnEdges(rows);
  flow.openTable();
  for (const { cells, edges } of rows) {
    flow.openRow();
    const before = edges.length > 0 ? columnOf(columns, edges[0] ?? 0) : 0;
    if (before > 0) cell('', before, true);
    for (let at = 0; at < cells.length; ) {
      let next = at + 1;
      while (cells[next]?.isJoined === true) next += 1;
      const [left, right] = [edges[at], edges[next]];
      const width =
        left === undefined || right === undefined ? 1 : columnOf(columns, right) - columnOf(columns, left);
      const texts = cells.slice(at, next).map(({ text }) => text);
      cell(texts.filter((text) => text !== '').join('\n'), Math.max(1, width), cells[at]?.continues === true);
      at = next;
    }
    flow.closeRow();
  }
  flow.closeTable();

  function cell(text: string, width: number, continues: boolean): void {
    flow.openCell({ columns: width, continues });
    flow.paragraph(text);
    flow.closeCell();
  }
}

function columnEdges(rows: readonly EdgedRow[]): readonly number[] {
  const sorted = rows.flatMap(({ edges }) => edges).sort((one, other) => one - other);
  return sorted.filter((edge, at) => at === 0 || edge - (sorted[at - 1] ?? 0) > NEAR);
}

/** How many columns lie before an edge. */
function columnOf(columns: readonly number[], edge: number): number {
  let from = 0;
  let to = columns.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((columns[middle] ?? 0) <= edge) from = middle + 1;
    else to = middle;
  }
  return Math.max(0, from - 1);
}
