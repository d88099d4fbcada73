/**
 * The head of a .doc: where in its streams everything lies.
 *
 * @see  MS-DOC 2.5.
 */
import { PolicyError } from '../../../core/errors.js';
import type { Span } from '../../../core/model.js';
import type { CompoundFile } from '../compound-file.js';
import { passwordNeeded } from '../office-package.js';

export interface DocFile {
  /** The text, and the pages of properties. */
  readonly main: Buffer;
  /** What the head points into. */
  readonly table: Buffer;
  readonly data: Buffer;
  /** Characters of the document, its footnotes, headers, annotations, endnotes, text boxes: they follow each other. */
  readonly lengths: Readonly<Record<StoryName, number>>;
  /** What lies there; empty where it is not, or is cut off. */
  structure(name: StructureName): Buffer;
  /** It, and all that lies behind it: the levels of lists are not counted. */
  structureAndRest(name: StructureName): Buffer;
}

/** In the order in which they follow each other. */
export const STORIES = [
  'text',
  'footnotes',
  'headers',
  'macros',
  'annotations',
  'endnotes',
  'boxes',
] as const;
export type StoryName = (typeof STORIES)[number];

const LENGTHS_AT: Readonly<Record<StoryName, number>> = {
  text: 76,
  footnotes: 80,
  headers: 84,
  macros: 88,
  annotations: 92,
  endnotes: 96,
  boxes: 100,
};

/** By their place in the list of offsets and lengths, eight bytes each. */
const STRUCTURES = {
  styles: 1,
  footnoteMarks: 2,
  footnoteTexts: 3,
  sections: 6,
  headers: 11,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  pieces: 33,
  anchors: 40,
  endnoteMarks: 46,
  endnoteTexts: 47,
  boxes: 56,
  lists: 73,
  listOverrides: 74,
} as const;
export type StructureName = keyof typeof STRUCTURES;
const STRUCTURES_AT = 154;

const SIGNATURES = new Set([0xa5ec, 0xa5dc, 0xa697, 0xa698, 0xa699, 0xa69a]);
/** Of Word 97 and all that came after it. */
const OLDEST = 0x00c1;
const IS_ENCRYPTED = 0x0100;
const IS_FIRST_TABLE = 0x0200;

/** @throws  PolicyError `password_needed`; `unreadable_file` where it is no Word document, or older than Word 97. */
export function readFib(file: CompoundFile, name: string): DocFile {
  if (file.has('EncryptedPackage')) throw passwordNeeded();
  const main = file.stream('WordDocument');
  if (main === null) throw noWord(name, 'is no Word document');
  if (main.length < STRUCTURES_AT + 34 * 8) throw noWord(name, 'is cut off');
  const flags = main.readUInt16LE(10);
  if ((flags & IS_ENCRYPTED) !== 0) throw passwordNeeded();
  if (!SIGNATURES.has(main.readUInt16LE(0)) || main.readUInt16LE(2) < OLDEST) {
    throw noWord(name, 'was written by a program older than Word 97');
  }
  const isFirst = (flags & IS_FIRST_TABLE) !== 0;
  const table = file.stream(isFirst ? '1Table' : '0Table') ?? file.stream(isFirst ? '0Table' : '1Table');
  if (table === null) throw noWord(name, 'is cut off');
  const count = (story: StoryName): number => Math.max(0, main.readInt32LE(LENGTHS_AT[story]));
  return {
    main,
    table,
    data: file.stream('Data') ?? Buffer.alloc(0),
    lengths: {
      text: count('text'),
      footnotes: count('footnotes'),
      headers: count('headers'),
      macros: count('macros'),
      annotations: count('annotations'),
      endnotes: count('endnotes'),
      boxes: count('boxes'),
    },
    structure: (structure) => {
      const { start, end } = spanOf(structure);
      return end <= table.length ? table.subarray(start, end) : Buffer.alloc(0);
    },
    structureAndRest: (structure) => table.subarray(spanOf(structure).start),
  };

  function spanOf(structure: StructureName): Span {
    const at = STRUCTURES_AT + STRUCTURES[structure] * 8;
    if (main === null || at + 8 > main.length || main.readUInt32LE(at + 4) === 0)
      return { start: 0xffffffff, end: 0 };
    const start = main.readUInt32LE(at);
    return { start, end: start + main.readUInt32LE(at + 4) };
  }
}

function noWord(name: string, fault: string): PolicyError {
  return new PolicyError(
    'unreadable_file',
    `${name} ${fault}.`,
    'Open it in Word, WPS or LibreOffice and save it anew as .docx, or get it from its source again.',
  );
}
