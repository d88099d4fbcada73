/**
 * Reads the labelled fields that sites print around a text: 发文机关：…, 发布日期：…, 标题: …, 链接: …. In a table without
 * colons the value stands under its label, or behind it in the next column.
 *
 * They are furniture, so the clean step cuts them; they are read from the raw text, whose head and tail hold them.
 */
import { shortenBlanks } from '../../core/text/blanks.js';
import { toSimplified } from '../../core/text/script.js';
import { withoutInvisible } from '../clean/drop-invisible.js';
import { narrow } from '../clean/narrow.js';
import { withoutHtml } from '../clean/read-html.js';
import { type CaptionRole, PAGE_CAPTIONS, TABLE_CAPTIONS } from '../tables/page-captions.js';

const roleOf = new Map(
  [TABLE_CAPTIONS, PAGE_CAPTIONS].flatMap((table) =>
    Object.entries(table).flatMap(([role, words]) =>
      words.map((word) => [word, role as CaptionRole] as const),
    ),
  ),
);
const tableWords = new Set(Object.values(TABLE_CAPTIONS).flat());
/** Captions are spread to one width with white space: 标　　题：. */
const spread = (word: string): string => [...word].join('[ \\u3000\\u00a0]*');
const either = [...roleOf.keys()]
  .sort((a, b) => b.length - a.length)
  .map(spread)
  .join('|');
const anyLabel = new RegExp(`(${either})(?:[】\\]]?[ \\u3000\\u00a0]*[:：]|】)`, 'gu');
const bareLabel = new RegExp(
  `(?<=^|[\\n\\r\\t|｜【\\[]|[ \\u3000]{2})(${either})(?:[】\\]]|(?=[ \\u3000\\u00a0]*(?:[\\n\\r\\t|｜]|[ \\u3000]{2})))`,
  'gu',
);
const BOUNDARY = /[\s|｜【[（(]$/u;

const LONGEST_VALUE = 300;
/** Captions of one table stand no further apart. */
const NEAR = 200;
/** So many captions without colons make a table: single ones are words of the text. */
const MIN_BARE = 3;

/** First value of each label, in Simplified; a value ends at its line or at the next label. */
export type Captions = Readonly<Partial<Record<CaptionRole, string>>>;

interface Mark {
  readonly role: CaptionRole;
  readonly word: string;
  readonly ofTable: boolean;
  readonly start: number;
  readonly end: number;
}

/** @param parts  Of the raw text, those in which captions may stand, the best first; some thousand characters each. */
export function readCaptions(parts: readonly string[]): Captions {
  const found: Partial<Record<CaptionRole, string>> = {};
  for (const part of parts) {
    const plain = narrow(toSimplified(withoutInvisible(shortenBlanks(withoutHtml(part)))));
    const marks = marksIn(plain);
    const isTable = marks.filter(({ ofTable }) => ofTable).length >= MIN_BARE;
    marks.forEach(({ role, word, end }, index) => {
      if (role === 'other' || found[role] !== undefined) return;
      // 名称： stands in forms too.
      if (role === 'title' && word !== '标题' && !isTable) return;
      const next = marks[index + 1]?.start ?? plain.length;
      const value = firstLine(plain.slice(end, Math.min(next, end + LONGEST_VALUE)), role);
      if (value !== '') found[role] = value;
    });
  }
  return found;
}

function marksIn(plain: string): Mark[] {
  const found = [...plain.matchAll(anyLabel)].map((match) => ({
    mark: toMark(match),
    free: match.index === 0 || BOUNDARY.test(plain[match.index - 1] ?? ''),
    // Short words are the ends of others (项目名称).
    whole: (match[1] ?? '').length > 2 || /^(?:标题|文号)$/u.test(match[1] ?? ''),
  }));
  const near = (one: Mark | undefined, other: Mark | undefined): boolean =>
    one?.ofTable === true && other?.ofTable === true && other.start - one.end < NEAR;
  // A table that lost its breaks: 发文机关：科技司成文日期：2022-11-22.
  const marks = found
    .filter(({ mark, free, whole }, index) => {
      const glued = near(found[index - 1]?.mark, mark) || near(mark, found[index + 1]?.mark);
      return free || (whole && glued);
    })
    .map(({ mark }) => mark);
  const bare = [...plain.matchAll(bareLabel)].map(toMark).filter((mark) => mark.ofTable);
  if (new Set(bare.map(({ word }) => word)).size < MIN_BARE) return marks;
  return [...marks, ...bare].sort((one, other) => one.start - other.start);
}

const squeezed = (word: string): string => word.replace(/\s/gu, '');

function toMark(match: RegExpExecArray): Mark {
  const word = squeezed(match[1] ?? '');
  return {
    role: roleOf.get(word) ?? 'other',
    word,
    ofTable: tableWords.has(word),
    start: match.index,
    end: match.index + match[0].length,
  };
}

/** The value stands after its label, or on the next line. */
function firstLine(value: string, role: CaptionRole): string {
  const line = value.replace(/^[\s|｜]+/u, '').split(/[\n\r|｜]/u, 1)[0] ?? '';
  const end =
    role === 'source' || role === 'number' || role === 'link'
      ? /\s+(?=[【\s]|$)|\s{2,}|【(?!\d)/u
      : /\s{3,}|【(?!\d)/u;
  return (line.split(end, 1)[0] ?? '').trim();
}
