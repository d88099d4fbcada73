/**
 * A PDF → the text that a reader of it sees, a paragraph a line. Pages are read one after the other, and each is let go.
 */
import type { FileContent } from '../file-content.js';
import { inReadingOrder, type PlacedLine } from './columns.js';
import { assertLegible, assertNotScanned } from './legible.js';
import { linesOf, type PrintedLine } from './lines.js';
import { marginsOf } from './margins.js';
import { type OpenPdf, openPdf } from './open-pdf.js';
import { type FurnitureRule, furnitureOf, printedAddress, type SheetLines } from './page-furniture.js';
import { fieldsOf, type PrintedRow, rowAsLine, rowsOf } from './printed-rows.js';
import { saidTitle } from './said-title.js';
import { type FlowItem, furnitureItem, type WrittenText, writeText } from './written-text.js';

interface Sheet extends SheetLines {
  readonly width: number;
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
    assertNotScanned(
      own.map((lines) => lines.map(({ text }) => text).join('')),
      hasImages(bytes),
      name,
    );
    assertLegible(own.flatMap((lines) => lines.map(({ text }) => text)).join('\n'), name);
    const printed = textOf(sheets, own, furniture);
    const address = printedAddress(furniture.keys());
    return {
      format: 'pdf',
      ...printed,
      said: saidTitle(pdf.title, printed.text),
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
    const page = await pdf.page(number);
    sheets.push({
      width: page.width,
      height: page.height,
      lines: linesOf(page.runs),
      slanted: page.slanted.join(''),
    });
  }
  return sheets;
}

function textOf(
  sheets: readonly Sheet[],
  own: readonly (readonly PrintedLine[])[],
  furniture: ReadonlyMap<PrintedLine, FurnitureRule>,
): WrittenText {
  const placed = own.map((lines, page) => inReadingOrder(lines, sheets[page]?.width ?? 0));
  const items = sheets.map((sheet, page) => itemsOf(sheet, placed[page] ?? [], furniture));
  return writeText(items, marginsOf(placed));
}

function itemsOf(
  { lines, slanted, height }: Sheet,
  placed: readonly PlacedLine[],
  furniture: ReadonlyMap<PrintedLine, FurnitureRule>,
): readonly FlowItem[] {
  const around = (isHead: boolean): readonly FlowItem[] =>
    lines.flatMap((line) => {
      const rule = furniture.get(line);
      return rule !== undefined && line.baseline < height / 2 === isHead ? [furnitureItem(line, rule)] : [];
    });
  const body = rowsOf(placed).flatMap(itemsOfRow);
  const stamp: readonly FlowItem[] =
    slanted === '' ? [] : [{ kind: 'furniture', text: slanted, rule: 'watermark' }];
  return [...around(true), ...body, ...around(false), ...stamp];
}

function itemsOfRow(row: PrintedRow): readonly FlowItem[] {
  const fields = fieldsOf(row);
  if (fields !== null) return [{ kind: 'rows', lines: fields }];
  const line = rowAsLine(row);
  return line === null ? [] : [{ kind: 'line', line }];
}

/** Streams lie in the file under names that are never packed: whether there is a picture, the bytes say. */
function hasImages(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return file.includes('/Subtype/Image') || file.includes('/Subtype /Image');
}
