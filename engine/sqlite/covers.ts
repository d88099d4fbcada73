/**
 * Which rows stand under which: the stretches of rows that a heading or a title is the context of.
 */
import type { Entry } from '../entry.js';

/**
 * Three numbers a stretch: the row of the heading or title, the first row and the last row under it. One stretch where the
 * document is a tree, more where it is interrupted.
 *
 * @param first  The row of the first entry.
 */
export function coversOf(entries: readonly Pick<Entry, 'above'>[], first: number): number[] {
  const stretches = new Map<number, [from: number, to: number][]>();
  for (const [place, { above }] of entries.entries()) {
    for (const over of above) {
      const known = stretches.get(over);
      const open = known?.at(-1);
      if (!known) stretches.set(over, [[place, place]]);
      else if (open && open[1] === place - 1) open[1] = place;
      else known.push([place, place]);
    }
  }
  const covers: number[] = [];
  for (const [over, under] of [...stretches].sort(([a], [b]) => a - b)) {
    for (const [from, to] of under) covers.push(first + over, first + from, first + to);
  }
  return covers;
}
