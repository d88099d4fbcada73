/** The levels of numbering, outermost first, and what a printed label says. */
import type { Span } from '../../core/model.js';
import type { Note } from './find-notes.js';

/**
 * Ranks order the levels of every tradition in one row: a label closes all that is open at its own rank and
 * below. Levels may be skipped (GB/T 9704: 一、 → （一） → 1. → （1） → ①; law: 编 章 节 条).
 */
export const RANK = {
  annex: 0, // 附件 …: starts anew
  part: 1, // 编, 篇, 部分
  chapter: 2,
  section: 3,
  subsection: 3.3, // Taiwan's 款 between 節 and 條
  division: 3.6, // Taiwan's 目
  unnumbered: 4, // 总体思路, 保障措施: a heading without a number
  article: 5,
  roman: 5.4, // Ⅰ. (where it stands above 一、; else BELOW)
  stem: 5.7, // 甲、 (likewise)
  great: 6, // 壹、
  item: 7, // 一、
  bracketed: 8, // （一）
  arabic: 9, // 1.
  numbered: 9.1, // 1 总则, above 1.1
  decimal: 9.2, // 1.1
  decimalThree: 9.4, // 1.1.1
  decimalFour: 9.6, // 1.1.1.1
  bracketedArabic: 10, // （1）
  halfBracketed: 11, // 1）
  letter: 11.5, // A.
  circled: 12, // ①
  darkCircled: 12.3, // ❶
  nth: 12.6, // 第一，
  spoken: 13, // 一是
  bullet: 14, // ◆
} as const;
export type Level = keyof typeof RANK;

/** 甲、 and Ⅰ. stand above 一、 in some texts, below 1. in others: their ranks where a text numbers otherwise first. */
export const BELOW = { roman: 11.2, stem: 11.3 } as const;
/** A text that is numbered 1, 1.1 first has its （一） under these. */
export const ABOVE = { numbered: 6.2, decimal: 6.4, decimalThree: 6.6, decimalFour: 6.8 } as const;

/** A printed label. `start` and `end` are offsets in the text; `printed` is it without white space. */
export interface Label extends Span {
  readonly level: Level;
  readonly ordinal: number;
  readonly printed: string;
}

/** How a tradition writes one level: the source of a regular expression, and where its number is in a match. */
export interface LabelForm {
  readonly level: Level;
  readonly pattern: string;
  ordinal(printed: string): number | null;
}

/**
 * A stretch between two cuts: a labelled item, a heading, or a paragraph.
 *
 * Blocks tile the text: what is between two of them is white space or the `#` marks of a Markdown heading.
 */
export interface Block extends Span {
  readonly label: Label | null;
  /** What is open at this rank and below is closed by it; null for a paragraph, which closes nothing. */
  readonly rank: number | null;
  /** `heading`: names what follows, whatever it looks like; `alone`: stands under nothing; `auto`: look at it. */
  readonly role: 'title' | 'heading' | 'alone' | 'auto' | 'note';
  /** Of a note. */
  readonly note?: Note;
}
