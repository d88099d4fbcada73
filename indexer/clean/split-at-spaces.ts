/**
 * Gives back the line breaks of a text that was flattened to one line with single spaces: 。 发展目标 到2022年… → three
 * lines.
 *
 * Only in a page that is known to be flattened, and in a long line where at least three spaces follow the end of a sentence: Chinese
 * has no other use for a space there. Elsewhere in it a space is a
 * break where what follows begins as a paragraph does (第三条, （一）, ◆), before and after a date or document number that stands alone, and between a short heading
 * and a sentence. It is none inside 推进方案 (2019—2022年), after a bare label, in a name or beside Latin letters and digits.
 */
import type { Draft } from './draft.js';
import type { Edit } from './mapped-text.js';

const MIN_LINE = 300;
const MAX_HEADING = 50;
const SENTENCE_END = /[。；：！？;!?:]["”’」』)）】]*$/u;
const FLATTENED = /[。；：！？;!?][”’」』)）]* (?=\S)/gu;
const BEGINS_PARAGRAPH =
  /^(?:[◆●■★▲◇○□※•]|第[一二三四五六七八九十百千零〇\d]{1,7}[编章节条條編節]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[、．.](?!\d)|附件[\d一二三四五六七八九十]{0,2}(?:[:：.]|$))/u;
const BARE_LABEL =
  /^(?:[◆●■★▲◇○□※•]|第[一二三四五六七八九十百千零〇\d]{1,7}[编章节条條編節](?:之[一二三四五六七八九十]+)?|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[、．.]|附件[\d一二三四五六七八九十]{0,2}[:：]?)$/u;
const DATE = /^(?:\d{4}|[一二三四五六七八九十〇○零]{4})年.{1,3}月.{1,3}日$/u;
const OPENNESS = /^[（(]此件.{2,10}[）)]$/u;
const ORDER_NUMBER = /^第\s?\d{1,4}\s?号$/u;
const BODY = /^[\p{Script=Han}]{2,24}(?:政府|办公厅|办公室|委员会|秘书局|部|局|厅|院|委|署|会|法院|检察院)$/u;
const HALF_BODY = /^(?:委员会|办公厅|办公室|秘书局)/u;
const NUMBER = /^[\p{Script=Han}]{2,12}[〔﹝[［（(【]\d{4}[〕﹞\]］）)】]\s*\d{1,5}号$/u;
const IN_BRACKETS = /^[（(][^（()）]{1,40}[）)]/u;
const LATIN_EDGE = /[A-Za-z0-9]/u;

export function splitAtSpaces(draft: Draft): Draft {
  const { text } = draft.mapped;
  if (!text.includes(' ')) return draft;
  const edits: Edit[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (draft.flattened || isFlattened(line)) {
      for (const at of breaksIn(line)) edits.push({ start: start + at, end: start + at + 1, insert: '\n' });
    }
    start += line.length + 1;
  }
  return { ...draft, mapped: draft.mapped.edit(edits) };
}

function isFlattened(line: string): boolean {
  if (line.length < MIN_LINE || !line.includes(' ')) return false;
  return (line.match(FLATTENED)?.length ?? 0) >= 3;
}

/** Offsets of the spaces that were line breaks. */
function breaksIn(line: string): number[] {
  const breaks: number[] = [];
  const pieces = line.split(' ');
  const signatures = signaturesIn(pieces);
  let at = 0;
  let lineStart = 0;
  for (const [index, piece] of pieces.entries()) {
    at += piece.length;
    const next = pieces[index + 1];
    if (next === undefined) break;
    if (signatures.has(index + 1) || isBreak(line.slice(lineStart, at), piece, next)) {
      breaks.push(at);
      lineStart = at + 1;
    }
    at += 1;
  }
  return breaks;
}

/** Bodies right before a date sign the text: the first of them begins a line. */
function signaturesIn(pieces: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [index, piece] of pieces.entries()) {
    if (!DATE.test(piece)) continue;
    let first = index;
    while (BODY.test(pieces[first - 1] ?? '')) first -= 1;
    if (first < index && !HALF_BODY.test(pieces[first] ?? '')) found.add(first);
  }
  return found;
}

/** @param soFar  What stands since the last break, `piece` its last part. */
function isBreak(soFar: string, piece: string, next: string): boolean {
  if (piece === '' || next === '' || BARE_LABEL.test(soFar)) return false;
  if (DATE.test(next) || NUMBER.test(next) || DATE.test(piece) || NUMBER.test(piece)) return true;
  if (OPENNESS.test(piece) || OPENNESS.test(next) || BEGINS_PARAGRAPH.test(next)) return true;
  if (ORDER_NUMBER.test(piece) && next.startsWith('《')) return true;
  if (SENTENCE_END.test(piece)) return true;
  if (IN_BRACKETS.test(next) && next.length < MAX_HEADING) return false;
  if (LATIN_EDGE.test(piece.at(-1) ?? '') || LATIN_EDGE.test(next[0] ?? '')) return false;
  const isHeading = soFar.length <= MAX_HEADING && !/[，。；,;]/u.test(soFar);
  return isHeading && /[，。；：,;:]/u.test(next);
}
