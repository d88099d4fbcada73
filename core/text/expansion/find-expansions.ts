/**
 * What else texts may call what was typed: stretches of it that a reviewed table widens. Pure; any text is taken.
 *
 * ```
 * 資訊系統 補助            →  資訊系統 → 信息系统, 補助 …
 * 資訊安全                 →  信息安全: the longer term that the segmenter knows once 資訊 is replaced
 * Artificial  Intelligence →  人工智能
 * said                     →  nothing: Latin words are whole (ai)
 * 以上调整                 →  nothing: 上调 tears 以上 and 调整
 * ```
 *
 * Stretches do not overlap, the longest is taken first, and a Han stretch begins and ends where the segmenter cuts.
 */
import { terms } from '../analyze.js';
import { convert } from '../convert.js';
import { type Script, scriptOf } from '../script.js';
import { segment } from '../segment.js';
import { isLittleWord } from './english-grammar.js';
import { englishNumbers } from './english-numbers.js';
import type { ExpansionKind } from './expansion-table.js';
import { expansionIndex } from './expansions.js';
import { type Unit, unitsOf } from './typed-units.js';

export const MOST_A_QUESTION = 64;

export interface Addition {
  readonly to: string;
  readonly kind: ExpansionKind;
  /** How often it stands for the word, 0 to 1; 1 where it is meant as much as what was typed. */
  readonly likely: number;
}

/** A stretch of what was typed: one word of the question. */
export interface Widened {
  /** UTF-16, in what was typed. */
  readonly start: number;
  readonly end: number;
  /** As typed. */
  readonly word: string;
  /** One to four. */
  readonly additions: readonly Addition[];
}

interface Stretch {
  /** Units, end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly additions: readonly Addition[];
}

/**
 * @param typed    Of a question, what is neither quoted nor excluded nor a number.
 * @param without  The script of a text that does not say which it is in.
 * @returns        In the order typed.
 */
export function findExpansions(typed: string, without: Script): readonly Widened[] {
  const text = (scriptOf(typed) ?? without) === 'hant' ? convert(typed) : typed;
  const units = unitsOf(text);
  const borders = new Set(terms(text).flatMap(({ start, end }) => [start, end]));
  const found = units.flatMap((_, at) => stretchesAt(units, at, borders, text));
  const taken = [...numbersIn(units, text)];
  for (const one of found.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)) {
    const longer = inLongerTerm(units, one);
    const free = [longer, one].find((each) =>
      taken.every(({ from, to }) => each.to <= from || each.from >= to),
    );
    if (free) taken.push(free);
  }
  const place = placesIn(typed, text);
  return taken
    .sort((a, b) => a.from - b.from)
    .map(({ from, to, additions }) => {
      const [start, end] = [place(units[from]?.start ?? 0), place(units[to - 1]?.end ?? 0)];
      return { start, end, word: typed.slice(start, end), additions };
    });
}

/** No more additions than `room`, in the order typed; `left` are those that there is no room for. */
export function withinRoom(
  all: readonly Widened[],
  room = MOST_A_QUESTION,
): { readonly kept: readonly Widened[]; readonly left: readonly Addition[] } {
  const left: Addition[] = [];
  const kept: Widened[] = [];
  let free = room;
  for (const one of all) {
    const additions = one.additions.slice(0, Math.max(0, free));
    left.push(...one.additions.slice(additions.length));
    free -= additions.length;
    if (additions.length > 0) kept.push({ ...one, additions });
  }
  return { kept, left };
}

/** What English writes as a number is one word, whatever rows there are of its parts. */
function numbersIn(units: readonly Unit[], text: string): readonly Stretch[] {
  return englishNumbers(text).flatMap(({ start, end, to, likely }): readonly Stretch[] => {
    const from = units.findIndex((unit) => unit.start >= start);
    const behind = units.findIndex((unit) => unit.start >= end);
    const last = behind < 0 ? units.length : behind;
    if (from < 0 || from >= last || (units[last - 1]?.end ?? 0) > end) return [];
    const additions = to.map((word, i) => ({ to: word, kind: 'english' as const, likely: likely[i] ?? 1 }));
    return [{ from, to: last, additions }];
  });
}

/** Every row that begins at this unit, between borders. */
function stretchesAt(
  units: readonly Unit[],
  at: number,
  borders: ReadonlySet<number>,
  typed: string,
): Stretch[] {
  const { rows, longest } = expansionIndex();
  const first = units[at];
  if (first === undefined || (first.isHan && !borders.has(first.start))) return [];
  const found: Stretch[] = [];
  let key = '';
  const end = Math.min(units.length, at + (longest.get(first.key) ?? 0));
  for (let to = at; to < end; to += 1) {
    const unit = units[to];
    if (unit === undefined || (to > at && !unit.joins)) break;
    key += unit.key;
    const row = rows.get(key);
    if (row === undefined || (unit.isHan && !borders.has(unit.end))) continue;
    const { to: words, kind, likely } = row;
    if (!isAbbreviation(row.from, typed.slice(first.start, unit.end))) continue;
    const additions = words.map((word, i) => ({ to: word, kind, likely: likely?.[i] ?? 1 }));
    found.push({ from: at, to: to + 1, additions });
  }
  return found;
}

/** Of WHO, written in capitals: in small letters it is no abbreviation. */
function isAbbreviation(from: string, typed: string): boolean {
  return !isLittleWord(from) || typed === typed.toUpperCase();
}

/** The stretch with what stands beside it, where that and the addition are one word of the segmenter; else as it is. */
function inLongerTerm(units: readonly Unit[], stretch: Stretch): Stretch {
  const [addition] = stretch.additions;
  if (addition === undefined || !units[stretch.from]?.isHan || !units[stretch.to - 1]?.isHan) return stretch;
  let [from, to] = [stretch.from, stretch.to];
  while (units[from - 1]?.isHan && units[from]?.joins) from -= 1;
  while (units[to]?.isHan && units[to]?.joins) to += 1;
  const keys = (start: number, end: number): string =>
    units
      .slice(start, end)
      .map(({ key }) => key)
      .join('');
  const [before, after] = [keys(from, stretch.from), keys(stretch.to, to)];
  if (before === '' && after === '') return stretch;
  let at = 0;
  for (const word of segment(before + addition.to + after)) {
    const end = at + word.length;
    if (
      at <= before.length &&
      end >= before.length + addition.to.length &&
      word.length > addition.to.length
    ) {
      const [head, tail] = [before.slice(at), after.slice(0, end - before.length - addition.to.length)];
      const additions = stretch.additions
        .map(({ to: other, ...addition }) => ({ ...addition, to: head + other + tail }))
        .filter(({ to: other }) => segment(other).length === 1);
      const [left, right] = [[...head].length, [...tail].length];
      return { from: stretch.from - left, to: stretch.to + right, additions };
    }
    at = end;
  }
  return stretch;
}

/** From offsets in the converted text to those in what was typed: both have the same code points. */
function placesIn(typed: string, text: string): (offset: number) => number {
  if (typed.length === text.length) return (offset) => offset;
  const characters = [...typed];
  return (offset) => characters.slice(0, [...text.slice(0, offset)].length).join('').length;
}
