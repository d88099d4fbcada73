import { describe, expect, it } from 'vitest';
import {
  apiPath,
  formatAddress,
  NO_FILTERS,
  parseAddress,
  type SearchAddress,
  START,
  searchOf,
} from '../../web/shared/address.js';
import { chosen, isStart, toggle } from '../../web/shared/narrowing.js';

const search = (parts: Partial<SearchAddress>) => ({ ...START, ...parts });
const document = (parts: object) => ({ ...START, view: 'document', id: 'a', clause: '', ...parts });

describe('the address bar', () => {
  it.each([
    // address                            what it means
    ['/', search({})],
    ['/?q=算力', search({ q: '算力' })],
    ['/?q=a+b%20c', search({ q: 'a b c' })],
    [
      '/?city=北京&city=成都&year=2023',
      search({ filters: { ...NO_FILTERS, city: ['北京', '成都'], year: ['2023'] } }),
    ],
    ['/?sort=oldest&page=3&size=50', search({ sort: 'oldest', page: 3, size: 50 })],
    ['/?from=2020-01-01&match=any', search({ from: '2020-01-01', match: 'any' })],
    ['/?script=hant&expand=off', search({ script: 'hant', expand: 'off' })],
    ['/?without=a&without=b', search({ without: ['a', 'b'] })],
    ['/?group=none', search({ group: 'none', size: 20 })],
    ['/?q=算力&scope=title', search({ q: '算力', scope: 'title' })],
    // titles have no flat list
    ['/?scope=title&group=none', search({ scope: 'title' })],
    ['/?not.city=北京&not.city=北京', search({ not: { ...NO_FILTERS, city: ['北京'] } })],
    ['/?missing=year&missing=source', search({ missing: ['year', 'source'] })],
    ['/?date=signedOn&document=a/b', search({ date: 'signedOn', document: 'a/b' })],
    ['/documents/a', document({})],
    ['/documents/a?q=算力&script=hans#c-1', document({ q: '算力', script: 'hans', clause: 'c-1' })],
    ['/documents/%E5%8C%97/', document({ id: '北' })],
    // a shared link that is not quite right shows something rather than nothing
    ['/?sort=best&page=0&size=900&script=x&group=clause&date=x', search({ size: 50 })],
    ['/?group=none&size=900', search({ group: 'none', size: 100 })],
    ['/?missing=shoes&not.shoes=red', search({})],
    ['/?page=-1&from=yesterday&match=', search({})],
    ['/?unknown=1&lang=en&city=', search({})],
    ['/?city=北京&city=北京', search({ filters: { ...NO_FILTERS, city: ['北京'] } })],
    ['/documents/a#100%', document({ clause: '100%' })],
    ['/compare?a=1', search({})],
  ])('%s', (address, meaning) => {
    expect(parseAddress(address)).toEqual(meaning);
  });

  it.each([
    '/',
    '/?q=%E7%AE%97%E5%8A%9B',
    '/?q=%22a%26b%22+-c&city=x&city=y&theme=z&from=2020-01-01&to=2021-01-01&sort=newest&page=2',
    '/?city=x&not.year=2020&missing=theme&missing=documentNumber&document=a%2Fb&from=2020-01-01&date=signedOn',
    '/?q=a&group=none&size=50',
    '/?q=a&scope=title&match=any',
    '/?match=all&size=40&expand=off&script=hans&without=a&without=b',
    '/documents/a?q=b&script=hant#c',
  ])('%s is written as it was read', (address) => {
    expect(formatAddress(parseAddress(address))).toBe(address);
  });

  it('asks the API under the same parameters', () => {
    expect(apiPath(parseAddress('/?q=a&year=2023'))).toBe('/api/search?q=a&year=2023&group=document');
    expect(apiPath(parseAddress('/?q=a&group=none'))).toBe('/api/search?q=a&group=none');
    expect(apiPath(parseAddress('/?q=a&group=none&size=10'))).toBe('/api/search?q=a&group=none&size=10');
    expect(apiPath(parseAddress('/documents/a?q=b#c'))).toBe('/api/documents/a?q=b');
    expect(apiPath(parseAddress('/documents/a?q=b&scope=title'))).toBe('/api/documents/a?q=b&scope=title');
  });

  it('keeps in a document the search that led to it', () => {
    const there = '/documents/a?q=b&city=%E5%8C%97%E4%BA%AC&sort=newest&page=3#c';
    const here = parseAddress(there);
    expect(formatAddress(here)).toBe(there);
    expect(formatAddress(searchOf(here))).toBe('/?q=b&city=%E5%8C%97%E4%BA%AC&sort=newest&page=3');
    expect(apiPath(here)).toBe('/api/documents/a?q=b');
    expect(apiPath(parseAddress('/documents/a?q=b&match=any&expand=off&without=c&city=d'))).toBe(
      '/api/documents/a?q=b&match=any&expand=off&without=c',
    );
  });

  it('goes to the first page when a facet changes, and comes back', () => {
    const there = toggle(search({ page: 4 }), 'city', '北京');
    expect(there).toEqual(search({ filters: { ...NO_FILTERS, city: ['北京'] } }));
    expect(toggle(there, 'city', '北京')).toEqual(search({}));
  });

  it('never asks for a value and excludes it', () => {
    const without = toggle(toggle(search({}), 'city', '北京'), 'city', '北京', 'not');
    expect(without).toEqual(search({ not: { ...NO_FILTERS, city: ['北京'] } }));
    expect(toggle(without, 'city', '北京')).toEqual(toggle(search({}), 'city', '北京'));
    expect(toggle(without, 'city', '北京', 'not')).toEqual(search({}));
  });

  it.each([
    ['/', true, 0],
    ['/?q=+', true, 0],
    ['/?script=hant', true, 0],
    ['/?scope=title', true, 0],
    ['/?q=a', false, 0],
    ['/?city=a&year=2023', false, 2],
    ['/?from=2020-01-01&to=2021-01-01', false, 1],
    ['/?sort=newest', false, 0],
    ['/?group=none', false, 0],
    ['/?not.city=a&missing=year&document=b', false, 3],
  ])('%s: start page %s, %i chosen', (address, start, count) => {
    const here = parseAddress(address) as SearchAddress;
    expect([isStart(here), chosen(here)]).toEqual([start, count]);
  });
});
