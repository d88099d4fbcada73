/**
 * A row of a table is a line in which each cell stands behind its head, 护照费：费用：160元；期限：5年. On the page each cell is
 * kept together. Pure.
 */
import type { ClauseAnswer } from '../../server/api.js';
import type { Piece } from '../shared/pieces.js';

/** In so many lines a head stands that is one: prose does not repeat itself. */
const ROWS = 3;
const HEADS = /(?<=[：；])[^：；。\n]{1,40}(?=：)/g;

/** What the lines of a document name again and again. */
export function headsOf(clauses: readonly ClauseAnswer[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { text } of clauses) {
    for (const [head] of text.matchAll(HEADS)) counts.set(head, (counts.get(head) ?? 0) + 1);
  }
  return new Set([...counts.keys()].filter((head) => (counts.get(head) ?? 0) >= ROWS));
}

/** A cell is its head, the colon included, and what stands behind it; joined, all of them are the line. */
export type Cell = readonly [head: readonly Piece[], value: readonly Piece[]];

/** @returns  First what the row is about, as a head; nothing where the line is no row, which has two of the heads at least. */
export function cellsOf(line: readonly Piece[], heads: ReadonlySet<string>): readonly Cell[] {
  const text = line.map((piece) => piece.text).join('');
  const found = [...text.matchAll(HEADS)].filter(([head]) => heads.has(head));
  if (found.length < 2) return [];
  const starts = found.map(({ index }) => index);
  return [0, ...starts].map((start, at) => {
    const end = starts[at] ?? text.length;
    const colon = at === 0 ? end : start + (found[at - 1]?.[0].length ?? 0) + 1;
    return [stretch(line, start, colon), stretch(line, colon, end)];
  });
}

/** Offsets are UTF-16 code units of the line. */
function stretch(line: readonly Piece[], start: number, end: number): readonly Piece[] {
  let offset = 0;
  return line.flatMap((piece) => {
    const text = piece.text.slice(Math.max(0, start - offset), Math.max(0, end - offset));
    offset += piece.text.length;
    return text === '' ? [] : [{ ...piece, text }];
  });
}
