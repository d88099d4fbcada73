/**
 * Searches of a union, made such that none finds what another does: what they find adds up then, and is not joined hit by hit.
 */
import { all, type Filter, not } from './filter.js';

/** A search: what must be found, and the filter. */
export interface Positive {
  readonly phrases: readonly string[];
  readonly filter: Filter;
}

/** Phrases in one `q`, of the ten that the engine takes: with room for a run that is preferred. */
export const MOST_PARTS = 9;

/**
 * Each less what those before it find. null where that cannot be asked: of a phrase and a filter together there is no opposite.
 *
 * @param most   Phrases of a search.
 * @param first  What is before all of them, and is not asked.
 */
export function setApart(
  found: readonly Positive[],
  most: number,
  first: readonly Positive[] = [],
): readonly Positive[] | null {
  const isPhrase = ({ phrases, filter }: Positive): boolean => phrases.length === 1 && filter === null;
  const rest = found.filter((one) => !isFilter(one) && !isPhrase(one));
  const inOrder = [...found.filter(isFilter), ...found.filter(isPhrase), ...rest];
  const beforeOf = (place: number): readonly Positive[] => [...first, ...inOrder.slice(0, place)];
  const isLong = (one: Positive, place: number): boolean =>
    one.phrases.length + beforeOf(place).filter(isPhrase).length > most;
  if (!first.every((one) => isFilter(one) || isPhrase(one))) return null;
  if (rest.length > 1 || inOrder.some(isLong)) return null;
  return inOrder.map(({ phrases, filter }, place) => {
    const before = beforeOf(place);
    return {
      phrases: [...phrases, ...before.flatMap((one) => one.phrases.map((phrase) => `-${phrase}`))],
      filter: all(filter, ...before.map((one) => (one.filter === null ? null : not(one.filter)))),
    };
  });
}

export function isFilter({ phrases }: Positive): boolean {
  return phrases.length === 0;
}
