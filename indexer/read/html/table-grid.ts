/** The cells of a table, each in every row and column that it stands over. */
import type { AnyNode, Document, Element } from '../parse-markup.js';
import { isElement, isHidden } from './visible.js';

/** Pages declare 65,534 rows where they mean "all". */
const MOST_COLUMNS = 200;
/** What spans may add to the cells that there are. */
const MOST_ADDED = 100_000;

export function rowsOf(table: Element): readonly Element[] {
  const groups = childElements(table, new Set(['tr', 'thead', 'tbody', 'tfoot']));
  return groups.flatMap((group) => (group.name === 'tr' ? [group] : childElements(group, new Set(['tr']))));
}

export function cellsOf(row: Element): readonly Element[] {
  return childElements(row, new Set(['td', 'th']));
}

function childElements(parent: Element, names: ReadonlySet<string>): Element[] {
  return parent.children.filter(
    (child): child is Element => isElement(child) && names.has(child.name) && !isHidden(child),
  );
}

/** Tables that hold tables place them. */
export function outerTables(root: Document | Element): ReadonlySet<Element> {
  const found = new Set<Element>();
  const todo: (readonly [node: AnyNode, table: Element | null])[] = root.children.map((node) => [node, null]);
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const [node, above] = next;
    if (!isElement(node)) continue;
    const isTable = node.name === 'table';
    if (isTable && above !== null) found.add(above);
    for (const child of node.children) todo.push([child, isTable ? node : above]);
  }
  return found;
}

/** @param textOf  What a cell prints. */
export function gridOf(table: Element, textOf: (cell: Element) => string): readonly (readonly string[])[] {
  const rows = rowsOf(table);
  const grid: string[][] = rows.map(() => []);
  let budget = MOST_ADDED;
  rows.forEach((row, at) => {
    let column = 0;
    for (const cell of cellsOf(row)) {
      while (grid[at]?.[column] !== undefined) column += 1;
      const text = textOf(cell);
      const wide = Math.min(span(cell.attribs.colspan), MOST_COLUMNS);
      const high = Math.min(span(cell.attribs.rowspan), rows.length - at);
      const fits = wide * high <= budget;
      budget -= fits ? wide * high - 1 : 0;
      fill(grid, { text, at, column, wide: fits ? wide : 1, high: fits ? high : 1 });
      column += fits ? wide : 1;
    }
  });
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0);
  return grid.map((row) =>
    Array.from({ length: Math.min(width, row.length + MOST_COLUMNS) }, (_, at) => row[at] ?? ''),
  );
}

interface Placed {
  readonly text: string;
  readonly at: number;
  readonly column: number;
  readonly wide: number;
  readonly high: number;
}

function fill(grid: string[][], { text, at, column, wide, high }: Placed): void {
  for (let row = at; row < at + high; row += 1) {
    for (let below = column; below < column + wide; below += 1) {
      const cells = grid[row];
      if (cells !== undefined) cells[below] ??= text;
    }
  }
}

/** `colspan="2"`; what is no number from 1 on is 1. */
function span(declared: string | undefined): number {
  const count = Number.parseInt(declared ?? '', 10);
  return Number.isSafeInteger(count) && count > 0 ? count : 1;
}
