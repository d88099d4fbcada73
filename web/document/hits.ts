/** From hit to hit of a document. Pure. */
import type { ClauseAnswer } from '../../server/api.js';

/** The clauses that the server marked: those that the search counts in this document. */
export function hitIds(clauses: readonly ClauseAnswer[]): readonly string[] {
  return clauses.filter(({ fragments }) => fragments.some(({ match }) => match)).map(({ id }) => id);
}

/** The hit `by` steps from the clause that is linked to; from a clause that is none, the next one in the text. */
export function stepTo(
  hits: readonly string[],
  clauses: readonly ClauseAnswer[],
  from: string,
  by: 1 | -1,
): string | undefined {
  const now = hits.indexOf(from);
  if (now !== -1) return hits[(now + by + hits.length) % hits.length];
  const place = clauses.findIndex(({ id }) => id === from);
  const later = clauses.slice(place + 1).find(({ id }) => hits.includes(id))?.id ?? hits[0];
  return by === 1 ? later : hits[(hits.indexOf(later ?? '') - 1 + hits.length) % hits.length];
}
