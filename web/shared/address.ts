/**
 * The address bar is the state of the page: this file reads it and writes it, and nothing else does.
 *
 * Pure: no DOM, so that tests can read it as a table. Parsing never fails: what an address says that we
 * do not understand is left out, because a shared link should show something rather than nothing.
 */
import type { SearchAnswer } from '../../server/api.js';

export type FacetName = keyof SearchAnswer['facets'];

export type Filters = Readonly<Record<FacetName, readonly string[]>>;
export type Sort = 'relevance' | 'newest' | 'oldest';
export type Match = 'auto' | 'all' | 'any';
/** What texts are shown in; `original` is as they were printed. */
export type Script = 'original' | 'hans' | 'hant';

export interface SearchAddress {
  readonly view: 'search';
  readonly q: string;
  readonly filters: Filters;
  /** ISO dates, inclusive; empty where open. */
  readonly from: string;
  readonly to: string;
  readonly match: Match;
  readonly sort: Sort;
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

export const START: SearchAddress = {
  view: 'search',
  q: '',
  filters: NO_FILTERS,
  from: '',
  to: '',
  match: 'auto',
  sort: 'relevance',
  page: 1,
  size: 20,
  script: 'original',
  expand: 'on',
  without: [],
};

/** `/?q=算力&year=2023` and `/documents/{id}?q=算力#clause` to what they mean. */
export function parseAddress(href: string): Address {
  const url = new URL(href, 'http://page');
  const given = url.searchParams;
  const search: SearchAddress = {
    view: 'search',
    q: given.get('q') ?? '',
    script: oneOf(given.get('script'), ['original', 'hans', 'hant']),
    filters: Object.fromEntries(
      FACET_NAMES.map((name) => [name, [...new Set(given.getAll(name).filter(Boolean))]]),
    ) as unknown as Filters,
    from: isoDate(given.get('from')),
    to: isoDate(given.get('to')),
    match: oneOf(given.get('match'), ['auto', 'all', 'any']),
    sort: oneOf(given.get('sort'), ['relevance', 'newest', 'oldest']),
    page: whole(given.get('page'), 1),
    size: Math.min(100, whole(given.get('size'), START.size)),
    expand: oneOf(given.get('expand'), ['on', 'off']),
    without: given.getAll('without').filter(Boolean),
  };
  const document = /^\/documents\/([^/]+)\/?$/.exec(url.pathname);
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
  if (address.view === 'search') return `/${parameters(address)}`;
  const { id, clause } = address;
  const hash = clause === '' ? '' : `#${encodeURIComponent(clause)}`;
  return `/documents/${encodeURIComponent(id)}${parameters(address)}${hash}`;
}

/** The same state as a path of the API. */
export function apiPath(address: Address): string {
  if (address.view === 'search') return `/api/search${parameters(address)}`;
  const { id, q, script } = address;
  return `/api/documents/${encodeURIComponent(id)}${parameters({ ...START, q, script })}`;
}

/** Nothing asked, nothing chosen: the start page. */
export function isStart(address: SearchAddress): boolean {
  const { q, sort, page } = address;
  return q.trim() === '' && sort === 'relevance' && page === 1 && chosen(address) === 0;
}

/** How many facet values are chosen; the period counts as one. */
export function chosen({ filters, from, to }: SearchAddress): number {
  return FACET_NAMES.reduce((sum, name) => sum + filters[name].length, `${from}${to}` === '' ? 0 : 1);
}

/** The address for any date, and for any value of the facets as well. */
export function withoutDates(address: SearchAddress): SearchAddress {
  return { ...address, from: '', to: '', page: 1 };
}
export function withoutFilters(address: SearchAddress): SearchAddress {
  return { ...withoutDates(address), filters: NO_FILTERS };
}

/** The address with one facet value chosen, or no longer chosen; the first page again. */
export function toggle(address: SearchAddress, facet: FacetName, value: string): SearchAddress {
  const values = address.filters[facet];
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return { ...address, page: 1, filters: { ...address.filters, [facet]: next } };
}

function parameters(address: Address): string {
  const given = new URLSearchParams();
  if (address.q !== '') given.append('q', address.q);
  for (const name of FACET_NAMES) for (const value of address.filters[name]) given.append(name, value);
  for (const name of ['from', 'to', 'match', 'sort', 'page', 'size', 'expand', 'script'] as const) {
    if (address[name] !== START[name]) given.append(name, `${address[name]}`);
  }
  for (const value of address.without) given.append('without', value);
  return given.size > 0 ? `?${given}` : '';
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
