/**
 * Cuts what a printed page put between the lines of a text: page numbers, running heads, rules.
 *
 * - 12 -, 第 3 页 共 9 页 and ——— are told at sight. A bare number is one where such numbers rise by one through the text and
 * break into sentences; a running head is a short line that stands by them again and again. Where one broke a sentence, the
 * sentence is whole again.
 */
import type { Cut } from '../../core/model.js';
import type { Draft } from './draft.js';
import type { Edit } from './mapped-text.js';

/** A lone ## is a heading of which nothing is left. */
const RULE = /^(?:(?=.{3})[—–―─━═＿_=＝~～\-*＊·•﹣－\s]{3,400}|#{1,6})$/u;
const NAME = /\p{L}.{0,30}\p{L}/u;
const NUMBER =
  /^(?:[—–－\-~·•]{1,3}\s{0,3}[\d０-９]{1,4}\s{0,3}[—–－\-~·•]{1,3}|第\s?\d{1,4}\s?[页頁](?:[\s,，/]{0,3}[共总總]\s?\d{1,4}\s?[页頁])?|[共总總]\s?\d{1,4}\s?[页頁][\s,，/]{0,3}第\s?\d{1,4}\s?[页頁]|page\s{1,3}\d{1,4}(?:\s{1,3}of\s{1,3}\d{1,4})?)$/iu;
const BARE = /^\d{1,4}$/u;
const ENDS_SENTENCE = /[。；：！？…!?;:][”’」』）)】]?$/u;
const BEGINS_PARAGRAPH =
  /^(?:第[一二三四五六七八九十百千\d]{1,6}[编章节条編節條]|[一二三四五六七八九十]{1,3}[、是]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[、．.]|[◆●■①-⑳]|附件|附表)/u;
const GOES_ON = /[\p{Script=Han}，、]$/u;
const CONTINUES = /^[\p{Script=Han}“《（]/u;
/** Fewer bare numbers, or heads, prove nothing. */
const MIN_SERIES = 3;
const LONGEST_HEAD = 40;

interface Line {
  readonly text: string;
  readonly start: number;
  rule: 'page-number' | 'running-head' | 'rule' | null;
}

export function cutPageMarks(draft: Draft): Draft {
  const lines = linesOf(draft.mapped.text);
  for (const line of lines) line.rule = ruleAtSight(line.text);
  markSeries(lines);
  markHeads(lines);
  return cut(draft, lines);
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const found: Line = { text: line, start, rule: null };
    start += line.length + 1;
    return found;
  });
}

function ruleAtSight(text: string): Line['rule'] {
  if (text.length > 400) return null;
  if (RULE.test(text)) return 'rule';
  return text.length <= 40 && NUMBER.test(text) ? 'page-number' : null;
}

/** Bare numbers that rise by one, most of them in the middle of a sentence. Numbers of articles and tables are none. */
function markSeries(lines: readonly Line[]): void {
  const bare = [...lines.keys()].filter((at) => BARE.test(lines[at]?.text ?? ''));
  for (let from = 0; from < bare.length; ) {
    let to = from + 1;
    while (to < bare.length && numberAt(lines, bare[to]) === numberAt(lines, bare[to - 1]) + 1) to += 1;
    const series = bare.slice(from, to);
    const breaking = series.filter((at) => breaksSentence(lines, at)).length;
    const apart = series.every((at, index) => index === 0 || at - (series[index - 1] ?? 0) > 4);
    if (series.length >= MIN_SERIES && apart && breaking * 2 >= series.length) {
      for (const at of series) (lines[at] as Line).rule = 'page-number';
    }
    from = to;
  }
}

function numberAt(lines: readonly Line[], at: number | undefined): number {
  return Number(lines[at ?? -1]?.text ?? Number.NaN);
}

/** A line of a head stands beside a page number, the same but for its digits, three times and more. */
function markHeads(lines: readonly Line[]): void {
  const places = new Map<string, number[]>();
  for (const [at, line] of lines.entries()) {
    if (line.rule !== 'page-number') continue;
    for (const near of [at - 1, at + 1]) {
      const text = lines[near]?.text ?? '';
      if (text === '' || text.length > LONGEST_HEAD || lines[near]?.rule !== null || ENDS_SENTENCE.test(text))
        continue;
      if (!NAME.test(text)) continue; // 36. is the number of a paragraph
      const key = text.replace(/\d+/gu, '0').replace(/\s+/gu, '');
      places.set(key, [...(places.get(key) ?? []), near]);
    }
  }
  for (const found of places.values()) {
    if (found.length < MIN_SERIES) continue;
    for (const at of found) (lines[at] as Line).rule = 'running-head';
  }
}

/** A head may stand between the sentence and the number, or the number and the rest. */
function breaksSentence(lines: readonly Line[], at: number): boolean {
  const [above = '', head = ''] = [lines[at - 2]?.text, lines[at - 1]?.text];
  const [below = '', further = ''] = [lines[at + 1]?.text, lines[at + 2]?.text];
  return breaksBetween(head, below) || breaksBetween(above, below) || breaksBetween(head, further);
}

/** A long line that ends within a sentence of Chinese, and one that does not begin anew. */
function breaksBetween(before: string, after: string): boolean {
  return (
    before.length >= 15 && GOES_ON.test(before) && CONTINUES.test(after) && !BEGINS_PARAGRAPH.test(after)
  );
}

function cut(draft: Draft, lines: readonly Line[]): Draft {
  const { mapped } = draft;
  const edits: Edit[] = [];
  const cuts: Cut[] = [];
  for (let from = 0; from < lines.length; from += 1) {
    if (lines[from]?.rule == null) continue;
    let to = from;
    while (lines[to + 1]?.rule != null) to += 1;
    for (const line of lines.slice(from, to + 1)) {
      const span = { start: line.start, end: line.start + line.text.length };
      cuts.push({ ...mapped.toRaw(span), rule: line.rule ?? 'rule', text: line.text });
    }
    const [first, last] = [lines[from] as Line, lines[to] as Line];
    const isPage = lines.slice(from, to + 1).some(({ rule }) => rule === 'page-number');
    const joins = isPage && breaksBetween(lines[from - 1]?.text ?? '', lines[to + 1]?.text ?? '');
    const end = Math.min(last.start + last.text.length + 1, mapped.text.length);
    edits.push(joins ? { start: first.start - 1, end, insert: '' } : { start: first.start, end, insert: '' });
    from = to;
  }
  return edits.length === 0
    ? draft
    : { ...draft, mapped: mapped.edit(edits), cuts: [...draft.cuts, ...cuts] };
}
