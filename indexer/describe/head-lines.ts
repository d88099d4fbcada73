/** The lines at the head of a text that print something, with where they stand. */
import type { Span } from '../../core/model.js';

export interface HeadLine extends Span {
  readonly text: string;
}

export function headLines(head: string): HeadLine[] {
  const lines: HeadLine[] = [];
  let start = 0;
  for (const text of head.split('\n')) {
    if (text.trim() !== '') lines.push({ text, start, end: start + text.length });
    start += text.length + 1;
  }
  return lines;
}
