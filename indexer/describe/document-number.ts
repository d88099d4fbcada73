/**
 * A text's own document number: the one of the site's table, or the one that stands beside its title or at its very
 * start. A number inside a sentence, or in brackets behind a 《name》, is that of another text.
 */
import type { DocumentNumber, Span } from '../../core/model.js';
import {
  type FoundNumber,
  findDocumentNumbers,
  parseDocumentNumber,
} from '../../core/text/document-number.js';
import { toSimplified } from '../../core/text/script.js';
import { squeezed } from './printed.js';
import type { TextEnds } from './text-ends.js';

/** Title and number stand this near: signatures of joint notices and a date may come between. */
const BESIDE = 260;
const REACH = 1600;
const SHORTEST_TITLE = 8;

/** A number and how the text prints it, in Simplified. */
export interface OwnNumber {
  readonly number: DocumentNumber;
  readonly printed: string;
}

export function readDocumentNumber(ends: TextEnds, title: string, titleSpan: Span | null): OwnNumber | null {
  const { captions, head, numbered } = ends;
  if (numbered !== null) return numbered.number;
  const labelled = captions.number;
  if (labelled !== undefined) {
    const number = parseDocumentNumber(labelled);
    if (number !== null) return { number, printed: labelled.trim() };
    const last = findDocumentNumbers(labelled.slice(0, 200)).at(-1);
    if (last !== undefined) return asPrinted(labelled, last);
  }
  for (const found of findDocumentNumbers(head.slice(0, REACH))) {
    if (isOwn(head, found.start, found.end, titleSpan) || isAboveTitle(head, found, title))
      return asPrinted(head, found);
  }
  // 工业和信息化部公告（2021年第6号）: the number is a part of the title; not one that the title cites.
  const last = findDocumentNumbers(title).at(-1);
  return last !== undefined &&
    /^[）)\]】]?$/u.test(title.slice(last.end)) &&
    !/[》]\s*[（(]$/u.test(title.slice(0, last.start))
    ? asPrinted(title, last)
    : null;
}

/** An order, then the number and the title of what it promulgates: the page is called after that. */
function isAboveTitle(head: string, { start, end }: Span, title: string): boolean {
  const name = squeezed(toSimplified(title));
  const isAlone = /(?:^|\n)\s{0,40}$/u.test(head.slice(Math.max(0, start - 41), start));
  const below = /^\s{0,40}\n/u.test(head.slice(end, end + 41)) ? squeezed(head.slice(end, end + 400)) : '';
  return isAlone && name.length >= SHORTEST_TITLE && below.startsWith(name);
}

export function asPrinted(text: string, { number, start, end }: FoundNumber): OwnNumber {
  return { number, printed: text.slice(start, end).replace(/\s+/gu, '') };
}

function isOwn(head: string, start: number, end: number, titleSpan: Span | null): boolean {
  const before = head.slice(Math.max(0, start - 30), start);
  const after = head.slice(end, end + 6);
  if (
    /[》”]\s*(?:[（(〔[]\s*)?$/u.test(before) ||
    /(?:根据|按照|依据|参见|详见|和|、)[（(]?\s*$/u.test(before)
  )
    return false;
  if (/^\s*(?:文件|印发|精神|规定|公布的|要求)/u.test(after) && start > 3) return false;
  if (head.slice(0, start).trim() === '') return true;
  const line = head.lastIndexOf('\n', start - 1) + 1;
  const nextBreak = head.indexOf('\n', end);
  const alone =
    /^[\s（(]*$/u.test(head.slice(line, start)) &&
    /^[\s）)]*$/u.test(head.slice(end, nextBreak === -1 ? head.length : nextBreak));
  if (titleSpan === null) return alone && start < 600;
  // Between the lines of the title.
  if (start >= titleSpan.start && end < titleSpan.end) return alone;
  if (end <= titleSpan.start)
    return titleSpan.start - end < BESIDE && !/[。；]/u.test(head.slice(end, titleSpan.start));
  if (start < titleSpan.end) return false;
  const between = head.slice(titleSpan.end, start);
  return (
    between.length < BESIDE &&
    (alone
      ? !/[。；]/u.test(between)
      : /^[\s（(]{0,260}(?:[\u4e00-\u9fff、][\u4e00-\u9fff、\s]{0,159})?(?:[（(]?\d{4}年\d{1,2}月\d{1,2}日[）)]?)?[\s（(]{0,260}$/u.test(
          between,
        ) && !/[，为根据按照各]/u.test(between))
  );
}
