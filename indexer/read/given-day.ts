/**
 * A date as a user gives it → ISO, in any form that can be read in one way only.
 *
 * ```
 * 2023-05-30, 2023/5/30, 2023.05.30, 20230530         →  2023-05-30
 * 2023年5月30日, 二〇二三年五月三十日, 民國112年5月30日  →  2023-05-30
 * 30 May 2023, May 30, 2023, 30/05/2023               →  2023-05-30
 * 2023-05-30T23:30:00+08:00, 2023-05-30 23:30         →  2023-05-30   (the day that is written, in its own offset)
 * 05/06/2023                                          →  said to be ambiguous
 * ```
 */
import { plainForms } from '../../core/text/canonical-name.js';
import { isoDate, wholeDate } from '../describe/dates/calendar.js';

export type GivenDay = { readonly day: string } | { readonly fault: string };

const FORM = 'write 2023-05-30';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const ENGLISH = [
  new RegExp(`^${DAY}(?: of)?[ ,/-]{0,3}${MONTH}[ ,/-]{0,3}(?<year>\\d{4})$`, 'i'),
  new RegExp(`^${MONTH} ?${DAY}[ ,]{1,3}(?<year>\\d{4})$`, 'i'),
  new RegExp(`^(?<year>\\d{4})[ ,/-]{1,3}${MONTH}[ ,/-]{0,3}${DAY}$`, 'i'),
];
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? /i;
const CHINESE_WEEKDAY = / ?[(（]?(?:星期|周|週|礼拜|禮拜)[一二三四五六日天][)）]?/u;
/** A time of day, with its offset: it moves the day in no direction. */
const TIME =
  /(?: ?T ?| |(?<=[日号號)）]) ?)(?:上午|下午|凌晨|晚上|早上|中午)? ?\d{1,2}(?:[:：时時点點]\d{0,2})(?:[:：分]\d{0,2}秒?)?(?:\.\d{1,9})? ?(?:am|pm)? ?(?:Z|GMT|UTC|CST)?(?: ?[+-]\d{2}:?\d{2})?$/iu;

/** @param value  A text, a number (20230530), or the Date that a reader of YAML made of a timestamp (UTC). */
export function readGivenDay(value: unknown): GivenDay {
  if (value instanceof Date)
    return dated(Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10));
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : null;
  if (text === null || text.length > 100) return { fault: `it is no date; ${FORM}` };
  const plain = plainForms(text)
    .replace(/[\s,，]+/gu, (gap) => (/[,，]/u.test(gap) ? ', ' : ' '))
    .trim();
  const day = plain.replace(TIME, '').replace(CHINESE_WEEKDAY, '').replace(WEEKDAY, '').trim();
  return numbered(day) ?? dated(compact(day) ?? english(day) ?? wholeDate(day));
}

function dated(day: string | null): GivenDay {
  return day === null ? { fault: `it is no date that can be read; ${FORM}` } : { day };
}

function compact(text: string): string | null {
  const match = /^((?:19|20)\d{2})(\d{2})(\d{2})$/u.exec(text);
  return match === null ? null : isoDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

function english(text: string): string | null {
  for (const form of ENGLISH) {
    const { day, name, year } = form.exec(text)?.groups ?? {};
    if (name === undefined) continue;
    return isoDate(Number(year), MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1, Number(day));
  }
  return null;
}

/** Day and month before the year: which is which is known where one of them is past twelve, or where they are the same. */
function numbered(text: string): GivenDay | null {
  const match = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/u.exec(text);
  if (match === null) return null;
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const days = new Set([isoDate(year, second, first), isoDate(year, first, second)]);
  days.delete(null);
  if (days.size > 1) return { fault: `it may be ${[...days].join(' or ')}; ${FORM}` };
  return dated([...days][0] ?? null);
}
