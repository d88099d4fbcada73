/**
 * Tokens of texts → what a clause's record holds of them. Pure.
 */
import type { AnalyzedDocument, Tokens } from '../../analyzed-document.js';
import { CONTEXT_MARK, filterToken, tokenCode } from './token-code.js';

export interface RecordTokens {
  /** Of each text that has any: its grams in order, as words that the engine cannot spoil. */
  readonly searchable: readonly string[];
  /** The distinct grams and characters, for filters. */
  readonly distinct: readonly string[];
  /** Grams that occur more than once: a phrase through any other token stands in one place (phrase-query.ts). */
  readonly repeated: readonly string[];
}

/** @param mark  Before each word. */
export function recordTokens(texts: readonly Tokens[], mark: string): RecordTokens {
  const searchable: string[] = [];
  const distinct = new Set<string>();
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const { grams, characters } of texts) {
    const tokens = grams === '' ? [] : grams.split(' ');
    for (const token of tokens) {
      if (once.has(token)) {
        twice.add(token);
        continue;
      }
      once.add(token);
      distinct.add(filterToken(token));
    }
    if (characters !== '') for (const character of characters.split(' ')) distinct.add(character);
    if (tokens.length > 0) searchable.push(tokens.map((token) => mark + tokenCode(token)).join(' '));
  }
  return { searchable, distinct: [...distinct], repeated: [...twice].map(filterToken) };
}

export interface Context extends RecordTokens {
  readonly folded: readonly string[];
}

/**
 * The titles and the headings above a clause, by its place; a title is above everything in its document but itself. The same
 * for all clauses under one heading, and made once for them.
 */
export function openContexts({ clauses, unprintedTitle }: AnalyzedDocument): (ordinal: number) => Context {
  const titles = clauses.flatMap(({ clause }, ordinal) => (clause.kind === 'title' ? [ordinal] : []));
  const made = new Map<string, Context>();
  return (ordinal) => {
    const headings = clauses[ordinal]?.clause.headings ?? [];
    const above = [...new Set([...titles, ...headings])]
      .filter((other) => other !== ordinal)
      .sort((a, b) => a - b);
    const key = above.join(' ');
    const known = made.get(key);
    if (known !== undefined) return known;
    const texts = above.flatMap((other) => clauses[other]?.tokens ?? []);
    const all = unprintedTitle ? [unprintedTitle, ...texts] : texts;
    const context = { ...recordTokens(all, CONTEXT_MARK), folded: all.map(({ folded }) => folded) };
    made.set(key, context);
    return context;
  };
}
