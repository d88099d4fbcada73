/**
 * Text with the way back: for any stretch, the stretch of the raw text that it was made of.
 *
 * A mapped text is a row of segments, each either copied from the raw text character by character, or written in
 * place of a stretch of it. Edits make a new row in one pass, so that a text of 50 MB with 10,000 edits costs
 * milliseconds. The way back never goes backwards: what stands later comes from the same place or later.
 */
import type { Span } from '../../core/model.js';

export interface MappedText {
  readonly text: string;
  /** Both spans in UTF-16 code units. An empty span comes back empty, but for one inside a replacement. */
  toRaw(span: Span): Span;
  /** Offsets into `text`; in order, not overlapping. */
  edit(edits: readonly Edit[]): MappedText;
}

/** Removes (`insert` empty), inserts (`start` = `end`) or replaces. */
export interface Edit extends Span {
  readonly insert: string;
}

/** Columns of one table: segment i begins at `starts[i]` and comes from `rawStarts[i]` to `rawEnds[i]`. */
interface Segments {
  readonly starts: number[];
  readonly rawStarts: number[];
  readonly rawEnds: number[];
  readonly copied: boolean[];
  length: number;
}

export function mapText(raw: string): MappedText {
  const segments = noSegments();
  push(segments, raw.length, 0, raw.length, true);
  return mappedText(raw, segments, raw.length);
}

function mappedText(text: string, segments: Segments, rawLength: number): MappedText {
  function toRaw({ start, end }: Span): Span {
    if (end <= start) return rawPlace(segments, start, rawLength);
    return { start: rawPoint(segments, start, rawLength), end: rawEndOf(segments, end) };
  }

  function edit(edits: readonly Edit[]): MappedText {
    if (edits.length === 0) return { text, toRaw, edit };
    const next = noSegments();
    const parts: string[] = [];
    let at = 0;
    for (const { start, end, insert } of edits) {
      if (start < at || end < start) throw new Error(`Edits overlap at ${start}.`);
      copy(segments, next, at, start, text.length);
      parts.push(text.slice(at, start), insert);
      const raw = toRaw({ start, end });
      push(next, insert.length, raw.start, raw.end, false);
      at = end;
    }
    copy(segments, next, at, text.length, text.length);
    parts.push(text.slice(at));
    return mappedText(parts.join(''), next, rawLength);
  }

  return { text, toRaw, edit };
}

function noSegments(): Segments {
  return { starts: [], rawStarts: [], rawEnds: [], copied: [], length: 0 };
}

function push(segments: Segments, length: number, rawStart: number, rawEnd: number, copied: boolean): void {
  if (length <= 0) return;
  segments.starts.push(segments.length);
  segments.rawStarts.push(rawStart);
  segments.rawEnds.push(rawEnd);
  segments.copied.push(copied);
  segments.length += length;
}

function copy(from: Segments, to: Segments, start: number, end: number, length: number): void {
  if (end <= start) return;
  for (let index = segmentAt(from, start); index < from.starts.length; index += 1) {
    const segmentStart = from.starts[index] ?? 0;
    if (segmentStart >= end) return;
    const segmentEnd = from.starts[index + 1] ?? length;
    const [first, last] = [Math.max(start, segmentStart), Math.min(end, segmentEnd)];
    const rawStart = from.rawStarts[index] ?? 0;
    if (from.copied[index] === true) {
      push(to, last - first, rawStart + first - segmentStart, rawStart + last - segmentStart, true);
    } else {
      push(to, last - first, rawStart, from.rawEnds[index] ?? rawStart, false);
    }
  }
}

/** The last segment that begins at or before `offset`; 0 where there is none. */
function segmentAt({ starts }: Segments, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function rawPoint(segments: Segments, offset: number, rawLength: number): number {
  if (segments.starts.length === 0) return 0;
  if (offset >= segments.length) return segments.rawEnds.at(-1) ?? rawLength;
  const index = segmentAt(segments, offset);
  const rawStart = segments.rawStarts[index] ?? 0;
  return segments.copied[index] === true ? rawStart + offset - (segments.starts[index] ?? 0) : rawStart;
}

/** Of a place between characters; inside what was written in place of a stretch, the whole stretch. */
function rawPlace(segments: Segments, offset: number, rawLength: number): Span {
  const at = rawPoint(segments, offset, rawLength);
  const index = segmentAt(segments, offset);
  const inside = offset < segments.length && offset > (segments.starts[index] ?? 0);
  return { start: at, end: inside && segments.copied[index] !== true ? (segments.rawEnds[index] ?? at) : at };
}

function rawEndOf(segments: Segments, end: number): number {
  const index = segmentAt(segments, end - 1);
  if (segments.copied[index] !== true) return segments.rawEnds[index] ?? 0;
  return (segments.rawStarts[index] ?? 0) + end - (segments.starts[index] ?? 0);
}
