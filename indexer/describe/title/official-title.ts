/**
 * Cuts a printed title out of the head of a text: 国务院关于…的通知, …管理办法（试行）.
 *
 * It starts where the text, one of its first lines, or what follows the document number starts; it ends with a type (文种)
 * where its line ends or where something follows that follows titles. So it is found in texts that lost their breaks:
 * 冀科政〔2018〕23号河北省科学技术厅关于修订《…》的通知各市….
 */
import type { Span } from '../../../core/model.js';
import { findDocumentNumbers } from '../../../core/text/document-number.js';
import { readBodies } from '../bodies/body-names.js';
import { findDates } from '../dates/calendar.js';
import { squeezed } from '../printed.js';
import {
  ENDS_LIKE_TITLE,
  ENDS_STRONGLY,
  FOLLOWS_TITLE,
  GOES_ON,
  LONGEST_TITLE,
  NO_TITLE,
} from './title-words.js';

/** Titles begin within so many characters, and within so many lines. */
const REACH = 1500;
const LINES = 14;
/** The document number stands above or right under the title. */
const NUMBERS_REACH = 600;

/** @param head  The first characters of the cleaned text, in Simplified. */
export function officialTitle(head: string): Span | null {
  const numbers = findDocumentNumbers(head.slice(0, NUMBERS_REACH));
  const numberStarts = new Set(numbers.map((number) => number.start));
  for (const start of possibleStarts(head, numbers)) {
    const end = numberStarts.has(start) ? null : titleEnd(head, start, numberStarts);
    if (end !== null) return { start: behindMenu(head, start, end), end };
    if (bodyStarts(head, start)) return null;
  }
  return null;
}

/** 科技管理 / 工业和信息化部办公厅关于…的通知: a line above the bodies that names none is the page's. */
function behindMenu(head: string, start: number, end: number): number {
  const lines = head.slice(start, end).split('\n');
  let at = start;
  for (const [index, line] of lines.entries()) {
    const before = squeezed(lines.slice(0, index).join(''));
    const bodies = /^\s{0,20}([^《]{2,80}?)(?:关于|印发|转发)/u.exec(line)?.[1];
    const named = bodies?.trim().replace(/等[一二三四五六七八九十\d]{1,3}个?(?:部门|单位|部委)$/u, '');
    if (before !== '' && named !== undefined && readBodies(named) !== null)
      return /关于|[《（(“]/u.test(before) || readBodies(before) !== null ? start : skipWhite(head, at);
    at += line.length + 1;
  }
  return start;
}

/** A number that lost its serial: 冀科农函【2011】号. */
const CRIPPLED = /^\s*[\u4e00-\u9fff]{2,10}\s*[〔【[（(]\d{4}[〕】\]）)]\s*号/u;

function possibleStarts(head: string, numbers: readonly Span[]): number[] {
  const starts = new Set([skipWhite(head, CRIPPLED.exec(head)?.[0].length ?? 0)]);
  for (const { start, end } of numbers) {
    // One that stands at the start of a line or of the text, not one that a sentence mentions.
    if (/(?:^|[\n\u3000 （(])\s{0,32}$/u.test(head.slice(0, start))) {
      starts.add(skipWhite(head, end + (/^\s*[）)]/u.exec(head.slice(end))?.[0].length ?? 0)));
    }
  }
  // Page titles stand side by side: 施政报告 | 行政长官2024年施政报告.
  const bar = /^[^\n]{2,60}[|｜]/u.exec(head);
  if (bar !== null) starts.add(skipWhite(head, bar[0].length));
  // Behind a signature, of a plan whose notice has no title: 国家税务总局2015年11月12日企业所得税优惠政策事项办理办法.
  for (const date of findDates(head.slice(0, REACH))) starts.add(skipWhite(head, date.end));
  for (const match of head.slice(0, REACH).matchAll(/\n/gu)) {
    if (starts.size > LINES) break;
    starts.add(skipWhite(head, match.index));
  }
  return [...starts].sort((one, other) => one - other);
}

/** Past the first sentence of the body no title is looked for. */
function bodyStarts(head: string, start: number): boolean {
  const line = head.slice(start).split('\n', 1)[0] ?? '';
  return line.length > 80 && /[。；]/u.test(line) && findDocumentNumbers(line.slice(0, 40))[0]?.start !== 0;
}

/** Where the title that starts here ends; null where none does. */
function titleEnd(head: string, start: number, numberStarts: ReadonlySet<number>): number | null {
  const text = head.slice(start, start + LONGEST_TITLE);
  if (NO_TITLE.test(text)) return null;
  let depth = 0;
  let compact = '';
  let breaks = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    // What stands over the number is the red head: the title is below it.
    if (
      character === '\n' &&
      numberStarts.has(skipWhite(head, start + index)) &&
      !/关于|印发|转发/u.test(compact)
    )
      return null;
    // Joint bodies stand on lines of their own.
    if (character === '\n' && readBodies(lastLine(text, index)) === null) breaks += 1;
    if (breaks > 3) return null;
    if (/[\s\u200b]/u.test(character)) continue;
    compact += character;
    if (/[《〈“（(]/u.test(character)) depth += 1;
    if (/[》〉”）)]/u.test(character)) depth = Math.max(0, depth - 1);
    if (
      /[。；！？|｜]/u.test(character) ||
      /，.*，/u.test(compact) ||
      (depth === 0 && /[：:]/u.test(character))
    )
      return null;
    if (/\d{4}年\d{1,2}月\d{1,2}日$/u.test(compact)) return null;
    if (depth > 0 || compact.length < 6) continue;
    // 中共中央办公厅印发《…意见》 is a title where its number follows.
    const named = character === '》' && /(?:印发|发布|公布|转发)(?!的《).{0,260}》$/u.test(compact);
    if (!named && !ENDS_LIKE_TITLE.test(compact)) continue;
    // 科技管理,标准: values of a table.
    if (compact.length <= 10 && /[,，]/u.test(compact)) continue;
    const end = start + index + 1;
    const white = /^\s*/u.exec(head.slice(end))?.[0] ?? '';
    const next = head.slice(end + white.length, end + white.length + LONGEST_TITLE);
    // Two indents are what a lost line break leaves.
    const broken = white.includes('\n') || /\u3000{2}/u.test(white);
    // A name that opens a sentence: 《…暂行办法》（人社部发〔2016〕92号）下发后.
    if (compact.startsWith('《') && compact.endsWith('》') && !broken && next !== '') return null;
    const bracket = /^[（(〔【]/u.test(next) ? 1 : 0;
    if (numberStarts.has(end + white.length) || numberStarts.has(end + white.length + bracket)) return end;
    // 成都发布《…方案》 alone in its line is a headline.
    if (named && broken && !/关于/u.test(compact) && !/^[的（(]/u.test(next)) return null;
    // 关于转发《…的通知》 with nothing behind it, and its text at once.
    if (named && /^[^《]{0,60}关于(?:印发|转发)《/u.test(compact) && BEGINS_BODY.test(next)) return end;
    if (named) continue;
    if (next === '') return end;
    if (!broken && isHeadline(next)) continue;
    const isLabel = broken && /^[（(][一二三四五六七八九十][）)]/u.test(next);
    if (
      (!isLabel && OF_THE_TITLE.test(next)) ||
      (broken ? nextLineGoesOn(compact, next) : GOES_ON.test(next))
    )
      continue;
    if (broken || (ENDS_STRONGLY.test(compact) && (white.length > 0 || FOLLOWS_TITLE.test(next)))) return end;
  }
  return null;
}

const lastLine = (text: string, end: number): string =>
  text.slice(text.lastIndexOf('\n', end - 1) + 1, end).trim();

/** 国务院印发意见 | 部署人工智能行动: words that end the line, and are nothing that follows a title, go on with it. */
function isHeadline(next: string): boolean {
  const end = next.indexOf('\n');
  const rest = end === -1 ? '' : next.slice(0, end).trim();
  if (rest.length < 3 || rest.length > 50 || /[。；：:、]/u.test(rest)) return false;
  if (/^(?:第[一1]|[一二]、|目录|前言|序言|总则|导言|解读|[\d（(〔【《_|｜—–-])/u.test(rest)) return false;
  return readBodies(rest) === null;
}

/** （试行）, （2023—2025年）, （第二批） belong to the title; （2015年3月13日） does not. */
const OF_THE_TITLE =
  /^[（(〔](?:试行|暂行|草案|[^（）()]{0,14}(?:征求意见|修订|送审)[^（）()]{0,6}|[^（）()\d]{0,6}\d{4}[^（）()日]{0,16}|第[^（）()]{1,8}[批版次期]|[一二三四五六七八九十])[）)〕]/u;

/** The first words of a body, and of no title. */
const BEGINS_BODY =
  /^(?:现将|现就|为(?:贯彻|了|进一步|深入|认真|切实|全面)|根据|按照|各(?:市|县|有关|省|设区))/u;

/** A title ends for good with these; under a notice's title stands the plan's. */
const FINAL = /(?:的通知|的意见|的决定|的?公告|的批复|的?函|的通报)$/u;

/** Titles are broken over lines: 关于激发…活力 / 带动…的实施意见. */
function nextLineGoesOn(title: string, next: string): boolean {
  const line = squeezed(next.split('\n', 1)[0] ?? '').replace(/[\u4e00-\u9fff]{1,8}〔\d{4}〕.{0,260}$/u, '');
  if (FINAL.test(title) || line.length > 80 || /[。；：:]/u.test(line) || NO_TITLE.test(line)) return false;
  if (!ENDS_LIKE_TITLE.test(line)) return false;
  return (
    /^[（(《的、和及]/u.test(line) ||
    (title.includes('关于') && /的(?:通知|意见|决定|批复|通报|函)$/u.test(line))
  );
}

function skipWhite(text: string, from: number): number {
  // 红头 prints a star over the title and under it.
  return from + (/^[\s\u200b★☆]*/u.exec(text.slice(from))?.[0].length ?? 0);
}
