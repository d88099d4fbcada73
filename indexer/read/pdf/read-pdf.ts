/**
 * A PDF → the text that a reader of it sees, a paragraph a line. Pages are read one after the other, and each is let go.
 */
import type { FileContent } from '../file-content.js';
import { tableLines } from '../table-rows.js';
import { inReadingOrder, type PlacedLine } from './columns.js';
import { notesApart } from './foot-notes.js';
import { assertLegible, assertNotScanned } from './legible.js';
import { linesOf, type PrintedLine } from './lines.js';
import { marginsOf } from './margins.js';
import { type OpenPdf, openPdf, type PrintedPage } from './open-pdf.js';
import {
  type FurnitureRule,
  furnitureOf,
  isPrintedPage,
  printedAddress,
  type SheetLines,
} from './page-furniture.js';
import { fieldsOf, type PrintedRow, rowAsLine, rowsOf } from './printed-rows.js';
import { type RowGroup, tablesAmong } from './printed-tables.js';
import { isInside, type RuledTable, ruledTables } from './ruled-tables.js';
import { saidTitle } from './said-title.js';
import { withoutSiteHead } from './site-head.js';
import { type FlowItem, furnitureItem, type WrittenText, writeText } from './written-text.js';

interface Sheet extends SheetLines {
  readonly width: number;
  /** From top to bottom; what is in them is in no line. */
  readonly tables: readonly RuledTable[];
  /** What is set aslant: a watermark. */
  readonly slanted: string;
}

/**
 * @throws PolicyError `password_needed`, `scanned_pages`, `fonts_without_text`, `unreadable_file`.
 */
export async function readPdf(bytes: Uint8Array, name: string): Promise<FileContent> {
  const pdf = await openPdf(bytes, name);
  try {
    const sheets = await sheetsOf(pdf);
    const furniture = furnitureOf(sheets);
    const own = sheets.map(({ lines }) => lines.filter((line) => !furniture.has(line)));
    const texts = own.map((lines, page) => textIn(lines, sheets[page]?.tables ?? []));
    assertNotScanned(withoutStamps(texts), hasImages(bytes), name);
    assertLegible(texts.join('\n'), name);
    const written = textOf(sheets, own, furniture);
    const said = saidTitle(pdf.title, ownText(written));
    const isPage = isPrintedPage(furniture.keys());
    const printed = isPage && said.title !== undefined ? withoutSiteHead(written, said.title) : written;
    const address = printedAddress(furniture.keys());
    return {
      format: 'pdf',
      ...printed,
      said,
      savedFrom: address === null ? null : { url: address, by: 'saved' },
      links: [],
      encoding: null,
      warnings: [],
    };
  } finally {
    await pdf.close();
  }
}

async function sheetsOf(pdf: OpenPdf): Promise<readonly Sheet[]> {
  const sheets: Sheet[] = [];
  for (let number = 1; number <= pdf.pageCount; number += 1) {
    sheets.push(await sheetOf(await pdf.page(number)));
  }
  return sheets;
}

/** What is drawn is looked at where cells may stand side by side. */
async function sheetOf({ width, height, runs, slanted, rules }: PrintedPage): Promise<Sheet> {
  const lines = linesOf(runs);
  const hasCells = lines.some(({ segments }) => segments.length > 1);
  const tables = hasCells ? ruledTables(await rules(), runs) : [];
  const rest = runs.filter((run) => !tables.some((table) => isInside(run, table)));
  return {
    width,
    height,
    lines: tables.length === 0 ? lines : linesOf(rest),
    tables,
    slanted: slanted.join(''),
  };
}

function textOf(
  sheets: readonly Sheet[],
  own: readonly (readonly PrintedLine[])[],
  furniture: ReadonlyMap<PrintedLine, FurnitureRule>,
): WrittenText {
  const apart = own.map(notesApart);
  const placed = apart.map(({ body }, page) => inReadingOrder(body, sheets[page]?.width ?? 0));
  const items = sheets.map((sheet, page) => itemsOf(sheet, placed[page] ?? [], furniture));
  const notes = apart.flatMap((page) => page.notes);
  return writeText([...items, [{ kind: 'rows', lines: notes }]], marginsOf(placed));
}

function itemsOf(
  { lines, tables, slanted, height }: Sheet,
  placed: readonly PlacedLine[],
  furniture: ReadonlyMap<PrintedLine, FurnitureRule>,
): readonly FlowItem[] {
  const around = (isHead: boolean): readonly FlowItem[] =>
    lines.flatMap((line) => {
      const rule = furniture.get(line);
      return rule !== undefined && line.baseline < height / 2 === isHead ? [furnitureItem(line, rule)] : [];
    });
  const body = withTables(placed, tables);
  const stamp: readonly FlowItem[] =
    slanted === '' ? [] : [{ kind: 'furniture', text: slanted, rule: 'watermark' }];
  return [...around(true), ...body, ...around(false), ...stamp];
}

/** A table stands above the first line below its head; lines in columns come in another order, and it after them. */
function withTables(placed: readonly PlacedLine[], tables: readonly RuledTable[]): readonly FlowItem[] {
  const items: FlowItem[] = [];
  let from = 0;
  for (const { top, grid } of tables) {
    const below = placed.findIndex(({ baseline }, at) => at >= from && baseline > top);
    const end = below === -1 ? placed.length : below;
    items.push(...flowOf(placed.slice(from, end)), { kind: 'rows', lines: tableLines(grid) });
    from = end;
  }
  return [...items, ...flowOf(placed.slice(from))];
}

function flowOf(placed: readonly PlacedLine[]): readonly FlowItem[] {
  return tablesAmong(rowsOf(placed)).flatMap(itemsOfGroup);
}

function itemsOfGroup(group: RowGroup): readonly FlowItem[] {
  return group.kind === 'table' ? [{ kind: 'rows', lines: tableLines(group.grid) }] : itemsOfRow(group.row);
}

function itemsOfRow(row: PrintedRow): readonly FlowItem[] {
  const fields = fieldsOf(row);
  if (fields !== null) return [{ kind: 'rows', lines: fields }];
  const line = rowAsLine(row);
  return line === null ? [] : [{ kind: 'line', line }];
}

function ownText({ text, furniture }: WrittenText): string {
  let at = 0;
  let own = '';
  for (const { start, end } of furniture) {
    own += text.slice(at, start);
    at = end;
  }
  return own + text.slice(at);
}

function textIn(lines: readonly PrintedLine[], tables: readonly RuledTable[]): string {
  return [...lines.map(({ text }) => text), ...tables.flatMap(({ grid }) => grid.flat())].join('\n');
}

/** Of each page the lines that most other pages do not print as well. */
function withoutStamps(texts: readonly string[]): readonly string[] {
  const pagesWith = new Map<string, number>();
  const lines = texts.map((text) => [...new Set(text.split('\n'))]);
  for (const line of lines.flat()) pagesWith.set(line, (pagesWith.get(line) ?? 0) + 1);
  const isStamp = (line: string): boolean =>
    texts.length > 1 && (pagesWith.get(line) ?? 0) > texts.length * 0.6;
  return lines.map((own) => own.filter((line) => !isStamp(line)).join('\n'));
}

/** Streams lie in the file under names that are never packed: whether there is a picture, the bytes say. */
function hasImages(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return file.includes('/Subtype/Image') || file.includes('/Subtype /Image');
}
