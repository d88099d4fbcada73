// biome-ignore-all format: tables are read by their columns.
import { describe, expect, it } from 'vitest';
import { readGivenDay } from '../../indexer/read/given-day.js';
import { parseGiven } from '../../indexer/read/given-metadata.js';

describe('a given date', () => {
  it.each([
    // as it is given                     the day
    ['2023/05/30',                         '2023-05-30'],
    ['2023年5月30日',                      '2023-05-30'],
    ['2023-05-30T08:00:00Z',               '2023-05-30'],
    ['2023.5.30',                          '2023-05-30'],
    ['2023-5-30',                          '2023-05-30'],
    ['２０２３－０５－３０',               '2023-05-30'],
    ['2023 年 5 月 30 日',                 '2023-05-30'],
    ['2023年5⽉30⽇',                      '2023-05-30'],
    ['2023年5月30',                        '2023-05-30'],
    ['2023年5月30日 星期二',               '2023-05-30'],
    ['2023年5月30日（星期二）上午8时',     '2023-05-30'],
    ['2023年5月30日08:00',                 '2023-05-30'],
    ['二〇二三年五月三十日',               '2023-05-30'],
    ['二○二三年五月三十一日',              '2023-05-31'],
    ['民國112年5月30日',                   '2023-05-30'],
    ['中華民國一百一十二年五月三十日',     '2023-05-30'],
    ['民國112/05/30',                      '2023-05-30'],
    ['20230530',                           '2023-05-30'],
    [20230530,                             '2023-05-30'],
    ['30 May 2023',                        '2023-05-30'],
    ['30th May, 2023',                     '2023-05-30'],
    ['May 30, 2023',                       '2023-05-30'],
    ['MAY 30TH, 2023',                     '2023-05-30'],
    ['Sept. 15, 2024',                     '2024-09-15'],
    ['30-May-2023',                        '2023-05-30'],
    ['2023 May 30',                        '2023-05-30'],
    ['Tue, 30 May 2023 08:00:00 GMT',      '2023-05-30'],
    // one of the two can be no month
    ['30/05/2023',                         '2023-05-30'],
    ['05/30/2023',                         '2023-05-30'],
    ['05.05.2023',                         '2023-05-05'],
    // the day that is written, in its own offset
    ['2023-05-30T23:30:00+08:00',          '2023-05-30'],
    ['2023-05-30T00:30:00.000+0800',       '2023-05-30'],
    ['2023-05-30 08:00',                   '2023-05-30'],
    ['2023/5/30 8:00:00',                  '2023-05-30'],
    [new Date('2023-05-30'),               '2023-05-30'],
  ])('%s is %s', (value, day) => {
    expect(readGivenDay(value)).toEqual({ day });
  });

  it.each([
    ['05/06/2023',     /may be 2023-06-05 or 2023-05-06/],
    ['5.6.2023',       /may be/],
    ['2023-02-30',     /no date/],
    ['2023年13月1日',   /no date/],
    ['31/31/2023',     /no date/],
    ['2023-05',        /no date/],
    ['2023',           /no date/],
    [2023,             /no date/],
    ['23-05-30',       /no date/],
    ['112年5月30日',    /no date/],
    ['2023年5月30日至6月30日', /no date/],
    ['即日起',          /no date/],
    ['constructor',    /no date/],
    [true,             /no date/],
    [{ year: 2023 },   /no date/],
    [new Date('x'),    /no date/],
    ['2023年'.repeat(100_000), /no date/],
  ])('what is none is told, %#', (value, fault) => {
    expect(readGivenDay(value)).toMatchObject({ fault: expect.stringMatching(fault) });
  });
});

describe('what is given', () => {
  it('is left out where it cannot be used, by a warning that begins with the name of the field', () => {
    const fields = { title: '甲', publishedOn: '05/06/2023', signedOn: '2023/5/1', cities: '北京', source: { name: '乙', url: 'javascript:x' } };
    const { given, warnings } = parseGiven(fields, 'x');
    expect(given).toMatchObject({ title: '甲', signedOn: '2023-05-01', source: { name: '乙' } });
    expect(warnings.map(({ code, message }) => [code, message.split(' ')[0]])).toEqual([
      ['invalid_field', 'publishedOn'], ['invalid_field', 'cities'], ['invalid_field', 'source.url'],
    ]);
  });

  it.each(['无', '無', '-', '——', 'N/A', ' 无文号 ', '無文號', 'null', '／'])('%s is nothing', (nothing) => {
    const fields = { title: nothing, documentNumber: nothing, type: nothing, publishedOn: nothing, cities: [nothing, '北京'], source: { name: nothing } };
    const { given, warnings } = parseGiven(fields, 'x');
    expect(given).toMatchObject({ title: nothing.trim(), cities: ['北京'], source: { name: null } });
    expect([given.documentNumber, given.type, given.publishedOn]).toEqual([null, null, null]);
    expect(warnings).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'isPrototypeOf'])('a field called %s is kept beside it, and does nothing', (name) => {
    const fields = JSON.parse(`{"title": "甲", ${JSON.stringify(name)}: {"title": "乙", "status": "废止"}}`) as object;
    const { given, extra, warnings } = parseGiven(fields, 'x');
    expect(Object.entries(extra)).toEqual([[name, { title: '乙', status: '废止' }]]);
    expect([given.title, given.status, Object.getPrototypeOf(given), warnings]).toEqual(['甲', undefined, Object.prototype, []]);
    expect(Object.keys(structuredClone(extra))).toEqual([name]);
    expect(JSON.parse(JSON.stringify(extra))).toEqual(JSON.parse(`{${JSON.stringify(name)}: {"title": "乙", "status": "废止"}}`));
  });

  it('has no circles and no depths: that field is left out', () => {
    const circle: unknown[] = [];
    circle.push({ circle });
    let deep: unknown = '底';
    for (let level = 0; level < 5000; level += 1) deep = { deep };
    const twice = { a: 1 };
    const { extra, warnings } = parseGiven({ circle, deep, both: [twice, twice] }, 'x');
    expect(extra).toEqual({ both: [{ a: 1 }, { a: 1 }] });
    expect(warnings.map(({ code, message }) => [code, message.split('.')[0]])).toEqual([
      ['invalid_field', 'circle is left out: it holds itself'],
      ['invalid_field', 'deep is left out: it is nested more than 100 deep'],
    ]);
  });

  it('has whole characters, in names as well', () => {
    const { extra, warnings } = parseGiven({ a: [{ b: 'x\ud800' }], '\ud801': 1, '\ud802': 2 }, 'x');
    expect(extra).toEqual({ a: [{ b: 'x\ufffd' }], '\ufffd': 1, '\ufffd\ufffd': 2 });
    expect(warnings).toMatchObject([{ code: 'lone_surrogates', message: expect.stringMatching(/^3 /) }]);
  });
});
