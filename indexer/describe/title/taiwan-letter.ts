/**
 * Letters, announcements and orders of Taiwan's offices (文書處理手冊): the head line names office and kind, the fields follow,
 * and 主旨 says what it is about:
 *
 * ```
 * 臺北市政府　函
 * 發文日期：中華民國112年5月30日
 * 發文字號：府授教字第1120045678號
 * 主旨：檢送「補助作業要點」1份，請查照。
 * 說明：…
 * ```
 */
import type { Span } from '../../../core/model.js';
import { toSimplified } from '../../../core/text/script.js';
import { named } from '../bodies/body-names.js';
import type { FoundBodies } from '../bodies/concluded-bodies.js';
import { wholeDate } from '../dates/calendar.js';
import type { TextEnds } from '../text-ends.js';
import type { FoundTitle } from './found-title.js';
import { joinedTitle } from './joint-title.js';

export interface TaiwanLetter {
  /** As printed: 臺北市政府. */
  readonly office: string;
  /** The type (文种). */
  readonly type: string;
}

/** What the head line ends in → type. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['函', '函'],
  ['书函', '函'],
  ['笺函', '函'],
  ['移文单', '函'],
  ['公告', '公告'],
  ['通告', '通告'],
  ['令', '令'],
  ['呈', '呈'],
  ['咨', '咨'],
  ['开会通知单', '通知'],
]);
const kinds = [...KINDS.keys()].sort((a, b) => b.length - a.length).join('|');
/** 臺北市政府　函, 教育部 函（稿）; the kind is spread too: 公　告. */
const HEAD_LINE = new RegExp(
  `^([\\u4e00-\\u9fff○]{2,30}?)[\\s\\u3000]{0,12}(${[...kinds].map((character) => (character === '|' ? '|' : `${character}[\\s\\u3000]{0,4}`)).join('')})(?:[（(][^（()）]{1,6}[）)])?$`,
  'u',
);
/** Only in such a letter. */
const FIELDS =
  /(?:^|\n)[\s\u3000]{0,8}(?:主[\s\u3000]{0,4}旨[\s\u3000]{0,4}[:：]|发文[\s\u3000]?字号[\s\u3000]{0,4}[:：][^\n]{2,40}字第[^\n]{2,20}号)/u;
const SUBJECT = /(?:^|\n|[。\s])主[\s\u3000]{0,4}旨[\s\u3000]{0,4}[:：][\s\u3000]{0,4}(?=\S)/u;
const NEXT_FIELD =
  /(?:说[\s\u3000]{0,4}明|依[\s\u3000]{0,4}据|公告事项|办法|拟办|附件|正本|副本)[\s\u3000]{0,4}[:：]/u;
const HEAD_LINES = 6;
const REACH = 3000;
const LONGEST = 400;

export function taiwanLetter({ page, pageAsPrinted }: TextEnds): TaiwanLetter | null {
  if (!FIELDS.test(page.slice(0, REACH))) return null;
  const printed = pageAsPrinted.split('\n', HEAD_LINES * 2);
  const lines = page.split('\n', HEAD_LINES * 2);
  for (const [index, line] of lines.entries()) {
    const match = HEAD_LINE.exec(line.trim());
    const type = KINDS.get((match?.[2] ?? '').replace(/\s/gu, ''));
    if (match?.[1] === undefined || type === undefined) continue;
    const office = (printed[index] ?? '').trim().slice(0, match[1].length);
    return { office: office.trim(), type };
  }
  return null;
}

/** Its issuing body. */
export function letterOffice(ends: TextEnds): FoundBodies | null {
  const office = taiwanLetter(ends)?.office;
  return office === undefined ? null : { bodies: [named(toSimplified(office))], provenance: 'extracted' };
}

/** 中華民國112年5月3日, alone on a line between the head line and 主旨: a gazette leaves the caption out. */
export function letterDay(ends: TextEnds): string | null {
  if (taiwanLetter(ends) === null) return null;
  const above = ends.head.slice(0, SUBJECT.exec(ends.head.slice(0, REACH))?.index ?? 0);
  const days = above.split('\n').map((line) => wholeDate(line));
  return days.find((day) => day !== null) ?? null;
}

/** 主旨, without the full stop; of an order, its first sentence. */
export function letterTitle(ends: TextEnds): FoundTitle | null {
  const letter = taiwanLetter(ends);
  if (letter === null) return null;
  const place = subject(ends.head) ?? (letter.type === '令' ? order(ends.head) : null);
  if (place === null) return null;
  const title = joinedTitle(ends.cleaned.text.slice(place.words, place.span.end)).replace(/[。．.]$/u, '');
  return title.length < 4 ? null : { title, span: place.span, provenance: 'extracted', kind: 'official' };
}

interface Place {
  /** With its label: the line is one clause. */
  readonly span: Span;
  /** Where the words begin. */
  readonly words: number;
}

function subject(head: string): Place | null {
  const match = SUBJECT.exec(head.slice(0, REACH));
  if (match === null) return null;
  const start = match.index + (/^[\n。\s]/u.test(match[0]) ? 1 : 0);
  const words = match.index + match[0].length;
  const rest = head.slice(words, words + LONGEST);
  const stop = /。/u.exec(rest)?.index;
  const next = NEXT_FIELD.exec(rest)?.index;
  const lineEnd = rest.indexOf('\n');
  // Wrapped by width, it goes on in the next line up to its full stop.
  const end = Math.min(
    stop === undefined ? (lineEnd === -1 ? rest.length : lineEnd) : stop + 1,
    next ?? rest.length,
  );
  return { span: { start, end: words + rest.slice(0, end).trimEnd().length }, words };
}

/** 修正「…辦法」第三條。: the first sentence behind head line and fields. */
function order(head: string): Place | null {
  let start = 0;
  for (const line of head.slice(0, REACH).split('\n')) {
    if (/^(?:修正|订定|废止|制定|核定|公布|任命|特派|兹)/u.test(line)) {
      const stop = line.indexOf('。');
      return { span: { start, end: start + (stop === -1 ? line.length : stop + 1) }, words: start };
    }
    start += line.length + 1;
  }
  return null;
}
