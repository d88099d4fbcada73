/**
 * Cuts a table of contents: 目　录 and the names under it, bare or with leaders and page numbers; and such a list without its
 * head. Each of its names is printed again by the text, which would have every chapter twice.
 *
 * What is no entry ends it: a name that is not printed again and has neither number nor page is the next title.
 */
import { ordinary } from '../../core/text/ordinary.js';
import { cutOut, type Draft, type Excision } from './draft.js';

/** 目　录, 目次, 【目录】, ## 目录 */
const HEAD =
  /^[#*＊【[（(\s]{0,12}(?:目\s{0,8}[录錄次]|contents|table of contents)[】\])）*＊：:\s]{0,12}$/iu;
/** The page at the end of 一、发展基础……1, 第一章\t总则\t- 3 -; leaders before it are walked. */
const PAGE = /[（(—–-]?\s?(?:\d{1,4}|[０-９]{1,4}|[ivxlc]{1,6})(?:[—–-]\d{1,4})?\s?[—–)）-]?$/iu;
const LONGEST_PAGE = 16;
const LEADER = /[.．。·•・…‥_—–\s-]/u;
/** Under its head one space is enough; and a page may stand on a line of its own. */
const LOOSE_PAGE = /\s{1,40}(?:\d{1,4}|[０-９]{1,4})(?:\s?[—–-]\s?\d{1,4})?$/u;
const ONLY_PAGE = /^[（(—–-]?\s?\d{1,4}(?:\s?[—–-]\s?\d{1,4})?\s?[—–)）-]?$/u;
const COLUMN = /^(?:段落|页码|頁碼|页次|頁次|章节|章節|标题|標題|page)$/iu;
const LABEL =
  /^(?:第[一二三四五六七八九十百零〇\d]{1,5}[编編篇部章节節]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[㈠-㈩①-⑳]|\d{1,2}(?:[.．]\d{1,2}){0,3}[.．、\s]|附(?:件|录|錄|表|则|則)|专栏|專欄|前言|引言|序言|结语|結語)/u;
const LEADERS = /[.．·•・…‥_—–-]{2}|…/u;
/** With its leaders. */
const LONGEST_ENTRY = 120;
const LONGEST_LINE = 240;
const MOST_ENTRIES = 600;
/** So far behind its name in the contents a chapter is looked for, and so often in one text. */
const REACH = 400_000;
const MOST_SEARCHES = 2000;

const IN_LINE =
  /(^|[\s。])目\s{0,8}[录錄次][:：]?\s{0,8}((?:第[一1]\s?[编編章]|一、|1[.、])\s{0,4}\p{Script=Han}\s{0,4}\p{Script=Han}{1,4})/u;
const IN_LINE_LABEL = /第[二三四五六七八九十2-9]\s?[编編章]|[二三四五六七八九十]、|[2-9][.、]/gu;
const INLINE_REACH = 6000;

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Without leaders, page and white space. */
  readonly name: string;
  /** The page that it leads to, and whether it looks like an entry: read once, a line is asked by all above it. */
  readonly page: number | null;
  readonly isEntry: boolean;
  readonly isLabelled: boolean;
}

/** Is the name of a line the beginning of a later one? */
type PrintedAgain = (index: number) => boolean;

/** Most texts have neither the head nor a leader with a page at the end of a line. */
const TRIGGER =
  /目\s{0,8}[录錄次]|contents|(?:…|[.．·•・‥_—–-]{2}|\t|[ \u3000]{2})[^\n]{0,8}[\d０-９][^\n\d０-９]{0,3}(?:\n|$)/iu;

export function cutContents(draft: Draft): Draft {
  if (!TRIGGER.test(draft.mapped.text)) return draft;
  const lines = linesOf(draft.mapped.text);
  const again = printedAgain(lines);
  const excisions: Excision[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    const isHeaded = line.text.length < 40 && HEAD.test(line.text);
    const run = isHeaded ? at : runEnd(lines, at);
    const end = isHeaded ? headed(lines, at, again) : unheaded(lines, at, run, again);
    if (end === at) {
      // What is no contents as a whole is none from its second line on.
      at = Math.max(at, run - 1);
      continue;
    }
    excisions.push({ start: line.start, end: lines[end - 1]?.end ?? 0, rule: 'contents' });
    at = end - 1;
  }
  const found = excisions.length > 0 ? excisions : inOneLine(draft.mapped.text);
  return cutOut(draft, found);
}

/** 目录 第一章 总则 第二章 附则 第一章 总则 第一条 …: down to the first name, printed again with no sentence between. */
function inOneLine(text: string): Excision[] {
  const head = IN_LINE.exec(text.slice(0, INLINE_REACH));
  if (head === null) return [];
  const start = head.index + (head[1] ?? '').length;
  const from = head.index + head[0].length;
  const again = text.indexOf(head[2] ?? '', from);
  const between = text.slice(from, again);
  const isList = again > from && between.length < INLINE_REACH && !/[。；]/u.test(between);
  return isList && (between.match(IN_LINE_LABEL)?.length ?? 0) >= 1
    ? [{ start, end: again, rule: 'contents' }]
    : [];
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const entry = line.replace(/^[-*+]\s/u, '');
    const isLed = entry.length <= LONGEST_ENTRY && nameEnd(entry) !== null;
    const isLabelled = isLed && LABEL.test(entry);
    const found = {
      ...{ start, end: start + line.length, text: entry, name: nameOf(entry) },
      page: isLed ? pageOf(entry) : null,
      isEntry: isLed && (isLabelled || LEADERS.test(entry)),
      isLabelled,
    };
    start += line.length + 1;
    return found;
  });
}

/** Where its name ends and leaders, or a tab, or spaces begin that lead to a page; null for a line that has none. */
function nameEnd(text: string): number | null {
  const page = PAGE.exec(text.slice(-LONGEST_PAGE));
  if (page === null) return null;
  const to = text.length - page[0].length;
  let from = to;
  while (from > 0 && LEADER.test(text.charAt(from - 1))) from -= 1;
  const leaders = text.slice(from, to);
  const isLed = /[…\t]/u.test(leaders) || leaders.replace(/\s/gu, '').length > 1 || leaders.length > 1;
  return isLed && from > 0 ? from : null;
}

function nameOf(line: string): string {
  const printed = line.length > LONGEST_LINE ? line.slice(0, LONGEST_LINE) : line;
  const name = ordinary(printed.slice(0, nameEnd(printed) ?? printed.length));
  return name.replace(/^#{1,6}(?=\s)/u, '').replace(/[\s*]/gu, '');
}

/** Its name without a page that only a space parts from it: 第一章 总则 1. */
function bare(line: Line): string {
  if (nameEnd(line.text) !== null || !LOOSE_PAGE.test(line.text)) return line.name;
  return line.name.replace(/\d{1,4}(?:[—–-]\d{1,4})?$/u, '');
}

function printedAgain(lines: readonly Line[]): PrintedAgain {
  let searches = 0;
  let joined: string | null = null;
  const places: number[] = [];
  const found = new Map<number, boolean>();
  return (index) => {
    const known = found.get(index);
    if (known !== undefined) return known;
    if (joined === null) {
      joined = '';
      for (const { name } of lines) {
        places.push(joined.length);
        joined += `\n${name}`;
      }
    }
    searches += 1;
    if (searches > MOST_SEARCHES) return false;
    const name = bare(lines[index] as Line);
    if (name.length < 2) return false;
    const from = (places[index] ?? 0) + 1;
    const isThere = joined.slice(from, from + REACH).includes(`\n${name}`);
    found.set(index, isThere);
    return isThere;
  };
}

/** Below 目录, down to the first of its names that is printed again. @returns  Where the text goes on; `at`: no contents. */
function headed(lines: readonly Line[], at: number, again: PrintedAgain): number {
  let end = at + 1;
  let repeated = 0;
  let paged = 0;
  let first: string | null = null;
  for (; end < lines.length && end - at < MOST_ENTRIES; end += 1) {
    const line = lines[end] as Line;
    if (line.text.length > LONGEST_ENTRY || /[。；！？]$/u.test(line.text)) break;
    // The chapter itself, behind its name in the contents.
    if (first !== null && line.name.startsWith(first) && end > at + 2) break;
    const isAgain = again(end);
    const withPage = isPaged(line.text);
    if (
      !isAgain &&
      !withPage &&
      !ONLY_PAGE.test(line.text) &&
      !COLUMN.test(line.text) &&
      !LABEL.test(line.text)
    )
      break;
    if (withPage) paged += 1;
    if (!isAgain) continue;
    repeated += 1;
    first ??= bare(line);
  }
  const entries = end - at - 1;
  return entries >= 2 && (repeated * 2 >= entries || paged * 2 >= entries || repeated + paged > 3) ? end : at;
}

/** Where the names with leaders and pages that do not fall end. */
function runEnd(lines: readonly Line[], at: number): number {
  let end = at;
  let page = 0;
  for (; end < lines.length && end - at < MOST_ENTRIES; end += 1) {
    const { isEntry, page: next } = lines[end] as Line;
    if (!isEntry || next === null || next < page) break;
    page = next;
  }
  return end;
}

/** Two such names or more, of which most are numbered and printed again. */
function unheaded(lines: readonly Line[], at: number, end: number, again: PrintedAgain): number {
  if (end - at < 2) return at;
  let repeated = 0;
  let numbered = 0;
  for (let index = at; index < end; index += 1) {
    if (lines[index]?.isLabelled === true) numbered += 1;
    if (again(index)) repeated += 1;
  }
  const most = (end - at) / 2;
  return repeated >= 2 && repeated >= most && numbered >= most ? end : at;
}

function isPaged(text: string): boolean {
  return text.length <= LONGEST_LINE && (nameEnd(text) !== null || LOOSE_PAGE.test(text));
}

function pageOf(text: string): number | null {
  const digits = /(\d{1,4}|[０-９]{1,4})[^\d０-９]{0,3}$/u.exec(text)?.[1];
  return digits === undefined ? null : Number(digits.normalize('NFKC'));
}
