/**
 * The parts of a query → what an engine is asked, and what the reader is told we understood.
 *
 * A run is cut into words by the same analysis that documents went through, so that the same question in Traditional
 * is the same question. Nothing is dropped in silence: what cannot be looked for is told as ignored, with the reason.
 */

import { type Phrase, toPhrase } from '../../core/text/analyze.js';
import type { EngineWord } from '../../engine/engine.js';
import type { Understood } from '../api.js';
import { cutRun } from './cut-run.js';
import { parseQuery } from './parse-query.js';

export interface Question {
  readonly understood: readonly Understood[];
  /** As the reader typed them, in step with `words`; for the explanation. */
  readonly labels: readonly string[];
  /** Distinct. Empty: everything (less the excluded) is asked for. */
  readonly words: readonly EngineWord[];
  readonly excluded: readonly Phrase[];
  /** Runs that are more than one word (养犬管理, C++): a clause that holds one whole comes before one that holds its words. */
  readonly prefer: readonly Phrase[];
}

const NOTHING_TO_FIND = 'Punctuation and symbols alone cannot be looked for.';
/** Ends of sentences and brackets that cling to a copied word; a sign that belongs to a name (C++, 人工智能+) stays. */
const CLINGING =
  /^[\s，。、；：！？,.;:!?…（）()《》〈〉【】[\]]+|[\s，。、；：！？,.;:!?…（）()《》〈〉【】[\]]+$/gu;

export function understandQuery(typed: string): Question {
  const understood: Understood[] = [];
  const words = new Map<string, { readonly label: string; readonly word: EngineWord }>();
  const excluded = new Map<string, Phrase>();
  const prefer = new Map<string, Phrase>();

  const ask = (label: string, phrase: Phrase, documentNumber?: string): void => {
    const key = documentNumber ?? phrase.folded;
    if (words.has(key)) return;
    const alternatives = [phrase, ...(documentNumber === undefined ? [] : canonical(documentNumber, phrase))];
    words.set(key, {
      label,
      word: documentNumber === undefined ? { alternatives } : { alternatives, documentNumber },
    });
  };

  for (const part of parseQuery(typed)) {
    if (part.kind === 'run') {
      const pieces = cutRun(part.text);
      if (pieces.length === 0) understood.push(ignored('word', part.text));
      for (const { text, phrase } of pieces) {
        understood.push({ kind: 'word', text });
        ask(text, phrase);
      }
      const whole = pieces.length > 0 ? toPhrase(trim(part.text)) : null;
      if (whole && whole.folded !== pieces[0]?.phrase.folded) prefer.set(whole.folded, whole);
      continue;
    }
    const kind = part.kind === 'quoted' ? 'phrase' : part.kind;
    const phrase = toPhrase(part.kind === 'excluded' && !part.exact ? trim(part.text) : part.text);
    if (phrase === null) {
      understood.push(ignored(kind, part.text));
      continue;
    }
    understood.push({ kind, text: part.text });
    if (part.kind === 'excluded') excluded.set(phrase.folded, phrase);
    else ask(part.text, phrase, part.number);
  }
  return {
    understood,
    labels: [...words.values()].map(({ label }) => label),
    words: [...words.values()].map(({ word }) => word),
    excluded: [...excluded.values()],
    prefer: [...prefer.values()],
  };
}

/** A number that was typed loosely (全角, 第 left out) is also looked for as it is usually printed. */
function canonical(documentNumber: string, typed: Phrase): Phrase[] {
  const phrase = toPhrase(documentNumber);
  return phrase === null || phrase.folded === typed.folded ? [] : [phrase];
}

function trim(text: string): string {
  return text.replace(CLINGING, '');
}

function ignored(kind: Understood['kind'], text: string): Understood {
  return { kind, text, ignored: true, reason: NOTHING_TO_FIND };
}
