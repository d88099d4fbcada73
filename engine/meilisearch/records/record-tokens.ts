/**
 * Tokens of texts → what a clause's record holds of them. Pure.
 */
import { SECOND } from '../../../core/text/grams.js';
import type { Entry, Tokens } from '../../entry.js';
import { CONTEXT_MARK, filterToken, tokenCode } from './token-code.js';

export interface RecordTokens {
  /** Of each reading of each text that has any: its grams in order, as words that the engine cannot spoil. */
  readonly searchable: readonly string[];
  /** The distinct grams and characters of all readings, for filters. */
  readonly distinct: readonly string[];
  /** Grams that occur more than seen: a phrase through any other token stands in one place (phrase-query.ts). */
  readonly repeated: readonly string[];
}

/** @param mark  Before each word. */
export function recordTokens(texts: readonly Tokens[], mark: string): RecordTokens {
  const searchable: string[] = [];
  const distinct = new Set<string>();
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const { grams, characters } of texts) {
    const tokens = grams === '' ? [] : grams.split(' ');
    for (const token of tokens) {
      if (token === SECOND) continue;
      if (seen.has(token)) {
        again.add(token);
        continue;
      }
      seen.add(token);
      distinct.add(filterToken(token));
    }
    if (characters !== '') for (const character of characters.split(' ')) distinct.add(character);
    const second = tokens.indexOf(SECOND);
    for (const reading of second < 0 ? [tokens] : [tokens.slice(0, second), tokens.slice(second + 1)]) {
      if (reading.length > 0) searchable.push(reading.map((token) => mark + tokenCode(token)).join(' '));
    }
  }
  return { searchable, distinct: [...distinct], repeated: [...again].map(filterToken) };
}

export interface Context extends RecordTokens {
  readonly folded: readonly string[];
}

/** What stands above an entry: the same for all entries under one heading, and made seen for them. */
export function openContexts(entries: readonly Entry[]): (entry: Entry) => Context {
  const made = new Map<string, Context>();
  return ({ above }) => {
    const key = above.join(' ');
    const known = made.get(key);
    if (known !== undefined) return known;
    const texts = above.flatMap((place) => entries[place]?.own ?? []);
    const context = { ...recordTokens(texts, CONTEXT_MARK), folded: texts.map(({ folded }) => folded) };
    made.set(key, context);
    return context;
  };
}
