/**
 * Lines of a page → the order in which they are read: where two columns of prose stand side by side, the left one first.
 */
import { lineOf, type PrintedLine } from './lines.js';
import { edgeOfMenu } from './side-menu.js';

/** A line, and the column that it stands in: 0 across the page or the left of two, 1 the right. */
export interface PlacedLine extends PrintedLine {
  readonly column: 'page' | 'left' | 'right';
}

/** Fewer lines side by side are a signature, or a table. */
const LEAST_LINES = 6;
/** Of what a column of prose prints, how much stands in lines that fill it to three quarters. */
const FILLED = 0.5;

export function inReadingOrder(lines: readonly PrintedLine[], width: number): readonly PlacedLine[] {
  const across = (line: PrintedLine): PlacedLine => ({ ...line, column: 'page' });
  const edge = edgeOfMenu(lines, width);
  if (edge !== null) {
    const { from, to, at } = edge;
    return [
      ...lines.slice(0, from).map(across),
      ...sides(lines.slice(from, to), at).map((line) => (line.column === 'right' ? across(line) : line)),
      ...lines.slice(to).map(across),
    ];
  }
  const gutter = gutterOf(lines, width);
  if (gutter === null) return lines.map(across);
  const bands: PrintedLine[][] = [[]];
  let wasCrossing = false;
  for (const line of lines) {
    const crosses = isCrossing(line, gutter);
    if (crosses !== wasCrossing) bands.push([]);
    bands.at(-1)?.push(line);
    wasCrossing = crosses;
  }
  return bands.flatMap((band) => (isTwoColumns(band, gutter) ? sides(band, gutter) : band.map(across)));
}

function sides(band: readonly PrintedLine[], gutter: number): readonly PlacedLine[] {
  return (['left', 'right'] as const).flatMap((column) =>
    band.flatMap((line) => {
      const own = line.segments.filter(({ left }) => (column === 'left' ? left < gutter : left >= gutter));
      return own.length === 0 ? [] : [{ ...lineOf(own, line), column }];
    }),
  );
}

function isCrossing({ segments }: PrintedLine, gutter: number): boolean {
  return segments.some(({ left, right }) => left < gutter - 1 && right > gutter + 1);
}

/** Where in the middle third of the page the fewest lines cross; null where too few stand on both sides of it. */
function gutterOf(lines: readonly PrintedLine[], width: number): number | null {
  const split = lines.filter(({ segments }) => segments.length > 1);
  if (split.length < LEAST_LINES) return null;
  let best: { readonly at: number; readonly count: number } | null = null;
  for (const { segments } of split) {
    for (const [index, { right }] of segments.slice(0, -1).entries()) {
      const at = (right + (segments[index + 1]?.left ?? right)) / 2;
      if (at < width * 0.35 || at > width * 0.65) continue;
      const count = split.filter((line) => isSplitAt(line, at)).length;
      if (best === null || count > best.count) best = { at, count };
    }
  }
  return best !== null && best.count >= LEAST_LINES ? best.at : null;
}

function isSplitAt(line: PrintedLine, at: number): boolean {
  return !isCrossing(line, at) && line.left < at && line.right > at;
}

function isTwoColumns(band: readonly PrintedLine[], gutter: number): boolean {
  if (band.some((line) => isCrossing(line, gutter))) return false;
  if (band.filter((line) => isSplitAt(line, gutter)).length < LEAST_LINES) return false;
  return (['left', 'right'] as const).every((column) => {
    const parts = sides(band, gutter).filter((line) => line.column === column);
    const widest = Math.max(...parts.map(({ left, right }) => right - left));
    const size = parts[0]?.size ?? 1;
    const full = parts.filter(({ left, right }) => right - left > widest * 0.75);
    // A column of a table is narrow, or has cells of all widths.
    return widest > size * 10 && charactersIn(full) >= charactersIn(parts) * FILLED;
  });
}

function charactersIn(lines: readonly PrintedLine[]): number {
  return lines.reduce((count, { text }) => count + text.length, 0);
}
