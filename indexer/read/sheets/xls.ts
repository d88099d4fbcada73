/**
 * An .xls workbook (BIFF5 and BIFF8, Excel 5 to 2003) → what its sheets show. Sheets, rows and columns that are hidden are left out; formulas are their
 * values; no macro is looked at.
 *
 * @see  MS-XLS, Excel Binary File Format.
 */
import { PolicyError } from '../../../core/errors.js';
import { openCompoundFile } from '../compound-file.js';
import { type BiffRecord, recordsOf } from './biff-records.js';
import { type BiffStrings, sharedStrings, stringsOf } from './biff-strings.js';
import { type CellGrid, cellGrid, type Sheet } from './sheet.js';
import { builtInFormat, shownNumber } from './shown-number.js';
import { tooLarge } from './xlsx.js';

const FORMULA = 0x06;
const EOF = 0x0a;
const DATE1904 = 0x22;
const FILEPASS = 0x2f;
const CODEPAGE = 0x42;
const COLINFO = 0x7d;
const BOUNDSHEET = 0x85;
const MULRK = 0xbd;
const RSTRING = 0xd6;
const XF = 0xe0;
const MERGEDCELLS = 0xe5;
const SST = 0xfc;
const LABELSST = 0xfd;
const NUMBER = 0x203;
const LABEL = 0x204;
const BOOLERR = 0x205;
const STRING = 0x207;
const ROW = 0x208;
const RK = 0x27e;
const FORMAT = 0x41e;

interface Workbook {
  readonly strings: BiffStrings;
  readonly shared: readonly string[];
  readonly formats: ReadonlyMap<number, string>;
  /** By style: the number of its format. */
  readonly styles: readonly number[];
  readonly from1904: boolean;
  readonly sheets: readonly { readonly name: string; readonly at: number }[];
}

/** @throws PolicyError `password_needed`, `unreadable_file`. */
export function readXls(bytes: Uint8Array, name: string): readonly Sheet[] {
  const file = openCompoundFile(bytes);
  if (file.has('EncryptedPackage')) throw locked(name);
  const stream = file.stream('Workbook') ?? file.stream('Book');
  if (stream === null) throw noWorkbook(name);
  const workbook = readGlobals(stream, name);
  return workbook.sheets.map(({ name: sheet, at }) => {
    const grid = cellGrid(() => tooLarge(name));
    fillGrid(grid, recordsOf(stream, at), workbook);
    return { name: sheet, rows: grid.rows() };
  });
}

function readGlobals(stream: Buffer, name: string): Workbook {
  const records = [...recordsOf(stream, 0)];
  const [first] = records;
  if (first === undefined || (first.type & 0xff) !== 0x09 || first.data.length < 4) throw noWorkbook(name);
  if (records.some(({ type }) => type === FILEPASS)) throw locked(name);
  const all = (type: number): readonly BiffRecord[] => records.filter((record) => record.type === type);
  const isBiff8 = first.data.readUInt16LE(0) >= 0x0600;
  const codepage = all(CODEPAGE)[0]?.data;
  const strings = stringsOf(
    isBiff8,
    codepage !== undefined && codepage.length >= 2 ? codepage.readUInt16LE(0) : 936,
  );
  const [table] = all(SST);
  return {
    strings,
    shared: table === undefined ? [] : sharedStrings(table),
    formats: new Map(
      all(FORMAT)
        .filter(({ data }) => data.length > 2)
        .map(({ data }) => [data.readUInt16LE(0), strings.at(data, 2, isBiff8 ? 2 : 1)] as const),
    ),
    styles: all(XF).map(({ data }) => (data.length >= 4 ? data.readUInt16LE(2) : 0)),
    from1904: all(DATE1904).some(({ data }) => data[0] === 1),
    sheets: all(BOUNDSHEET)
      .filter(({ data }) => data.length > 7 && data[4] === 0 && data[5] === 0) // shown, and a sheet of cells
      .map(({ data }) => ({ name: strings.at(data, 6, 1), at: data.readUInt32LE(0) })),
  };
}

function fillGrid(grid: CellGrid, records: Iterable<BiffRecord>, workbook: Workbook): void {
  const { strings, shared } = workbook;
  let formula: { readonly row: number; readonly column: number } | null = null;
  for (const { type, data } of records) {
    if (type === EOF) return;
    if (data.length < 4) continue;
    const row = data.readUInt16LE(0);
    const column = data.readUInt16LE(2);
    const style = data.length >= 6 ? data.readUInt16LE(4) : 0;
    const show = (value: number): void => grid.set(row, column, shown(value, style, workbook));
    if (type === LABELSST && data.length >= 10) grid.set(row, column, shared[data.readUInt32LE(6)] ?? '');
    else if ((type === LABEL || type === RSTRING) && data.length > 8)
      grid.set(row, column, strings.at(data, 6, 2));
    else if (type === NUMBER && data.length >= 14) show(data.readDoubleLE(6));
    else if (type === RK && data.length >= 10) show(rkNumber(data.readUInt32LE(6)));
    else if (type === MULRK) fillMany(grid, data, workbook);
    else if (type === BOOLERR && data.length >= 8)
      grid.set(row, column, data[7] === 0 ? (data[6] === 1 ? 'TRUE' : 'FALSE') : '');
    else if (type === FORMULA && data.length >= 14) {
      const isNumber = data.readUInt16LE(12) !== 0xffff;
      if (isNumber) show(data.readDoubleLE(6));
      else if (data[6] === 1) grid.set(row, column, data[8] === 1 ? 'TRUE' : 'FALSE');
      formula = !isNumber && data[6] === 0 ? { row, column } : null;
    } else if (type === STRING && formula !== null) {
      grid.set(formula.row, formula.column, strings.at(data, 0, 2));
      formula = null;
    } else if (type === ROW && data.length >= 16) {
      if ((data.readUInt16LE(12) & 0x20) !== 0) grid.hideRow(row);
    } else if (type === COLINFO && data.length >= 10) {
      if ((data.readUInt16LE(8) & 1) !== 0) grid.hideColumns(row, column);
    } else if (type === MERGEDCELLS) mergeCells(grid, data);
  }
}

function fillMany(grid: CellGrid, data: Buffer, workbook: Workbook): void {
  const row = data.readUInt16LE(0);
  const first = data.readUInt16LE(2);
  for (let at = 4; at + 6 <= data.length - 2; at += 6) {
    const text = shown(rkNumber(data.readUInt32LE(at + 2)), data.readUInt16LE(at), workbook);
    grid.set(row, first + (at - 4) / 6, text);
  }
}

function mergeCells(grid: CellGrid, data: Buffer): void {
  for (let at = 2; at + 8 <= data.length; at += 8) {
    grid.merge({
      firstRow: data.readUInt16LE(at),
      lastRow: data.readUInt16LE(at + 2),
      firstColumn: data.readUInt16LE(at + 4),
      lastColumn: data.readUInt16LE(at + 6),
    });
  }
}

/** 30 bits: a whole number or the upper half of a double, either of them a hundredfold. */
function rkNumber(rk: number): number {
  let value: number;
  if ((rk & 2) !== 0) value = (rk | 0) >> 2;
  else {
    const double = Buffer.alloc(8);
    double.writeUInt32LE((rk & 0xfffffffc) >>> 0, 4);
    value = double.readDoubleLE(0);
  }
  return (rk & 1) !== 0 ? value / 100 : value;
}

function shown(value: number, style: number, { styles, formats, from1904 }: Workbook): string {
  const id = styles[style] ?? 0;
  return shownNumber(value, { format: formats.get(id) ?? builtInFormat(id), from1904 });
}

function locked(name: string): PolicyError {
  return new PolicyError(
    'password_needed',
    `${name} opens with a password only.`,
    'Open it with the password, and save it without one.',
  );
}

function noWorkbook(name: string): PolicyError {
  return new PolicyError(
    'unreadable_file',
    `${name} holds no workbook that we read.`,
    'Open it in a spreadsheet program and save it anew as .xlsx.',
  );
}
