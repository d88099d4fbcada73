import { describe, expect, it } from 'vitest';
import type { FacetName } from '../../core/model.js';
import { MOST_VALUES, orderFacet } from '../../engine/facet-order.js';

const listed = (facet: FacetName, counts: Record<string, number>, selected: readonly string[] = []): string =>
  orderFacet(
    facet,
    Object.entries(counts).map(([value, count]) => ({ value, count, documents: count })),
    selected,
    MOST_VALUES,
  )
    .map(({ value, count }) => `${value} ${count}`)
    .join(', ');

describe('the order of facet values', () => {
  // biome-ignore format: a table
  it.each<[string, FacetName, Record<string, number>, string[], string]>([
    ['by count',                     'city', { 北京: 1, 上海: 3 },          [],               '上海 3, 北京 1'],
    ['ties by code point',           'city', { 天津: 2, 上海: 2, 北京: 2 }, [],               '上海 2, 北京 2, 天津 2'],
    ['not by code unit',             'type', { '𠀀': 1, '（': 1 },          [],               '（ 1, 𠀀 1'],
    ['years newest first',           'year', { 2019: 9, 2023: 1, 2021: 5 }, [],               '2023 1, 2021 5, 2019 9'],
    ['nothing without a hit',        'city', { 北京: 1, 上海: 0 },          [],               '北京 1'],
    ['but what is selected',         'city', { 北京: 1, 上海: 0 },          ['上海'],         '北京 1, 上海 0'],
    ['even if no document has it',   'city', { 北京: 1 },                   ['武汉'],         '北京 1, 武汉 0'],
    ['a value selected twice, once', 'city', { 北京: 1 },                   ['北京', '北京'], '北京 1'],
  ])('%s', (_, facet, counts, selected, expected) => {
    expect(listed(facet, counts, selected)).toBe(expected);
  });

  it('lists at most 100 values, the selected among them', () => {
    const many = Array.from({ length: 300 }, (_, n) => ({
      value: `机关${n}`,
      count: 300 - n,
      documents: 1,
    }));
    const found = orderFacet('issuingBody', many, ['机关299', '无此机关'], MOST_VALUES);
    expect(found).toHaveLength(100);
    expect(found.slice(-2)).toEqual([
      { value: '机关299', count: 1, documents: 1 },
      { value: '无此机关', count: 0, documents: 0 },
    ]);
    expect(found[97]).toEqual({ value: '机关97', count: 203, documents: 1 });
  });
});
