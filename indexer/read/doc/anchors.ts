/**
 * What hangs at a place of the text: references to notes, and text boxes; and where the headers of the first section are.
 *
 * @see  MS-DOC 2.8 (PLCs): places first, one more than there are records, then the records.
 */
import type { Span } from '../../../core/model.js';
import type { DocFile, StructureName } from './fib.js';
import { lastOf, SPRM, sprmsOf } from './sprms.js';

/** In order, and none in another: what goes backwards is left out, or a file could print its text a million times. */
type Spans = readonly Span[];

export interface Anchors {
  /** In the order of the text. Of a note with a mark of its own (*), the text prints it. */
  readonly footnotes: readonly Reference[];
  readonly endnotes: readonly Reference[];
  /** By the place where they hang; those of groups hang nowhere that is told, and are at -1. */
  readonly boxes: ReadonlyMap<number, Spans>;
  /** Of the first page, then of the others; an empty one is a mark alone. */
  readonly headers: Spans;
  /** Codes of the formats of their numbers; null where the first section says nothing of them. */
  readonly formats: { readonly footnotes: number | null; readonly endnotes: number | null };
}

export interface Reference {
  readonly place: number;
  readonly isNumbered: boolean;
  /** Its text, as places of the whole. */
  readonly note: Span;
}

export function readAnchors(file: DocFile): Anchors {
  const { text, footnotes, headers, macros, annotations, endnotes } = file.lengths;
  const start = {
    footnotes: text,
    headers: text + footnotes,
    endnotes: text + footnotes + headers + macros + annotations,
  };
  return {
    footnotes: references(file, 'footnoteMarks', 'footnoteTexts', start.footnotes),
    endnotes: references(file, 'endnoteMarks', 'endnoteTexts', start.endnotes),
    boxes: boxesOf(file, start.endnotes + endnotes),
    headers: headersOf(file, start.headers),
    formats: formatsOf(file),
  };
}

interface Places {
  readonly places: readonly number[];
  readonly records: readonly Buffer[];
}

function placesOf(bytes: Buffer, each: number): Places {
  const count = Math.max(0, Math.floor((bytes.length - 4) / (4 + each)));
  const head = (count + 1) * 4;
  return {
    places: bytes.length < 4 ? [] : Array.from({ length: count + 1 }, (_, at) => bytes.readUInt32LE(at * 4)),
    records: Array.from({ length: count }, (_, at) =>
      bytes.subarray(head + at * each, head + (at + 1) * each),
    ),
  };
}

function references(file: DocFile, marks: StructureName, texts: StructureName, start: number): Reference[] {
  const { places, records } = placesOf(file.structure(marks), 2);
  const ends = placesOf(file.structure(texts), 0).places;
  let last = 0;
  return records.flatMap((record, at) => {
    const [from = 0, to = 0] = [ends[at], ends[at + 1]];
    if (to <= from || from < last) return [];
    last = to;
    const note = { start: start + from, end: start + to };
    return [{ place: places[at] ?? 0, isNumbered: record.readUInt16LE(0) !== 0, note }];
  });
}

function boxesOf(file: DocFile, start: number): ReadonlyMap<number, Spans> {
  const shapes = placesOf(file.structure('anchors'), 26);
  const placeOfShape = new Map(
    shapes.records.map((record, at) => [record.readUInt32LE(0), shapes.places[at] ?? 0]),
  );
  const { places, records } = placesOf(file.structure('boxes'), 22);
  const boxes = new Map<number, Span[]>();
  let last = 0;
  for (const [at, record] of records.entries()) {
    const [from = 0, to = 0] = [places[at], places[at + 1]];
    if (to <= from || from < last) continue;
    last = to;
    const place = placeOfShape.get(record.readUInt32LE(14)) ?? -1;
    const hanging = boxes.get(place) ?? [];
    hanging.push({ start: start + from, end: start + to });
    boxes.set(place, hanging);
  }
  return boxes;
}

/** Six separators of notes, then of each section: even and odd header, even and odd footer, first header and footer. */
function headersOf(file: DocFile, start: number): Spans {
  const { places } = placesOf(file.structure('headers'), 0);
  return [10, 7].flatMap((at) => {
    const [from = 0, to = 0] = [places[at], places[at + 1]];
    return to > from ? [{ start: start + from, end: start + to }] : [];
  });
}

/** Of the first section: its properties lie in the main stream, behind their length. */
function formatsOf(file: DocFile): Anchors['formats'] {
  const [section] = placesOf(file.structure('sections'), 12).records;
  const at = section?.readUInt32LE(2) ?? file.main.length;
  const length = at + 2 <= file.main.length ? file.main.readUInt16LE(at) : 0;
  const sprms = sprmsOf(file.main.subarray(at + 2, at + 2 + length));
  const formatOf = (code: number): number | null => lastOf(sprms, code)?.readUInt16LE(0) ?? null;
  return { footnotes: formatOf(SPRM.footnoteFormat), endnotes: formatOf(SPRM.endnoteFormat) };
}
