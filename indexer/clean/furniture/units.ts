/**
 * A text in units that page furniture is told by: its lines; in a line that a whole page was flattened into, the
 * pieces between spaces.
 */
import type { Span } from '../../../core/model.js';
import { narrow } from '../narrow.js';
import { DATELINE, type FurnitureRule, plainOf, RULES, ruleOf } from './rules.js';

export interface Unit extends Span {
  readonly text: string;
  /** As rules read it: in Simplified, narrow. */
  readonly plain: string;
  /** What it is cut as; null: it stays. */
  rule: string | null;
  /** True in a line that is taken in pieces. */
  readonly isPiece: boolean;
  /** True where nothing of the text comes after such a unit. */
  readonly ends: boolean;
}

/** A page's head and foot are not longer; the rules are asked of these units only. */
export const ZONE = 120;
/** In characters, for a page that was flattened into one line of thousands of pieces. */
const ZONE_REACH = 50_000;
const MIN_PAGE = 300;
const MIN_SPACES = 10;
/** Three of a row of buttons are among so many pieces. */
const MOST_PIECES = 5000;
/** A title printed again by the page stands within this many characters. */
const TITLE_REACH = 3000;

export function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  const lines = text.split('\n');
  let start = 0;
  for (const [number, line] of lines.entries()) {
    const inZone = number < ZONE || number >= lines.length - ZONE;
    const spans = inZone ? spansOf(line) : [{ start: 0, end: line.length }];
    for (const span of spans) {
      const piece = line.slice(span.start, span.end);
      const from = start + span.start;
      const isNear = inZone && (from < ZONE_REACH || from > text.length - ZONE_REACH);
      const found = isNear || mayBeAnywhere(piece) ? ruleFor(piece, isNear) : null;
      if (inZone && !isNear && found === null) continue; // a million pieces that nothing is asked of
      units.push({
        start: from,
        end: start + span.end,
        text: piece,
        plain: isNear ? plainOf(piece) : piece,
        rule: found?.rule ?? null,
        ends: found?.ends ?? false,
        isPiece: spans.length > 1,
      });
    }
    start += line.length + 1;
  }
  return units;
}

function ruleFor(piece: string, inZone: boolean): FurnitureRule | null {
  if (inZone) return ruleOf(piece);
  return RULES.find((rule) => rule.anywhere && rule.pattern.test(plainOf(piece))) ?? null;
}

function mayBeAnywhere(piece: string): boolean {
  return piece.length <= 40 && /^[【[（(扫掃浏瀏阅閱点點访訪转轉长]/u.test(piece);
}

function spansOf(line: string): Span[] {
  const whole = [{ start: 0, end: line.length }];
  const pieces = line.split(/[ \u3000\u00a0]/u, MOST_PIECES);
  if (pieces.length < 3) return whole;
  const isPage = line.length >= MIN_PAGE && pieces.length > MIN_SPACES;
  // A row of buttons in a short line; three of them in a line that holds the text as well.
  const ruled = line.length > 400 ? 3 : 2;
  if (!isPage && (ruleOf(line) !== null || countRuled(pieces) < ruled)) return whole;
  return splitPage(line);
}

/** A path counts twice: 您的位置：首页>政策文件 says where the page stands. */
function countRuled(pieces: readonly string[]): number {
  return pieces.reduce((count, piece) => {
    const rule = ruleOf(piece)?.rule ?? '';
    if (rule === 'breadcrumb' && /^(?:您|当前|现在)/u.test(plainOf(piece))) return count + 2;
    return count + (/^(?:menu|share|breadcrumb|counter|footer|copyright)$/u.test(rule) ? 1 : 0);
  }, 0);
}

/** At datelines, at the title printed twice, and at spaces. */
function splitPage(line: string): Span[] {
  const whole: Span[] = titles(line);
  const dateline = DATELINE.exec(narrow(line.slice(0, TITLE_REACH)));
  if (dateline !== null) whole.push({ start: dateline.index, end: dateline.index + dateline[0].length });
  whole.sort((one, other) => one.start - other.start);
  const spans: Span[] = [];
  let at = 0;
  for (const span of whole) {
    if (span.start < at) continue;
    pushPieces(spans, line, at, span.start);
    spans.push(span);
    at = span.end;
  }
  pushPieces(spans, line, at, line.length);
  return spans;
}

function pushPieces(spans: Span[], line: string, start: number, end: number): void {
  for (const match of line.slice(start, end).matchAll(/[^ \u3000\u00a0]+/gu)) {
    spans.push({ start: start + match.index, end: start + match.index + match[0].length });
  }
}

/** `标题_网站 … 标题 …`: the longest beginning of the line that is printed again, and both its places. */
function titles(line: string): Span[] {
  const head = line.slice(0, TITLE_REACH);
  const beginnings = [...head.slice(0, 200).matchAll(/[_|｜]|[ \u3000]/gu)]
    .map(({ index }) => index)
    .reverse();
  for (const length of beginnings) {
    const title = head.slice(0, length);
    if (title.length < 8) break;
    const again = head.indexOf(title, length);
    if (again === -1) continue;
    const suffix = /^[_|｜][^ \u3000]{0,40}/u.exec(head.slice(length))?.[0].length ?? 0;
    return [
      { start: 0, end: length + suffix },
      { start: again, end: again + length },
    ];
  }
  return [];
}
