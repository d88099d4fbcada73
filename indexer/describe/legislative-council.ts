/**
 * Papers of Hong Kong's Legislative Council: their number at the very head, then the Council, what it is, the day.
 *
 * ```
 * A 13/14-24                            A 13/14-36
 * 立法會                                 Legislative Council
 * 議程                                   Agenda
 * 2014年4月30日星期三上午11時正           Wednesday 9 July 2014 at 11:00 am
 * ```
 */
import { findDates } from './dates/calendar.js';
import type { NumberedText } from './numbered-text.js';
import type { TextEnds } from './text-ends.js';

const NUMBER = /^[A-Z]{1,4} \d{1,4}\/\d{2}-\d{1,4}$/u;
const COUNCIL = /^(?:立法会|Legislative Council)$/u;
const KIND = /^(?:议程|会议议程|会议纪要|会议过程正式纪录|Agenda|Minutes|Order Paper)$/iu;
const ENGLISH_DAY =
  /\b(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})\b/u;
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const REACH = 300;

/** @returns  null for any other text. */
export function readCouncilPaper({ head, cleaned }: TextEnds): NumberedText | null {
  const [number = '', council = '', kind = '', day = ''] = head.slice(0, REACH).split('\n');
  if (!NUMBER.test(number) || !COUNCIL.test(council) || !KIND.test(kind)) return null;
  const publishedOn = findDates(day)[0]?.iso ?? englishDay(day);
  const start = number.length + 1;
  const end = start + council.length + 1 + kind.length + (publishedOn === null ? 0 : 1 + day.length);
  const printed = cleaned.text.slice(start, start + council.length);
  const [issuerCode = '', serial = ''] = number.split(' ');
  return {
    number: { number: { text: number, issuerCode, year: null, serial }, printed: number },
    title: cleaned.text.slice(start, end).replaceAll('\n', ' '),
    span: { start, end },
    type: null,
    bodies: [{ name: council, printed }],
    publishedOn,
    signedOn: null,
    effectiveOn: null,
    place: '香港',
  };
}

function englishDay(line: string): string | null {
  const [, day = '', month = '', year] = ENGLISH_DAY.exec(line) ?? [];
  if (year === undefined) return null;
  const number = MONTHS.indexOf(month) + 1;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
