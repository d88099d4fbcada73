/**
 * The words of a clause as a citation quotes them: as published, and whole where that is reasonable.
 *
 * A reference goes into a footnote. Up to 1,000 UTF-16 units (a page of a book; 99 % of all articles) are
 * quoted whole; a longer text ends at the last sentence within them, with …… behind it.
 */
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
