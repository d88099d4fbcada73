import { describe, expect, it } from 'vitest';
import { keepRecent } from '../../core/recent.js';

/** What is left after a row of questions, and what had to be made for them. */
function ask(capacity: number, keys: string, weigh?: (value: string) => number): string {
  const recent = keepRecent<string>(capacity, weigh);
  let made = '';
  for (const key of keys) {
    const value = recent.getOr(key, () => {
      made += key;
      return `value of ${key}`;
    });
    expect(value).toBe(`value of ${key}`);
  }
  const left = [...new Set(keys)].filter((key) => recent.get(key) !== undefined).join('');
  return `${made} | ${left}`;
}

/** `d` weighs 3, `e` nothing, `x` more than all capacities here. */
const WEIGHTS = new Map([
  ['value of d', 3],
  ['value of e', 0],
  ['value of x', 1000],
]);
const weigh = (value: string): number => WEIGHTS.get(value) ?? 1;

describe('what was asked for last', () => {
  // biome-ignore format: a table
  it.each<[capacity: number, asked: string, made: string]>([
    // asked     made | left
    [1, '',      ' | '],
    [1, 'aaa',   'a | a'],
    [1, 'abab',  'abab | b'],
    [2, 'abab',  'ab | ab'],
    [2, 'abcab', 'abcab | ab'],
    [2, 'abaca', 'abc | ac'], // b was not asked for longest
    [3, 'abcabc','abc | abc'],
    [99,'abcabc','abc | abc'],
  ])('%i kept, asked %s', (capacity, asked, made) => {
    expect(ask(capacity, asked)).toBe(made);
  });

  // biome-ignore format: a table
  it.each<[capacity: number, asked: string, made: string]>([
    [3, 'abd',   'abd | d'],   // the heavy one pushes out as many as it takes
    [4, 'abd',   'abd | bd'],
    [2, 'abdab', 'abd | ab'],  // too heavy to be kept: answered, and nothing is lost for it
    [1, 'xx',    'xx | '],
    [2, 'eee',   'e | e'],     // an empty value has its key
    [2, 'eab',   'eab | ab'],
  ])('by weight, %i, asked %s', (capacity, asked, made) => {
    expect(ask(capacity, asked, weigh)).toBe(made);
  });

  it('keeps no failure', () => {
    const recent = keepRecent<number>(2);
    const fail = (): number => {
      throw new Error('not now');
    };
    expect(() => recent.getOr('a', fail)).toThrow('not now');
    expect(recent.get('a')).toBeUndefined();
    expect(recent.getOr('a', () => 1)).toBe(1);
  });

  it('keeps what is false or empty: found, and so', () => {
    const recent = keepRecent<number | string>(2);
    recent.getOr('zero', () => 0);
    recent.getOr('empty', () => '');
    expect([recent.get('zero'), recent.get('empty')]).toEqual([0, '']);
  });

  it.each(['__proto__', 'constructor', 'toString', ''])('takes %j for a key like any other', (key) => {
    const recent = keepRecent<string>(2);
    expect(recent.get(key)).toBeUndefined();
    expect(recent.getOr(key, () => 'made')).toBe('made');
    expect(recent.get(key)).toBe('made');
  });
});
