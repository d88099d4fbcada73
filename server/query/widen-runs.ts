/**
 * Runs, before they are cut → the stretches of them that are one word of the question each: what the reviewed table widens, across
 * the spaces between Latin words too; and of a whole English question the words that say nothing.
 *
 * ```
 * 資訊系統补助           資訊系統 (信息系统), and the rest is cut
 * artificial intelligence   one word (人工智能), which stands in the first of both runs
 * ```
 */
import { type Phrase, toPhrases } from '../../core/text/analyze.js';
import { wordsWithoutContent } from '../../core/text/expansion/english-question.js';
import type { ExpansionKind } from '../../core/text/expansion/expansion-table.js';
import {
  type Addition,
  findExpansions,
  MOST_A_QUESTION,
  withinRoom,
} from '../../core/text/expansion/find-expansions.js';
import { fold } from '../../core/text/fold.js';
import type { Script } from '../../core/text/script.js';

/** What a word may be called in the texts. */
export interface Added {
  readonly to: string;
  readonly kind: ExpansionKind;
  /** Of 1, how often it stands for the word. */
  readonly likely: number;
  readonly phrases: readonly Phrase[];
  /** Bodies or places of this index are called so. */
  readonly isName?: true;
}

/** A stretch of a run that is not cut. */
export interface Whole {
  /** UTF-16, in the run. */
  readonly start: number;
  readonly end: number;
  /** There where it goes on in the next run, or says nothing. Empty: it began in a run before this one. */
  readonly text?: string;
  readonly additions: readonly Added[];
  /** It says nothing of what is looked for. */
  readonly isDropped?: true;
}

export interface Widening {
  /** The wholes of each run, in order. `typed` are runs with nothing but spaces between. */
  widen(runs: readonly string[]): readonly (readonly Whole[])[];
  /** Additions that there was no room for, so far. */
  left(): readonly string[];
}

export interface Expand {
  readonly expand: 'on' | 'off';
  /** Additions to be left out. */
  readonly without: readonly string[];
}

const HAN = /\p{Script=Han}/u;
const HAN_AT_END = /\p{Script=Han}$/u;
const HAN_AT_START = /^\p{Script=Han}/u;

/** @param typed  The whole question. @param script  Of a run that does not say which it is in. */
export function openWidening(typed: string, script: Script, { expand, without }: Expand): Widening {
  if (expand === 'off') return { widen: (runs) => runs.map(() => []), left: () => [] };
  const isEnglish = !HAN.test(typed);
  const leftOut = new Set(without.map((to) => fold(to)));
  const left: string[] = [];
  let room = MOST_A_QUESTION;
  const addedOf = ({ to, kind, likely }: Addition): readonly Added[] =>
    leftOut.has(fold(to)) ? [] : [{ to, kind, likely, phrases: toPhrases(to, 'hans') }];

  const widenJoined = (runs: readonly string[]): readonly (readonly Whole[])[] => {
    const joined = runs.join(' ');
    const found = findExpansions(joined, script);
    const within = withinRoom(found, room);
    room -= within.kept.reduce((sum, { additions }) => sum + additions.length, 0);
    left.push(...within.left.map(({ to }) => to));
    const wholes = [
      ...within.kept.map(({ additions, ...one }) => ({ ...one, additions: additions.flatMap(addedOf) })),
      ...(isEnglish ? wordsWithoutContent(joined, found) : []).map((one) => ({
        ...{ ...one, additions: [], isDropped: true as const },
      })),
    ].sort((a, b) => a.start - b.start);
    return inRuns(wholes, runs);
  };
  return {
    widen: (runs) => joinable(runs).flatMap(widenJoined),
    left: () => left,
  };
}

/** How many of the first runs are one word to the table, whether or not it widens this question. */
export function joinedByTable(runs: readonly string[], script: Script): number {
  const [first = []] = joinable(runs);
  const found = findExpansions(first.join(' '), script).find(({ start }) => start === 0);
  let from = 0;
  const ends = first.map((run) => {
    from += run.length + 1;
    return from - 1;
  });
  return Math.max(1, ends.findIndex((end) => end >= (found?.end ?? 0)) + 1);
}

/** Nothing but Latin words is joined across a space. */
function joinable(runs: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    const isJoined = before !== undefined && !HAN_AT_END.test(before) && !HAN_AT_START.test(run);
    if (last && isJoined) last.push(run);
    else groups.push([run]);
  }
  return groups;
}

/** From places in all runs, joined by a space, to those in each. */
function inRuns(
  wholes: readonly (Whole & { readonly word: string })[],
  runs: readonly string[],
): readonly (readonly Whole[])[] {
  let from = 0;
  return runs.map((run) => {
    const [first, end] = [from, from + run.length];
    from = end + 1;
    return wholes
      .filter((whole) => whole.start < end && whole.end > first)
      .map(({ word, ...whole }): Whole => {
        const isWithin = whole.start >= first && whole.end <= end;
        const text = whole.start < first ? '' : word;
        return {
          ...{ start: Math.max(whole.start, first) - first, end: Math.min(whole.end, end) - first },
          ...(isWithin && !whole.isDropped ? {} : { text }),
          additions: text === '' ? [] : whole.additions,
          ...(whole.isDropped ? { isDropped: true } : {}),
        };
      });
  });
}
