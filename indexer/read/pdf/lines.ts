/**
 * What is printed at one height of a page → a line, in the order in which it is read, with the blanks that a reader sees.
 */
import type { PrintedRun } from './open-pdf.js';

/** A stretch of a line without a wide gap: a line of prose has one, a row of a table one a cell. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

export interface PrintedLine {
  readonly segments: readonly Segment[];
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

/** Around a raised mark of a footnote, until it is known whether there is a note to it. No run holds control characters. */
export const MARK_OPEN = '\u0002';
export const MARK_CLOSE = '\u0003';

/** In ems. Columns of a table are further apart; blanks inside a justified line are not as wide. */
const WIDE_GAP = 1.5;
const BLANK_BETWEEN_WORDS = 0.12;
const BLANK_BETWEEN_IDEOGRAPHS = 0.3;
/** Half a square is what programs put between an ideograph and a number, and no blank. */
const BLANK_AT_NUMBERS = 0.4;

/** So many blanks are made by spreading the line. */
const SPREAD = 3;
const BETWEEN_IDEOGRAPHS =
  /(?<=[\u2e80-\u9fff\uff00-\uff60\u3001-\u303f]) (?=[\u2e80-\u9fff\uff00-\uff60\u3001-\u303f\d])/gu;

const ASCENT = 0.8;
const DESCENT = 0.15;

/** @returns  From top to bottom. */
export function linesOf(runs: readonly PrintedRun[]): readonly PrintedLine[] {
  const lines: { runs: PrintedRun[]; main: PrintedRun }[] = [];
  const inOrder = [...onceEach(runs)].sort(
    (one, other) => one.baseline - other.baseline || one.left - other.left,
  );
  for (const run of inOrder) {
    const line = lines.slice(-8).findLast(({ main }) => overlap(main, run) >= 0.5);
    if (line === undefined) lines.push({ runs: [run], main: run });
    else {
      line.runs.push(run);
      if (run.size > line.main.size) line.main = run;
    }
  }
  return lines
    .map(({ runs: own, main }) => asLine(own, main))
    .sort((one, other) => one.baseline - other.baseline);
}

/** Bold is made by printing twice, a little aside. */
function onceEach(runs: readonly PrintedRun[]): readonly PrintedRun[] {
  const seen = new Map<string, PrintedRun[]>();
  return runs.filter((run) => {
    const same = seen.get(run.text) ?? [];
    const near = run.size * 0.2;
    if (
      same.some(
        ({ left, baseline }) => Math.abs(left - run.left) < near && Math.abs(baseline - run.baseline) < near,
      )
    )
      return false;
    seen.set(run.text, [...same.slice(-3), run]);
    return true;
  });
}

/** The share of the lower of two that stands beside the other. */
function overlap(one: PrintedRun, other: PrintedRun): number {
  const top = Math.max(one.baseline - one.size * ASCENT, other.baseline - other.size * ASCENT);
  const bottom = Math.min(one.baseline + one.size * DESCENT, other.baseline + other.size * DESCENT);
  return (bottom - top) / (Math.min(one.size, other.size) * (ASCENT + DESCENT) || 1);
}

function asLine(runs: readonly PrintedRun[], main: PrintedRun): PrintedLine {
  const inOrder = [...runs].sort((one, other) => one.left - other.left);
  const segments: Segment[] = [];
  let before: PrintedRun | null = null;
  for (const run of inOrder) {
    const last = segments.at(-1);
    const isMark = isRaised(run, main);
    const text = isMark ? `${MARK_OPEN}${run.text.trim()}${MARK_CLOSE}` : run.text;
    if (last === undefined || before === null || run.left - last.right > main.size * WIDE_GAP) {
      segments.push({ text, left: run.left, right: run.right });
    } else {
      const blank = !isMark && hasBlank(before, run, main.size) ? ' ' : '';
      segments[segments.length - 1] = {
        text: `${last.text}${blank}${text}`,
        left: last.left,
        right: Math.max(last.right, run.right),
      };
    }
    before = run;
  }
  return lineOf(segments, main);
}

export function lineOf(
  segments: readonly Segment[],
  { baseline, size }: { readonly baseline: number; readonly size: number },
): PrintedLine {
  const trimmed = segments.map((segment) => ({ ...segment, text: unspread(segment.text.trim()) }));
  return {
    segments: trimmed,
    text: trimmed.map(({ text }) => text).join('  '),
    left: Math.min(...trimmed.map(({ left }) => left)),
    right: Math.max(...trimmed.map(({ right }) => right)),
    baseline,
    size,
  };
}

/** A line that is set to a width may have blanks between all its ideographs: they are no words. */
function unspread(text: string): string {
  const blanks = text.match(BETWEEN_IDEOGRAPHS)?.length ?? 0;
  return blanks < SPREAD ? text : text.replace(BETWEEN_IDEOGRAPHS, '');
}

/** Small, above the line, and a mark: a number, with or without brackets. */
function isRaised(run: PrintedRun, main: PrintedRun): boolean {
  return (
    run.size <= main.size * 0.78 &&
    main.baseline - run.baseline >= main.size * 0.15 &&
    /^\s*(?:[[〔［(（]?\d{1,3}[\]〕］)）]?|[①-⑳]|[*＊※]{1,3})\s*$/u.test(run.text)
  );
}

function hasBlank(before: PrintedRun, run: PrintedRun, em: number): boolean {
  const gap = (run.left - before.right) / em;
  if (/\s$/u.test(before.text) || /^\s/u.test(run.text)) return false; // it has one
  const sides = [before.text.trimEnd().at(-1) ?? '', run.text.trimStart().at(0) ?? ''];
  const wide = sides.filter((character) => WIDE.test(character)).length;
  const least = [BLANK_BETWEEN_WORDS, BLANK_AT_NUMBERS, BLANK_BETWEEN_IDEOGRAPHS][wide] ?? 0;
  return gap > least;
}

/** Ideographs, and the punctuation that is as wide as they are. */
export const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f“”‘’…—]/u;
