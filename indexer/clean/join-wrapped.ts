/**
 * Joins lines that were broken by width: a text from a PDF or a terminal, each line as wide as the page.
 *
 * ```
 * 為有效辦理擴大公共建設計畫，以提振經濟景氣，促進就業，特制定本條     →  one line
 * 例。
 * ```
 *
 * Such a text shows its width: its lines that stop within a sentence stop at one column. Only lines that reach that column
 * are joined with the next, none that ends a sentence, none that the next begins a paragraph behind, no heading: a paragraph that
 * is joined wrongly is worse than a line that stays broken.
 */
import type { Draft } from './draft.js';
import type { Edit } from './mapped-text.js';

const ENDS_SENTENCE = /[。；：！？…!?;:][”’」』）)】》"]?$/u;
const BEGINS_PARAGRAPH =
  /^(?:#|第\s?[一二三四五六七八九十百千零〇\d]{1,7}\s?(?:[编編篇章节節]|部分|[條条](?![第所、至及，規规各或和與与的項项款应應]|之[^一二三四五六七八九十]))|[一二三四五六七八九十]{1,3}\s?[、.．是]|[（(]\s?[一二三四五六七八九十\d]{1,3}\s?[）)]|[甲乙丙丁戊己庚辛壬癸壹貳參肆伍陸柒捌玖拾]、|\d{1,3}\s?[、．.）)]|[\u2460-\u24ff\u2776-\u2793㈠-㈩]|[◆◇●■□▲►★☆•※]|——|附[件表录錄註注：:]|[注註][:：]|[A-Za-z][.、）)])/u;
/** A label, and no sign of a sentence behind it: a heading may be as wide as a line. */
const LABELLED =
  /^(?:#|第.{1,8}[编編篇章节節]|[一二三四五六七八九十]{1,3}\s?[、.．]|[（(]\s?[一二三四五六七八九十\d]{1,3}\s?[）)]|\d{1,3}\s?[、．.])/u;
const PUNCTUATION = /[，、；：。,;]/u;
/** Above a text: its title, and what is printed in brackets under it. */
const HEAD_LINES = 12;
const ENDS_TITLE =
  /(?:通知|公告|通告|意见|意見|办法|辦法|规定|規定|条例|條例|方案|决定|決定|批复|规划|規劃|计划|計畫|要点|要點|措施|细则|細則|纲要|綱要|报告|報告|函|令|年|号|號)$/u;
const IN_BRACKETS = /[）)〕\]]$/u;
/** A table, or columns. */
const COLUMNS = /[\u2500-\u257f|｜\t]| {3}|\u3000\u3000/u;
const FIGURES = /^[\d０-９]/u;
/** Narrower than a page. */
const MIN_COLUMNS = 30;
/** Signs may hang over the edge, or be kept off it; a first line is indented. */
const [SHORT_OF, PAST] = [4, 2];
/** So many lines prove a width by themselves; fewer only where no line is wider. */
const SURE = 5;
const FEW = 2;
const SHORTEST_PARAGRAPH = 15;

interface Line {
  readonly text: string;
  readonly start: number;
  readonly columns: number;
}

export function joinWrapped(draft: Draft): Draft {
  const lines = linesOf(draft.mapped.text);
  const width = widthOf(lines);
  if (width === null) return draft;
  const edits: Edit[] = [];
  for (let at = 0; at + 1 < lines.length; at += 1) {
    const [line, next] = [lines[at] as Line, lines[at + 1] as Line];
    if (!reaches(line, width) || !goesOn(line, next) || next.columns > width.columns + PAST) continue;
    if (isList(line, next) || isHeading(line, next, width, at)) continue;
    if (!width.isSure && !endsSoon(lines, at + 1, width)) continue;
    const latin = /[A-Za-z\d,.]$/u.test(line.text) && /^[A-Za-z]/u.test(next.text);
    edits.push({ start: next.start - 1, end: next.start, insert: latin ? ' ' : '' });
  }
  return edits.length === 0 ? draft : { ...draft, mapped: draft.mapped.edit(edits) };
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const found = { text: line, start, columns: columnsOf(line) };
    start += line.length + 1;
    return found;
  });
}

/** Han and its signs are two columns wide. */
function columnsOf(line: string): number {
  let columns = line.length;
  for (let at = 0; at < line.length; at += 1) {
    const unit = line.charCodeAt(at);
    if (unit >= 0x2e80 || (unit >= 0x2014 && unit <= 0x2026)) columns += 1;
  }
  return columns;
}

interface Width {
  readonly columns: number;
  readonly isSure: boolean;
}

/** The column at which lines stop within a sentence, most of them; null where they stop anywhere. */
function widthOf(lines: readonly Line[]): Width | null {
  const counts = new Map<number, number>();
  let open = 0;
  let widest = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const [line, next] = [lines[at] as Line, lines[at + 1]];
    widest = Math.max(widest, line.columns);
    if (next === undefined || line.columns < MIN_COLUMNS || !goesOn(line, next)) continue;
    if (next.columns > line.columns + SHORT_OF + PAST) continue; // no page is wider there
    if (!PUNCTUATION.test(line.text)) continue; // names and figures prove nothing
    open += 1;
    counts.set(line.columns, (counts.get(line.columns) ?? 0) + 1);
  }
  let best = 0;
  let columns = 0;
  for (const candidate of counts.keys()) {
    let near = 0;
    for (let at = candidate - SHORT_OF; at <= candidate + PAST; at += 1) near += counts.get(at) ?? 0;
    if (near > best || (near === best && candidate > columns)) [best, columns] = [near, candidate];
  }
  if (best >= SURE && best * 3 >= open * 2) return { columns, isSure: true };
  const isPage = best >= FEW && best * 3 >= open * 2 && widest <= columns + PAST;
  return isPage ? { columns, isSure: false } : null;
}

function reaches({ columns }: Line, width: Width): boolean {
  return columns >= width.columns - SHORT_OF && columns <= width.columns + PAST;
}

function goesOn(line: Line, next: Line): boolean {
  if (ENDS_SENTENCE.test(line.text)) return false;
  const isWord = /[A-Za-z]$/u.test(line.text) && /^[A-Za-z]/u.test(next.text);
  if (!isWord && BEGINS_PARAGRAPH.test(next.text)) return false;
  return (
    next.text !== '' && !COLUMNS.test(line.text) && !COLUMNS.test(next.text) && !line.text.startsWith('#')
  );
}

/** Names or figures, one a line. */
function isList(line: Line, next: Line): boolean {
  if (FIGURES.test(line.text) && FIGURES.test(next.text)) return true;
  return !PUNCTUATION.test(line.text) && !PUNCTUATION.test(next.text);
}

/** A heading as wide as the page, or a title: the rest of one would be short. */
function isHeading(line: Line, next: Line, width: Width, at: number): boolean {
  if (PUNCTUATION.test(line.text.replace(LABELLED, ''))) return false;
  if (ENDS_TITLE.test(line.text) || (at < HEAD_LINES && IN_BRACKETS.test(line.text))) return true;
  const isRest = next.columns < width.columns - SHORT_OF && next.text.length < SHORTEST_PARAGRAPH;
  const isFull = width.isSure && line.columns >= width.columns - 1;
  return LABELLED.test(line.text) && !isRest && !isFull;
}

/** Do the lines that go on come to the end of a sentence? A list of names does not. */
function endsSoon(lines: readonly Line[], from: number, width: Width): boolean {
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    if (ENDS_SENTENCE.test(line.text)) return true;
    if (!reaches(line, width) || at - from > 60) return false;
  }
  return false;
}
