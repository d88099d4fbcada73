/**
 * Properties of characters and paragraphs: pages of 512 bytes in the main stream, each with runs by their place in it.
 *
 * @see  MS-DOC 2.9.33 (ChpxFkp), 2.9.174 (PapxFkp).
 */
import type { DocFile, StructureName } from './fib.js';
import type { Piece } from './pieces.js';
import { lastOf, SPRM, type Sprm, sprmsOf } from './sprms.js';

/** Bytes of the main stream, the end exclusive, and what is said of them. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly style: number;
  readonly sprms: readonly Sprm[];
}

export interface ParagraphRun {
  readonly style: number;
  readonly sprms: readonly Sprm[];
}

/** Characters of the text, the end exclusive. */
export interface CharacterRun {
  readonly start: number;
  readonly end: number;
  readonly sprms: readonly Sprm[];
}

export interface Formatting {
  /** Of the paragraph whose end stands there. */
  paragraphAt(place: number): ParagraphRun;
  /** A stretch of the text, run by run. */
  runs(start: number, end: number): Iterable<CharacterRun>;
}

const PAGE = 512;
const NONE: ParagraphRun = { style: 0, sprms: [] };

export function readFormatting(file: DocFile, pieces: readonly Piece[]): Formatting {
  const characters = pagesOf(file, 'characterPages', 1, (page, at) => {
    const length = page[at] ?? 0;
    return { style: 0, sprms: sprmsOf(page.subarray(at + 1, at + 1 + length)) };
  });
  const huge = new Map<number, readonly Sprm[]>(); // by their place: a file may name one from everywhere
  const paragraphs = pagesOf(file, 'paragraphPages', 13, (page, at) =>
    paragraphProperties(page, at, file.data, huge),
  );
  return {
    paragraphAt(place) {
      const piece = pieces[lastUpTo(pieces, place)];
      if (piece === undefined || place >= piece.end) return NONE;
      const offset = piece.offset + (place - piece.start) * piece.bytesEach;
      const run = paragraphs[lastUpTo(paragraphs, offset)];
      if (run === undefined || offset >= run.end) return { ...NONE, sprms: piece.sprms };
      return piece.sprms.length === 0 ? run : { style: run.style, sprms: [...run.sprms, ...piece.sprms] };
    },
    *runs(start, end) {
      for (let at = Math.max(0, lastUpTo(pieces, start)); at < pieces.length; at += 1) {
        const piece = pieces[at] as Piece;
        if (piece.start >= end) return;
        yield* runsOf(piece, Math.max(start, piece.start), Math.min(end, piece.end), characters);
      }
    },
  };
}

function* runsOf(piece: Piece, start: number, end: number, runs: readonly Run[]): Generator<CharacterRun> {
  const offsetOf = (place: number): number => piece.offset + (place - piece.start) * piece.bytesEach;
  const placeOf = (offset: number): number =>
    piece.start + Math.ceil((offset - piece.offset) / piece.bytesEach);
  let place = start;
  let at = Math.max(0, lastUpTo(runs, offsetOf(start)));
  while (place < end) {
    const run = runs[at];
    const from = run === undefined ? end : Math.max(place, placeOf(run.start));
    if (from > place) yield { start: place, end: Math.min(from, end), sprms: piece.sprms };
    if (run === undefined || from >= end) return;
    const to = Math.min(end, placeOf(run.end));
    if (to > from) yield { start: from, end: to, sprms: [...run.sprms, ...piece.sprms] };
    place = Math.max(from, to);
    at += 1;
  }
}

/** Each page once, in the order of the stream; what lies in an earlier run's stretch, or outside of the stream, is left out. */
function pagesOf(
  { main, structure }: DocFile,
  name: StructureName,
  bytesEach: number,
  read: (page: Buffer, at: number) => ParagraphRun,
): readonly Run[] {
  const table = structure(name);
  const count = Math.max(0, Math.floor((table.length - 4) / 8));
  const found: Run[] = [];
  const seen = new Set<number>();
  for (let at = 0; at < count; at += 1) {
    const number = table.readUInt32LE((count + 1) * 4 + at * 4) & 0x3fffff;
    const page = main.subarray(number * PAGE, (number + 1) * PAGE);
    if (page.length < PAGE || seen.has(number)) continue;
    seen.add(number);
    const runs = Math.min(page[PAGE - 1] ?? 0, Math.floor((PAGE - 5) / (4 + bytesEach)));
    for (let run = 0; run < runs; run += 1) {
      const start = page.readUInt32LE(run * 4);
      const end = page.readUInt32LE(run * 4 + 4);
      if (end <= start || end > main.length) continue;
      const offset = (page[(runs + 1) * 4 + run * bytesEach] ?? 0) * 2;
      found.push({ start, end, ...(offset === 0 ? NONE : read(page, offset)) });
    }
  }
  found.sort((one, other) => one.start - other.start);
  return found.filter((run, at) => at === 0 || run.start >= (found[at - 1] as Run).end);
}

function paragraphProperties(
  page: Buffer,
  at: number,
  data: Buffer,
  huge: Map<number, readonly Sprm[]>,
): ParagraphRun {
  const short = page[at] ?? 0;
  const start = short === 0 ? at + 2 : at + 1;
  const length = short === 0 ? (page[at + 1] ?? 0) * 2 : short * 2 - 1;
  const bytes = page.subarray(start, start + length);
  if (bytes.length < 2) return NONE;
  const sprms = sprmsOf(bytes.subarray(2));
  return { style: bytes.readUInt16LE(0), sprms: [...sprms, ...hugeProperties(sprms, data, huge)] };
}

/** Those of a long row lie in the stream of data. */
function hugeProperties(
  sprms: readonly Sprm[],
  data: Buffer,
  known: Map<number, readonly Sprm[]>,
): readonly Sprm[] {
  const at = lastOf(sprms, SPRM.hugeProperties)?.readUInt32LE(0);
  if (at === undefined || at + 2 > data.length) return [];
  const properties = known.get(at) ?? sprmsOf(data.subarray(at + 2, at + 2 + data.readUInt16LE(at)));
  known.set(at, properties);
  return properties;
}

/** Of things in order, the last that starts at a place or before it; -1 where none does. */
function lastUpTo(things: readonly { readonly start: number }[], place: number): number {
  let from = 0;
  let to = things.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((things[middle] as { readonly start: number }).start <= place) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}
