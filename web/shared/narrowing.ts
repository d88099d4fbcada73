/** Addresses made of an address: with a value more or less, and how much it is narrowed. Pure. */
import {
  FACET_NAMES,
  type FacetName,
  type Lackable,
  NO_FILTERS,
  type SearchAddress,
  START,
} from './address.js';

/** Nothing asked, nothing chosen: the start page. */
export function isStart(address: SearchAddress): boolean {
  const { q, sort, group, page } = address;
  const asWritten = sort === START.sort && group === START.group && page === START.page;
  return q.trim() === '' && asWritten && chosen(address) === 0;
}

/** How many values are chosen, excluded or missing; the period counts as one, and so does a single document. */
export function chosen({ filters, not, missing, document, from, to }: SearchAddress): number {
  const others = missing.length + Number(document !== '') + Number(`${from}${to}` !== '');
  return FACET_NAMES.reduce((sum, name) => sum + filters[name].length + not[name].length, others);
}

/** The address for any date, and for any value of the facets as well. */
export function withoutDates(address: SearchAddress): SearchAddress {
  return { ...address, from: '', to: '', page: 1 };
}
export function withoutFilters(address: SearchAddress): SearchAddress {
  return { ...withoutDates(address), filters: NO_FILTERS, not: NO_FILTERS, missing: [], document: '' };
}

/**
 * The address with one facet value chosen (or excluded), or no longer so; the first page again. A value is never both: what is
 * chosen is no longer excluded.
 */
export function toggle(
  address: SearchAddress,
  facet: FacetName,
  value: string,
  how: 'filters' | 'not' = 'filters',
): SearchAddress {
  const other = how === 'not' ? 'filters' : 'not';
  return {
    ...address,
    page: 1,
    [how]: { ...address[how], [facet]: toggled(address[how][facet], value) },
    [other]: { ...address[other], [facet]: address[other][facet].filter((one) => one !== value) },
  };
}

/** The address that asks for what has no value there, or no longer does. */
export function toggleMissing(address: SearchAddress, name: Lackable): SearchAddress {
  return { ...address, page: 1, missing: toggled(address.missing, name) };
}

function toggled<Value>(values: readonly Value[], value: Value): readonly Value[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}
