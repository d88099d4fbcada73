/**
 * The measures by which paragraphs are told: where lines begin and end, and how far they stand apart, in the columns of a document.
 */
import type { PlacedLine } from './columns.js';

export interface Margins {
  readonly left: number;
  readonly right: number;
  /** From one line of a paragraph to the next, in ems. */
  readonly leading: number;
}

/** A value that one line of seven has is no accident. */
const COMMON = 0.15;

/** Of fewer lines on a page its own margin is not told. */
const ENOUGH_LINES = 6;

/** @returns  By column and page: odd and even pages may be printed with other margins. */
export function marginsOf(
  pages: readonly (readonly PlacedLine[])[],
): (page: number, column: PlacedLine['column']) => Margins {
  const columns = ['page', 'left', 'right'] as const;
  const measured = new Map(columns.map((column) => [column, measuredOf(pages, column)] as const));
  return (page, column) => {
    const { lefts, left, width, rights, leading } = measured.get(column) ?? NOTHING;
    const from = lefts[page] ?? left;
    return { left: from, right: rights[page] ?? from + width, leading };
  };
}

const NOTHING = {
  lefts: [] as readonly number[],
  left: 0,
  width: 0,
  rights: [] as readonly number[],
  leading: 1.5,
};

function measuredOf(pages: readonly (readonly PlacedLine[])[], column: PlacedLine['column']) {
  const own = pages.map((lines) => lines.filter((line) => line.column === column));
  const left = leftOf(own.flat());
  const lefts = own.map((lines) => pageLeftOf(lines, left));
  const width = widthOf(
    own.flatMap((lines, page) => lines.map((line) => line.right - (lefts[page] ?? left))),
  );
  const rights = own.map((lines, page) => {
    const usual = (lefts[page] ?? left) + width;
    return lines.length < ENOUGH_LINES ? usual : Math.max(usual, widthOf(lines.map(({ right }) => right)));
  });
  return { lefts, left, width, rights, leading: leadingOf(own, rights) };
}

/** A page of short paragraphs has few lines that do not stand in: where some stand at the document's margin, it is theirs. */
function pageLeftOf(lines: readonly PlacedLine[], left: number): number {
  if (lines.length < ENOUGH_LINES) return left;
  const own = leftOf(lines);
  return own > left && lines.some((line) => Math.abs(line.left - left) <= 3) ? left : own;
}

/** A menu beside the text has many lines, but few characters. */
function leftOf(lines: readonly PlacedLine[]): number {
  return leastCommon(
    lines.map((line) => line.left),
    3,
    COMMON,
    lines.map(({ text }) => text.length),
  );
}

/** Where lines are set to one width, that; else what most of them reach. */
function widthOf(widths: readonly number[]): number {
  const usual = percentile(widths, 0.9);
  const justified = widths.filter((width) => width > usual * 0.8);
  const common = -leastCommon(
    justified.map((width) => -width),
    4,
    0.3,
  );
  const reach = justified.filter((width) => Math.abs(width - common) <= 6).length;
  return justified.length >= ENOUGH_LINES && reach >= justified.length * 0.3 ? common : usual;
}

/** From a line that is full to the one below. */
function leadingOf(pages: readonly (readonly PlacedLine[])[], rights: readonly number[]): number {
  const apart = pages.flatMap((lines, page) =>
    lines.slice(1).map((line, index) => {
      const above = lines[index];
      if (above === undefined || Math.abs(above.size - line.size) > 0.5 || line.size === 0) return 0;
      const isFull = (rights[page] ?? 0) - above.right < above.size * 2;
      return isFull ? (line.baseline - above.baseline) / line.size : 0;
    }),
  );
  return (
    leastCommon(
      apart.filter((gap) => gap > 0.9 && gap < 4),
      0.1,
    ) || 1.5
  );
}

/**
 * The least of the values that are common, in steps of `step`; the very least where none is, 0 where there are no values.
 *
 * @param weights  How much each counts; 1 by default.
 */
function leastCommon(
  values: readonly number[],
  step: number,
  share = COMMON,
  weights: readonly number[] = [],
): number {
  const counts = new Map<number, number>();
  let total = 0;
  for (const [at, value] of values.entries()) {
    const bin = Math.round(value / step);
    const weight = weights[at] ?? 1;
    counts.set(bin, (counts.get(bin) ?? 0) + weight);
    total += weight;
  }
  const near = (bin: number): number => (counts.get(bin) ?? 0) + (counts.get(bin + 1) ?? 0);
  const bins = [...counts.keys()].sort((one, other) => one - other);
  const bin = bins.find((at) => near(at) >= total * share) ?? bins[0] ?? 0;
  const inBin = values.filter((value) => [bin, bin + 1].includes(Math.round(value / step)));
  return inBin.reduce((least, value) => Math.min(least, value), inBin[0] ?? 0);
}

function percentile(values: readonly number[], share: number): number {
  const inOrder = [...values].sort((one, other) => one - other);
  return inOrder[Math.min(inOrder.length - 1, Math.floor(inOrder.length * share))] ?? 0;
}
