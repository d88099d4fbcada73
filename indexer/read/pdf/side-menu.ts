/**
 * The menu of a page that a browser printed, beside the text: short lines at the left edge that stand at other heights than the lines
 * beside them, which are wide.
 */
import type { PrintedLine } from './lines.js';

export interface SideMenu {
  /** The lines beside it, and itself: from the first to before the last. */
  readonly from: number;
  readonly to: number;
  /** What ends left of it is menu. */
  readonly at: number;
}

const LEAST_ITEMS = 5;
const LEAST_BESIDE = 4;
/** In ems. */
const WIDEST_ITEM = 12;

export function edgeOfMenu(lines: readonly PrintedLine[], width: number): SideMenu | null {
  const edges = new Set(lines.flatMap(({ segments }) => segments.map(({ right }) => Math.ceil(right))));
  let best: (SideMenu & { readonly items: number }) | null = null;
  for (const edge of edges) {
    if (edge > width * 0.35) continue;
    const menu = menuUpTo(lines, edge, width);
    if (menu !== null && (best === null || menu.items > best.items)) best = menu;
  }
  return best;
}

function menuUpTo(
  lines: readonly PrintedLine[],
  at: number,
  width: number,
): (SideMenu & { readonly items: number }) | null {
  const isItem = ({ segments }: PrintedLine): boolean => (segments[0]?.right ?? at + 1) <= at;
  const from = lines.findIndex(isItem);
  const to = lines.findLastIndex(isItem) + 1;
  const band = lines.slice(from, to);
  const items = band.filter(isItem);
  if (items.length < LEAST_ITEMS) return null;
  const crosses = band.some(({ segments }) => segments.some(({ left, right }) => left <= at && right > at));
  if (
    crosses ||
    items.some(
      ({ segments, size }) => (segments[0]?.right ?? 0) - (segments[0]?.left ?? 0) > size * WIDEST_ITEM,
    )
  ) {
    return null;
  }
  const shared = items.filter(({ segments }) => segments.length > 1).length;
  const beside = band.filter(({ segments }) => segments.some(({ left }) => left > at));
  const wide = beside.filter(({ segments }) => (segments.at(-1)?.right ?? 0) - at > width * 0.4);
  if (shared * 2 > items.length || beside.length < LEAST_BESIDE || wide.length * 2 < beside.length)
    return null;
  return { from, to, at, items: items.length };
}
