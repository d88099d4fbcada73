/**
 * A title is a line of its own, never a piece of an article: 第二条　中华人民共和国刑法的任务，… names the law and is not
 * where its title stands.
 *
 * Texts that lost their breaks have titles in the middle of a line: there one begins behind what ends a line (a signature's
 * date, a note in brackets), and what follows it follows titles only (第一章, 各市人民政府：, 为…).
 */
import type { Span } from '../../../core/model.js';
import { plainText } from '../../clean/plain.js';
import { printedPlaces } from '../printed.js';
import { FOLLOWS_TITLE } from './title-words.js';

/** What may stand beside a title in its line: the marks of a heading, brackets, a note, the mark of a footnote. */
const BEFORE = /(?:^|\n)[ \t\u3000\u00a0\u200b]{0,40}(?:#{1,6}[ \t]{0,4})?[《〈]?$/u;
const AFTER =
  /^[》〉]?[ \t\u3000\u00a0]{0,40}(?:[（(〔[][^（(〔[）)〕\]\n]{1,60}[）)〕\]]|[*＊①②])?[ \t\u3000\u00a0]{0,40}(?=\n|$)/u;
/** A name in a sentence, and not above the text that it names. */
const GOES_ON_IN_SENTENCE =
  /^\s*(?:[的》〉，、。；：,;:）)]|[（(]以下|等|和|及|与|中|（[^（）]{0,20}〔\d{4}〕)/u;

const NEAR = 80;

/** Where a name that was given is printed as a title; null where it is only mentioned. */
export function printedAlone(text: string, name: string): Span | null {
  for (const span of printedPlaces(text, name)) if (isAlone(text, span)) return span;
  return null;
}

/** Where the plan that a notice carries begins with its name: under the signature, or where it stood once. */
export function printedBelow(text: string, name: string): Span | null {
  for (const span of printedPlaces(text, name)) {
    if (isAlone(text, span)) return span;
    const before = text.slice(Math.max(0, span.start - NEAR), span.start);
    const rest = text.slice(span.end, span.end + 300);
    if (/(?:^|\n|\s|[\d一二三四五六七八九十]日|[）)])$/u.test(before) && !GOES_ON_IN_SENTENCE.test(rest))
      return span;
    if (/(?:附件\s?\d{0,2}[:：]?|[\d厅局部会府室院委署])\s?$/u.test(before) && followsTitle(rest))
      return span;
  }
  return null;
}

/** The whole of its line, or its beginning where what follows the name follows titles. */
function isAlone(text: string, { start, end }: Span): boolean {
  if (!BEFORE.test(text.slice(Math.max(0, start - NEAR), start))) return false;
  const rest = text.slice(end, end + 300);
  return AFTER.test(rest) || followsTitle(rest);
}

/** FOLLOWS_TITLE takes （《 too: a notice's own name is followed by what it passed, a name in a sentence by its number. */
function followsTitle(rest: string): boolean {
  return FOLLOWS_TITLE.test(plainText(rest).trimStart()) && !/^\s*[（(]以下/u.test(rest);
}
