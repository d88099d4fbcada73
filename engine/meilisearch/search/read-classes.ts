/**
 * The best clauses for a few words, in two steps; exactly, unless more than READ_ALL of a class may be among them.
 *
 * By which of the words their own text holds, and whether it may hold a preferred run, clauses fall into classes; inside one,
 * what holds the same in its context too has its score in step one from its weight alone. So a class is a list, best first, of which a beginning is read: what comes
 * behind it cannot have more than the class is worth times the last weight that was read.
 *
 * @see Fagin, Lotem, Naor, "Optimal aggregation algorithms for middleware", 2003: the threshold
 */
import type { Phrase } from '../../../core/text/analyze.js';
import { type EngineWord, wordsOfAny } from '../../engine.js';
import { stepOneScore } from '../../step-one.js';
import { all, any, type Filter, inContext, inOwn, not, tokensIn } from './filter.js';
import { HEAD, type ProposalContext, READ_ALL, readByFilter, scoreNeeded } from './proposal-context.js';
import type { FoundClause } from './read-answer.js';

/** Words. Of four there are fifteen classes; of five, thirty-one take longer than bands do. */
export const MOST_CLASSES_OF = 4;

/** Clauses looked at in each class but those that hold every word, which are worth the most. */
const LOOK = 100;
/** What is computed here in one order of sums, and in another by whoever weighs. */
const SLACK = 1 - 1e-9;

export interface ClauseClass {
  readonly filter: Filter;
  /** Whether its clauses hold every word in their own text. */
  readonly isWhole: boolean;
  /** Most that a clause of it can have, for each unit of its weight. */
  readonly worth: number;
}

export async function readClasses(context: ProposalContext): Promise<FoundClause[]> {
  const classes = classesOf(context);
  const read = await Promise.all([
    readByFilter(context, filtersOf(classes.filter(({ isWhole }) => isWhole)), HEAD),
    readByFilter(context, filtersOf(classes.filter(({ isWhole }) => !isWhole)), LOOK),
  ]);
  const lists = read.flat(); // in step with `classes`: those that hold every word come first
  const looked = lists.flat();
  const needed = scoreNeeded(looked, context);
  const behind = classes.flatMap((one, place) => {
    const last = lastWeight(lists[place] ?? [], one.isWhole ? HEAD : LOOK);
    // What equals the last of the first list stands behind it in the order of documents, too.
    const mayBeAmong = place === 0 ? one.worth * last > needed : one.worth * last >= needed * SLACK;
    return mayBeAmong ? [restOf(one, last, needed)] : [];
  });
  if (behind.length === 0) return looked;
  const more = await readByFilter(context, behind, READ_ALL);
  return [...looked, ...more.flat()];
}

function filtersOf(classes: readonly ClauseClass[]): readonly Filter[] {
  return classes.map(({ filter }) => filter);
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

/**
 * One a choice of words that the own text holds, at least one; where it has all those of a run, one with the tokens of the run
 * and one without. Those that hold every word first, and the most worth first.
 */
export function classesOf({ query, rarities }: ProposalContext): readonly ClauseClass[] {
  const { words, match, prefer } = query;
  const telling = match === 'all' ? words : wordsOfAny(words);
  const run = prefer.length === 0 ? null : any(prefer.map((phrase) => tokensIn('own', phrase)));
  return Array.from({ length: 2 ** words.length - 1 }, (_, place): readonly ClauseClass[] => {
    const isOwn = (_word: unknown, i: number): boolean => (((place + 1) >> i) & 1) === 1;
    const sum = (chosen: (word: unknown, i: number) => boolean): number =>
      rarities.filter(chosen).reduce((total, rarity) => total + rarity, 0);
    const parts = words.map((word, i) => {
      if (isOwn(word, i)) return inOwn(word);
      return match === 'all' ? all(not(inOwn(word)), inContext(word)) : not(inOwn(word));
    });
    const held = { own: sum(isOwn), context: sum((word, i) => !isOwn(word, i)) };
    const isWhole = words.every(isOwn);
    if (!words.some((word, i) => isOwn(word, i) && telling.includes(word))) return []; // of particles alone there is no hit
    const plain = { filter: all(...parts), isWhole, worth: stepOneScore(held, 1) };
    const mayHoldRun = prefer.some((phrase) =>
      words.every((word, i) => isOwn(word, i) || !isPartOf(phrase, word)),
    );
    return run === null || !mayHoldRun
      ? [plain]
      : [
          { filter: all(...parts, run), isWhole, worth: stepOneScore(held, 1, true) },
          { ...plain, filter: all(...parts, not(run)) },
        ];
  })
    .flat()
    .sort((a, b) => Number(b.isWhole) - Number(a.isWhole) || b.worth - a.worth);
}

function isPartOf(run: Phrase, { alternatives }: EngineWord): boolean {
  return alternatives.some(({ folded }) => run.folded.includes(folded));
}
