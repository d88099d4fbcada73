/**
 * An .xlsx workbook → what its sheets show. Sheets, rows and columns that are hidden are left out; formulas are their values; no macro and no
 * link is looked at.
 */
import { PolicyError } from '../../../core/errors.js';
import { type Document, type Element, parseMarkup } from '../parse-markup.js';
import { openZip } from '../unzip.js';
import { isElement, walkTree } from '../walk-tree.js';
import { type CellGrid, cellGrid, type Sheet } from './sheet.js';
import { shownNumber } from './shown-number.js';
import { readStyles, type Styles } from './xlsx-styles.js';

/** XML of a part; past it a sheet is a dump of data. */
const MOST_BYTES = 64 * 1024 * 1024;

/** @throws PolicyError `unreadable_file` where it is no workbook, is cut off, or too large. */
export async function readXlsx(bytes: Uint8Array, name: string): Promise<readonly Sheet[]> {
  const parts = await partsOf(bytes);
  const part = (path: string): Document | null => {
    const xml = parts.get(path.toLowerCase());
    return xml === undefined ? null : parseMarkup(xml.toString('utf8'), 'xml');
  };
  const workbook = part('xl/workbook.xml');
  if (workbook === null) throw noWorkbook(name);
  const strings = sharedStrings(part('xl/sharedStrings.xml'));
  const styles = readStyles(part('xl/styles.xml'), isFrom1904(workbook));
  const targets = relationTargets(part('xl/_rels/workbook.xml.rels'));
  return elementsNamed(workbook, 'sheet')
    .filter(({ attribs }) => !/hidden/iu.test(attribs.state ?? ''))
    .flatMap((element) => {
      const sheet = part(targets.get(attributeOf(element, 'id')) ?? '');
      if (sheet === null) return [];
      const grid = cellGrid(() => tooLarge(name));
      fillGrid(grid, sheet, strings, styles);
      return [{ name: element.attribs.name ?? '', rows: grid.rows() }];
    });
}

async function partsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  for await (const entry of openZip(bytes)) {
    if (
      /^xl\/(?:workbook|sharedStrings|styles|worksheets\/[^/]+)\.xml$|^xl\/_rels\/workbook\.xml\.rels$/iu.test(
        entry.name,
      )
    ) {
      parts.set(entry.name.toLowerCase(), await entry.read(MOST_BYTES));
    }
  }
  return parts;
}

/** By the local name: some programs write every element with a prefix. */
export const localName = ({ name }: Element): string => name.slice(name.indexOf(':') + 1);

export function elementsNamed(root: Document | Element, name: string): readonly Element[] {
  const found: Element[] = [];
  walkTree(root, {
    enter(element) {
      if (localName(element) === name) found.push(element);
      return true;
    },
    leave: () => undefined,
  });
  return found;
}

/** r:id, whatever the prefix is. */
function attributeOf({ attribs }: Element, local: string): string {
  const name = Object.keys(attribs).find((one) => one.endsWith(`:${local}`) || one === local);
  return name === undefined ? '' : (attribs[name] ?? '');
}

function isFrom1904(workbook: Document): boolean {
  return elementsNamed(workbook, 'workbookPr').some(({ attribs }) =>
    /^(?:1|true)$/u.test(attribs.date1904 ?? ''),
  );
}

function relationTargets(relations: Document | null): ReadonlyMap<string, string> {
  const rows = relations === null ? [] : elementsNamed(relations, 'Relationship');
  return new Map(
    rows.map(({ attribs }) => {
      const target = attribs.Target ?? '';
      return [
        attribs.Id ?? '',
        target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//u, '')}`,
      ];
    }),
  );
}

function sharedStrings(document: Document | null): readonly string[] {
  return document === null ? [] : elementsNamed(document, 'si').map(richText);
}

/** The runs of a text, without the readings that may stand above it. */
function richText(element: Element): string {
  let text = '';
  walkTree(element, {
    enter(inner) {
      if (localName(inner) === 't')
        text += inner.children.map((child) => ('data' in child ? child.data : '')).join('');
      return localName(inner) !== 'rPh';
    },
    leave: () => undefined,
  });
  return text
    .replace(/_x([0-9A-F]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .toWellFormed();
}

function fillGrid(grid: CellGrid, sheet: Document, strings: readonly string[], styles: Styles): void {
  let row = -1;
  let column = -1;
  walkTree(sheet, {
    enter(element) {
      const name = localName(element);
      const { attribs } = element;
      if (name === 'col' && isTrue(attribs.hidden)) {
        grid.hideColumns(Number(attribs.min ?? 1) - 1, Number(attribs.max ?? 1) - 1);
      } else if (name === 'row') {
        row = attribs.r === undefined ? row + 1 : Number(attribs.r) - 1;
        column = -1;
        if (isTrue(attribs.hidden)) grid.hideRow(row);
      } else if (name === 'c') {
        column = columnOf(attribs.r) ?? column + 1;
        grid.set(row, column, cellText(element, strings, styles));
        return false;
      } else if (name === 'mergeCell') {
        const [from, to] = (attribs.ref ?? '').split(':', 2).map(placeOf);
        if (from != null && to != null) {
          grid.merge({
            firstRow: from.row,
            firstColumn: from.column,
            lastRow: to.row,
            lastColumn: to.column,
          });
        }
      }
      return true;
    },
    leave: () => undefined,
  });
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

function cellText(cell: Element, strings: readonly string[], styles: Styles): string {
  const type = cell.attribs.t ?? 'n';
  if (type === 'inlineStr') return richText(cell);
  const value = cell.children.find((child) => isElement(child) && localName(child) === 'v');
  if (value === undefined || !isElement(value)) return '';
  const written = value.children.map((child) => ('data' in child ? child.data : '')).join('');
  if (type === 's') return strings[Number(written)] ?? '';
  if (type === 'str' || type === 'd') return written;
  if (type === 'b') return written === '1' ? 'TRUE' : 'FALSE';
  if (type === 'e' || written.trim() === '') return '';
  const number = Number(written);
  return Number.isNaN(number) ? written : shownNumber(number, styles.formOf(Number(cell.attribs.s ?? 0)));
}

/** B12 → column 1; null where none is named. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^\$?([A-Z]{1,3})\$?\d/iu.exec(reference ?? '')?.[1];
  if (letters === undefined) return null;
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function placeOf(reference: string): { readonly row: number; readonly column: number } | null {
  const column = columnOf(reference);
  const row = /(\d{1,7})$/u.exec(reference)?.[1];
  return column === null || row === undefined ? null : { row: Number(row) - 1, column };
}

function noWorkbook(name: string): PolicyError {
  return new PolicyError(
    'unreadable_file',
    `${name} is an archive, but holds no workbook that we read.`,
    'Open it in a spreadsheet program and save it anew as .xlsx.',
  );
}

export function tooLarge(name: string): PolicyError {
  return new PolicyError(
    'unreadable_file',
    `${name} has more cells than a text has.`,
    'Split it, or save the sheet that is wanted as .csv.',
  );
}
