/**
 * Finds the title of a text: printed at its head, printed above a plan that a notice or a report carries, or, where none
 * is printed, the best line.
 */
import type { Provenance, Span } from '../../core/model.js';
import { findDocumentNumbers } from '../../core/text/document-number.js';
import type { Reading } from './reading.js';
import { ENDS_LIKE_TITLE, ENDS_STRONGLY, FOLLOWS_TITLE, NO_TITLE } from './title-words.js';

export interface FoundTitle {
  /** As printed, without the white space of a broken line. */
  readonly title: string;
  /** In the cleaned text; null where it is not printed there. */
  readonly span: Span | null;
  readonly provenance: Provenance;
  /** headline: of a news text; plan: of the text that a notice or a report carries. */
  readonly kind: 'official' | 'plan' | 'headline' | 'derived';
}

/** A title is at most this long: those that name a dozen joint bodies pass 150 characters. */
const LONGEST = 260;
/** Titles stand within the first characters of a text. */
const REACH = 1500;

export function findTitle(reading: Reading): FoundTitle {
  return (
    tableTitle(reading) ??
    officialTitle(reading) ??
    planTitle(reading) ??
    headline(reading) ??
    derivedTitle(reading)
  );
}

/** 标题：… of a site's table. With a link beside it, it is a record's headline, which the text may know better. */
function tableTitle(reading: Reading): FoundTitle | null {
  const { labels } = reading;
  if (labels.title === undefined || labels.title.length < 4) return null;
  if (labels.link !== undefined && labels.issuer === undefined) return null;
  // Sites print it above the table in full, with what the table leaves out: 公告（2021年 第6号）.
  const first = (reading.raw.text.trimStart().split('\n', 1)[0] ?? '').trim();
  const title =
    squeeze(first).startsWith(squeeze(labels.title)) && first.length < LONGEST
      ? joined(first)
      : joined(labels.title);
  const span =
    printedAt(reading.cleaned.text, title, 0) ?? printedAt(reading.cleaned.text, joined(labels.title), 0);
  return { title, span, provenance: 'extracted', kind: 'official' };
}

/** …关于…的通知, …办法: at the start of the text, of one of its first lines, or after the document number. */
function officialTitle(reading: Reading): FoundTitle | null {
  const head = reading.head.slice(0, REACH + LONGEST);
  const starts = new Set([skipWhite(head, 0)]);
  const numbers = findDocumentNumbers(head.slice(0, 400));
  for (const { start, end } of numbers) {
    // A number that stands at the start of a line or of the text, not one that a sentence mentions.
    if (/(?:^|[\n\u3000 （(])\s*$/u.test(head.slice(0, start)))
      starts.add(
        skipWhite(
          head,
          /^\s*[）)]/u.test(head.slice(end)) ? head.indexOf(head[end] === ')' ? ')' : '）', end) + 1 : end,
        ),
      );
  }
  for (const match of head.slice(0, REACH).matchAll(/\n/gu)) {
    if (starts.size > 14) break;
    starts.add(skipWhite(head, match.index));
  }
  for (const start of [...starts].sort((a, b) => a - b)) {
    const end = titleEnd(head, start, new Set(numbers.map((number) => number.start)));
    if (end !== null) return at(reading, start, end, 'official');
    if (bodyStarts(head, start)) break;
  }
  return pageTitle(reading);
}

/** Past the first sentence of the body no title is looked for. */
function bodyStarts(head: string, start: number): boolean {
  const line = head.slice(start).split('\n', 1)[0] ?? '';
  return line.length > 80 && /[。；]/u.test(line);
}

/** Where the title that starts here ends; null where none does. */
function titleEnd(head: string, start: number, numberStarts: ReadonlySet<number>): number | null {
  const text = head.slice(start, start + LONGEST);
  if (NO_TITLE.test(text)) return null;
  let depth = 0;
  let compact = '';
  let breaks = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if (/[《〈“（(]/u.test(character)) depth += 1;
    if (/\s/u.test(character)) {
      if (character === '\n') breaks += 1;
      if (breaks > 3) return null;
      continue;
    }
    compact += character;
    if (/[》〉”）)]/u.test(character)) depth = Math.max(0, depth - 1);
    if (/[。；！？]/u.test(character) || (depth === 0 && /[：:]/u.test(character))) return null;
    if (depth > 0 || compact.length < 6) continue;
    if (!ENDS_LIKE_TITLE.test(compact)) {
      // A line that ends without being a title and does not go on as one.
      if (breaks > 0 && compact.length > 120 && !compact.includes('关于')) return null;
      continue;
    }
    const after = head.slice(start + index + 1);
    const white = /^\s*/u.exec(after)?.[0] ?? '';
    const next = after.slice(white.length);
    if (/^的(?!士)/u.test(next) || /^[》”]/u.test(next)) continue;
    if (
      /^[（(][^（(）)\n]{1,30}[）)]/u.test(next) &&
      !numberStarts.has(start + index + 1 + white.length + 1) &&
      !/^[（(](?:此件|\d{4}年\d{1,2}月\d|[^）)]*(?:通过|公布|发布|联系|含))/u.test(next) &&
      white.includes('\n') === false &&
      findDocumentNumbers(next.slice(0, 40))[0]?.start !== 1
    )
      continue;
    const follows =
      white.includes('\n') ||
      next === '' ||
      numberStarts.has(start + index + 1 + white.length) ||
      numberStarts.has(start + index + 2 + white.length) ||
      (ENDS_STRONGLY.test(compact) && (white.length > 0 || FOLLOWS_TITLE.test(next)));
    if (follows) return start + index + 1;
  }
  return null;
}

/** The page's own title, 办法_网信办 or 报告 - 政府网, where menus follow it and the cleaned text no longer has it. */
function pageTitle(reading: Reading): FoundTitle | null {
  const match = /^[\s\u200b]*([^\n_|]{6,150}?)\s*(?:_|\s[-–—|]\s|\|)/u.exec(reading.page);
  const title = match?.[1];
  if (title === undefined || NO_TITLE.test(title) || !ENDS_LIKE_TITLE.test(squeeze(title))) return null;
  const printed = joined(
    reading.raw.text.slice(reading.page.indexOf(title), reading.page.indexOf(title) + title.length),
  );
  return {
    title: printed,
    span: printedAt(reading.cleaned.text, printed, 0),
    provenance: 'extracted',
    kind: 'official',
  };
}

/**
 * The plan that a text carries whole: announced in 《》 (印发《X》, 《X》已经…同意) and printed again, outside of 《》, as a
 * heading of its own. Of a notice without a title, or of a report, the plan's name is the text's.
 */
function planTitle(reading: Reading): FoundTitle | null {
  for (const match of reading.head
    .slice(0, REACH)
    .matchAll(/《([^《》]{5,120}(?:《[^《》]*》[^《》]{0,60})?)》/gu)) {
    const around = `${reading.head.slice(Math.max(0, match.index - 16), match.index)}《》${reading.head.slice(match.index + match[0].length, match.index + match[0].length + 60)}`;
    if (
      !/(?:发布|印发|出台|公布|制定|下发|公开|现将|修订).{0,8}《》|《》[^。]{0,40}?(?:已经?.{0,30}(?:同意|通过)|印发|发布|公布|予以|转发)/u.test(
        around,
      )
    )
      continue;
    const span = printedAt(reading.head, match[1] ?? '', match.index + match[0].length);
    if (span !== null) return at(reading, span.start, span.end, 'plan');
  }
  return null;
}

/** A short first line without a full stop, above the text of a news item. */
function headline(reading: Reading): FoundTitle | null {
  const lines = reading.cleaned.text.slice(0, REACH).split('\n');
  let start = 0;
  for (const line of lines.slice(0, 6)) {
    if (
      line.length >= 6 &&
      line.length <= 70 &&
      !/[。；：:]|[，,].*[，,]/u.test(line) &&
      !NO_TITLE.test(line) &&
      /[\u3400-\u9fff]{4}/u.test(line) &&
      lines.length > 1
    ) {
      return at(reading, start, start + line.length, 'headline');
    }
    if (line.length > 100) break;
    start += line.length + 1;
  }
  return null;
}

/** Nothing is printed: what the text says of itself, else the start of its first sentence without the date. */
function derivedTitle(reading: Reading): FoundTitle {
  const { head } = reading;
  const matter =
    /(?:现就|现将|就)([^。，,；《》]{4,60}?)(?:的?有关(?:事项|问题|工作|情况|要求)|工作?有关|相关事[项宜]|事宜|如下事项)[^。]{0,10}?(通知|公告|通告|通报)(?:如下|[：:])/u.exec(
      head.slice(0, 3000),
    );
  const announced = /现将《([^《》]{4,100})》[^。]{0,10}(?:印发|转发|发布)/u.exec(head.slice(0, REACH))?.[1];
  const opinion = /现就([^。，,；]{4,60}?)(?:，|,)?提出(?:如下|以下)[^。]{0,6}?(意见|措施)/u.exec(
    head.slice(0, 3000),
  );
  const own =
    announced !== undefined
      ? `关于印发《${announced}》的通知`
      : matter !== null
        ? `关于${(matter[1] ?? '').replace(/^(?:做好|关于)?/u, '$&')}的${matter[2]}`
        : opinion !== null
          ? `关于${opinion[1]}的${opinion[2]}`
          : /我(?:代表|受)国务院.{0,30}(?:报告|审议)/u.test(head.slice(0, 600))
            ? '政府工作报告'
            : null;
  if (own !== null) return { title: own, span: null, provenance: 'derived', kind: 'derived' };
  const sentence =
    reading.cleaned.text
      .slice(0, 400)
      .split(/[。！？\n]/u)
      .find((part) => part.trim().length > 5) ?? reading.cleaned.text.slice(0, 60);
  const undated = sentence.trim().replace(/^(?:\d{4}年)?\d{1,2}月\d{1,2}日[，,、]?\s*/u, '');
  const short = undated.length <= 60 ? undated : (undated.split(/[，,；：:]/u)[0] ?? undated).slice(0, 60);
  return { title: short.trim() || reading.raw.id, span: null, provenance: 'derived', kind: 'derived' };
}

function at(reading: Reading, start: number, end: number, kind: FoundTitle['kind']): FoundTitle {
  const title = joined(reading.cleaned.text.slice(start, end));
  return { title, span: { start, end }, provenance: 'extracted', kind };
}

/** Where a name is printed outside of 《》, white space and kinds of brackets aside. */
export function printedAt(text: string, name: string, from: number): Span | null {
  const characters = [...squeeze(name)];
  if (characters.length < 4) return null;
  const pattern = characters
    .map((character) =>
      /[()（）]/u.test(character)
        ? '[()（）]'
        : /[-－—–~～]/u.test(character)
          ? '[-－—–~～]'
          : /[《〈]/u.test(character)
            ? '[《〈]'
            : /[》〉]/u.test(character)
              ? '[》〉]'
              : escape(character),
    )
    .join('\\s*');
  const search = new RegExp(`(?<![《〈]\\s*)${pattern}(?!\\s*[》〉])`, 'gu');
  search.lastIndex = from;
  const match = search.exec(text.slice(0, 12_000));
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}

const escape = (character: string): string => character.replace(/[$()*+.?[\\\]^{|}/-]/u, '\\$&');

const squeeze = (text: string): string => text.replace(/[\s\u200b]+/gu, '');

/** White space of broken lines goes; between Latin words, and between names set apart, one space stays. */
export function joined(printed: string): string {
  return printed
    .replace(/\u200b/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(
      /(?<=[^\x21-\x7e]) (?=[^\x21-\x7e])|(?<=[^\x21-\x7e]) (?=[\x21-\x7e])|(?<=[\x21-\x7e]) (?=[^\x21-\x7e])/gu,
      '',
    )
    .trim();
}

function skipWhite(text: string, from: number): number {
  return from + (/^[\s\u200b]*/u.exec(text.slice(from))?.[0].length ?? 0);
}
