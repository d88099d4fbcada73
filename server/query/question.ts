/**
 * What was understood → what an engine is asked, and what the reader is told. Pure, and without a dictionary.
 */
import type { Phrase } from '../../core/text/analyze.js';
import type { EngineTerm, EngineWord } from '../../engine/engine.js';
import type { Understood } from '../api.js';

export interface Question {
  readonly understood: readonly Understood[];
  /** Each of `words` as a query of its own, for the explanation. */
  readonly typed: readonly string[];
  /** Distinct. Empty: everything (less the excluded) is asked for. */
  readonly words: readonly EngineWord[];
  readonly excluded: readonly Phrase[];
  /**
   * Runs that are more than one word (养犬管理, C++), each in its readings: a clause that holds one whole comes before one that
   * holds its words.
   */
  readonly prefer: readonly (readonly Phrase[])[];
  /** Where the index may know more of it (known-stretches.ts): what it was made of. */
  readonly pieces?: readonly Piece[];
}

/** A part of what was typed: a run cut into words, or one thing. */
export interface Piece {
  readonly items: readonly Item[];
  /** The readings of a run as a whole; empty where it is none. */
  readonly whole: readonly Phrase[];
  readonly stretches: readonly Stretch[];
}

export interface AskedItem {
  readonly kind: 'word' | 'phrase' | 'documentNumber';
  readonly text: string;
  readonly term: EngineTerm;
  readonly isParticle?: true;
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
const TOO_MANY = `Only the first ${MOST_WORDS} words of a query are looked for.`;

export function questionOf(pieces: readonly Piece[]): Question {
  const understood: Understood[] = [];
  const words = new Map<string, { readonly text: string; readonly word: EngineWord }>();
  const excluded = new Map<string, Phrase>();
  const prefer = new Map<string, readonly Phrase[]>();
  let left = MOST_WORDS;
  let isFull = false;

  const tooMany = (text: string): void => {
    isFull = true;
    const last = understood.at(-1);
    if (last?.reason === TOO_MANY) understood.pop();
    const all = last?.reason === TOO_MANY ? `${last.text} ${text}` : text;
    understood.push({ kind: 'word', text: all, ignored: true, reason: TOO_MANY });
  };
  /** False where there is no room for it. */
  const ask = (text: string, word: EngineWord, cost: number): boolean => {
    const key = JSON.stringify(wordKey(word));
    if (words.has(key)) return true;
    if (isFull || cost > left) return false;
    left -= cost;
    words.set(key, { text, word });
    return true;
  };
  const askItem = (item: AskedItem): void => {
    const { kind, text, term } = item;
    const word: EngineWord = item.isParticle ? { ...term, isParticle: true } : term;
    if (ask(asQuery(item), word, item.isParticle ? 0 : 1)) understood.push({ kind, text });
    else tooMany(text);
  };
  const askEither = (alternatives: readonly Alternative[]): void => {
    const room = isFull ? 0 : Math.min(left, alternatives.length);
    const [first, rest] = [alternatives.slice(0, room), alternatives.slice(room)];
    const [only] = first;
    if (first.length === 1 && only) {
      for (const item of only.items) askItem(item);
    } else if (first.length > 1) {
      const text = first.map((one) => one.text).join('|');
      ask(`(${first.map(asQuery).join('|')})`, eitherOf(first), first.length);
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
    typed: [...words.values()].map(({ text }) => text),
    words: [...words.values()].map(({ word }) => word),
    excluded: [...excluded.values()],
    prefer: [...prefer.values()],
  };
}

function toldAs({ kind, text }: Alternative): Pick<Alternative, 'kind' | 'text'> {
  return { kind, text };
}

/** As it is typed to be understood so. */
function asQuery({ kind, text }: Pick<AskedItem, 'kind' | 'text'>): string {
  if (kind !== 'phrase') return text;
  return /["＂“”„‟]/u.test(text) ? `「${text}」` : `"${text}"`;
}

function eitherOf(alternatives: readonly Alternative[]): EngineWord {
  const single = alternatives.flatMap(({ items }) => (items.length === 1 ? items : []));
  const runs = alternatives.flatMap(({ items }) => (items.length > 1 ? [items.map(({ term }) => term)] : []));
  const numbers = single.flatMap(({ term }) => term.numbers ?? []);
  const names = single.flatMap(({ term }) => term.names ?? []);
  const phrases = single.flatMap(({ term }) => term.alternatives);
  return {
    alternatives: [...new Map(phrases.map((phrase) => [phrase.folded, phrase])).values()],
    ...(numbers.length === 0 ? {} : { numbers }),
    ...(names.length === 0 ? {} : { names }),
    ...(runs.length === 0 ? {} : { runs }),
  };
}

function wordKey({ alternatives, numbers = [], names = [], runs = [] }: EngineWord): readonly unknown[] {
  return [alternatives.map(({ folded }) => folded), numbers, names, runs.map((run) => run.map(wordKey))];
}
