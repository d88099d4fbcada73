/**
 * What the engine itself can put in order, and which of its pages hold what is wanted: pure.
 */
import type { EngineQuery } from '../../engine.js';

/** By date, by place, or by a stored number: what several words are worth together it cannot add up. */
export function isInEngineOrder({ sort, words, prefer }: EngineQuery): boolean {
  if (sort !== 'relevance' || words.length === 0) return true;
  return words.length === 1 && prefer.length === 0 && words[0]?.numbers === undefined;
}

export function sortOf({ sort, date, words }: EngineQuery): readonly string[] {
  if (sort === 'newest') return [`${date}:desc`, 'order:asc'];
  if (sort === 'oldest') return [`${date}:asc`, 'order:asc'];
  return words.length === 0 ? ['order:asc'] : ['weight:desc', 'order:asc'];
}

/** The page of the engine that holds what is wanted, and where in it that is. */
export function pageOf({ skip, take }: Pick<EngineQuery, 'skip' | 'take'>): {
  readonly page: number;
  readonly size: number;
  readonly from: number;
  readonly to: number;
} {
  if (take > 0 && skip % take === 0) return { page: skip / take, size: take, from: 0, to: take };
  return { page: 0, size: skip + take, from: skip, to: skip + take };
}
