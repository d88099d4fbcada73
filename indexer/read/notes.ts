/** Footnotes and endnotes: the marks in the text, in the order of the references, and the lines at the end. */
import { writeNumber } from './number-formats.js';

/** Numbers that are signs of their own are printed as they are; others stand in brackets, which no other number in a text has. */
const SIGNS = new Set(['decimalEnclosedCircle', 'decimalEnclosedCircleChinese', 'decimalEnclosedParen']);

export interface Notes {
  /** The mark of a reference: the same for every reference to one note. */
  mark(id: string): string;
  /** As they are met. */
  readonly marked: ReadonlyMap<string, string>;
}

/** @param from  The number of the first. */
export function createNotes(format: string, from = 1): Notes {
  const marked = new Map<string, string>();
  return {
    marked,
    mark(id) {
      const known = marked.get(id);
      if (known !== undefined) return known;
      const number = writeNumber(from + marked.size, format);
      const mark = SIGNS.has(format) && number.length === 1 ? number : `[${number}]`;
      marked.set(id, mark);
      return mark;
    },
  };
}

/** A note's line: its mark, then its paragraphs. */
export function noteLine(mark: string, text: string): string {
  return `${mark} ${text.split('\n').join(' ')}`;
}
