/**
 * Texts as .xls workbooks write them: since Excel 97 in one or two bytes a character, which a flag says; before that in the encoding of
 * the code page.
 */
import { decodeCodepage } from '../encoding.js';
import type { BiffRecord } from './biff-records.js';

export interface BiffStrings {
  /** @param lengthBytes  How many bytes its length takes. */
  at(data: Buffer, start: number, lengthBytes: 1 | 2): string;
}

export function stringsOf(isBiff8: boolean, codepage: number): BiffStrings {
  return {
    at(data, start, lengthBytes) {
      if (start + lengthBytes >= data.length) return '';
      const length = lengthBytes === 1 ? (data[start] ?? 0) : data.readUInt16LE(start);
      const from = start + lengthBytes;
      if (!isBiff8) return decodeCodepage(data.subarray(from, from + length), codepage);
      return readString({ type: 0, data, cuts: [] }, from, length).text;
    },
  };
}

/** The texts of a workbook, each once, by number. */
export function sharedStrings(record: BiffRecord): readonly string[] {
  const { data } = record;
  if (data.length < 8) return [];
  const count = data.readUInt32LE(4);
  const strings: string[] = [];
  for (let at = 8; strings.length < count && at + 3 <= data.length; ) {
    const { text, end } = readString(record, at + 2, data.readUInt16LE(at));
    strings.push(text);
    at = end;
  }
  return strings;
}

/** @param from  Where the flags stand, behind the length. */
function readString(
  { data, cuts }: BiffRecord,
  from: number,
  length: number,
): { readonly text: string; readonly end: number } {
  let at = from;
  const flags = data[at] ?? 0;
  at += 1;
  const runs = (flags & 8) !== 0 && at + 2 <= data.length ? data.readUInt16LE(at) : 0;
  if ((flags & 8) !== 0) at += 2;
  const extra = (flags & 4) !== 0 && at + 4 <= data.length ? data.readUInt32LE(at) : 0;
  if ((flags & 4) !== 0) at += 4;
  const parts: string[] = [];
  let isWide = (flags & 1) !== 0;
  let left = length;
  while (left > 0 && at < data.length) {
    const cut = cuts.find((place) => place > at) ?? data.length;
    const width = isWide ? 2 : 1;
    const bytes = Math.min(left * width, Math.floor((cut - at) / width) * width);
    parts.push(data.toString(isWide ? 'utf16le' : 'latin1', at, at + bytes));
    left -= bytes / width;
    at += bytes;
    if (left === 0) break;
    at = cut; // behind it a flag anew
    isWide = ((data[at] ?? 0) & 1) !== 0;
    at += 1;
  }
  return { text: parts.join('').toWellFormed(), end: at + runs * 4 + extra };
}
