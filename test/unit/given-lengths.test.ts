/** How long a given value may be: cut, and said. */
import { describe, expect, it } from 'vitest';
import { parseGiven } from '../../indexer/read/given-metadata.js';

const long = (length: number): string => '长'.repeat(length);
const many = (items: number): string[] => Array.from({ length: items }, (_, at) => `机关${at}`);

describe('a given value', () => {
  it.each<[string, unknown, unknown]>([
    // field, as it is given, as it is taken
    ['title', long(501), long(500)],
    ['titleEn', 'a'.repeat(2000), 'a'.repeat(1000)],
    ['title', `${long(499)}😀`, long(499)],
    ['documentNumber', long(10_000), long(100)],
    ['type', long(51), long(50)],
    ['issuingBodies', many(60), many(60).slice(0, 50)],
    ['issuingBodies', [long(101), long(102), '甲'], [long(100), long(100), '甲']],
    ['cities', many(51), many(51).slice(0, 50)],
    ['themes', [long(200)], [long(100)]],
    ['source', { name: long(300), url: 'https://a.cn/' }, { name: long(200), url: 'https://a.cn/' }],
  ])('%s is cut where it is too long, and that is said once', (name, value, taken) => {
    const { given, warnings } = parseGiven({ [name]: value }, 'here');
    expect(given).toEqual({ [name]: taken });
    expect(warnings).toEqual([
      {
        code: 'shortened_field',
        message: expect.stringMatching(new RegExp(`^${name} is cut: it has \\d+ `)),
      },
    ]);
  });

  it.each<[string, unknown]>([
    ['title', long(500)],
    ['issuingBodies', many(50)],
    ['documentNumber', long(100)],
  ])('%s is as it is given where it is not', (name, value) => {
    expect(parseGiven({ [name]: value }, 'here')).toMatchObject({ given: { [name]: value }, warnings: [] });
  });

  it.each<[string, unknown, RegExp]>([
    ['source', { url: `https://a.cn/${'a'.repeat(2000)}` }, /^source\.url is left out: .* 2000 characters/],
    ['abstract', long(100_001), /^abstract is left out: it has 100003 characters of at most 100000/],
  ])('%s is left out where it is of no use cut, or is not ours', (name, value, said) => {
    const { given, extra, warnings } = parseGiven({ [name]: value }, 'here');
    expect([given, extra]).toEqual([{}, {}]);
    expect(warnings).toEqual([{ code: 'invalid_field', message: expect.stringMatching(said) }]);
  });
});
