/** What the sheets of a table file show: texts of cells, in a grid without the rows and columns that are hidden. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  /** As the program counts it, from 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** A cell over several: rows and columns from 0, ends included. */
export interface MergedCells {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface CellGrid {
  set(row: number, column: number, text: string): void;
  hideRow(row: number): void;
  hideColumns(first: number, last: number): void;
  merge(cells: MergedCells): void;
  rows(): readonly SheetRow[];
}

/** Past it a sheet is a dump of data, not a text. */
const MOST_CELLS = 3_000_000;
const MOST_COLUMNS = 20_000;

/** Cells in any order; a merged cell's text is in each of the cells that it covers. */
export function cellGrid(tooLarge: () => Error): CellGrid {
  const rows = new Map<number, Map<number, string>>();
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const merged: MergedCells[] = [];
  let count = 0;
  const set = (row: number, column: number, text: string): void => {
    if (text === '' || column > MOST_COLUMNS) return;
    count += 1;
    if (count > MOST_CELLS) throw tooLarge();
    const cells = rows.get(row) ?? new Map<number, string>();
    cells.set(column, text);
    rows.set(row, cells);
  };
  return {
    set,
    hideRow: (row) => hiddenRows.add(row),
    hideColumns(first, last) {
      for (let column = first; column <= Math.min(last, MOST_COLUMNS); column += 1) hiddenColumns.add(column);
    },
    merge: (cells) => merged.push(cells),
    rows() {
      const lastRow = [...rows.keys()].reduce((last, row) => Math.max(last, row), 0);
      const lastColumn = [...rows.values()]
        .flatMap((cells) => [...cells.keys()])
        .reduce((a, b) => Math.max(a, b), 0);
      for (const cells of merged) spread(cells, lastRow, lastColumn);
      const used = new Set([...rows.values()].flatMap((cells) => [...cells.keys()]));
      const columns = [...used].filter((column) => !hiddenColumns.has(column)).sort((a, b) => a - b);
      return [...rows]
        .filter(([row]) => !hiddenRows.has(row))
        .sort(([one], [other]) => one - other)
        .map(([row, cells]) => ({
          number: row + 1,
          cells: columns.map((column) => cells.get(column) ?? ''),
        }));
    },
  };

  function spread(
    { firstRow, firstColumn, ...last }: MergedCells,
    lastRow: number,
    lastColumn: number,
  ): void {
    const text = rows.get(firstRow)?.get(firstColumn) ?? '';
    if (text === '') return;
    for (let row = firstRow; row <= Math.min(last.lastRow, lastRow); row += 1) {
      for (let column = firstColumn; column <= Math.min(last.lastColumn, lastColumn); column += 1) {
        if (row !== firstRow || column !== firstColumn) set(row, column, text);
      }
    }
  }
}
