/**
 * What was understood → what an engine is asked, and what the reader is told. Pure, and without a dictionary.
 */
import type { Phrase } from '../../core/text/analyze.js';
import type { EngineTerm, EngineWord } from '../../engine/engine.js';
import type { Understood } from '../api.js';
import { type AskedWord, wordOf, wordOfEither } from './asked-word.js';
import type { Added } from './widen-runs.js';

export interface Question {
  readonly understood: readonly Understood[];
  /** Distinct. Empty: everything (less the excluded) is asked for. */
  readonly words: readonly EngineWord[];
  /** In step with `words`: what of each `any` looks for. Of alternatives, none that says nothing beside one that does. */
  readonly ofAny: readonly EngineWord[];
  /** In step with `words`: what is among the alternatives of each without having been typed. */
  readonly widened: readonly (readonly WordAddition[])[];
  readonly excluded: readonly Phrase[];
  /**
   * Runs that are more than one word (养犬管理, C++), each in its readings: a clause that holds one whole is worth more than one
   * that holds its words.
   */
  readonly prefer: readonly (readonly Phrase[])[];
  /** Where the index may know more of it (known-stretches.ts), or something may be left out: what it was made of. */
  readonly pieces?: readonly Piece[];
  /** Runs that can be taken whole; only of a question that is searched for (whole-runs.ts). */
  readonly wholeRuns?: readonly AskedWhole[];
}

/** The question in which one run is the text that it is. */
export interface AskedWhole {
  readonly text: string;
  /** As it is typed. */
  readonly q: string;
  readonly question: Question;
  /** Where this run is cut: by the place of its piece, and among alternatives by its own (piece-at.ts). */
  readonly place: { readonly piece: number; readonly alternative?: number };
}

export interface WordAddition extends Added {
  /** The word that it widens, as typed. */
  readonly word: string;
}

/** A part of what was typed: a run cut into words, or one thing. */
export interface Piece {
  readonly items: readonly Item[];
  /** The readings of a run as a whole; empty where it is none. */
  readonly whole: readonly Phrase[];
  readonly stretches: readonly Stretch[];
  readonly run?: TypedRun;
}

/** What was typed from `start` to `end`, in UTF-16, and the same without what clings to it. */
interface TypedRun {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface AskedItem {
  readonly kind: 'word' | 'phrase' | 'documentNumber';
  readonly text: string;
  readonly term: EngineTerm;
  readonly isParticle?: true;
  /** What widens it. */
  readonly additions?: readonly Added[];
}

export type Item =
  | AskedItem
  /** At least two, each of them asked for. */
  | { readonly kind: 'either'; readonly alternatives: readonly Alternative[] }
  | { readonly kind: 'excluded'; readonly text: string; readonly phrases: readonly Phrase[] }
  | { readonly kind: 'ignored'; readonly told: Understood };

export interface Alternative extends Piece {
  readonly kind: 'word' | 'phrase' | 'documentNumber';
  readonly text: string;
  readonly items: readonly AskedItem[];
}

/** Items of a run that are one thing, if the index knows it as that. */
export interface Stretch {
  readonly from: number;
  /** Behind the last. */
  readonly to: number;
  readonly as: 'name' | 'number';
  /** Folded; one of them is enough. */
  readonly called: readonly string[];
  readonly item: AskedItem;
}

/** Of words that are no particles, quoted texts, alternatives and exclusions together. */
const MOST_WORDS = 32;
const TOO_MANY = {
  code: 'tooMany',
  reason: `Only the first ${MOST_WORDS} words of a query are looked for.`,
} as const;

/** @param leftOut  The `to` of an addition, folded: as if there were none such. */
export function questionOf(pieces: readonly Piece[], leftOut?: string): Question {
  const understood: Understood[] = [];
  const words = new Map<string, AskedWord>();
  const excluded = new Map<string, Phrase>();
  const prefer = new Map<string, readonly Phrase[]>();
  let left = MOST_WORDS;
  let isFull = false;

  const tooMany = (text: string): void => {
    isFull = true;
    const last = understood.at(-1);
    const isMore = last?.code === TOO_MANY.code;
    if (isMore) understood.pop();
    const all = isMore ? `${last.text} ${text}` : text;
    understood.push({ kind: 'word', text: all, ignored: true, ...TOO_MANY });
  };
  /** False where there is no room for it. */
  const ask = (asked: AskedWord, cost: number): boolean => {
    if (words.has(asked.key)) return true;
    if (isFull || cost > left) return false;
    left -= cost;
    words.set(asked.key, asked);
    return true;
  };
  const askItem = (item: AskedItem): void => {
    const { kind, text } = item;
    if (ask(wordOf(item, leftOut), item.isParticle ? 0 : 1)) understood.push({ kind, text });
    else tooMany(text);
  };
  const askEither = (alternatives: readonly Alternative[]): void => {
    const room = isFull ? 0 : left;
    const costs = alternatives.map((_, i) => alternatives.slice(0, i + 1).filter(saysSomething).length);
    const first = alternatives.filter((_, i) => (costs[i] ?? 0) <= room && !isFull);
    const rest = alternatives.slice(first.length);
    const [only] = first;
    if (first.length === 1 && only) {
      for (const item of only.items) askItem(item);
    } else if (first.length > 1) {
      const text = first.map((one) => one.text).join('|');
      const telling = first.filter(saysSomething);
      ask(wordOfEither(first, telling, leftOut), telling.length);
      understood.push({ kind: 'either', text, alternatives: first.map((one) => toldAs(one)) });
    }
    if (rest.length > 0) tooMany(rest.map(({ text }) => text).join(' '));
  };

  for (const { items, whole } of pieces) {
    for (const item of items) {
      if (item.kind === 'ignored') understood.push(item.told);
      else if (item.kind === 'either') askEither(item.alternatives);
      else if (item.kind !== 'excluded') askItem(item);
      else if (isFull || left === 0) tooMany(item.text);
      else {
        left -= 1;
        understood.push({ kind: 'excluded', text: item.text });
        for (const phrase of item.phrases) excluded.set(phrase.folded, phrase);
      }
    }
    const [first] = whole;
    const [item] = items;
    const isOne = item !== undefined && 'term' in item && item.term.alternatives[0]?.folded === first?.folded;
    if (first && !isOne && !isFull) prefer.set(first.folded, whole);
  }
  return {
    understood,
    words: [...words.values()].map(({ word }) => word),
    ofAny: [...words.values()].map(({ ofAny }) => ofAny),
    widened: [...words.values()].map(({ additions }) => additions),
    excluded: [...excluded.values()],
    prefer: [...prefer.values()],
  };
}

function saysSomething({ items }: Alternative): boolean {
  return items.some(({ isParticle }) => !isParticle);
}

function toldAs({ kind, text }: Alternative): Pick<Alternative, 'kind' | 'text'> {
  return { kind, text };
}
