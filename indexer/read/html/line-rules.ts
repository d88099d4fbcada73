/** What a line of a page is by what it says, where it is no text. */

import { COUNTERS, LINE_RULES, TOOL_WORDS } from '../tables/page-lines.js';
import { isCaption } from './print-table.js';

const LONGEST_TOOLS = 80;
const LONGEST_RECORD = 200;
const LABEL = /^[\s【[（(|]{0,6}([\p{Script=Han}\s\u3000\u00a0]{2,16}?)[\s】\]]{0,3}[:：]/u;
/** [发文机构] 甲市人民政府 */
const BRACKETED = /^[\s]{0,6}[【[]([\p{Script=Han}\s\u3000\u00a0]{2,16})[】\]]/u;
const DAY = /(?:19|20)\d{2}\s?[-年./]\s?\d{1,2}\s?[-月./]\s?\d{1,2}/u;
/** 2023-05-11 10:22 甲日报 */
const ONLY_DAY =
  /^[\s（([【]{0,4}(?:19|20)\d{2}\s?[-年./]\s?\d{1,2}\s?[-月./]\s?\d{1,2}\s?日?(?:\s{0,4}\d{1,2}:\d{2}(?::\d{2})?)?[\s）)\]】]{0,4}$/u;

export function lineRule(text: string): string | null {
  // The parts of a breadcrumb may be a numbered list.
  const line = text
    .trim()
    .slice(0, 300)
    .replace(/^\d{1,2}\.\s/u, '');
  if (isTools(line)) return 'share';
  return LINE_RULES.find(([, pattern]) => pattern.test(line))?.[0] ?? null;
}

/** A line of the record of a document: 发布日期：2017-10-13 来源：甲局, 索引号：A-1. */
export function isLabelledLine(text: string): boolean {
  if (text.length > LONGEST_RECORD || isTools(text)) return false;
  const label = (LABEL.exec(text) ?? BRACKETED.exec(text))?.[1];
  return (label !== undefined && isCaption(label)) || isCaption(text) || COUNTERS.test(text);
}

/** Or a day alone: above a text that of the page, in a text that of its signature. */
export function isRecordLine(text: string): boolean {
  return isLabelledLine(text) || (text.length < LONGEST_RECORD && ONLY_DAY.test(text));
}

/** Each label with its value on a line: sites set them apart by margins, 来源：甲局发布日期：2017-10-13. */
export function recordLines(text: string): string {
  const starts: number[] = [];
  for (const { index } of text.matchAll(/[:：]/gu)) {
    const before = text.slice(Math.max(0, index - 16), index).trimEnd();
    const length = longestCaption(before);
    const label = text.slice(0, index).trimEnd().length - length;
    const start = /[（(【[]/u.test(text.charAt(label - 1)) ? label - 1 : label;
    if (length > 0 && start > 0) starts.push(start);
  }
  const bounds = [0, ...starts, text.length];
  const lines = bounds.slice(1).map((end, at) => text.slice(bounds[at], end).trim());
  return lines.filter((line) => line !== '').join('\n');
}

function longestCaption(before: string): number {
  for (let length = Math.min(before.length, 12); length >= 2; length -= 1) {
    const label = before.slice(-length);
    if (!/^[\s】\]:：]/u.test(label) && isCaption(label)) return length;
  }
  return 0;
}

/** At the foot of a text: （责任编辑：甲）, 来源：甲日报. */
export function isImprint(text: string): boolean {
  return (
    text.length < 60 &&
    /^[\s（(【[]{0,4}(?:本文|信息|文章|稿件)?(?:责任编辑|责编|编辑|審核|审核|校对|来源|來源|稿源|供稿|作者)\s{0,4}[:：]/u.test(
      text,
    )
  );
}

/** A date and no sentence, between the title and the text. */
export function isByline(text: string): boolean {
  return text.length < 100 && DAY.test(text) && !/[。；]/u.test(text);
}

function isTools(line: string): boolean {
  if (line.length > LONGEST_TOOLS) return false;
  // Buttons are spread to one width: [打 印] [关 闭].
  return [line, line.replace(/\s+/gu, '')].some((tools) => {
    const left = tools.replace(TOOL_WORDS, '');
    return left.length < tools.length && !/[\p{L}\p{N}]/u.test(left);
  });
}
