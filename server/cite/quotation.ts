/**
 * The words of a clause as a citation quotes them: as published, and whole where that is reasonable.
 *
 * A reference goes into a footnote. Up to 1,000 UTF-16 units (a page of a book; 99 % of all articles) are
 * quoted whole; a longer text ends at the last sentence within them, with …… behind it. A stretch that a reader chose is
 * quoted as it was chosen.
 */
import { PolicyError } from '../../core/errors.js';
import type { Clause, Span } from '../../core/model.js';
import { visibleLines } from './visible-text.js';

const LONGEST_QUOTATION = 1000;
const SENTENCE_ENDS = /[。！？；!?;][”’」』）)]*|\.(?=\s)|\n/g;

export interface Quotation {
  readonly text: string;
  readonly shortened: boolean;
}

export function quote(text: string): Quotation {
  const whole = text.trim();
  if (whole.length <= LONGEST_QUOTATION) return { text: whole, shortened: false };
  const window = whole.slice(0, LONGEST_QUOTATION);
  const ends = [...window.matchAll(SENTENCE_ENDS)].map(({ 0: mark, index }) => index + mark.length);
  const stretch =
    ends.at(-1) === undefined ? window.replace(/[\ud800-\udbff]$/, '') : window.slice(0, ends.at(-1));
  return { text: `${stretch.trimEnd()}……`, shortened: true };
}

/**
 * `12-40` → { start: 12, end: 40 }: UTF-16 units of the clause's text, end exclusive.
 *
 * @throws PolicyError `invalid_request` (parameter `quote`) for anything else.
 */
export function parseQuote(text: string): Span {
  const [, start, end] = /^(\d{1,7})-(\d{1,7})$/.exec(text.trim()) ?? [];
  if (start === undefined || end === undefined) {
    throw unusableQuote(`${JSON.stringify(text.slice(0, 40))} is no stretch of a text.`);
  }
  return { start: Number(start), end: Number(end) };
}

/** @throws PolicyError `invalid_request` (parameter `quote`) where the clause has no such stretch. */
export function quotedStretch(clause: Clause | null, { start, end }: Span): Quotation {
  if (clause === null) throw unusableQuote('A quotation needs a clause; a document as a whole has none.');
  const { length } = clause.text;
  if (start >= end || end > length) {
    throw unusableQuote(
      `The text of this clause goes from 0 to ${length}; ${start}-${end} is no stretch of it.`,
    );
  }
  return { text: visibleLines(clause.text.slice(start, end)).trim(), shortened: false };
}

function unusableQuote(message: string): PolicyError {
  return new PolicyError(
    'invalid_request',
    message,
    "Write quote=start-end, offsets into the clause's text with the end not included: quote=0-12. Leave it out to quote the whole clause.",
    { errors: [{ parameter: 'quote', message }] },
  );
}
