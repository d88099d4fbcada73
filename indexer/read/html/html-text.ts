/**
 * HTML that is a part of another file, as text: a chapter of a book, a stretch of a Word document, a page under the name of a
 * .doc. All of it is text: nobody puts menus there.
 */
import { parseMarkup } from '../parse-markup.js';
import { printBlocks } from './print-blocks.js';

export interface HtmlText {
  /** A paragraph, a heading, an item with its number, a row of a table a line; `\n` line ends. Empty where nothing is printed. */
  readonly text: string;
  /** Of each line, whether it is a heading (h1 to h6). */
  readonly isHeading: readonly boolean[];
}

/** @throws PolicyError `unreadable_file` where its elements nest too deep or are too many. */
export function htmlText(markup: string): HtmlText {
  const { blocks } = printBlocks(parseMarkup(markup, 'html'));
  return {
    text: blocks.map(({ text }) => text).join('\n'),
    isHeading: blocks.map(({ isHeading }) => isHeading),
  };
}
