/** Rows of a table whose head names title and text → objects as a line of JSONL would hold them. */
import type { NamedColumns } from './column-names.js';
import type { SheetRow } from './sheet.js';

export interface GivenRow {
  /** Of the row, as the program counts it, from 1. */
  readonly number: number;
  /** Of the sheet; empty in a CSV. */
  readonly sheet: string;
  readonly value: Readonly<Record<string, unknown>>;
}

const LISTS = new Set(['issuingBodies', 'cities', 'themes']);

export function givenRows(
  rows: readonly SheetRow[],
  { fields }: NamedColumns,
  sheet: string,
): readonly GivenRow[] {
  return rows.flatMap(({ number, cells }) => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    return [{ number, sheet, value: asObject(fields, cells) }];
  });
}

/** Empty cells are absent; what is no text is kept as it is. */
export function asObject(
  fields: readonly string[],
  cells: readonly unknown[],
): Readonly<Record<string, unknown>> {
  const values = new Map<string, unknown>();
  const source = new Map<string, string>();
  for (const [at, cell] of cells.entries()) {
    const field = fields[at] ?? '';
    if (field === '') continue;
    if (typeof cell !== 'string') {
      if (field !== 'source.url') values.set(field, cell);
      continue;
    }
    const text = cell.trim();
    if (text === '') continue;
    if (field === 'source.url') source.set('url', text);
    else if (field === 'source') source.set('name', text);
    else
      values.set(
        field,
        LISTS.has(field) ? text.split(/[、；;，,\s]{1,9}/u).filter((one) => one !== '') : cell,
      );
  }
  if (source.size > 0) {
    const said = values.get('source');
    values.set('source', { ...Object.fromEntries(source), ...(typeof said === 'object' ? said : {}) });
  }
  return Object.fromEntries(values);
}
