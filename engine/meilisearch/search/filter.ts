/**
 * Filters, as text. Attributes are from a list of ours; values are quoted by `JSON.stringify`, so that nothing in them is
 * syntax. `null` is the filter that everything passes.
 */
import type { FacetName } from '../../../core/model.js';
import type { Phrase } from '../../../core/text/analyze.js';
import { DOCUMENT_FACETS } from '../../document-columns.js';
import type { EngineQuery, EngineWord } from '../../engine.js';
import { comparedNumber, dateNumber } from '../../entry.js';
import { facetCode } from '../records/facet-value.js';
import { documentKey, numberToken } from '../records/records.js';
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
  | 'documentTheme'
  | 'lacks'
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

/** What narrows documents: a clause is one of a document that passes. */
export function documentSelection(query: EngineQuery): Filter {
  const { from, to, date, document, lacking } = query;
  return all(
    ...DOCUMENT_FACETS.map((facet) => selectionOf(query, facet)),
    ...(['source', 'documentNumber'] as const).map((one) =>
      lacking.includes(one) ? equals('lacks', one) : null,
    ),
    from === null ? null : `${date} >= ${dateNumber(from)}`,
    to === null ? null : `${date} <= ${dateNumber(to)}`,
    document === null ? null : equals('documentKey', documentKey(document)),
  );
}

/** What narrows clauses themselves. */
export function themeSelection(query: EngineQuery): Filter {
  return selectionOf(query, 'theme');
}

export function selection(query: EngineQuery): Filter {
  return all(documentSelection(query), themeSelection(query));
}

function selectionOf({ filters, excludedValues, lacking }: EngineQuery, facet: FacetName): Filter {
  const [chosen, excluded] = [filters[facet].map(facetCode), excludedValues[facet].map(facetCode)];
  const wanted = [
    ...(chosen.length > 0 ? [isIn(facet, chosen)] : []),
    ...(lacking.includes(facet) ? [`${facet} IS EMPTY`] : []),
  ];
  return all(wanted.length > 0 ? any(wanted) : null, excluded.length > 0 ? not(isIn(facet, excluded)) : null);
}
