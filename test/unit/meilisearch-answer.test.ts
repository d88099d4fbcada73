/** What a real server answered, and what we take of it: every search of `exchanges.json`. */
import { describe, expect, it } from 'vitest';
import {
  type Found,
  readFederated,
  readSearch,
  readSearches,
  sumByValue,
  together,
} from '../../engine/meilisearch/search/read-answer.js';
import { answerOf, exchanges, isRecorded } from './recorded-exchanges.js';

function summary({ total, clauses, facets, away }: Found): string {
  const counts = (facet: string): string =>
    [...sumByValue({ facets }, facet)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([value, count]) => `${value} ${count}`)
      .join(', ');
  const ids = clauses.map(({ id }) => id).join(' ');
  const shown = facets.size > 1 ? 'year' : ([...facets.keys()][0] ?? '');
  return [total, ids, counts(shown), ...away].join(' | ');
}

describe.skipIf(!isRecorded)('answers to a search (skipped where ../shared/data is absent)', () => {
  // biome-ignore format: a table
  const plain: [string, string][] = [
    // what was asked                                total | hits | years
    ['search one word',                              '3 | bj-1 cd-1 bj-3 | 2019 1, 2023 2'],
    ['search two words, one in the title only',      '2 | bj-1 bj-3 | 2023 2'],
    ['search a five-character text: a superset (the clause holds both halves, not the whole)', '1 | cd-2 | 2019 1'],
    ['exclude',                                      '2 | bj-1 cd-1 | 2019 1, 2023 1'],
    ['only excluded',                                '6 | bj-0 cd-0 bj-1 cd-1 bj-2 cd-2 | 2019 3, 2023 3'],
    ['browse',                                       '7 | bj-0 cd-0 bj-1 cd-1 bj-2 cd-2 bj-3 | 2019 3, 2023 4'],
    ['single character',                             '1 | bj-3 | 2023 1'],
    ['latin and digits',                             '1 | bj-1 | 2023 1'],
    ['newest',                                       '3 | bj-1 bj-3 cd-1 | 2019 1, 2023 2'],
    ['dates',                                        '2 | bj-1 bj-3 | 2023 2'],
    ['distinct documents',                           '2 | bj-1 | '],
    ['hits per page 0',                              '3 |  | 2019 1, 2023 2'],
    ['page beyond the end',                          '3 |  | 2019 1, 2023 2'],
    ['filter value with quotes and operators',       '0 |  | '],
    ['search with it',                               '3 | bj-1 | '],
  ];
  // biome-ignore format: a table
  const federated: [string, string][] = [
    // the last column: servers that did not answer
    ['any of two words: federated union, facets of the union', '4 | bj-1 cd-1 bj-2 bj-3 | 2019 1, 2023 3'],
    ['three servers: hits and summed facets',        '364 | c15360 c15361 c15379 | 0 36, 2002 1, 2010 6, 2012 3, 2013 3, 2014 1, 2016 2, 2017 12, 2018 9, 2019 4, 2020 23, 2021 180, 2024 84'],
    ['three servers: distinct documents',            '65 | c15360 | '],
    ['three servers, one dead: still 200',           '271 | c15360 c15361 c15379 | 0 14, 2010 6, 2012 2, 2013 3, 2014 1, 2017 8, 2018 8, 2019 2, 2020 18, 2021 172, 2024 37 | c'],
  ];
  const several = 'disjunctive facets: one request, several searches';

  it.each(plain)('%s', (name, expected) => {
    expect(summary(readSearch(answerOf(name)))).toBe(expected);
  });

  it.each(federated)('%s', (name, expected) => {
    expect(summary(readFederated(answerOf(name)))).toBe(expected);
  });

  it(several, () => {
    expect(readSearches(answerOf(several), 2).map(summary)).toEqual([
      '2 | bj-1 bj-3 | 2023 2',
      '3 |  | 北京 2, 成都 1',
    ]);
  });

  it('are all in these tables', () => {
    const recorded = exchanges.filter(
      ({ request, response }) => request.path.endsWith('search') && response.status === 200,
    );
    const named = [...plain, ...federated].map(([name]) => name).concat(several);
    expect(recorded.map(({ name }) => name).sort()).toEqual(named.sort());
  });

  it('give of a clause what was asked for, and nothing for the rest', () => {
    const [first] = readSearch(answerOf('search one word')).clauses;
    expect(first).toMatchObject({ id: 'bj-1', documentId: 'bj', order: 1, weight: 0, folded: '', above: [] });
    expect([first?.ownNumber, first?.number]).toEqual([undefined, undefined]);
  });

  it('of servers asked one by one add up', () => {
    const parts = ['search one word', 'dates', 'filter value with quotes and operators'];
    const sum = together(parts.map((name) => readSearch(answerOf(name))));
    expect(summary(sum)).toBe('5 | bj-1 cd-1 bj-3 bj-1 bj-3 | 2019 1, 2023 4');
    expect([...sumByValue(sum, 'city')].sort()).toEqual([
      ['北京', 4],
      ['成都', 1],
    ]);
    expect(together([])).toEqual({ total: 0, clauses: [], facets: new Map(), away: [] });
  });
});

describe('an answer of another shape is none', () => {
  const hits = { hits: [], totalHits: 1 };
  const countYears = (answer: unknown) => sumByValue(readSearch(answer), 'year');
  const readTwo = (answer: unknown) => readSearches(answer, 2);
  // biome-ignore format: a table
  it.each<[string, (answer: unknown) => unknown, unknown]>([
    ['nothing',                    readSearch,    undefined],
    ['a page',                     readSearch,    '<html>'],
    ['no hits',                    readSearch,    { totalHits: 1 }],
    ['a hit without id',           readSearch,    { hits: [{ order: 1 }] }],
    ['a total that is a text',     readSearch,    { hits: [], totalHits: '1' }],
    ['counts that are none',       readSearch,    { ...hits, facetDistribution: { year: 2 } }],
    ['counts that are texts',      countYears,    { ...hits, facetDistribution: { year: { 2023: '2' } } }],
    ['a search without a count',   readSearch,    { hits: [{ id: 'c-1' }] }],
    ['one answer for several',     readTwo,       hits],
    ['one of several is none',     readTwo,       { results: [hits, { message: 'x' }] }],
    ['less than was asked',        readTwo,       { results: [hits] }],
    ['more than was asked',        readTwo,       { results: [hits, hits, hits] }],
    ['a union without a total',    readFederated, { hits: [] }],
    ['a union without facets',     readFederated, { ...hits, facetsByIndex: { policy_live: {} } }],
  ])('%s', (_, read, answer) => {
    expect(() => read(answer)).toThrow();
  });

  it('counts of values that are named like parts of an object are counts', () => {
    const answer = JSON.parse(
      '{"hits":[],"totalHits":3,"facetDistribution":{"theme":{"constructor":2,"__proto__":1}}}',
    );
    const found = together([readSearch(answer), readSearch(answer)]);
    expect([...sumByValue(found, 'theme')]).toEqual([
      ['constructor', 4],
      ['__proto__', 2],
    ]);
  });
});
