/**
 * Runs of blanks are shortened before a pattern reads a text: a pattern that allows for white space in four places takes
 * n⁴ steps over a run that it does not get past.
 *
 * By character code, not by pattern: every text of a corpus passes here.
 */

/** The longest run that stays as it is, in UTF-16 units. Columns set by spaces are narrower; no rule counts further. */
export const LONGEST_BLANKS = 32;
const KEPT = LONGEST_BLANKS / 2;

/** White space as `\s` has it and U+0085, and what has no width: soft hyphen, U+200B–U+200F, U+2060, BOM. */
export function isBlank(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code >= 0x3001 && code < 0xfeff) return false;
  return (
    code === 0x3000 ||
    code === 0xfeff ||
    code === 0xa0 ||
    code === 0xad ||
    code === 0x85 ||
    (code >= 0x2000 && code <= 0x200f) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2060 ||
    code === 0x1680
  );
}

export function isLineEnd(code: number): boolean {
  return (code >= 0x0a && code <= 0x0d) || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** What of a run that is too long goes: its middle. Null for one that stays. */
export function middleOf(
  start: number,
  end: number,
): { readonly start: number; readonly end: number } | null {
  return end - start > LONGEST_BLANKS ? { start: start + KEPT, end: end - KEPT } : null;
}

/** The same text with no run of blanks longer than LONGEST_BLANKS; one that held a line end still holds one. */
export function shortenBlanks(text: string): string {
  let shortened = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!isBlank(text.charCodeAt(at))) continue;
    const start = at;
    while (at < text.length && isBlank(text.charCodeAt(at))) at += 1;
    const middle = middleOf(start, at);
    if (middle === null) continue;
    const lineEnd = /[\n\r]/u.test(text.slice(middle.start, middle.end)) ? '\n' : '';
    shortened += text.slice(from, middle.start) + lineEnd;
    from = middle.end;
  }
  return shortened + text.slice(from);
}

/** A text whose runs of blanks are one space each, with the way back. */
export interface Squeezed {
  readonly text: string;
  /** Offsets in the text as it came, for each UTF-16 unit of `text` and one past its last. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

export function squeezeBlanks(text: string): Squeezed {
  const units: string[] = [];
  const starts = new Uint32Array(text.length + 1);
  const ends = new Uint32Array(text.length + 1);
  for (let at = 0; at < text.length; ) {
    const start = at;
    const blank = isBlank(text.charCodeAt(at));
    at += 1;
    while (blank && at < text.length && isBlank(text.charCodeAt(at))) at += 1;
    starts[units.length] = start;
    ends[units.length] = at;
    units.push(blank ? ' ' : text.charAt(start));
  }
  starts[units.length] = text.length;
  ends[units.length] = text.length;
  return { text: units.join(''), starts, ends };
}
