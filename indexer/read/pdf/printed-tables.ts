/**
 * Rows that follow each other, with cells that stand under each other → a table, also where no borders are drawn.
 */
import type { Segment } from './lines.js';
import { fieldsOf, type PrintedRow } from './printed-rows.js';

/** Rows of prose among them, or the cells of a table as a grid. */
export type RowGroup =
  | { readonly kind: 'row'; readonly row: PrintedRow }
  | { readonly kind: 'table'; readonly grid: readonly (readonly string[])[] };

/** Two rows of two cells are two signatures. */
const LEAST_ROWS = 3;
const LEAST_ROWS_OF_THREE = 2;

export function tablesAmong(rows: readonly PrintedRow[]): readonly RowGroup[] {
  const groups: RowGroup[] = [];
  for (let at = 0; at < rows.length; ) {
    let end = at;
    while (end < rows.length && isOfTable(rows[end] as PrintedRow)) end += 1;
    const run = rows.slice(at, end);
    const grid = gridOf(run);
    if (grid !== null) {
      groups.push({ kind: 'table', grid });
      at = end;
      continue;
    }
    const stop = Math.max(end, at + 1);
    groups.push(...rows.slice(at, stop).map((row) => ({ kind: 'row', row }) as const));
    at = stop;
  }
  return groups;
}

function isOfTable(row: PrintedRow): boolean {
  return row.cells.length > 1 && fieldsOf(row) === null;
}

function gridOf(rows: readonly PrintedRow[]): readonly (readonly string[])[] | null {
  const most = Math.max(0, ...rows.map(({ cells }) => cells.length));
  if (rows.length < (most > 2 ? LEAST_ROWS_OF_THREE : LEAST_ROWS)) return null;
  const columns = columnsOf(rows, most);
  return rows.map(({ cells }) =>
    columns.map((column) =>
      cells
        .filter((cell) => cell.left < column.right && column.left < cell.right)
        .map(({ text }) => text)
        .join(' '),
    ),
  );
}

interface Column {
  left: number;
  right: number;
}

/** Those of the rows with the most cells, and what further rows print beside them. */
function columnsOf(rows: readonly PrintedRow[], most: number): readonly Column[] {
  const columns: Column[] = [];
  const inOrder = [...rows].sort((one, other) => other.cells.length - one.cells.length);
  for (const { cells } of inOrder) {
    const isWhole = cells.length === most;
    for (const cell of cells) addCell(columns, cell, isWhole);
  }
  return columns.sort((one, other) => one.left - other.left);
}

function addCell(columns: Column[], { left, right }: Segment, isWhole: boolean): void {
  const under = columns.filter((column) => left < column.right && column.left < right);
  const [only] = under;
  if (only === undefined) columns.push({ left, right });
  else if (under.length === 1 && isWhole) {
    only.left = Math.min(only.left, left);
    only.right = Math.max(only.right, right);
  }
}
