/**
 * Finds dates in Chinese text: 2021年7月1日, ２０２１年…, 二○二一年五月十日, 2021-07-01, 2021/7/1, 民國101年7月16日 and
 * 中華民國一百零一年七月十六日. Impossible dates (2021年2月30日) are none.
 */
import { squeezeBlanks } from '../../../core/text/blanks.js';
import { parseNumeral, ZEROS } from '../../../core/text/numerals.js';

export interface FoundDate {
  /** ISO, `2021-07-01`. */
  readonly iso: string;
  /** UTF-16 units of the text searched. */
  readonly start: number;
  readonly end: number;
}

const NUMERAL = `${ZEROS}一二三四五六七八九`;
const DIGIT = '[0-9０-９]';
/** Signatures are spread to a width: 二 〇 二 三 年 五 月 三 十 日. */
const GAP = '\\s{0,4}';
const CHINESE_YEAR = `[一二](?:${GAP}[${NUMERAL}]){3}`;
const SMALL = `(?:${DIGIT}(?:\\s*${DIGIT})?|[一二三]?${GAP}十(?:${GAP}[一二三四五六七八九])?|[${NUMERAL}]{1,2}|廿[一二三四五六七八九]?|卅一?|元)`;
const ROC = `(?:中[華华]民[國国]|民[國国])\\s*(?<roc>${DIGIT}{1,3}|[一二三四五六七八九十百零〇○◯]{1,6})\\s*年`;
const WESTERN = `(?<year>${DIGIT}(?:\\s*${DIGIT}){3}|${CHINESE_YEAR})\\s*年`;
const WORDED = `(?:${ROC}|${WESTERN})\\s*(?<month>${SMALL})\\s*月\\s*(?<day>${SMALL})(?:\\s*[日号號]|(?=[^\\S\\n]{0,8}(?:\\n|$)))`;
const NUMERIC = `(?<!${DIGIT})(?<y>[12]${DIGIT}{3})(?<mark>[-/.－／．]) ?(?<m>${DIGIT}{1,2})\\k<mark> ?(?<d>${DIGIT}{1,2})(?!${DIGIT})`;
const DATE = `(?:${WORDED}|${NUMERIC})`;

const every = new RegExp(DATE, 'gu');
/** By itself a date needs no 日 at its end, and the years of the Republic may be numeric: 民國112.5.30. */
const WHOLE = new RegExp(
  `^(?:${DATE}|(?:中[華华]民[國国]|民[國国])\\s*(?<rocNumeric>${DIGIT}{1,3})(?<rocMark>[-/.])(?<rocMonth>${DIGIT}{1,2})\\k<rocMark>(?<rocDay>${DIGIT}{1,2}))$`,
  'u',
);

export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of text.matchAll(every)) {
    const iso = toIso(match);
    if (iso !== null) found.push({ iso, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** The first date of a text. */
export function readDate(text: string): string | null {
  return firstDate(text)?.iso ?? null;
}

export function firstDate(text: string): FoundDate | undefined {
  for (const match of text.matchAll(every)) {
    const iso = toIso(match);
    if (iso !== null) return { iso, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

/** A text that is a date and nothing else. */
export function wholeDate(text: string): string | null {
  const plain = squeezeBlanks(text)
    .text.trim()
    .replace(/ ?([-/.]) ?/gu, '$1')
    .replace(/(?<=月 ?[^\s月日号號]{1,4})$/u, '日');
  const match = WHOLE.exec(plain);
  if (match === null) return null;
  const { rocNumeric, rocMonth, rocDay } = match.groups ?? {};
  if (rocNumeric === undefined) return toIso(match);
  return isoDate(Number(rocNumeric) + 1911, Number(rocMonth), Number(rocDay));
}

const ROC_YEAR = `(?<rocYear>1${DIGIT}{2}|[1-9]${DIGIT}|一[一二三四五六七八九〇○零]{2}|百)`;
const LABELLED_ROC = new RegExp(
  `^[^\\d一二三四五六七八九百]{0,4}${ROC_YEAR}(?:\\s*年\\s*(?<month>${SMALL})\\s*月\\s*(?<day>${SMALL})\\s*日|(?<mark>[-/.])(?<m>${DIGIT}{1,2})\\k<mark>(?<d>${DIGIT}{1,2}))`,
  'u',
);

/**
 * A date behind a label of Taiwan's letters, which leave the era out: 發文日期：112年5月30日, 【發布日期】112.08.26.
 *
 * @param value        undefined: the label is not there.
 * @param traditional  Of the text: a year of two digits (99.5.30) is the Republic's only there.
 */
export function readLabelledDate(value: string | undefined, traditional: () => boolean): string | null {
  if (value === undefined) return null;
  const printed = readDate(value);
  const group = printed === null ? LABELLED_ROC.exec(value)?.groups : undefined;
  if (group === undefined) return printed;
  const number = (part: string | undefined): number => parseNumeral(part ?? '') ?? Number.NaN;
  const year = number(group.rocYear);
  if (year < 100 && !traditional()) return null;
  return isoDate(year + 1911, number(group.month ?? group.m), number(group.day ?? group.d));
}

/** Site addresses carry the day of publication: /2023/05/30/, /202305/t20230530_, /2025-09/15/, _20230530. */
export function dateOfAddress(address: string): string | null {
  const match =
    /[/_-]((?:19|20)\d{2})[-/]?(\d{2})[-/](\d{2})(?!\d)/u.exec(address) ??
    /(?:[/_t])((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/u.exec(address);
  return match === null ? null : isoDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

function toIso(match: RegExpExecArray): string | null {
  const group = match.groups ?? {};
  const number = (printed: string | undefined): number =>
    printed === '元' ? 1 : (parseNumeral(printed ?? '') ?? Number.NaN);
  const year = group.roc === undefined ? number(group.year ?? group.y) : number(group.roc) + 1911;
  return isoDate(year, number(group.month ?? group.m), number(group.day ?? group.d));
}

/** Null where there is no such day, or where no policy text can be of it. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (!(year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1)) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
