/**
 * What is asked for → the word that an engine gets, with what widens it, or as if one addition were not there.
 *
 * What each addition brought is told by the question without it, in which all other words are as they were: they are made once,
 * and are the same objects, by which an engine knows them again.
 */
import type { Phrase } from '../../core/text/analyze.js';
import { fold } from '../../core/text/fold.js';
import type { EngineTerm, EngineWord } from '../../engine/engine.js';
import type { Alternative, AskedItem, WordAddition } from './question.js';
import type { Added } from './widen-runs.js';

export interface AskedWord {
  /** Of equal words the same. */
  readonly key: string;
  readonly word: EngineWord;
  /** What of it `any` looks for. */
  readonly ofAny: EngineWord;
  readonly additions: readonly WordAddition[];
}

const kept = new WeakMap<AskedItem, AskedWord>();
const addedTo = new WeakMap<AskedItem, ReadonlySet<string>>();

/** @param leftOut  The `to` of an addition, folded. */
export function wordOf(item: AskedItem, leftOut?: string): AskedWord {
  if (leftOut !== undefined && tosOf(item).has(leftOut)) return makeWord(item, leftOut);
  const made = kept.get(item) ?? makeWord(item);
  kept.set(item, made);
  return made;
}

/** Of alternatives. @param telling  Those of them that say something. */
export function wordOfEither(
  alternatives: readonly Alternative[],
  telling: readonly Alternative[],
  leftOut?: string,
): AskedWord {
  const items = alternatives.flatMap((one) => one.items);
  const word = eitherOf(alternatives, leftOut);
  if (telling.length === 0) return toAsked({ ...word, isParticle: true }, items, leftOut);
  if (telling.length === alternatives.length) return toAsked(word, items, leftOut);
  return toAsked(word, items, leftOut, eitherOf(telling, leftOut));
}

function makeWord(item: AskedItem, leftOut?: string): AskedWord {
  const term = termOf(item, leftOut);
  return toAsked(item.isParticle ? { ...term, isParticle: true } : term, [item], leftOut);
}

function toAsked(
  word: EngineWord,
  items: readonly AskedItem[],
  leftOut?: string,
  ofAny: EngineWord = word,
): AskedWord {
  const typed = new Set(items.flatMap(({ term }) => term.alternatives.map(({ folded }) => folded)));
  const isAdded = ({ phrases }: Added): boolean => phrases.some(({ folded }) => !typed.has(folded));
  const additions = items.flatMap((item) => additionsOf(item, leftOut)).filter(isAdded);
  return { key: JSON.stringify(wordKey(word)), word, ofAny, additions };
}

function tosOf(item: AskedItem): ReadonlySet<string> {
  const made = addedTo.get(item) ?? new Set((item.additions ?? []).map(({ to }) => fold(to)));
  addedTo.set(item, made);
  return made;
}

function additionsOf({ text, additions = [] }: AskedItem, leftOut?: string): readonly WordAddition[] {
  return additions
    .filter(({ to }) => leftOut === undefined || fold(to) !== leftOut)
    .map((added) => ({ ...added, word: text }));
}

/** What was typed, then what widens it. */
function termOf(item: AskedItem, leftOut?: string): EngineTerm {
  const additions = additionsOf(item, leftOut);
  if (additions.length === 0) return item.term;
  const phrases = additions.flatMap((added) => added.phrases);
  const called = additions.filter(({ isName }) => isName).flatMap((added) => added.phrases);
  const names = [...(item.term.names ?? []), ...called.map(({ folded }) => folded)];
  return {
    ...item.term,
    alternatives: distinct([...item.term.alternatives, ...phrases]),
    ...(names.length === 0 ? {} : { names: [...new Set(names)] }),
  };
}

function distinct(phrases: readonly Phrase[]): readonly Phrase[] {
  return [...new Map(phrases.map((phrase) => [phrase.folded, phrase])).values()];
}

function eitherOf(alternatives: readonly Alternative[], leftOut?: string): EngineWord {
  const terms = alternatives.map(({ items }) => items.map((item) => termOf(item, leftOut)));
  const single = terms.flatMap((list) => (list.length === 1 ? list : []));
  const runs = terms.filter((list) => list.length > 1);
  const numbers = single.flatMap((term) => term.numbers ?? []);
  const names = single.flatMap((term) => term.names ?? []);
  return {
    // Typed before added, whichever alternative it is of.
    alternatives: distinct([
      ...alternatives
        .flatMap(({ items }) => (items.length === 1 ? items : []))
        .flatMap(({ term }) => term.alternatives),
      ...single.flatMap((term) => term.alternatives),
    ]),
    ...(numbers.length === 0 ? {} : { numbers }),
    ...(names.length === 0 ? {} : { names }),
    ...(runs.length === 0 ? {} : { runs }),
  };
}

function wordKey({ alternatives, numbers = [], names = [], runs = [] }: EngineWord): readonly unknown[] {
  return [alternatives.map(({ folded }) => folded), numbers, names, runs.map((run) => run.map(wordKey))];
}
