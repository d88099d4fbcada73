/**
 * Filters, as text. Attributes are from a list of ours; values are quoted by `JSON.stringify`, so that nothing in them is
 * syntax. `null` is the filter that everything passes.
 */
import { FACETS, type FacetName } from '../../../core/model.js';
import type { Phrase } from '../../../core/text/analyze.js';
import type { EngineQuery, EngineWord } from '../../engine.js';
import { comparedNumber, dateNumber } from '../../entry.js';
import { facetCode } from '../records/facet-value.js';
import { numberToken } from '../records/records.js';
import { filterToken } from '../records/token-code.js';

export type Filter = string | null;
export type Attribute =
  | 'own'
  | 'context'
  | 'ownTwice'
  | 'contextTwice'
  | 'ownNumber'
  | 'number'
  | 'documentKey'
  | 'record'
  | FacetName;

/** Only clauses have a place in the order. */
export const IS_CLAUSE = 'order EXISTS';
export const NOTHING = 'order IN []';

export function equals(attribute: Attribute, value: string): string {
  return `${attribute} = ${JSON.stringify(value)}`;
}

export function isIn(attribute: Attribute, values: readonly string[]): string {
  return `${attribute} IN [${values.map((value) => JSON.stringify(value)).join(', ')}]`;
}

export function all(...filters: readonly Filter[]): Filter {
  const parts = filters.filter((filter) => filter !== null);
  if (parts.length < 2) return parts[0] ?? null;
  return parts.map((part) => `(${part})`).join(' AND ');
}

/** @param filters  At least one. */
export function any(filters: readonly string[]): string {
  const [only] = filters;
  if (filters.length === 1 && only !== undefined) return only;
  return filters.length === 0 ? NOTHING : filters.map((filter) => `(${filter})`).join(' OR ');
}

export function not(filter: string): string {
  return `NOT (${filter})`;
}

/** Clauses by their place in the order. */
export function among(orders: readonly number[]): string {
  return `order IN [${orders.join(', ')}]`;
}

export function notAmong(orders: readonly number[]): Filter {
  return orders.length === 0 ? null : not(among(orders));
}

/** A clause that holds the phrase holds its tokens; one that holds the tokens may yet not hold the phrase. */
export function tokensIn(side: 'own' | 'context', { tokens }: Phrase): string {
  return all(...[...new Set(tokens)].map((token) => equals(side, filterToken(token)))) ?? NOTHING;
}

/** Clauses that may hold a word: its tokens, too much for a phrase. For what is read and judged afterwards. */
export function inOwn(word: EngineWord): string {
  return any(mayHold('own', 'ownNumber', word));
}

export function inContext(word: EngineWord): string {
  return any(mayHold('context', 'number', word));
}

export function held(word: EngineWord): string {
  return any([...mayHold('own', 'ownNumber', word), ...mayHold('context', 'number', word)]);
}

function mayHold(
  side: 'own' | 'context',
  number: 'ownNumber' | 'number',
  { alternatives, documentNumber }: EngineWord,
): string[] {
  const tokens = alternatives.map((phrase) => tokensIn(side, phrase));
  return documentNumber === undefined
    ? tokens
    : [...tokens, equals(number, numberToken(comparedNumber(documentNumber)))];
}

/** What the reader has ticked, and the dates. @param but  The facet whose own selection is left out. */
export function selection({ filters, from, to }: EngineQuery, but: FacetName | null = null): Filter {
  return all(
    ...FACETS.filter((facet) => facet !== but && filters[facet].length > 0).map((facet) =>
      isIn(facet, filters[facet].map(facetCode)),
    ),
    from === null ? null : `publishedOn >= ${dateNumber(from)}`,
    to === null ? null : `publishedOn <= ${dateNumber(to)}`,
  );
}
