/**
 * Which rows stand under which: the stretches of rows that a heading or a title is the context of.
 */
import type { Clause } from '../../core/model.js';

/**
 * Three numbers a stretch: the row of the heading or title, the first row and the last row under it. A title, in
 * either language and hidden or not, is above all clauses of its document but itself.
 *
 * @param first   The row of the first clause; of the hidden title where there is one.
 */
export function coversOf(
  clauses: readonly { readonly clause: Clause }[],
  first: number,
  hasHiddenTitle: boolean,
): number[] {
  const covers: number[] = [];
  const firstClause = hasHiddenTitle ? first + 1 : first;
  const last = firstClause + clauses.length - 1;
  const put = (row: number, from: number, to: number): void => {
    if (from <= to) covers.push(row, from, to);
  };
  const under = stretchesUnder(clauses);
  if (hasHiddenTitle) put(first, firstClause, last);
  for (const [ordinal, { clause }] of clauses.entries()) {
    const row = firstClause + ordinal;
    if (clause.kind === 'title') {
      put(row, firstClause, row - 1);
      put(row, row + 1, last);
    }
    for (const [from, to] of under.get(ordinal) ?? []) put(row, firstClause + from, firstClause + to);
  }
  return covers;
}

/** By heading, the ordinals under it as stretches: one where the document is a tree, more where it is interrupted. */
function stretchesUnder(
  clauses: readonly { readonly clause: Clause }[],
): ReadonlyMap<number, [from: number, to: number][]> {
  const under = new Map<number, [from: number, to: number][]>();
  for (const [ordinal, { clause }] of clauses.entries()) {
    for (const heading of clause.headings) {
      const stretches = under.get(heading);
      const open = stretches?.at(-1);
      if (!stretches) under.set(heading, [[ordinal, ordinal]]);
      else if (open && open[1] === ordinal - 1) open[1] = ordinal;
      else stretches.push([ordinal, ordinal]);
    }
  }
  return under;
}
