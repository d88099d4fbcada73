/**
 * Paragraphs and tables in the order in which they are printed → the lines of a text. What every reader of a word processor's
 * files writes into.
 */
import type { Furniture } from './file-content.js';
import { labelsIn, printTable } from './html/print-table.js';

export interface CellPlace {
  /** How many columns of the table it is wide. */
  readonly columns: number;
  /** Merged with the cell above it, and so empty itself. */
  readonly continues: boolean;
}

export interface Flow {
  /** A line; where it holds line breaks, several. Blank ones are left out. @param rule  Where it is furniture. */
  paragraph(text: string, rule?: string): void;
  openTable(): void;
  openRow(): void;
  openCell(place: CellPlace): void;
  closeCell(): void;
  closeRow(): void;
  /** Without a row it leaves nothing. */
  closeTable(): void;
  isInTable(): boolean;
  /** Closes what is still open. */
  end(): FlowText;
}

export interface FlowText {
  readonly text: string;
  readonly furniture: readonly Furniture[];
}

interface Line {
  readonly text: string;
  readonly rule: string | null;
}

interface Cell extends CellPlace {
  readonly text: string;
}

interface Table {
  readonly rows: Cell[][];
  /** Those of a cell, while it is open; else null. */
  cell: { readonly place: CellPlace; readonly lines: Line[] } | null;
}

/** What is nested deeper is read as paragraphs of the cell. */
const DEEPEST_TABLE = 8;
/** Nobody makes a table as wide: Word ends at 63. */
const WIDEST = 100;
/** A value that many rows share is repeated in each; a text as long is printed once. */
const LONGEST_REPEATED = 200;

export function createFlow(): Flow {
  const lines: Line[] = [];
  const tables: Table[] = [];
  let deeper = 0;
  const target = (): Line[] => tables.at(-1)?.cell?.lines ?? tables.at(-2)?.cell?.lines ?? lines;

  const flow: Flow = {
    paragraph(text, rule) {
      for (const line of text.split(LINE_ENDS)) {
        const trimmed = line.trim();
        if (trimmed !== '') target().push({ text: trimmed, rule: rule ?? null });
      }
    },
    openTable() {
      if (tables.length === DEEPEST_TABLE) deeper += 1;
      else tables.push({ rows: [], cell: null });
    },
    openRow() {
      if (deeper > 0) return;
      flow.closeCell();
      tables.at(-1)?.rows.push([]);
    },
    openCell(place) {
      const table = tables.at(-1);
      if (table === undefined || deeper > 0) return;
      flow.closeCell();
      if (table.rows.length === 0) table.rows.push([]);
      table.cell = { place, lines: [] };
    },
    closeCell() {
      const table = tables.at(-1);
      if (table === undefined || table.cell === null || deeper > 0) return;
      const { place, lines: printed } = table.cell;
      table.rows.at(-1)?.push({ ...place, text: printed.map(({ text }) => text).join('\n') });
      table.cell = null;
    },
    closeRow: () => flow.closeCell(),
    closeTable() {
      if (deeper > 0) {
        deeper -= 1;
        return;
      }
      flow.closeCell();
      const table = tables.pop();
      if (table === undefined) return;
      for (const line of printed(table.rows)) flow.paragraph(line);
    },
    isInTable: () => tables.length > 0,
    end() {
      deeper = 0;
      while (tables.length > 0) flow.closeTable();
      return joined(lines);
    },
  };
  return flow;
}

const LINE_ENDS = /[\n\r\v\f\u0085\u2028\u2029]/;

/** A table that only places its cells on the page is their paragraphs. */
function printed(rows: readonly (readonly Cell[])[]): readonly string[] {
  const cells = rows.flat().map(({ text }) => {
    const lines = text.split('\n');
    return { text, blocks: lines.length, labels: labelsIn(lines) };
  });
  return printTable(grid(rows), cells) ?? cells.map(({ text }) => text);
}

/** A cell over several columns or rows is in each of them. */
function grid(rows: readonly (readonly Cell[])[]): readonly (readonly string[])[] {
  let above: readonly string[] = [];
  return rows.map((row) => {
    const cells: string[] = [];
    for (const { text, columns, continues } of row) {
      const merged = continues && text === '' ? (above[cells.length] ?? '') : '';
      const value = merged.length <= LONGEST_REPEATED ? text || merged : '';
      const width = Math.max(1, Math.min(columns, WIDEST - cells.length));
      for (let column = 0; column < width; column += 1) {
        cells.push(column === 0 || value.length <= LONGEST_REPEATED ? value : '');
      }
      if (cells.length >= WIDEST) break;
    }
    above = cells;
    return cells;
  });
}

function joined(lines: readonly Line[]): FlowText {
  const furniture: Furniture[] = [];
  let length = 0;
  for (const { text, rule } of lines) {
    const last = furniture.at(-1);
    if (rule !== null && last?.rule === rule && last.end === length - 1) {
      furniture[furniture.length - 1] = { ...last, end: length + text.length };
    } else if (rule !== null) {
      furniture.push({ start: length, end: length + text.length, rule });
    }
    length += text.length + 1;
  }
  return { text: lines.map(({ text }) => text).join('\n'), furniture };
}
