/**
 * The text of a .doc: pieces of the main stream, in UTF-16 or in a byte a character, in the order of the document.
 *
 * @see  MS-DOC 2.8.35 (PlcPcd), 2.9.73 (FcCompressed).
 */
import { PolicyError } from '../../../core/errors.js';
import { decodeWestern } from '../encoding.js';
import type { DocFile } from './fib.js';
import { type Sprm, sprmsOf } from './sprms.js';

export interface Piece {
  /** In characters of the whole text; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** In bytes of the main stream. */
  readonly offset: number;
  readonly bytesEach: 1 | 2;
  /** What a fast save changed of its properties. */
  readonly sprms: readonly Sprm[];
}

export interface DocText {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

const PIECES = 2;
const IS_COMPRESSED = 0x40000000;
/** Nobody writes as much; a file may say that it has two thousand million characters. */
const LONGEST = 16_000_000;

/** @throws  PolicyError `unreadable_file` where the table of pieces is missing or cut off. */
export function readPieces(file: DocFile): DocText {
  const { changes, pieces: table } = partsOf(file.structure('pieces'));
  const count = Math.floor((table.length - 4) / 12);
  if (count < 1) throw lost();
  const pieces: Piece[] = [];
  const texts: string[] = [];
  let length = 0;
  for (let at = 0; at < count; at += 1) {
    const start = table.readUInt32LE(at * 4);
    const end = table.readUInt32LE(at * 4 + 4);
    const descriptor = (count + 1) * 4 + at * 8;
    const written = table.readUInt32LE(descriptor + 2);
    const bytesEach = (written & IS_COMPRESSED) === 0 ? 2 : 1;
    const offset = bytesEach === 2 ? written & 0x3fffffff : (written & 0x3fffffff) >>> 1;
    if (start !== length || end < start || end > LONGEST) throw lost();
    const stop = offset + (end - start) * bytesEach;
    if (stop > file.main.length) throw lost();
    const sprms = changesOf(table.readUInt16LE(descriptor + 6), changes);
    pieces.push({ start, end, offset, bytesEach, sprms });
    texts.push(decode(file.main.subarray(offset, stop), bytesEach));
    length = end;
  }
  return { text: texts.join(''), pieces };
}

/** Groups of changes, then the table. */
function partsOf(bytes: Buffer): { readonly changes: readonly Buffer[]; readonly pieces: Buffer } {
  const changes: Buffer[] = [];
  let at = 0;
  while (bytes[at] === 1 && at + 3 <= bytes.length) {
    const length = bytes.readUInt16LE(at + 1);
    changes.push(bytes.subarray(at + 3, at + 3 + length));
    at += 3 + length;
  }
  if (bytes[at] !== PIECES || at + 5 > bytes.length) throw lost();
  const length = bytes.readUInt32LE(at + 1);
  return { changes, pieces: bytes.subarray(at + 5, at + 5 + length) };
}

/** Either one of the groups, or (short) one modifier of one byte, of which none hides or deletes text but those two. */
function changesOf(prm: number, changes: readonly Buffer[]): readonly Sprm[] {
  if ((prm & 1) === 1) return sprmsOf(changes[prm >>> 1] ?? Buffer.alloc(0));
  const code = SHORT.get((prm >>> 1) & 0x7f);
  return code === undefined ? [] : [{ code, operand: Buffer.from([prm >>> 8]) }];
}

/** MS-DOC 2.9.215 (Prm0): the modifiers that we know. */
const SHORT: ReadonlyMap<number, number> = new Map([
  [0x05, 0x2461],
  [0x0c, 0x260a],
  [0x18, 0x2416],
  [0x19, 0x2417],
  [0x41, 0x0800],
  [0x5c, 0x083c],
]);

function decode(bytes: Buffer, bytesEach: 1 | 2): string {
  return bytesEach === 2 ? bytes.toString('utf16le') : decodeWestern(bytes);
}

function lost(): PolicyError {
  return new PolicyError(
    'unreadable_file',
    'The file cannot be read: the table of its text is cut off or damaged.',
    'Get it from its source again, or open it and save it anew as .docx.',
  );
}
