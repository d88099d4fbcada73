/**
 * Reads the signature (落款) of a notice: the bodies and, under them, the date.
 *
 * A notice that carries a plan signs before the plan, others at their end. In texts that lost their breaks the names stand
 * right behind the last sentence: …认真贯彻执行。河北省人民政府办公厅2024年4月28日….
 */
import { narrow } from '../../clean/narrow.js';
import { type FoundDate, findDates, wholeDate } from '../dates/calendar.js';
import type { TextEnds } from '../text-ends.js';
import { bodiesAtEnd, type NamedBody, onceEach, readBodies } from './body-names.js';
import { signedUnderTitle } from './byline-bodies.js';

export interface Signature {
  readonly bodies: readonly NamedBody[];
  readonly signedOn: string;
  /** Names and day are lines of their own right under the title: no table of a site says it better. */
  readonly isUnderTitle?: boolean;
  /** UTF-16 units of the cleaned text: the end of its date. */
  readonly end: number;
}

/** Joint notices of a dozen bodies fill two hundred characters, and white space as much again. */
const BEFORE = 600;
/** The middle of a text is searched only up to this length: what is longer is a book or a list. */
const LONGEST_SEARCHED = 120_000;

/** @param title  Where it is printed, its words; it ends at `from`. */
export function readSignature(ends: TextEnds, from: number, title = ''): Signature | null {
  const { head, tail, tailStart, cleaned } = ends;
  const above = title === '' ? null : signedUnderTitle(head, from, title);
  if (above?.signedOn != null) return { ...above, signedOn: above.signedOn, isUnderTitle: true };
  const under = adopted(head, from);
  if (under !== null) return under;
  const early = signatureIn(head, from, 'first');
  if (early !== null && early.bodies.length > 0) return early;
  const late = signatureIn(tail, 0, 'last');
  if (late !== null && late.bodies.length > 0) return { ...late, end: late.end + tailStart };
  const long = cleaned.text.length > LONGEST_SEARCHED;
  const middle = long
    ? null
    : signatureIn(narrow(cleaned.text.slice(0, tailStart)), head.length - BEFORE, 'first');
  if (middle !== null && middle.bodies.length > 0) return middle;
  return early ?? (late === null ? adoptedDay(head, from) : { ...late, end: late.end + tailStart });
}

/** （2025年9月11日 国家互联网信息办公室） right under a title. */
function adopted(head: string, from: number): Signature | null {
  const match =
    /^\s*[（(]\s*([^（）()。\s][^（）()。]{7,59}?)(?:令第[^（）()]{1,8}号|公告)?(?:公布|发布)?\s{0,32}[）)]/u.exec(
      head.slice(from, from + 120),
    );
  const date = findDates(match?.[1] ?? '')[0];
  const bodies = date?.start === 0 ? readBodies((match?.[1] ?? '').slice(date.end)) : null;
  if (match === null || date === undefined || bodies === null) return null;
  return { bodies, signedOn: date.iso, end: from + match[0].length };
}

/** （2015年3月13日） under a title: the day on which it was adopted. */
function adoptedDay(head: string, from: number): Signature | null {
  const match = /^\s{0,32}[（(]([^（）()]{8,24})[）)](?=\s|$)/u.exec(head.slice(from, from + 80));
  const signedOn = from === 0 ? null : wholeDate(match?.[1] ?? '');
  return signedOn === null ? null : { bodies: [], signedOn, end: from + (match?.[0].length ?? 0) };
}

function signatureIn(text: string, from: number, which: 'first' | 'last'): Signature | null {
  const dates = findDates(text.slice(Math.max(0, from))).map((date) => shifted(date, Math.max(0, from)));
  if (which === 'last') dates.reverse();
  const alone: Signature[] = [];
  const printed: Signature[] = [];
  for (const date of dates) {
    const after = text.slice(date.end, date.end + 12);
    if (PRINTED.test(after)) printed.push({ bodies: [], signedOn: date.iso, end: date.end });
    // 2023.5.30 signs where it stands alone; elsewhere it may be a version or a stretch of a table.
    const isWorded = text.slice(date.start, date.end).includes('年');
    if (runsOn(after) || (!isWorded && !endsLine(text, date))) continue;
    const bodies = signers(text.slice(Math.max(0, date.start - BEFORE), date.start));
    if (bodies.length > 0) return { bodies, signedOn: date.iso, end: date.end };
    if (standsAlone(text, date)) alone.push({ bodies: [], signedOn: date.iso, end: date.end });
  }
  return alone[0] ?? printed[0] ?? null;
}

/** 2023年5月30日印发, the last line of a notice as it is printed: the day of signing where there is no other. */
const PRINTED = /^\s{0,4}印发\s{0,8}(?:\n|$)/u;

function endsLine(text: string, date: FoundDate): boolean {
  return (
    /(?:^|\n)[^\S\n]{0,32}$/u.test(text.slice(Math.max(0, date.start - 40), date.start)) &&
    /^[^\S\n]{0,32}(?:\n|$)/u.test(text.slice(date.end, date.end + 40))
  );
}

const shifted = (date: FoundDate, by: number): FoundDate => ({
  iso: date.iso,
  start: date.start + by,
  end: date.end + by,
});

/** A date that a sentence goes on after is no signature's: 2016年7月1日起施行, 国务院2016年2月2日印发的. */
function runsOn(after: string): boolean {
  return /^(?:起|前|后|以前|以后|之|至|到|[-—－~～]|召开|印发|发布|公布|通过|，|,|、|在|的|时|修正|修订|第|颁布|下发|施行|实施|\s*[—-]+\s*\d|[）)]?\s*[，,]|上午|下午|以[前后来]|正式|联合)/u.test(
    after,
  );
}

/** A date without names: alone in its line, or right behind the last sentence and before nothing or a bracket. */
function standsAlone(text: string, date: FoundDate): boolean {
  const before = text.slice(Math.max(0, date.start - 4), date.start);
  const after = text.slice(date.end, date.end + 12);
  return (
    date.start > 40 &&
    /(?:\n|[。！）)]\s*|\s{2})$/u.test(before) &&
    /^\s*(?:\n|$|[（(](?!以下)|附件|公开)/u.test(after)
  );
}

/** 教　育　部 is spread to the width of a longer name beside it. */
function closed(text: string): string {
  return text.replace(
    /(?<=^|\n|\s{2})[\u4e00-\u9fff](?:[ \u3000][\u4e00-\u9fff]){1,12}(?=\s{2}|\n|$)/gu,
    (spread) => spread.replace(/\s/gu, ''),
  );
}

/** Names that stand, with nothing but white space between them, right before a date. */
export function signers(before: string): NamedBody[] {
  const bodies: NamedBody[] = [];
  let rest = closed(before).trimEnd();
  for (let round = 0; round < 40; round += 1) {
    // A name is broken over two lines too: 中央网络安全和信息化 / 委员会办公室.
    const line = bodiesAtEnd(rest);
    const overLines = line?.sure === true ? null : bodiesAtEnd(rest.replace(/\s{1,32}(?=\S{1,600}$)/u, ''));
    const found = overLines?.sure === true ? overLines : line;
    if (found === null || SENTENCE_BEFORE.test(rest.slice(0, found.start))) break;
    bodies.unshift(...found.bodies);
    const ahead = rest.slice(0, found.start);
    rest = ahead.trimEnd();
    if (rest.length === ahead.length && !/[、/]$/u.test(rest)) break;
    rest = rest.replace(/[、/]$/u, '');
  }
  return onceEach(bodies);
}

/** Words that make the name a part of their sentence: 根据国务院2016年…. */
const SENTENCE_BEFORE = /(?:根据|按照|依据|经|由|向|是|自|于|报|与|和|及|对|在|《)$/u;
