/**
 * Texts whose number is a serial and its year, printed above their names: circulars of Hong Kong's offices, and Macau's acts.
 *
 * ```
 * 教育局通告第 9/2025 號          第17/2023號行政法規          第101/2023號行政長官批示
 * 全方位學習津貼                   修改《公共停車場規章》        行政長官行使…職權，作出本批示。
 * ```
 */
import { readDate } from './dates/calendar.js';
import { type HeadLine, headLines } from './head-lines.js';
import type { NumberedText } from './numbered-text.js';
import type { TextEnds } from './text-ends.js';

const SIGN = /第\s?[\dA-Za-z０-９]{1,8}\s?[/／]\s?\d{2,4}\s?[号號]/u;
const SERIAL = '第(\\d{1,4}[A-Z]?)[/／](\\d{4}|\\d{2}(?:-\\d{2})?)号';
const CIRCULAR = new RegExp(
  `^([\\u4e00-\\u9fff]{2,20}?)(通告|通函|备忘录)([（(][\\u4e00-\\u9fff]{1,12}[）)])?${SERIAL}$`,
  'u',
);
const ACT = new RegExp(`^${SERIAL}(法律|行政法规|行政命令|[\\u4e00-\\u9fff]{2,12}(?:批示|公告))$`, 'u');
/** Macau's laws and regulations have names, orders have none. */
const NAMED_ACT = /法律$|行政法规$/u;
const TYPES: ReadonlyMap<string, string> = new Map([
  ['通告', '通告'],
  ['通函', '函'],
  ['法律', '法律'],
  ['行政法规', '行政法规'],
  ['行政命令', '令'],
]);
/** （2026年4月更新）, [註：…: no name. */
const NO_NAME = /^[（([［【]|[。；]/u;
const HEAD_LINES = 12;
const REACH = 800;
const LONGEST_NAME = 80;

/** @returns  null for any other text. */
export function readSerialOfYear({ head, tail, cleaned }: TextEnds): NumberedText | null {
  if (!SIGN.test(cleaned.text.slice(0, REACH))) return null; // the head need not be converted
  const lines = headLines(head.slice(0, REACH)).slice(0, HEAD_LINES);
  for (const [at, line] of lines.entries()) {
    const bare = line.text.replace(/\s/gu, '');
    const circular = CIRCULAR.exec(bare);
    const act = ACT.exec(bare);
    if (circular === null && act === null) continue;
    const [, office = '', word = '', group = ''] = circular ?? [];
    const [serial = '', year = '', kind = ''] = circular?.slice(4) ?? act?.slice(1) ?? [];
    const name = circular !== null || NAMED_ACT.test(kind) ? nameBelow(lines, at) : null;
    const span = name ?? line;
    const number = { text: bare, issuerCode: `${office}${word}${group}${kind}`, year: yearOf(year), serial };
    return {
      number: { number, printed: cleaned.text.slice(line.start, line.end).replace(/\s/gu, '') },
      title: cleaned.text.slice(span.start, span.end).trim(),
      span: { start: span.start, end: span.end },
      type: TYPES.get(circular === null ? kind : word) ?? null,
      bodies: [],
      publishedOn: null,
      signedOn: act === null ? null : madeOn(tail === '' ? head : tail),
      effectiveOn: null,
      place: circular === null ? '澳门' : '香港',
    };
  }
  return null;
}

function nameBelow(lines: readonly HeadLine[], at: number): HeadLine | null {
  const below = lines
    .slice(at + 1, at + 3)
    .find(({ text }) => !/^[（([［][^（()）]{4,30}[）)\]］]$/u.test(text));
  return below === undefined || below.text.length > LONGEST_NAME || NO_NAME.test(below.text) ? null : below;
}

/** 2023; of 2023-24 or 23, the first. */
function yearOf(printed: string): number {
  const year = Number(printed.slice(0, printed.length === 4 ? 4 : 2));
  return year < 100 ? year + (year < 70 ? 2000 : 1900) : year;
}

/** 二零二三年四月二十六日制定。 or, of an order, its last day. */
function madeOn(text: string): string | null {
  const lines = text.split('\n').map((line) => line.trim());
  const made = lines.findLast((line) => line.length < 40 && /日(?:制定|通过|签署|核准)?[。.]?$/u.test(line));
  return made === undefined ? null : readDate(made);
}
