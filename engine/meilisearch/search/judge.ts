/**
 * A clause that was read, against a query: exactly, by its text. Pure; engine.ts says what is a hit.
 */
import type { Phrase } from '../../../core/text/analyze.js';
import type { EngineQuery, EngineWord } from '../../engine.js';
import { comparedNumber } from '../../entry.js';
import { numberToken } from '../records/records.js';
import type { FoundClause } from './read-answer.js';

export interface Judged {
  readonly isHit: boolean;
  /** Whether it holds every word: of `all+any`, what comes first. */
  readonly holdsAll: boolean;
  /** For each word, whether the own text holds it, and whether the headings above or the title do. */
  readonly own: readonly boolean[];
  readonly context: readonly boolean[];
  /** Whether it holds one of the preferred runs. */
  readonly isPreferred: boolean;
}

export function judge(
  clause: FoundClause,
  { words, excluded, match, prefer }: Pick<EngineQuery, 'words' | 'excluded' | 'match' | 'prefer'>,
): Judged {
  const text = [clause.folded];
  const own = words.map((word) => holdsWord(text, clause.ownNumber, word));
  const context = words.map((word) => holdsWord(clause.above, clause.number, word));
  const holdsAll = own.every((inOwn, i) => inOwn || context[i] === true);
  const held = words.length === 0 || (own.includes(true) && (match !== 'all' || holdsAll));
  return {
    isHit: held && !excluded.some((phrase) => holds(text, phrase) || holds(clause.above, phrase)),
    holdsAll,
    own,
    context,
    isPreferred: prefer.some((phrase) => clause.folded.includes(phrase.folded)),
  };
}

export function holds(texts: readonly string[], { folded }: Phrase): boolean {
  return texts.some((text) => text.includes(folded));
}

function holdsWord(
  texts: readonly string[],
  number: string | undefined,
  { alternatives, documentNumber }: EngineWord,
): boolean {
  return (
    alternatives.some((phrase) => holds(texts, phrase)) ||
    (documentNumber !== undefined && number === numberToken(comparedNumber(documentNumber)))
  );
}
