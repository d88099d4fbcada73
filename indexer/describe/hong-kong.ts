/**
 * Hong Kong's laws and notices: an ordinance by its chapter (第571章), what is made under it by its legal notice
 * (2021年第65號法律公告), a new ordinance by its number of the year (2021年第3號條例), a notice of the Gazette (2022年第3721號公告).
 *
 * ```
 * 第571章 證券及期貨條例           章： 571               2021年第65號法律公告              2022年第3721號公告
 * ［2003年4月1日］                標題： 證券及期貨條例   《2021年…（修訂）規例》            《稅務條例》（第112章）
 *                                                                                          指明慈善機構
 * ```
 */
import type { Span } from '../../core/model.js';
import type { NamedBody } from './bodies/body-names.js';
import { readDate } from './dates/calendar.js';
import { type HeadLine, headLines } from './head-lines.js';
import type { NumberedText } from './numbered-text.js';
import type { TextEnds } from './text-ends.js';

/** None of these at the very head: no such text. */
const SIGNS =
  /第\s?[\d０-９]{1,4}[A-ZＡ-Ｚ]{0,3}\s?章|[号號]\s?(?:法律公告|[条條]例|公告)|(?:^|\n)章\s?[:：]|(?:^|\n)(?:Cap|Ｃａｐ)/u;
const NAME = '《?[\\u3400-\\u9fff\\d（）()、“”〈〉\\s]{2,100}?(?:条例|规例|附例|规则|命令|令|公告|章程)》?';
const CHAPTER = '第\\s?(\\d{1,4}[A-Z]{0,3})\\s?章';
const CHAPTER_AND_NAME = new RegExp(`^${CHAPTER}[\\s,，]{0,3}(${NAME})$`, 'u');
const NAME_AND_CHAPTER = new RegExp(`^(${NAME}[（(]${CHAPTER}[）)])$`, 'u');
const CHAPTER_ALONE = new RegExp(`^(?:${CHAPTER}|章[:：]\\s?(\\d{1,4}[A-Z]{0,3}))$`, 'u');
const NAME_ALONE = new RegExp(`^(?:标题[:：]\\s?)?(${NAME})$`, 'u');
const ENGLISH =
  /^(Cap\. ?(\d{1,4}[A-Z]{0,3}))[ ,]{1,3}([A-Z][^。\n]{3,120}?(Ordinance|Regulations?|Rules?|Order|By-?laws?))$/u;
const OF_THE_YEAR = /^[（(]?(?:(\d{4})年)?第(\d{1,5})号(法律公告|条例|公告)[）)]?$/u;
const UNDER_ORDINANCE = new RegExp(`^《?[^。\\n]{2,60}条例》?[（(]${CHAPTER}[）)]$`, 'u');
const ENGLISH_TYPES: ReadonlyMap<string, string> = new Map([
  ['Ordinance', '条例'],
  ['Regulation', '规例'],
  ['Regulations', '规例'],
  ['Rule', '规则'],
  ['Rules', '规则'],
  ['Order', '命令'],
]);
const TYPE = /(条例|规例|附例|规则|命令|令|公告|章程)》?(?:[（(]第[^（()）]{1,9}章[）)])?$/u;
/** The commencement, or the day of the Gazette, under the long title. */
const DAY = /^[[［]\s?(\d{4}年\d{1,2}月\d{1,2}日)\s?[\]］]/u;
const REACH = 800;
const HEAD_LINES = 4;
const DAY_LINES = 8;

interface Found {
  readonly text: string;
  readonly issuerCode: string;
  readonly year: number | null;
  readonly serial: string;
  /** Lines of the number and of the name, and where on it the name stands. */
  readonly numberAt: HeadLine;
  readonly span: Span;
  readonly name: Span;
  readonly type: string | null;
}

/** @returns  null for any other text. */
export function readHongKong(ends: TextEnds): NumberedText | null {
  if (!SIGNS.test(ends.cleaned.text.slice(0, 200))) return null; // the head need not be converted
  const { head, tail, cleaned } = ends;
  const lines = headLines(head.slice(0, REACH));
  const found = chapter(lines) ?? ofTheYear(lines);
  if (found === null) return null;
  const { text, issuerCode, year, serial, numberAt, span, name, type } = found;
  const printed = cleaned.text.slice(numberAt.start, numberAt.end).replace(/\s/gu, '');
  const own = issuerCode === 'Cap.' ? text : (NUMBER_IN.exec(printed)?.[0] ?? text);
  const day = lines
    .slice(0, DAY_LINES)
    .map((line) => DAY.exec(line.text)?.[1])
    .find((one) => one !== undefined);
  const on = day === undefined ? null : readDate(day);
  const isNotice = issuerCode === '公告';
  return {
    number: { number: { text, issuerCode, year, serial }, printed: own },
    // 《稅務條例》（第112章）指明慈善機構: two lines of a notice are one name.
    title: cleaned.text.slice(name.start, name.end).replaceAll('\n', '').trim(),
    span,
    type,
    bodies: isNotice ? [] : maker(head),
    publishedOn: isNotice ? signedDay(tail === '' ? head : tail) : issuerCode === '条例' ? on : null,
    signedOn: null,
    effectiveOn: issuerCode === '' ? on : null,
    place: '香港',
  };
}

const NUMBER_IN = /第\d{1,4}[A-Z]{0,3}章|(?:\d{4}年)?第\d{1,5}[号號](?:法律公告|[条條]例|公告)/u;

function chapter(lines: readonly HeadLine[]): Found | null {
  for (const [index, line] of lines.slice(0, HEAD_LINES).entries()) {
    const english = ENGLISH.exec(line.text);
    if (english !== null) {
      const [, cap = '', serial = '', name = '', kind = ''] = english;
      const at = { text: cap, issuerCode: 'Cap.', year: null, serial, numberAt: line };
      return { ...at, ...named(line, name), type: ENGLISH_TYPES.get(kind) ?? null };
    }
    const together = CHAPTER_AND_NAME.exec(line.text);
    if (together !== null) return ofChapter(together[1] ?? '', line, line, together[2] ?? '');
    const behind = NAME_AND_CHAPTER.exec(line.text);
    if (behind !== null && index === 0) return ofChapter(behind[2] ?? '', line, line, behind[1] ?? '');
    const alone = CHAPTER_ALONE.exec(line.text);
    const below = lines[index + 1];
    const name = NAME_ALONE.exec(below?.text ?? '')?.[1];
    if (alone !== null && below !== undefined && name !== undefined)
      return ofChapter(alone[1] ?? alone[2] ?? '', line, below, name);
  }
  return null;
}

function ofChapter(serial: string, numberAt: HeadLine, line: HeadLine, name: string): Found {
  const at = { text: `第${serial}章`, issuerCode: '', year: null, serial, numberAt };
  return { ...at, ...named(line, name), type: TYPE.exec(name)?.[1] ?? null };
}

function ofTheYear(lines: readonly HeadLine[]): Found | null {
  for (const [index, line] of lines.slice(0, HEAD_LINES).entries()) {
    const [, year, serial = '', kind = ''] = OF_THE_YEAR.exec(line.text.replace(/\s/gu, '')) ?? [];
    if (kind === '') continue;
    const [below, next] = [lines[index + 1], lines[index + 2]];
    const at = {
      text: `${year === undefined ? '' : `${year}年`}第${serial}号${kind}`,
      issuerCode: kind,
      year: year === undefined ? null : Number(year),
      serial,
      numberAt: line,
    };
    if (kind === '公告') {
      if (below === undefined || !UNDER_ORDINANCE.test(below.text)) continue;
      const isNamed = next !== undefined && next.text.length <= 30 && !/[。，：；]/u.test(next.text);
      const span = { start: below.start, end: isNamed ? next.end : below.end };
      return { ...at, span, name: span, type: '公告' };
    }
    const isAbove = /^[（(]/u.test(line.text.trim()) || below === undefined;
    const beside = isAbove ? lines[index - 1] : below;
    const name = NAME_ALONE.exec(beside?.text ?? '')?.[1];
    if (beside !== undefined && name !== undefined)
      return { ...at, ...named(beside, name), type: TYPE.exec(name)?.[1] ?? null };
  }
  return null;
}

/** The name is without the 《》 around it. */
function named(line: HeadLine, printed: string): { readonly span: Span; readonly name: Span } {
  const bare = /^《([^《》]+)》$/u.exec(printed)?.[1] ?? printed;
  const start = line.start + line.text.indexOf(bare);
  return { span: { start: line.start, end: line.end }, name: { start, end: start + bare.length } };
}

function maker(head: string): readonly NamedBody[] {
  const [printed] =
    /由(?:立法会(?=制定)|行政长官(?:会同行政会议)?(?=[^。\n]{0,80}(?:订立|制定|作出)))/u.exec(
      head.slice(0, REACH),
    ) ?? [];
  if (printed === undefined) return [];
  const office = printed.slice(1).replace(/会同行政会议$/u, '');
  return [{ name: `香港特别行政区${office}`, printed: printed.slice(1) }];
}

/** 2022年7月8日　税务局局长　谭大鹏: the last line. */
function signedDay(text: string): string | null {
  const last = text.trimEnd().split('\n').slice(-3);
  const [, day] =
    last.map((line) => /^(\d{4}年\d{1,2}月\d{1,2}日)/u.exec(line)).findLast((one) => one !== null) ?? [];
  return day === undefined ? null : readDate(day);
}
