/**
 * The address bar is the state of the page: this file reads it and writes it, and nothing else does.
 *
 * Pure: no DOM, so that tests can read it as a table. Parsing never fails: what an address says that we
 * do not understand is left out, because a shared link should show something rather than nothing.
 */
import type { SearchAnswer } from '../../server/api.js';
import { BASE } from './base.js';

export type FacetName = keyof SearchAnswer['facets'];
export type Lackable = keyof SearchAnswer['missing'];

export type Filters = Readonly<Record<FacetName, readonly string[]>>;
export type Sort = 'relevance' | 'newest' | 'oldest';
export type Match = 'auto' | 'all' | 'any';
export type DateName = 'publishedOn' | 'signedOn' | 'effectiveOn';
/** Where words are looked for: in the clauses, or in the titles and numbers of documents. */
export type Scope = 'all' | 'title';
/** What texts are shown in; `original` is as they were printed. */
export type Script = 'original' | 'hans' | 'hant';

export interface SearchAddress {
  readonly view: 'search';
  readonly q: string;
  readonly filters: Filters;
  /** Values that no document may have. */
  readonly not: Filters;
  /** Facets and fields that have no value. */
  readonly missing: readonly Lackable[];
  /** The id of the one document that is searched; empty for all. */
  readonly document: string;
  /** What `from`, `to` and the order by date speak of. */
  readonly date: DateName;
  /** ISO dates, inclusive; empty where open. */
  readonly from: string;
  readonly to: string;
  readonly scope: Scope;
  readonly match: Match;
  readonly sort: Sort;
  /** A page of documents, or the flat list of clauses. */
  readonly group: 'document' | 'none';
  readonly page: number;
  readonly size: number;
  readonly script: Script;
  readonly expand: 'on' | 'off';
  /** Additions of the expansion table that the reader left out. */
  readonly without: readonly string[];
}

/** A document, and the whole search that led to it: its words are marked in the text, and the way back is in the address. */
export interface DocumentAddress extends Omit<SearchAddress, 'view'> {
  readonly view: 'document';
  readonly id: string;
  /** The clause that is linked to; empty for the document as a whole. */
  readonly clause: string;
}

export type Address = SearchAddress | DocumentAddress;

export const NO_FILTERS: Filters = { issuingBody: [], city: [], year: [], type: [], theme: [], status: [] };
/** In the order in which the page shows them: who issued it comes first, for that is what people come for. */
export const FACET_NAMES = Object.keys(NO_FILTERS) as readonly FacetName[];
const LACKABLE: readonly Lackable[] = [...FACET_NAMES, 'source', 'documentNumber'];

/** Documents a page, and clauses where the list is flat: the same as the API's own. */
const USUAL_SIZE = { document: 10, none: 20 };
const MOST = { document: 50, none: 100 };

export const START: SearchAddress = {
  view: 'search',
  q: '',
  filters: NO_FILTERS,
  not: NO_FILTERS,
  missing: [],
  document: '',
  date: 'publishedOn',
  from: '',
  to: '',
  scope: 'all',
  match: 'auto',
  sort: 'relevance',
  group: 'document',
  page: 1,
  size: USUAL_SIZE.document,
  script: 'original',
  expand: 'on',
  without: [],
};

/** `/?q=算力&year=2023` and `/documents/{id}?q=算力#clause` to what they mean. */
export function parseAddress(href: string): Address {
  const url = new URL(href, 'http://page');
  const given = url.searchParams;
  const scope = oneOf(given.get('scope'), ['all', 'title']);
  // Titles are of documents: they have no flat list.
  const group = scope === 'title' ? 'document' : oneOf(given.get('group'), ['document', 'none']);
  const search: SearchAddress = {
    view: 'search',
    q: given.get('q') ?? '',
    script: oneOf(given.get('script'), ['original', 'hans', 'hant']),
    filters: valuesIn(given, ''),
    not: valuesIn(given, 'not.'),
    missing: LACKABLE.filter((name) => given.getAll('missing').includes(name)),
    document: given.get('document') ?? '',
    date: oneOf(given.get('date'), ['publishedOn', 'signedOn', 'effectiveOn']),
    from: isoDate(given.get('from')),
    to: isoDate(given.get('to')),
    scope,
    match: oneOf(given.get('match'), ['auto', 'all', 'any']),
    sort: oneOf(given.get('sort'), ['relevance', 'newest', 'oldest']),
    group,
    page: whole(given.get('page'), 1),
    size: Math.min(MOST[group], whole(given.get('size'), USUAL_SIZE[group])),
    expand: oneOf(given.get('expand'), ['on', 'off']),
    without: given.getAll('without').filter(Boolean),
  };
  const document = /\/documents\/([^/]+)\/?$/.exec(url.pathname);
  return document
    ? { ...search, view: 'document', id: decode(document[1] ?? ''), clause: decode(url.hash.slice(1)) }
    : search;
}

/** The search that a document was opened from. */
export function searchOf(address: Address): SearchAddress {
  return { ...address, view: 'search' };
}

/** The address as a path; what has its default is left out, so that links stay short. */
export function formatAddress(address: Address): string {
  if (address.view === 'search') return `${BASE}${parameters(address)}`;
  const { id, clause } = address;
  const hash = clause === '' ? '' : `#${encodeURIComponent(clause)}`;
  return `${BASE}documents/${encodeURIComponent(id)}${parameters(address)}${hash}`;
}

/** The same state as a path of the API. */
export function apiPath(address: Address): string {
  if (address.view === 'search') return `${BASE}api/search${parameters(address, null)}`;
  // What is marked in it are the hits of the search: words, and how they are widened and joined.
  const { id, q, scope, match, expand, without, script } = address;
  const marking = parameters({ ...START, q, scope, match, expand, without, script });
  return `${BASE}api/documents/${encodeURIComponent(id)}${marking}`;
}

/** The values of a facet that hold `contains`, counted under the same search. */
export function facetPath(address: SearchAddress, facet: FacetName, contains: string): string {
  const asked = parameters({ ...address, page: 1 }, null);
  return `${BASE}api/facets/${facet}${asked}${asked === '' ? '?' : '&'}${new URLSearchParams({ contains })}`;
}

/** @param usual  The list that is left out. The API has another default than the page: it is always told, and both read it alike. */
function parameters(address: Address, usual: Address['group'] | null = 'document'): string {
  const given = new URLSearchParams();
  if (address.q !== '') given.append('q', address.q);
  for (const name of FACET_NAMES) for (const value of address.filters[name]) given.append(name, value);
  for (const name of FACET_NAMES) for (const value of address.not[name]) given.append(`not.${name}`, value);
  for (const name of address.missing) given.append('missing', name);
  if (address.group !== usual) given.append('group', address.group);
  for (const name of [
    'document',
    'from',
    'to',
    'date',
    'scope',
    'match',
    'sort',
    'page',
    'size',
    'expand',
    'script',
  ] as const) {
    const left = name === 'size' ? USUAL_SIZE[address.group] : START[name];
    if (address[name] !== left) given.append(name, `${address[name]}`);
  }
  for (const value of address.without) given.append('without', value);
  return given.size > 0 ? `?${given}` : '';
}

function valuesIn(given: URLSearchParams, before: string): Filters {
  return Object.fromEntries(
    FACET_NAMES.map((name) => [name, [...new Set(given.getAll(before + name).filter(Boolean))]]),
  ) as unknown as Filters;
}

/** The first of `values` is the default. */
function oneOf<Value extends string>(given: string | null, values: readonly [Value, ...Value[]]): Value {
  return values.find((value) => value === given) ?? values[0];
}

function whole(given: string | null, usual: number): number {
  return given !== null && /^[1-9]\d{0,4}$/.test(given) ? Number(given) : usual;
}

function isoDate(given: string | null): string {
  return given !== null && /^\d{4}-\d\d-\d\d$/.test(given) ? given : '';
}

/** A hash that is no valid escape is taken as it stands. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
