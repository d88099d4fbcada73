/**
 * Small workbooks for tests, made here: .xlsx (parts in a ZIP, unpacked) and .xls (records in a compound file).
 */
import { zipOfParts } from './zip-of.js';

export interface MadeSheet {
  readonly name: string;
  /** The inside of `<worksheet>`. */
  readonly xml: string;
  readonly state?: string;
}

/** A row of inline texts. */
export function xlsxRow(number: number, cells: readonly string[], attributes = ''): string {
  const xml = cells.map((text, at) => {
    const place = `${String.fromCharCode(65 + at)}${number}`;
    return text === '' ? '' : `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
  });
  return `<row r="${number}"${attributes}>${xml.join('')}</row>`;
}

export function madeXlsx(sheets: readonly MadeSheet[], { strings = '', styles = '' } = {}): Buffer {
  const list = sheets.map(({ name, state }, at) => {
    const shown = state === undefined ? '' : ` state="${state}"`;
    return `<sheet name="${name}" sheetId="${at + 1}"${shown} r:id="rId${at + 1}"/>`;
  });
  const relations = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return zipOfParts(
    {
      'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${list.join('')}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
      'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
      'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
      ...Object.fromEntries(
        sheets.map(({ xml }, at) => [`xl/worksheets/sheet${at + 1}.xml`, `<worksheet>${xml}</worksheet>`]),
      ),
    },
    false,
  );
}

const SECTOR = 512;

/** A compound file with one stream, which is longer than the small ones that are kept elsewhere. */
export function madeCompound(name: string, stream: Buffer): Buffer {
  const data = Buffer.alloc(Math.max(8 * SECTOR, Math.ceil(stream.length / SECTOR) * SECTOR));
  stream.copy(data);
  const sectors = data.length / SECTOR;
  const header = Buffer.alloc(SECTOR, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.fill(0, 8, 76);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48); // the directory
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(0xfffffffe, 60);
  header.writeUInt32LE(0xfffffffe, 68);
  header.writeUInt32LE(0, 76); // the table of sectors
  const table = Buffer.alloc(SECTOR, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  table.writeUInt32LE(0xfffffffe, 4);
  for (let at = 0; at < sectors; at += 1) {
    table.writeUInt32LE(at + 1 === sectors ? 0xfffffffe : at + 3, (at + 2) * 4);
  }
  const directory = Buffer.concat([
    entry('Root Entry', 5, 0xfffffffe, 0, 1),
    entry(name, 2, 2, data.length, 0xffffffff),
    entry('', 0, 0, 0, 0xffffffff),
    entry('', 0, 0, 0, 0xffffffff),
  ]);
  return Buffer.concat([header, table, directory, data]);
}

function entry(name: string, type: number, start: number, size: number, child: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 'utf16le');
  bytes.writeUInt16LE(name === '' ? 0 : (name.length + 1) * 2, 64);
  bytes[66] = type;
  bytes[67] = 1;
  bytes.writeUInt32LE(0xffffffff, 68);
  bytes.writeUInt32LE(0xffffffff, 72);
  bytes.writeUInt32LE(child, 76);
  bytes.writeUInt32LE(start, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
}

export function biff(type: number, ...parts: readonly (Buffer | number)[]): Buffer {
  const data = Buffer.concat(parts.map((part) => (typeof part === 'number' ? u16(part) : part)));
  return Buffer.concat([u16(type), u16(data.length), data]);
}

export function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

export function f64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

/** A text of two bytes a character, its length before it. */
export function wideText(text: string): Buffer {
  return Buffer.concat([u16(text.length), Buffer.from([1]), Buffer.from(text, 'utf16le')]);
}
