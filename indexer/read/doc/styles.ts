/**
 * The style sheet of a .doc.
 *
 * @see  MS-DOC 2.9.271 (STSH), 2.9.260 (STD).
 */
import { lastOf, SPRM, type Sprm, sprmsOf, toggled } from './sprms.js';

export interface DocStyle {
  readonly isHidden: boolean;
  readonly isHeading: boolean;
  readonly isContents: boolean;
  readonly isCentered: boolean;
  /** Counted from 1; 0 for none. */
  readonly list: number;
  readonly level: number;
}

interface Written {
  /** Of a style that comes with the program: 1 to 9 are headings, 19 to 27 contents, 62 the title. */
  readonly kind: number;
  readonly basedOn: number;
  readonly paragraph: readonly Sprm[];
  readonly characters: readonly Sprm[];
}

const NOTHING: DocStyle = {
  isHidden: false,
  isHeading: false,
  isContents: false,
  isCentered: false,
  list: 0,
  level: 0,
};
const OF_PARAGRAPHS = 1;
const OF_CHARACTERS = 2;
/** Nobody bases a style on as many; a file may base one on itself. */
const MOST_BASES = 20;

export function readStyles(sheet: Buffer): (style: number) => DocStyle {
  const written = stylesOf(sheet);
  const known = new Map<number, DocStyle>();
  return (number) => {
    const style = known.get(number) ?? inherited(written, number);
    known.set(number, style);
    return style;
  };
}

function stylesOf(sheet: Buffer): ReadonlyMap<number, Written> {
  const written = new Map<number, Written>();
  if (sheet.length < 6) return written;
  const fixed = sheet.readUInt16LE(4); // of each style, what has always been there
  const count = sheet.readUInt16LE(2);
  let at = 2 + sheet.readUInt16LE(0);
  for (let number = 0; number < count && at + 2 <= sheet.length; number += 1) {
    const length = sheet.readUInt16LE(at);
    const style = sheet.subarray(at + 2, at + 2 + length);
    if (style.length >= Math.max(10, fixed)) written.set(number, styleOf(style, fixed));
    at += 2 + length;
  }
  return written;
}

function styleOf(style: Buffer, fixed: number): Written {
  const kind = style.readUInt16LE(2) & 0xf;
  const nameLength = fixed + 2 <= style.length ? style.readUInt16LE(fixed) : 0;
  let at = fixed + 2 + nameLength * 2 + 2;
  const next = (): Buffer => {
    at += at % 2;
    const length = at + 2 <= style.length ? style.readUInt16LE(at) : 0;
    const part = style.subarray(at + 2, at + 2 + length);
    at += 2 + length;
    return part;
  };
  const paragraph = kind === OF_PARAGRAPHS ? sprmsOf(next().subarray(2)) : [];
  const characters = kind === OF_PARAGRAPHS || kind === OF_CHARACTERS ? sprmsOf(next()) : [];
  return { kind: style.readUInt16LE(0) & 0xfff, basedOn: style.readUInt16LE(2) >>> 4, paragraph, characters };
}

function inherited(written: ReadonlyMap<number, Written>, number: number): DocStyle {
  const line: Written[] = [];
  for (
    let at = written.get(number);
    at !== undefined && line.length < MOST_BASES;
    at = written.get(at.basedOn)
  ) {
    line.push(at);
  }
  return line.reverse().reduce<DocStyle>(
    (style, { kind, paragraph, characters }) => ({
      isHidden: toggled(characters, SPRM.isHidden, style.isHidden) ?? style.isHidden,
      isHeading: style.isHeading || (kind >= 1 && kind <= 9) || kind === 62 || isOutlined(paragraph),
      isContents: kind >= 19 && kind <= 27,
      isCentered: isCentered(paragraph) ?? style.isCentered,
      list: lastOf(paragraph, SPRM.list)?.readInt16LE(0) ?? style.list,
      level: lastOf(paragraph, SPRM.listLevel)?.[0] ?? style.level,
    }),
    NOTHING,
  );
}

export function isOutlined(sprms: readonly Sprm[]): boolean {
  return (lastOf(sprms, SPRM.outlineLevel)?.[0] ?? 9) < 9;
}

export function isCentered(sprms: readonly Sprm[]): boolean | null {
  const alignment = lastOf(sprms, SPRM.alignment) ?? lastOf(sprms, SPRM.oldAlignment);
  return alignment === null ? null : alignment[0] === 1;
}
