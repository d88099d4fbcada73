/**
 * Numbers as English writes them in laws → as Chinese prints them. A rule where a table cannot hold every number.
 *
 * ```
 * Article 40                   →  第四十条  第40条
 * Articles 12-1, 13 and 14     →  第十二条之一 …; 13 → 第十三条 …; 14 → 第十四条 …
 * Paragraph 2, Subparagraph 3  →  第二项; 第三款
 * NT$60,000                    →  六万元
 * within thirty (30) days      →  三十日  三十天
 * 20 percent                   →  百分之二十
 * May 5, 2006                  →  九十五年五月五日  2006年5月5日     (as Taiwan counts years, and as the mainland does)
 * ```
 */
import { writeNumeral } from '../numerals.js';

export interface NumberStretch {
  /** UTF-16, of the text given. */
  readonly start: number;
  readonly end: number;
  /** The likeliest first. */
  readonly to: readonly string[];
  /** In step with `to`. */
  readonly likely: readonly number[];
}

const NAMES =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const NAMED: ReadonlyMap<string, number> = new Map([
  ...NAMES.map((name, i) => [name, i + 1] as const),
  ...TENS.map((name, i) => [name, 20 + 10 * i] as const),
]);
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
/** Its first year is the first of the Republic's calendar. */
const REPUBLIC = 1912;

/** What a label of a law is called in each language. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ['article', '条'],
  ['paragraph', '项'],
  ['subparagraph', '款'],
  ['chapter', '章'],
]);
const UNITS: ReadonlyMap<string, readonly string[]> = new Map([
  ['day', ['日', '天']],
  ['month', ['个月', '月']],
  ['year', ['年']],
  ['hour', ['小时']],
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
]);

const LABELLED = /\b(article|subparagraph|paragraph|chapter)s? ([1-9]\d{0,2})(?:-([1-9]\d?))?\b/giu;
const NEXT_LABELLED =
  /^(?:, (?:and |or )?| and | or | to )([1-9]\d{0,2})(?:-([1-9]\d?))?\b(?!-| (?:days|months|years))/iu;
const AMOUNT =
  /(?:\b(?:NT|NTD|RMB|CNY) ?\$? ?|[$¥] ?)(\d{1,3}(?:,\d{3}){1,4}|\d{1,9}(?:\.\d)?)(?: (thousand|million|billion))?\b/giu;
const SPAN = /\b([a-z]{3,9}|\d{1,3}) (?:\((\d{1,3})\) )?(day|month|year|hour)s?\b/giu;
const SHARE = /\b([a-z]{3,9}|\d{1,3}) ?(?:percent\b|per cent\b|%)/giu;
const DATE = new RegExp(`\\b(${MONTHS.join('|')}) ([1-9]\\d?), ((?:19|20)\\d{2})\\b`, 'giu');

/** Those of a text, in order; none overlaps another. */
export function englishNumbers(text: string): readonly NumberStretch[] {
  const found = [...labels(text), ...amounts(text), ...spans(text), ...shares(text), ...dates(text)];
  let last = 0;
  return found
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      const isFree = start >= last;
      if (isFree) last = end;
      return isFree;
    });
}

function labels(text: string): readonly NumberStretch[] {
  return [...text.matchAll(LABELLED)].flatMap(({ 0: all, 1: name = '', 2: number, 3: part, index }) => {
    const unit = LABELS.get(name.toLowerCase()) ?? '';
    const found = [stretch(index, all, inLaw(number, part, unit), 0.3)];
    let end = index + all.length;
    for (;;) {
      const next = NEXT_LABELLED.exec(text.slice(end, end + 30));
      if (next === null) return found;
      const printed = next[2] === undefined ? (next[1] ?? '') : `${next[1]}-${next[2]}`;
      end += next[0].length;
      found.push(stretch(end - printed.length, printed, inLaw(next[1], next[2], unit), 0.3));
    }
  });
}

/** In words, as articles are referred to; and in digits, as Taiwan labels them. */
function inLaw(number = '', part: string | undefined, unit: string): readonly string[] {
  const behind = part === undefined ? '' : `之${writeNumeral(Number(part))}`;
  const words = `第${writeNumeral(Number(number))}${unit}${behind}`;
  return unit === '条' && part === undefined ? [words, `第${Number(number)}条`] : [words];
}

function amounts(text: string): readonly NumberStretch[] {
  return [...text.matchAll(AMOUNT)].flatMap(({ 0: all, 1: digits = '', 2: scale = '', index }) => {
    const value = Math.round(Number(digits.replaceAll(',', '')) * (SCALES.get(scale.toLowerCase()) ?? 1));
    return value > 0 && value < 1e13 ? [stretch(index, all, [`${writeAmount(value)}元`])] : [];
  });
}

function spans(text: string): readonly NumberStretch[] {
  return [...text.matchAll(SPAN)].flatMap(({ 0: all, 1: number = '', 2: again, 3: unit = '', index }) => {
    const value = countOf(again ?? number);
    if (value === 0) return [];
    return [
      stretch(
        index,
        all,
        (UNITS.get(unit.toLowerCase()) ?? []).map((one) => writeNumeral(value) + one),
      ),
    ];
  });
}

function shares(text: string): readonly NumberStretch[] {
  return [...text.matchAll(SHARE)].flatMap(({ 0: all, 1: number = '', index }) => {
    const value = countOf(number);
    return value === 0 ? [] : [stretch(index, all, [`百分之${writeNumeral(value)}`])];
  });
}

function dates(text: string): readonly NumberStretch[] {
  return [...text.matchAll(DATE)].map(({ 0: all, 1: name = '', 2: day, 3: printed, index }) => {
    const [month, year] = [MONTHS.indexOf(name.toLowerCase()) + 1, Number(printed)];
    const here = `${year}年${month}月${Number(day)}日`;
    const republic = year - REPUBLIC + 1;
    if (republic < 1) return stretch(index, all, [here]);
    const there = `${writeNumeral(republic)}年${writeNumeral(month)}月${writeNumeral(Number(day))}日`;
    return stretch(index, all, [there, here], 0.8);
  });
}

/** @param others  How likely each but the first is. */
function stretch(start: number, printed: string, to: readonly string[], others = 0.8): NumberStretch {
  return { start, end: start + printed.length, to, likely: to.map((_, i) => (i === 0 ? 1 : others)) };
}

/** 0: none. */
function countOf(printed: string): number {
  return /^\d+$/.test(printed) ? Number(printed) : (NAMED.get(printed.toLowerCase()) ?? 0);
}

/** 60,000 → 六万, 1,500,000 → 一百五十万, 3,200 → 三千二百. */
function writeAmount(value: number): string {
  const groups = [
    [1e12, '万亿'],
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ] as const;
  let [rest, written] = [value, ''];
  for (const [size, name] of groups) {
    const group = Math.floor(rest / size);
    rest -= group * size;
    if (group === 0) continue;
    const isShort = written !== '' && group < 1000; // 一万零五百
    written += `${isShort ? '零' : ''}${isShort && isTeen(group) ? '一' : ''}${writeGroup(group)}${name}`;
  }
  return written;
}

/** Below ten thousand. */
function writeGroup(value: number): string {
  const [thousands, rest] = [Math.floor(value / 1000), value % 1000];
  const head = thousands === 0 ? '' : `${writeNumeral(thousands)}千`;
  if (rest === 0) return head;
  if (head === '') return writeNumeral(rest);
  if (rest < 100) return `${head}零${isTeen(rest) ? '一' : ''}${writeNumeral(rest)}`;
  return head + writeNumeral(rest);
}

/** 十五 alone, 一十五 behind something. */
function isTeen(value: number): boolean {
  return value > 9 && value < 20;
}
