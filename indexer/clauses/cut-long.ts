/** Cuts a stretch that is too long: at paragraphs, else at sentences, else between any two code points. */
import type { Span } from '../../core/model.js';

/** The longest clause, in UTF-16 code units. */
export const LONGEST_CLAUSE = 10_000;

const SENTENCE_END = /[。！？!?；;.]["”’」』）)]{0,2}/g;

/** The longest stretch of several paragraphs that is one clause of a plan or report. */
const LONGEST_SECTION = 3_000;

/**
 * Groups the paragraphs of a long section: a report writes ten pages under 一、 without a number, and nobody
 * finds a sentence in them. No paragraph is cut here; see cutLong.
 */
export function cutAtParagraphs(text: string, { start, end }: Span): Span[] {
  const groups: Span[] = [];
  let from = start;
  let to = start; // end of the last paragraph that fits
  for (let at = start; end - from > LONGEST_SECTION && at < end; ) {
    const stop = text.indexOf('\n', at);
    const paragraphEnd = stop < 0 || stop > end ? end : stop;
    if (to > from && paragraphEnd - from > LONGEST_SECTION) {
      groups.push({ start: from, end: to });
      from = to;
    }
    to = paragraphEnd;
    at = paragraphEnd + 1;
  }
  if (from < end) groups.push({ start: from, end });
  return groups;
}

/** Parts in order, each at most `longest` long, white space at the cuts left out. One part if it is short enough. */
export function cutLong(text: string, { start, end }: Span, longest = LONGEST_CLAUSE): Span[] {
  const parts: Span[] = [];
  let at = start;
  while (end - at > longest) {
    const stop = cutBefore(text, at, at + longest);
    parts.push(...trim(text, at, stop));
    at = stop;
  }
  parts.push(...trim(text, at, end));
  return parts;
}

function cutBefore(text: string, from: number, limit: number): number {
  const window = text.slice(from, limit);
  const paragraph = window.lastIndexOf('\n');
  // A first paragraph of a few words is no part: the sentence is then the better cut.
  if (paragraph > window.length / 10) return from + paragraph;
  let sentence = 0;
  for (const match of window.matchAll(SENTENCE_END)) sentence = match.index + match[0].length;
  if (sentence > window.length / 10) return from + sentence;
  if (paragraph > 0) return from + paragraph;
  return isLowSurrogate(text, limit) ? limit - 1 : limit;
}

function isLowSurrogate(text: string, at: number): boolean {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1));
}

function trim(text: string, from: number, to: number): Span[] {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return start < end ? [{ start, end }] : [];
}
