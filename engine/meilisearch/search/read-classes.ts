/**
 * The best clauses for a few words, in two steps; exactly, unless more than READ_ALL of a class may be among them.
 *
 * By which of the words their own text holds, clauses fall into classes; inside one, what holds the same in its context too
 * has its score in step one from its weight alone. So a class is a list, best first, of which a beginning is read: what comes
 * behind it cannot have more than the class is worth times the last weight that was read.
 *
 * @see Fagin, Lotem, Naor, "Optimal aggregation algorithms for middleware", 2003: the threshold
 */
import { wordsOfAny } from '../../engine.js';
import { stepOneScore } from '../../step-one.js';
import { all, type Filter, inContext, inOwn, not } from './filter.js';
import { HEAD, type ProposalContext, READ_ALL, readByFilter, scoreNeeded } from './proposal-context.js';
import type { FoundClause } from './read-answer.js';

/** Words. Of four there are fifteen classes; of five, thirty-one take longer than bands do. */
export const MOST_CLASSES_OF = 4;

/** Clauses looked at in each class but the first, which holds every word and is worth the most. */
const LOOK = 100;
/** What is computed here in one order of sums, and in another by whoever weighs. */
const SLACK = 1 - 1e-9;

export interface ClauseClass {
  readonly filter: Filter;
  /** Most that a clause of it can have, for each unit of its weight. */
  readonly worth: number;
}

export async function readClasses(context: ProposalContext): Promise<FoundClause[]> {
  const [best, ...others] = classesOf(context);
  if (best === undefined) return [];
  const [[first = []], rest] = await Promise.all([
    readByFilter(context, [best.filter], HEAD),
    readByFilter(
      context,
      others.map(({ filter }) => filter),
      LOOK,
    ),
  ]);
  const looked = [first, ...rest].flat();
  const needed = scoreNeeded(looked, context);
  // What equals the last of the first list stands behind it in the order of documents, too.
  const behindFirst = best.worth * lastWeight(first, HEAD) > needed;
  const behind = [
    ...(behindFirst ? [restOf(best, lastWeight(first, HEAD), needed)] : []),
    ...others.flatMap((one, place) => {
      const last = lastWeight(rest[place] ?? [], LOOK);
      return one.worth * last >= needed * SLACK ? [restOf(one, last, needed)] : [];
    }),
  ];
  if (behind.length === 0) return looked;
  const more = await readByFilter(context, behind, READ_ALL);
  return [...looked, ...more.flat()];
}

/**
 * What a clause that was not read weighs at most, where so many were asked for; less than nothing where all were read. Of
 * several servers each gives so many: what one has left weighs no more than the last of as many of all.
 */
function lastWeight(read: readonly FoundClause[], most: number): number {
  return read.map(({ weight }) => weight).sort((a, b) => b - a)[most - 1] ?? Number.NEGATIVE_INFINITY;
}

function restOf({ filter, worth }: ClauseClass, last: number, needed: number): Filter {
  return all(filter, `weight <= ${last}`, `weight >= ${(needed / worth) * SLACK}`);
}

/** One a choice of words that the own text holds, at least one; the most worth first. */
export function classesOf({ query: { words, match }, rarities }: ProposalContext): readonly ClauseClass[] {
  const telling = match === 'all' ? words : wordsOfAny(words);
  return Array.from({ length: 2 ** words.length - 1 }, (_, place) => {
    const isOwn = (_word: unknown, i: number): boolean => (((place + 1) >> i) & 1) === 1;
    const sum = (chosen: (word: unknown, i: number) => boolean): number =>
      rarities.filter(chosen).reduce((total, rarity) => total + rarity, 0);
    const parts = words.map((word, i) => {
      if (isOwn(word, i)) return inOwn(word);
      return match === 'all' ? all(not(inOwn(word)), inContext(word)) : not(inOwn(word));
    });
    const held = { own: sum(isOwn), context: sum((word, i) => !isOwn(word, i)) };
    const tells = words.some((word, i) => isOwn(word, i) && telling.includes(word));
    return { filter: all(...parts), worth: stepOneScore(held, 1), tells };
  })
    .filter(({ tells }) => tells) // of particles alone there is no hit
    .sort((a, b) => b.worth - a.worth);
}
