/** The title of a page where it is printed outside of the element that holds the text. */
import { isLabelledLine } from './line-rules.js';
import { isTitleElement } from './part-names.js';
import type { Range } from './print-blocks.js';
import { isLinks, isSentence, NO_TEXT, type WeighedPage } from './weigh-blocks.js';

const SHORTEST = 4;
const LONGEST = 200;
/** Lines above the text in which a title without a name of its own stands. */
const NEAR = 12;
/** Lines of the text in which it prints its title itself. */
const TOP = 8;
/** A record above it: so many lines at most, with so many captions at least. */
const RECORD_LINES = 60;
const LEAST_CAPTIONS = 3;

/** What a text is that ends its name so; a sentence does not. */
const TYPED =
  /(?:通知|通告|通报|公告|公报|公示|意见|意見|办法|辦法|决定|決定|决议|方案|规定|規定|规则|規則|细则|細則|条例|條例|规划|規劃|计划|計畫|纲要|报告|報告|批复|函|令|法|章程|制度|标准|標準|目录|指南|措施|要点|要點|解读|施政)(?:[（(][^（）()]{1,20}[)）])?$/u;

const squeezed = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}\p{Cf}]+/gu, '')
    .toLowerCase();

/**
 * The ordinals of the blocks that print it: those that the page's own name holds, else the nearest heading above the text, or the
 * nearest line that is called a title.
 *
 * @param called  What the page is called, by what it says of itself: <title>, ArticleTitle.
 */
export function titleAbove(page: WeighedPage, main: Range, called: readonly string[]): readonly number[] {
  const names = called.map(squeezed).filter((name) => name.length >= SHORTEST);
  const above = candidates(page, main);
  const named = above.filter((at) => isNamed(page.blocks[at]?.text ?? '', names));
  const whole = named.filter((at) => main.first - at <= NEAR * 2);
  if (whole.length > 0) return wholeTitle(page, main, lastRun(whole), names);
  if (isPrintedElsewhere(page, main, names)) return [];
  const near = above.filter((at) => main.first - at <= NEAR && !isLabelledLine(page.blocks[at]?.text ?? ''));
  const heads = near.filter((at) => page.blocks[at]?.isHeading === true);
  if (heads.length > 0) return heads.slice(-1);
  const titled = titleBlocks(page);
  const outside = near.filter((at) => page.beside[at] === null);
  const styled = outside.filter((at) => titled.has(at));
  return (styled.length > 0 ? styled : outside.filter((at) => isTyped(page, at))).slice(-1);
}

/** A container that holds a page's record too: its text begins with its title. */
export function belowRecord(page: WeighedPage, main: Range, called: readonly string[]): Range {
  const names = called.map(squeezed).filter((name) => name.length >= SHORTEST);
  const lines = page.blocks.slice(main.first, Math.min(main.end, main.first + RECORD_LINES));
  const sentence = lines.findIndex(isSentence);
  const ahead = sentence < 0 ? lines : lines.slice(0, sentence);
  // The record names it too.
  const title = ahead.findLastIndex(({ text }) => isNamed(text, names) && !isLabelledLine(text));
  const captions = ahead.slice(0, Math.max(0, title)).filter(({ text }) => isLabelledLine(text)).length;
  return captions >= LEAST_CAPTIONS ? { first: main.first + title, end: main.end } : main;
}

/** Its other lines are too short to be known by themselves. */
function wholeTitle(
  page: WeighedPage,
  main: Range,
  run: readonly number[],
  names: readonly string[],
): readonly number[] {
  const lines = [...run];
  const isWhole = (from: number, to: number): boolean => {
    const joined = squeezed(
      page.blocks
        .slice(from, to + 1)
        .map(({ text }) => text)
        .join(''),
    );
    return names.some((name) => name.includes(joined));
  };
  for (let at = (run.at(-1) ?? 0) + 1; at < main.first && isWhole(lines[0] ?? 0, at); at += 1) lines.push(at);
  for (let at = (lines[0] ?? 0) - 1; at >= 0 && isWhole(at, lines.at(-1) ?? 0); at -= 1) lines.unshift(at);
  return lines;
}

/** In the text itself, or in the record above it. */
function isPrintedElsewhere(page: WeighedPage, main: Range, names: readonly string[]): boolean {
  const top = page.blocks.slice(main.first, main.first + TOP);
  if (top.some(({ text }) => isNamed(text, names))) return true;
  const records = page.blocks.slice(0, main.first).filter(({ text }) => isLabelledLine(text));
  return records.some(({ text }) => {
    const value = squeezed(text.slice(text.search(/[:：]/u) + 1));
    // Some pages are called after their site and the text: 甲县政府信息公开-乙办法.
    return names.some(
      (name) => endsWithName(squeezed(text), name) || (value.length >= 8 && name.endsWith(value)),
    );
  });
}

/** A language to choose may stand behind it: 河川管理辦法 EN. */
const endsWithName = (text: string, name: string): boolean =>
  text.endsWith(name) || text.replace(/(?:en|eng|english)$/u, '').endsWith(name);

function isNamed(printed: string, names: readonly string[]): boolean {
  const text = squeezed(printed);
  return text.length >= SHORTEST && names.some((name) => isPart(text, name));
}

/** And no value of a label above it. */
function isTyped({ blocks }: WeighedPage, at: number): boolean {
  return TYPED.test(blocks[at]?.text ?? '') && !isLabelledLine(blocks[at - 1]?.text ?? '');
}

/** A line of the title, or the title of which the page's name is cut off. */
const isPart = (text: string, name: string): boolean =>
  name.includes(text) ? text.length * 5 >= name.length : name.length >= 8 && text.startsWith(name);

function candidates(page: WeighedPage, { first }: Range): number[] {
  const found: number[] = [];
  for (let at = 0; at < first; at += 1) {
    const block = page.blocks[at];
    if (block === undefined || isLinks(block) || block.visible < SHORTEST || block.text.length > LONGEST)
      continue;
    if (page.weights[at] !== NO_TEXT) found.push(at);
  }
  return found;
}

function titleBlocks({ ranges }: WeighedPage): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [element, { first, end }] of ranges) {
    if (end - first > 3 || !isTitleElement(element)) continue;
    for (let at = first; at < end; at += 1) found.add(at);
  }
  return found;
}

/** A title over two lines, not the same title in the breadcrumb and above the text. */
function lastRun(ordinals: readonly number[]): readonly number[] {
  const last = ordinals.at(-1) ?? 0;
  return ordinals.filter(
    (at, index) => ordinals.slice(index).every((next, step) => next === at + step) && at <= last,
  );
}
