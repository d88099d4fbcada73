/**
 * A table file (.csv, .xlsx, .xls) → documents, where its head names a title and a text; else one document, a row a line.
 */
import { PolicyError } from '../../../core/errors.js';
import type { FileFormat, Warning } from '../../../core/model.js';
import { isCompoundFile } from '../compound-file.js';
import { decode } from '../encoding.js';
import type { FileContent } from '../file-content.js';
import { tableLines } from '../table-rows.js';
import { type GivenColumns, isListWithoutTexts, namedColumns } from './column-names.js';
import { readCsv } from './csv.js';
import { type GivenRow, givenRows } from './given-rows.js';
import type { Sheet, SheetRow } from './sheet.js';
import { readXls } from './xls.js';
import { readXlsx } from './xlsx.js';

export type TableFile =
  | {
      readonly kind: 'documents';
      readonly format: FileFormat;
      readonly encoding: string | null;
      /** Objects for `readGivenDocument`, which says what each of them lacks. */
      readonly rows: readonly GivenRow[];
      readonly warnings: readonly Warning[];
    }
  | { readonly kind: 'table'; readonly content: FileContent };

interface Workbook {
  readonly format: FileFormat;
  readonly encoding: string | null;
  readonly sheets: readonly Sheet[];
  readonly warnings: readonly Warning[];
}

/** Titles may stand above the head. */
const DEEPEST_HEAD = 5;
/** A list says little in a row; a longer cell is a text. */
const LONGEST_LISTED = 100;

/**
 * @param columns  What a user calls the columns of title and text (`--columns title=标题,text=正文`).
 * @throws PolicyError `list_without_texts`, `page_without_text` (no cells), `password_needed`, `unreadable_file`.
 */
export async function readTable(
  bytes: Uint8Array,
  name: string,
  { columns = {} }: { readonly columns?: GivenColumns } = {},
): Promise<TableFile> {
  const { format, encoding, sheets, warnings } = await workbookOf(bytes, name);
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) throw withoutCells(name);
  const rows = filled.flatMap((sheet) => documentsIn(sheet, columns));
  if (rows.length > 0) return { kind: 'documents', format, encoding, rows, warnings };
  if (filled.every(isList)) throw listWithoutTexts(name);
  const text = filled.flatMap((sheet) => linesOf(sheet, filled.length > 1)).join('\n');
  const content: FileContent = {
    format,
    text,
    furniture: [],
    said: {},
    savedFrom: null,
    links: [],
    encoding,
    warnings,
  };
  return { kind: 'table', content };
}

async function workbookOf(bytes: Uint8Array, name: string): Promise<Workbook> {
  if (isCompoundFile(bytes))
    return { format: 'xls', encoding: null, sheets: readXls(bytes, name), warnings: [] };
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return { format: 'xlsx', encoding: null, sheets: await readXlsx(bytes, name), warnings: [] };
  }
  const { text, encoding, warnings } = decode(bytes);
  return { format: 'csv', encoding, sheets: [{ name: '', rows: readCsv(text, name) }], warnings };
}

/** The first row with two cells or more. */
function headOf({ rows }: Sheet): number {
  return rows
    .slice(0, DEEPEST_HEAD)
    .findIndex(({ cells }) => new Set(cells.filter((cell) => cell.trim() !== '')).size > 1);
}

function documentsIn(sheet: Sheet, columns: GivenColumns): readonly GivenRow[] {
  const at = headOf(sheet);
  const named = namedColumns(sheet.rows[at]?.cells ?? [], columns);
  return named === null ? [] : givenRows(sheet.rows.slice(at + 1), named, sheet.name);
}

function isList(sheet: Sheet): boolean {
  const at = headOf(sheet);
  const heads = sheet.rows[at]?.cells ?? [];
  if (!isListWithoutTexts(heads)) return false;
  return sheet.rows
    .slice(at + 1)
    .every(({ cells }) => cells.every((cell) => cell.length <= LONGEST_LISTED || /^https?:/iu.test(cell)));
}

/** Under its name, where there are several and somebody gave it one. */
function linesOf({ name, rows }: Sheet, isOneOfSeveral: boolean): readonly string[] {
  const lines = tableLines(rows.map(({ cells }: SheetRow) => cells)).filter((line) => line !== '');
  const isNamed =
    isOneOfSeveral && !/^(?:sheet|工作表)\s?\d{0,4}$/iu.test(name.trim()) && lines[0] !== name.trim();
  return isNamed ? [name.trim(), ...lines] : lines;
}

function withoutCells(name: string): PolicyError {
  return new PolicyError(
    'page_without_text',
    `${name} has no cells with anything in them: its sheets are empty, hidden, or cut off.`,
    'Show what is hidden and save it, or take the file out of the folder.',
  );
}

export function listWithoutTexts(name: string): PolicyError {
  return new PolicyError(
    'list_without_texts',
    `${name} lists titles with links or dates, and holds no texts.`,
    'Index the texts that it names; or, where a column does hold them, say which: `--columns title=标题,text=正文`.',
  );
}
