/** Ties each note to the clause that prints its mark. */
import type { SplitClause } from '../model.js';

/**
 * @param clauses  In the order of the text; those without a place in it have an empty span.
 * @returns        By note, the index of that clause; a note whose mark is lost is not there.
 */
export function noteTies(clauses: readonly SplitClause[]): ReadonlyMap<SplitClause, number> {
  const ties = new Map<SplitClause, number>();
  for (const clause of clauses) {
    const { kind, mark } = clause;
    if (kind !== 'note' || mark === undefined) continue;
    let [low, high] = [0, clauses.length - 1]; // the last that begins at the mark or above it
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((clauses[middle]?.span.start ?? 0) <= mark.start) low = middle;
      else high = middle - 1;
    }
    if ((clauses[low]?.span.end ?? 0) > mark.start) ties.set(clause, low);
  }
  return ties;
}
