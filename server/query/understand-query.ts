/**
 * The parts of a query → what an engine is asked, and what the reader is told we understood.
 *
 * A run is cut into words by the same analysis that documents went through, so that the same question in Traditional
 * is the same question: a word asks for either of its readings. Nothing is dropped in silence: what cannot be looked for is told as ignored, with the reason.
 */

import { type Phrase, toPhrases } from '../../core/text/analyze.js';
import { scriptOf } from '../../core/text/script.js';
import type { EngineWord } from '../../engine/engine.js';
import type { Understood } from '../api.js';
import { cutRun } from './cut-run.js';
import { parseQuery } from './parse-query.js';

export interface Question {
  readonly understood: readonly Understood[];
  /** As the reader typed them, in step with `words`; for the explanation. */
  readonly typed: readonly string[];
  /** Distinct. Empty: everything (less the excluded) is asked for. */
  readonly words: readonly EngineWord[];
  readonly excluded: readonly Phrase[];
  /**
   * Runs that are more than one word (养犬管理, C++), each in its readings: a clause that holds one whole is worth more than one
   * that holds its words.
   */
  readonly prefer: readonly (readonly Phrase[])[];
}

const NOTHING_TO_FIND = 'Punctuation and symbols alone cannot be looked for.';
/** Ends of sentences and brackets that cling to a copied word; a sign that belongs to a name (C++, 人工智能+) stays. */
const CLINGING =
  /^[\s，。、；：！？,.;:!?…（）()《》〈〉【】[\]]{1,500}|[\s，。、；：！？,.;:!?…（）()《》〈〉【】[\]]{1,500}$/gu;

export function understandQuery(typed: string): Question {
  const understood: Understood[] = [];
  const words = new Map<string, { readonly text: string; readonly word: EngineWord }>();
  const excluded = new Map<string, Phrase>();
  const prefer = new Map<string, readonly Phrase[]>();
  // A quoted text is meant as it is typed, unless something says that it is Traditional; a word may be.
  const script = scriptOf(typed);
  const [quotedIn, typedIn] = [script ?? 'hans', script ?? 'hant'] as const;

  const ask = (text: string, phrases: readonly Phrase[], documentNumber?: string): void => {
    const key = documentNumber ?? phrases[0]?.folded ?? '';
    if (words.has(key)) return;
    const alternatives = documentNumber === undefined ? phrases : withCanonical(documentNumber, phrases);
    words.set(key, {
      text,
      word: documentNumber === undefined ? { alternatives } : { alternatives, documentNumber },
    });
  };

  for (const part of parseQuery(typed)) {
    if (part.kind === 'run') {
      const pieces = cutRun(part.text, typedIn);
      if (pieces.length === 0) understood.push(ignored('word', part.text));
      for (const { text, phrases } of pieces) {
        understood.push({ kind: 'word', text });
        ask(text, phrases);
      }
      const whole = pieces.length > 0 ? toPhrases(trim(part.text), typedIn) : [];
      const [first] = whole;
      if (first && first.folded !== pieces[0]?.phrases[0]?.folded) prefer.set(first.folded, whole);
      continue;
    }
    const kind = part.kind === 'quoted' ? 'phrase' : part.kind;
    const isExact = part.kind !== 'excluded' || part.exact === true;
    const phrases = toPhrases(isExact ? part.text : trim(part.text), isExact ? quotedIn : typedIn);
    if (phrases.length === 0) {
      understood.push(ignored(kind, part.text));
      continue;
    }
    understood.push({ kind, text: part.text });
    if (part.kind === 'excluded') for (const phrase of phrases) excluded.set(phrase.folded, phrase);
    else ask(part.text, phrases, part.number);
  }
  return {
    understood,
    typed: [...words.values()].map(({ text }) => text),
    words: [...words.values()].map(({ word }) => word),
    excluded: [...excluded.values()],
    prefer: [...prefer.values()],
  };
}

/** A number that was typed loosely (全角, 第 left out) is also looked for as it is usually printed. */
function withCanonical(documentNumber: string, typed: readonly Phrase[]): readonly Phrase[] {
  const all = [...typed, ...toPhrases(documentNumber, 'hans')];
  return [...new Map(all.map((phrase) => [phrase.folded, phrase])).values()];
}

function trim(text: string): string {
  return text.replace(CLINGING, '');
}

function ignored(kind: Understood['kind'], text: string): Understood {
  return { kind, text, ignored: true, reason: NOTHING_TO_FIND };
}
