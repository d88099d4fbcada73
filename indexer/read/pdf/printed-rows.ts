/**
 * Lines that are rows of a table, or of a form: cells that stand side by side, each of which may have several lines of its own.
 */
import type { PlacedLine } from './columns.js';
import { lineOf, type Segment } from './lines.js';
import { joined, LABEL_ALONE } from './paragraphs.js';

/** Cells in the middle of their row stand less than a line below and above those that have more lines. In ems. */
const LESS_THAN_A_LINE = 0.95;
/** So many columns that two lines share make them two rows, beside a cell that reaches over both. */
const OWN_ROW = 3;

export interface PrintedRow {
  /** The lines that it is made of; of a line of prose one with one segment. */
  readonly lines: readonly PlacedLine[];
  readonly cells: readonly Segment[];
}

export function rowsOf(lines: readonly PlacedLine[]): readonly PrintedRow[] {
  const groups: PlacedLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const above = group?.at(-1);
    if (group !== undefined && above !== undefined && standsBeside(above, line)) group.push(line);
    else groups.push([line]);
  }
  return groups.flatMap(asRows);
}

function standsBeside(above: PlacedLine, line: PlacedLine): boolean {
  const apart = line.baseline - above.baseline;
  if (above.column !== line.column || apart < 0) return false;
  if (apart > LESS_THAN_A_LINE * Math.min(above.size, line.size)) return false;
  return !above.segments.some((one) => line.segments.some((other) => overlaps(one, other)));
}

function overlaps(one: Segment, other: Segment): boolean {
  return one.left < other.right && other.left < one.right;
}

function asRows(group: readonly PlacedLine[]): readonly PrintedRow[] {
  const [first] = group;
  if (first === undefined) return [];
  if (group.length === 1) return [{ lines: group, cells: withLabel(first.segments) }];
  const whole = group.filter((line) =>
    group.some((other) => other !== line && shared(line, other) >= OWN_ROW),
  );
  if (whole.length < 2) return [{ lines: group, cells: cellsOf(group) }];
  // What stands between them reaches over all of them.
  const rest = group.filter((line) => !whole.includes(line));
  return whole.map((line) => ({ lines: [line], cells: cellsOf([line, ...rest]) }));
}

function shared(one: PlacedLine, other: PlacedLine): number {
  return one.segments.filter((segment) => other.segments.some((below) => overlaps(segment, below))).length;
}

function cellsOf(lines: readonly PlacedLine[]): readonly Segment[] {
  const cells: Segment[] = [];
  const inOrder = [...lines].sort((one, other) => one.baseline - other.baseline);
  for (const segment of inOrder.flatMap(({ segments }) => segments)) {
    const at = cells.findIndex((cell) => overlaps(cell, segment));
    const cell = cells[at];
    if (cell === undefined) cells.push(segment);
    else {
      const [left, right] = [Math.min(cell.left, segment.left), Math.max(cell.right, segment.right)];
      cells[at] = { text: joined(cell.text, segment.text), left, right };
    }
  }
  return cells.sort((one, other) => one.left - other.left);
}

/** A number that hangs before its text is no cell: （一）　text. One without a sign, in a row of three cells, is. */
function withLabel(segments: readonly Segment[]): readonly Segment[] {
  const [label, text, ...rest] = segments;
  if (label === undefined || text === undefined || !LABEL_ALONE.test(label.text)) return segments;
  if (rest.length > 0 && /^[\d一二三四五六七八九十]{1,4}$/u.test(label.text)) return segments;
  return [{ text: `${label.text} ${text.text}`, left: label.left, right: text.right }, ...rest];
}

/**
 * A row of a form → a line a field; null where it is none.
 *
 * ```
 * 索引号： | 000014349 | 主题分类： | 卫生   →   索引号：000014349, 主题分类：卫生
 * ```
 */
export function fieldsOf({ cells }: PrintedRow): readonly string[] | null {
  const isField = cells.map(({ text }) => /[：:]$/u.test(text) && text.length <= 20);
  if (!isField[0] || isField.length < 2) return null;
  const fields: string[] = [];
  for (const [index, { text }] of cells.entries()) {
    if (isField[index] || index === 0) fields.push(text);
    else
      fields[fields.length - 1] = `${fields.at(-1)}${/[：:]$/u.test(fields.at(-1) ?? '') ? '' : '  '}${text}`;
  }
  return fields;
}

/** The row as one line of prose. */
export function rowAsLine({ lines, cells }: PrintedRow): PlacedLine | null {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return null;
  return { ...lineOf(cells, { baseline: last.baseline, size: first.size }), column: first.column };
}
