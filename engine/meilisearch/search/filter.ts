/**
 * Filters, as text. Attributes are from a list of ours; values are quoted by `JSON.stringify`, so that nothing in them is
 * syntax. `null` is the filter that everything passes.
 */
import type { FacetName } from '../../../core/model.js';
import type { Phrase } from '../../../core/text/analyze.js';
import { DOCUMENT_FACETS } from '../../document-columns.js';
import type { EngineQuery, EngineTerm, EngineWord } from '../../engine.js';
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
  | 'names'
  | 'documentKey'
  | 'place'
  | 'lacks'
  | 'record'
  | FacetName;

/** Where a clause holds something: in its own text, or in what stands above it. */
export const SIDES = ['own', 'context'] as const;
export type Side = (typeof SIDES)[number];

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

/** @param count  At least one. */
export function inOrders(first: number, count: number): string {
  return `order ${first} TO ${first + count - 1}`;
}

export function notAmong(orders: readonly number[]): Filter {
  return orders.length === 0 ? null : not(among(orders));
}

/** Clauses that hold one of these: one filter for all of them, which costs half of as many. @param tokens  `filterToken` */
export function anyToken(side: Side, tokens: readonly string[]): readonly string[] {
  const [only] = tokens;
  if (only === undefined) return [];
  return [tokens.length === 1 ? equals(side, only) : isIn(side, [...new Set(tokens)])];
}

/** A clause that holds the phrase holds its tokens; one that holds the tokens may yet not hold the phrase. */
export function tokensIn(side: Side, { tokens }: Phrase): string {
  return all(...[...new Set(tokens)].map((token) => equals(side, filterToken(token)))) ?? NOTHING;
}

export function numberTokens({ numbers = [] }: EngineTerm): readonly string[] {
  return numbers.map((number) => numberToken(comparedNumber(number)));
}

export function nameTokens({ names = [] }: EngineTerm): readonly string[] {
  return names.map(numberToken);
}

/** Clauses that bear a number of a term, or under the title that does. */
export function bears(side: Side, term: EngineTerm): readonly string[] {
  const numbers = numberTokens(term);
  return numbers.length === 0 ? [] : [isIn(side === 'own' ? 'ownNumber' : 'number', numbers)];
}

/** Clauses that a name of a term stands above. */
export function isNamed(side: Side, term: EngineTerm): readonly string[] {
  const names = side === 'context' ? nameTokens(term) : [];
  return names.length === 0 ? [] : [isIn('names', names)];
}

/** Clauses that may hold a word: its tokens, too much for a phrase. For what is read and judged afterwards. */
export function inOwn(word: EngineWord): string {
  return any([...mayHold('own', word), ...runsOf(word).map((run) => together(run))]);
}

export function inContext(word: EngineWord): string {
  return any([
    ...mayHold('context', word),
    ...runsOf(word).map((run) => every(run.map((term) => any(mayHold('context', term))))),
  ]);
}

export function held(word: EngineWord): string {
  return any([
    ...mayHold('own', word),
    ...mayHold('context', word),
    ...runsOf(word).map((run) => every(run.map(held))),
  ]);
}

/** Clauses that may hold all of these, and one of them in the own text. */
export function together(terms: readonly EngineWord[]): string {
  return every([...terms.map(held), any(terms.map(inOwn))]);
}

function runsOf({ runs = [] }: EngineWord): readonly (readonly EngineTerm[])[] {
  return runs;
}

function every(filters: readonly string[]): string {
  return all(...filters) ?? NOTHING;
}

function mayHold(side: Side, term: EngineTerm): string[] {
  const isSingle = ({ tokens }: Phrase): boolean => tokens.length === 1;
  const single = term.alternatives.filter(isSingle).flatMap(({ tokens }) => tokens.map(filterToken));
  const longer = term.alternatives.filter((phrase) => !isSingle(phrase));
  const tokens = [...anyToken(side, single), ...longer.map((phrase) => tokensIn(side, phrase))];
  return [...tokens, ...bears(side, term), ...isNamed(side, term)];
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
