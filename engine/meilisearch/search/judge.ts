/**
 * A clause that was read, against a query: exactly, by its text. Pure; engine.ts says what is a hit.
 */
import type { Phrase } from '../../../core/text/analyze.js';
import { type EngineQuery, type EngineTerm, type EngineWord, wordsOfAny } from '../../engine.js';
import { nameTokens, numberTokens } from './filter.js';
import type { FoundClause } from './read-answer.js';

export interface Judged {
  readonly isHit: boolean;
  /** Whether it holds every word: of `all+any`, what comes first. */
  readonly holdsAll: boolean;
  /** For each word, whether the own text holds it, and whether what stands above does. */
  readonly own: readonly boolean[];
  readonly context: readonly boolean[];
  /** Whether it holds one of the preferred runs. */
  readonly isPreferred: boolean;
  /** Whether it is the title of a document whose number was asked for. */
  readonly isNumbered: boolean;
}

/** Where a word, a run or a term is held. */
interface Held {
  readonly own: boolean;
  readonly above: boolean;
}

export function judge(
  clause: FoundClause,
  { words, excluded, match, prefer }: Pick<EngineQuery, 'words' | 'excluded' | 'match' | 'prefer'>,
): Judged {
  const text = [clause.folded];
  const byWord = new Map(words.map((word) => [word, heldWord(clause, word)]));
  const held = words.flatMap((word) => byWord.get(word) ?? []);
  const holdsAll = words.length === 0 || together(held).own;
  const isHeld =
    words.length === 0 ||
    (match === 'all' ? holdsAll : wordsOfAny(words).some((word) => byWord.get(word)?.own));
  return {
    isHit: isHeld && !excluded.some((phrase) => holds(text, phrase) || holds(clause.above, phrase)),
    holdsAll,
    own: held.map(({ own }) => own),
    context: held.map(({ above }) => above),
    isPreferred: prefer.some((phrase) => clause.folded.includes(phrase.folded)),
    isNumbered: words.some((word) => shares(clause.ownNumber, numberTokens(word))),
  };
}

export function holds(texts: readonly string[], { folded }: Phrase): boolean {
  return texts.some((text) => text.includes(folded));
}

/** Every one, and one of them in the own text; or all of them above. */
function together(parts: readonly Held[]): Held {
  return {
    own: parts.some(({ own }) => own) && parts.every(({ own, above }) => own || above),
    above: parts.every(({ above }) => above),
  };
}

function heldWord(clause: FoundClause, word: EngineWord): Held {
  const ways = [
    heldTerm(clause, word),
    ...(word.runs ?? []).map((run) => together(run.map((term) => heldTerm(clause, term)))),
  ];
  return { own: ways.some(({ own }) => own), above: ways.some(({ above }) => above) };
}

function heldTerm(clause: FoundClause, term: EngineTerm): Held {
  const numbers = numberTokens(term);
  return {
    own:
      term.alternatives.some((phrase) => holds([clause.folded], phrase)) || shares(clause.ownNumber, numbers),
    above:
      term.alternatives.some((phrase) => holds(clause.above, phrase)) ||
      shares(clause.number, numbers) ||
      shares(clause.names, nameTokens(term)),
  };
}

function shares(held: readonly string[] = [], asked: readonly string[]): boolean {
  return asked.length > 0 && held.some((one) => asked.includes(one));
}
