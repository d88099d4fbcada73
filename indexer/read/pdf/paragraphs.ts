/**
 * Lines → paragraphs. A line goes on with the next where it is full, and the next neither stands in, nor apart, nor begins with a
 * label after the end of a sentence.
 */
import type { PlacedLine } from './columns.js';
import { MARK_CLOSE, WIDE } from './lines.js';
import type { Margins } from './margins.js';

/** A line of a paragraph, with the margins of the column that it stands in. */
export interface MeasuredLine {
  readonly line: PlacedLine;
  readonly margins: Margins;
  readonly page: number;
}

const LABEL =
  /^(?:第\s?[一二三四五六七八九十百千零〇\d０-９]{1,9}\s?[编章节條条款部分編節]{1,2}|[一二三四五六七八九十百]{1,4}[、．.]|[（(][一二三四五六七八九十\d]{1,4}[)）]|\d{1,3}(?:\.\d{1,3}){0,4}[.．、\s]|\d{1,3}[）)]|[①-⑳●■◆○□▪•]|附件|附录|附錄)/u;
/** A label that stands for itself, its text further right. */
export const LABEL_ALONE =
  /^(?:[一二三四五六七八九十]{1,4}[、．.]?|[（(][一二三四五六七八九十\da-z]{1,4}[)）]|\d{1,3}[.．、)）]?|[①-⑳●■◆○□▪•]|[IVX]{1,5}\.|第\s?[一二三四五六七八九十百千零〇\d]{1,9}\s?[章节條条編编節款])$/u;
const SENTENCE_END = /[。；;：:！!？?….”’」』）)】]$/u;
/** Begins a line also where the one above does not end a sentence; 第四条规定的 in its middle is a reference. */
const HEADING_LABEL =
  /^(?:第\s?[一二三四五六七八九十百千零〇\d]{1,9}\s?[编章节编節條条](?![规規所第、和与與的至或及之中])|[一二三四五六七八九十]{1,3}、)/u;

/** In ems. */
const INDENT = 0.8;
const ASIDE = 8;
const SLACK = 0.5;
/** Times the usual distance. */
const APART = 1.3;

/** @param before  The line above, in the order of reading. */
export function goesOn(before: MeasuredLine, next: MeasuredLine): boolean {
  const { line: above } = before;
  const { line } = next;
  if (Math.abs(above.size - line.size) > above.size * 0.12) return false;
  const isTurned = before.page !== next.page || above.column !== line.column;
  if (!isTurned && (isWrappedLabel(above, line) || isOpenNote(above, line))) return true;
  if (!isTurned && isApart(above, line, next.margins)) return false;
  if (isSetAside(before) || isSetAside(next)) return false;
  if (!isFull(before, line)) return false;
  const indent = (line.left - next.margins.left) / line.size;
  const indentAbove = (above.left - before.margins.left) / above.size;
  // A hanging item stands in from its second line on.
  if (indent > INDENT && indent - indentAbove > INDENT && !LABEL.test(above.text)) return false;
  if (indent > INDENT && isTurned && indent - indentAbove > -INDENT) return false;
  if (indent > INDENT && !isTurned && Math.abs(indent - indentAbove) < INDENT && LABEL.test(line.text))
    return false;
  if (!LABEL.test(line.text)) return true;
  return !SENTENCE_END.test(above.text) && !HEADING_LABEL.test(line.text);
}

/** 主 题 / 词：, the name of a field in a narrow cell. */
function isWrappedLabel(above: PlacedLine, line: PlacedLine): boolean {
  return (
    above.column === line.column &&
    Math.abs(above.left - line.left) < line.size * 0.2 &&
    /^\S(?:\s?\S){0,4}$/u.test(above.text) &&
    /^\S{1,3}[：:]$/u.test(line.text)
  );
}

/** （2003年8月27日第十届全国人民代表大会 / 常务委员会第四次会议通过）: a note in brackets, under a title. */
function isOpenNote(above: PlacedLine, line: PlacedLine): boolean {
  return /^[（(][^（）()]{6,100}$/u.test(above.text) && /^[^（）()]{1,100}[）)]$/u.test(line.text);
}

function isApart(above: PlacedLine, line: PlacedLine, { leading }: Margins): boolean {
  const apart = line.baseline - above.baseline;
  return apart < 0 || apart > leading * APART * Math.max(above.size, line.size);
}

/** In the middle, or at the right: a title, a signature, a day. */
function isSetAside({ line, margins }: MeasuredLine): boolean {
  const atLeft = (line.left - margins.left) / line.size;
  const atRight = (margins.right - line.right) / line.size;
  if (LABEL.test(line.text)) return false;
  if (atLeft > ASIDE) return true;
  return atLeft > 2.5 && atRight > 2.5 && Math.abs(atLeft - atRight) < 1.5;
}

/** Whether the next line's first word had no room left. */
function isFull({ line, margins }: MeasuredLine, next: PlacedLine): boolean {
  const room = (margins.right - line.right) / line.size;
  return room < widthOfFirstWord(next.text) + SLACK;
}

/** In ems, at a guess: a word of Latin letters, or an ideograph with the punctuation that must not begin a line. */
function widthOfFirstWord(text: string): number {
  if (/^[（(《“〔【「『[]/u.test(text)) return 1 + widthOfFirstWord(text.slice(1));
  if (WIDE.test(text.charAt(0))) return /^.[，。、；：！？》）”’」』]/u.test(text) ? 2 : 1;
  const word = /^[^\s\u2e80-\uffff]{1,40}/u.exec(text)?.[0] ?? '';
  return word.length * 0.55;
}

/** Without the break: a hyphen at it goes, words are kept apart, ideographs are not. */
export function joined(text: string, next: string): string {
  const last = text.at(-1) ?? '';
  const first = next.charAt(0);
  if (/[a-z]-$/u.test(text) && /^[a-z]/u.test(next)) return `${text.slice(0, -1)}${next}`;
  if (last === '' || WIDE.test(last) || WIDE.test(first) || last === '-' || last === MARK_CLOSE)
    return `${text}${next}`;
  return `${text} ${next}`;
}
