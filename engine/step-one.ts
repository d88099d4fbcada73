/**
 * Step one of the ranking: what a clause is worth by what is at hand without its text.
 *
 * BM25 in which every word that is held occurs once: the sum of the words' rarities, weighed by the clause's length,
 * and a little by its kind. A word that only the headings above or the title hold counts for a fraction. It chooses the
 * 500 clauses that the server reads and orders by real occurrences.
 *
 * @see bench/RANKING.md for the measured worth of both steps
 */
import type { ClauseKind } from '../core/model.js';

const K1 = 0.9;
const B = 0.85;
/** A title or heading names its subject, but says less of it than a clause does; a note says it beside the text. */
const KIND_WEIGHT: Readonly<Record<ClauseKind, number>> = { title: 0.85, heading: 0.8, body: 1, note: 0.8 };
/**
 * As a share of the typical length: what is shorter is as much worse as what is longer. Else a broad word would propose the
 * shortest texts alone, in which it cannot occur twice.
 */
const BEST_LENGTH = 0.4;

/** Of a word's rarity, what it is worth in the context alone. */
export const CONTEXT_SHARE = 0.3;

/**
 * Code units; the mean over the laws that it was measured on. One number for every index, and not the index's own mean:
 * so a clause's weight is known when it is loaded, and a document more does not change those of all the others.
 */
const TYPICAL_LENGTH = 220;

/** How telling a word is that `frequency` of `clauses` clauses hold; always above 0. */
export function rarity(frequency: number, clauses: number): number {
  return Math.log(1 + (clauses - frequency + 0.5) / (frequency + 0.5));
}

/** @param length  Of the folded text, in UTF-16 code units. */
export function clauseWeight(kind: ClauseKind, length: number): number {
  const relative = length / TYPICAL_LENGTH;
  const away = BEST_LENGTH + Math.abs(relative - BEST_LENGTH);
  return (KIND_WEIGHT[kind] * (K1 + 1)) / (1 + K1 * (1 - B + B * away));
}

/** No clause weighs more. */
export const MOST_WEIGHT = clauseWeight('body', BEST_LENGTH * TYPICAL_LENGTH);

/** A clause that holds a preferred run in one piece is worth so much more. No tier: what names a thing need not answer. */
export const RUN_SHARE = 0.2;

/**
 * Added to the title of a document whose number was asked for: above every sum of rarities that a query can have, for 500
 * characters are at most 500 words of less than 20 each.
 */
export const NUMBERED = 1e5;
/** Added to what comes before all else, numbered or not: of `all+any`, hits of `all`. No score without it ever comes near. */
export const FIRST = 4e5;

/** @param held  The summed rarities of the words in the own text, and of those in the context alone. */
export function stepOneScore(
  held: { readonly own: number; readonly context: number },
  weight: number,
  holdsRun = false,
): number {
  return (held.own + CONTEXT_SHARE * held.context) * weight * (holdsRun ? 1 + RUN_SHARE : 1);
}

/** Of a document, the clauses that are proposed, and that its score is made of. */
export const CLAUSES_OF_GROUP = 5;

/** What the others of a document add to its best clause: a share of the mean of its best five, missing ones counted as nothing. */
const DOCUMENT_SHARE = 0.5;

/** @param best  Of its best clause. @param sum  Of its best clauses together, `CLAUSES_OF_GROUP` at most. */
export function documentScore(best: number, sum: number): number {
  return best + (DOCUMENT_SHARE * sum) / CLAUSES_OF_GROUP;
}
