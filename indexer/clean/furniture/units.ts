/**
 * A text in units that page furniture is told by: its lines; in a line that a whole page was flattened into, the
 * pieces between spaces.
 */
import type { Span } from '../../../core/model.js';
import { DATELINE, RULES, ruleOf } from './rules.js';

export interface Unit extends Span {
  readonly text: string;
  /** What it is cut as; null: it stays. */
  rule: string | null;
  /** True where nothing of the text comes after such a unit. */
  readonly ends: boolean;
}

/** A page's head and foot are not longer; the rules are asked of these units only. */
export const ZONE = 120;
const MIN_PAGE = 300;
const MIN_SPACES = 10;
/** A title printed again by the page stands within this many characters. */
const TITLE_REACH = 3000;

const INLINE: readonly { readonly rule: string; readonly ends: boolean; readonly pattern: RegExp }[] = [
  {
    rule: 'share',
    ends: true,
    pattern:
      /(?:更多|获取)(?:信息|资讯|内容|精彩|详情|政策)?[^。，；\s]{0,6}(?:请|欢迎)[^。，；\s]{0,4}关注[^。，；\s]{0,12}(?:微信|微博|公众号|订阅号)[^。，；\s]{0,24}$/u,
  },
  {
    rule: 'metadata',
    ends: false,
    pattern:
      /公开程序[:：][^。：:]{1,14}公开\s*责任部门[:：][^。：:\s]{1,24}?[处科室](?=$|\s|[^一二三四五六七八九十])/u,
  },
];

export function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  let start = 0;
  const lines = text.split('\n');
  for (const [number, line] of lines.entries()) {
    const inZone = number < ZONE || number >= lines.length - ZONE;
    for (const span of inZone ? spansOf(line) : [{ start: 0, end: line.length }]) {
      const piece = line.slice(span.start, span.end);
      const rule = inZone || mayBeAnywhere(piece) ? ruleFor(piece, inZone) : null;
      units.push({
        start: start + span.start,
        end: start + span.end,
        text: piece,
        ...rule,
        rule: rule?.rule ?? null,
        ends: rule?.ends ?? false,
      });
    }
    start += line.length + 1;
  }
  return units;
}

function ruleFor(piece: string, inZone: boolean): { readonly rule: string; readonly ends: boolean } | null {
  const inline = INLINE.find(({ pattern }) => pattern.exec(piece)?.[0] === piece);
  if (inline !== undefined) return inline;
  const found = inZone
    ? ruleOf(piece)
    : (RULES.find((rule) => rule.anywhere && rule.pattern.test(piece)) ?? null);
  return found === null ? null : { rule: found.rule, ends: found.ends ?? false };
}

function mayBeAnywhere(piece: string): boolean {
  return piece.length <= 40 && /^[【[（(扫掃浏瀏阅閱点點访訪转轉长]/u.test(piece);
}

function spansOf(line: string): Span[] {
  const whole = [{ start: 0, end: line.length }];
  const split = splitInline(line);
  if (split !== null) return split;
  const pieces = line.split(/[ \u3000\u00a0]/u);
  if (pieces.length < 3) return whole;
  const isPage = line.length >= MIN_PAGE && pieces.length > MIN_SPACES;
  if (!isPage && (line.length > 400 || ruleOf(line) !== null || countRuled(pieces) < 2)) return whole;
  return splitPage(line);
}

function countRuled(pieces: readonly string[]): number {
  return pieces.filter((piece) =>
    /^(?:menu|share|breadcrumb|counter|footer|copyright)$/u.test(ruleOf(piece)?.rule ?? ''),
  ).length;
}

/** What stands in a line without a space before it. */
function splitInline(line: string): Span[] | null {
  if (!/关注|公开程序/u.test(line)) return null;
  const spans: Span[] = [];
  let at = 0;
  for (let rest = line; ; rest = line.slice(at)) {
    const match = INLINE.map(({ pattern }) => pattern.exec(rest))
      .filter((found) => found !== null)
      .sort((one, other) => one.index - other.index)[0];
    if (match === undefined) break;
    if (match.index > 0) spans.push({ start: at, end: at + match.index });
    spans.push({ start: at + match.index, end: at + match.index + match[0].length });
    at += match.index + match[0].length;
  }
  if (spans.length === 0) return null;
  if (at < line.length) spans.push({ start: at, end: line.length });
  return spans;
}

/** At datelines, at the title printed twice, and at spaces. */
function splitPage(line: string): Span[] {
  const whole: Span[] = titles(line);
  const dateline = DATELINE.exec(line.slice(0, TITLE_REACH));
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
