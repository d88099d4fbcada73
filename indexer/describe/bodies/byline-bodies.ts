/**
 * Who signs a report under its title: bodies alone on a line, and often the day under them.
 *
 * ```
 * 宜春市2022年国民经济和社会发展统计公报
 * 宜春市统计局  国家统计局宜春调查队
 * （2023年4月12日）
 * ```
 */
import { wholeDate } from '../dates/calendar.js';
import { type NamedBody, readBodies } from './body-names.js';

export interface SignedTitle {
  readonly bodies: readonly NamedBody[];
  /** null where no whole day is printed under them. */
  readonly signedOn: string | null;
  /** In the head, behind what was read. */
  readonly end: number;
}

const REACH = 400;
const MOST_LINES = 4;
/** A line of names; a sentence has a sign, a heading its label. */
const NAMES = /^[\u4e00-\u9fff\s、]{4,80}$/u;
/** The last characters of bodies that sign: 统计局, 调查总队, 人民政府办公室. */
const ENDS = /[局厅委部院署会室队府行司处](?=$|[\s、])/u;
const DAY = /^[（(]?\s{0,9}([^（）()]{7,24}?)\s{0,9}[）)]?$/u;
const MONTH =
  /^[（(]?\s{0,9}[\d〇○零一二三四五六七八九]{4}\s{0,4}年\s{0,4}[\d一二三四五六七八九十]{1,3}\s{0,4}月\s{0,9}[）)]?$/u;

/**
 * @param head  The beginning of the text in Simplified.
 * @param from  Where its title ends.
 * @param title  Printed twice, where the page's own head is.
 */
export function signedUnderTitle(head: string, from: number, title: string): SignedTitle | null {
  const bodies: NamedBody[] = [];
  let at = from;
  for (const line of head
    .slice(from, from + REACH)
    .split('\n')
    .slice(0, MOST_LINES + 1)) {
    const text = line.trim();
    const end = at + line.length;
    at = end + 1;
    if (text === '' || isTitleAgain(text, title)) continue;
    if (bodies.length > 0) {
      const signedOn = wholeDate(DAY.exec(text)?.[1] ?? '');
      if (signedOn !== null || MONTH.test(text)) return { bodies, signedOn, end };
    }
    const read = NAMES.test(text) && ENDS.test(text) ? readBodies(text) : null;
    if (read === null) return null; // names that no day stands under head a letter: 各省、自治区人民政府
    bodies.push(...read);
  }
  return null;
}

/** 江西省2022年国民经济和社会发展统计公报[1] */
function isTitleAgain(line: string, title: string): boolean {
  return line.replace(/[[［【]\d{1,2}[\]］】]$/u, '') === title;
}
