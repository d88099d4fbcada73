/**
 * The year of a text that prints no day: of its number, of a report's title, or of the session before which it was given.
 */
import type { DocumentNumber } from '../../../core/model.js';
import { NUMERALS, parseNumeral, ZEROS } from '../../../core/text/numerals.js';
import { toSimplified } from '../../../core/text/script.js';
import type { TextEnds } from '../text-ends.js';

/**
 * The year of the first session of each National People's Congress; there is one session a year, but for the second and the
 * third congress, whose sessions are not counted here past the first.
 *
 * @see The congresses' own numbering: 第十四届全国人民代表大会第一次会议 was in March 2023.
 */
const FIRST_SESSIONS: ReadonlyMap<number, number> = new Map([
  [1, 1954],
  [2, 1959],
  [3, 1964],
  [4, 1975],
  [5, 1978],
  [6, 1983],
  [7, 1988],
  [8, 1993],
  [9, 1998],
  [10, 2003],
  [11, 2008],
  [12, 2013],
  [13, 2018],
  [14, 2023],
]);
const IRREGULAR = new Set([2, 3]);
const N = `[${NUMERALS}]{1,3}`;
const SESSION = new RegExp(`第(${N})届全国人民代表大会第(${N})次会议`, 'u');
const YEAR = `(?:\\d{4}|[一二][${ZEROS}一二三四五六七八九]{3})`;
/** 2024年施政报告, 二零零九至一零年施政报告: the year in which it was given, not the one that it looks back on. */
const REPORT = new RegExp(`(${YEAR})(?:年|至|[-—－])[^。，\\n]{0,12}(?:施政报告|政府工作报告)$`, 'u');
/** 一、2019年工作回顾: given at the beginning of the next year. */
const REVIEW = new RegExp(`(?:^|\\n|[。、])(?:[一1][、.])?(${YEAR})年(?:的)?工作(?:的)?(?:回顾|总结)`, 'u');
/** A signature that leaves its day out: 2023年5月, alone in the last line. */
const MONTH = new RegExp(
  `\\n[^\\S\\n]{0,32}(${YEAR})年[^\\S\\n]{0,4}[\\d一二三四五六七八九十]{1,2}月[^\\S\\n]{0,32}$`,
  'u',
);
/** Sessions are named where a report begins, and in the title of a resolution. */
const OPENING = 400;

/** @param publishedOn  ISO; its year is known. */
export function yearOf(
  { head, tail }: TextEnds,
  title: string,
  number: DocumentNumber | null,
  publishedOn: string | null,
): number | null {
  if (publishedOn !== null) return Number(publishedOn.slice(0, 4));
  if (number !== null && number.year !== null) return number.year;
  const plain = toSimplified(title);
  const opening = head.slice(0, OPENING);
  const review = /政府工作报告/u.test(plain) ? read(REVIEW.exec(head)) : null;
  return (
    read(REPORT.exec(plain)) ??
    ofSession(SESSION.exec(plain) ?? SESSION.exec(opening)) ??
    (review === null ? null : review + 1) ??
    read(MONTH.exec((tail === '' ? head : tail).trimEnd()))
  );
}

function read(match: RegExpExecArray | null): number | null {
  const year = parseNumeral(match?.[1] ?? '');
  return year !== null && year >= 1900 && year <= 2100 ? year : null;
}

function ofSession(match: RegExpExecArray | null): number | null {
  const [congress, session] = [parseNumeral(match?.[1] ?? ''), parseNumeral(match?.[2] ?? '')];
  if (congress === null || session === null || session < 1 || session > 5) return null;
  const first = FIRST_SESSIONS.get(congress);
  if (first === undefined || (IRREGULAR.has(congress) && session > 1)) return null;
  return first + session - 1;
}
