/** A text and its translation, side by side. Pure. */
import type { ClauseAnswer } from '../../server/api.js';

/**
 * Each clause once, in the order of the text: a Chinese article with its English one where it has one. What is tied to
 * nothing (headings, the parts of an article after the first) stands in a row of its own, the English after all Chinese.
 */
export function rowsOf(
  clauses: readonly ClauseAnswer[],
): readonly (readonly [ClauseAnswer, ClauseAnswer?])[] {
  const english = new Map(
    clauses.filter(({ language }) => language === 'en').map((clause) => [clause.id, clause]),
  );
  const rows: [ClauseAnswer, ClauseAnswer?][] = [];
  for (const clause of clauses) {
    if (clause.language === 'en') continue;
    const other = english.get(clause.counterpart ?? '');
    if (other) english.delete(other.id);
    rows.push(other ? [clause, other] : [clause]);
  }
  for (const clause of english.values()) rows.push([clause]);
  return rows;
}
