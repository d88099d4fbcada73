/**
 * What a file of any format holds, before anything is made of it: the text that a reader of the file sees, one block a
 * line, and what the file says of itself beside it.
 */
import type { FileFormat, Span, Warning } from '../../core/model.js';
import type { SaidMetadata, SavedFrom } from '../model.js';

export interface FileContent {
  readonly format: FileFormat;
  /**
   * Everything that is printed, furniture included: a paragraph, a heading, an item with its number, a row of a table a line;
   * `\n` line ends, well-formed UTF-16. It is what `/raw` shows, and what every offset points into.
   */
  readonly text: string;
  /** What is no part of the document, in order, not overlapping; offsets into `text`. */
  readonly furniture: readonly Furniture[];
  readonly said: SaidMetadata;
  /** Where the file says that it was saved from; null where it says nothing. */
  readonly savedFrom: SavedFrom | null;
  /** Addresses of the files that the text links to as its annexes, as written: 附件1.docx, ../W020190102.pdf. */
  readonly links: readonly AttachmentLink[];
  /** As it was decoded: utf-8, gb18030; null for a format that has none. */
  readonly encoding: string | null;
  readonly warnings: readonly Warning[];
}

export interface Furniture extends Span {
  /** What it is, in a word: menu, breadcrumb, share, record, related, footer, running-head, page-number. */
  readonly rule: string;
}

export interface AttachmentLink {
  readonly address: string;
  /** What the link prints: 附件1：申报表. */
  readonly text: string;
}
