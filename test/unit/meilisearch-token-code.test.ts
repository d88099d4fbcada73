/** Tokens and values as Meilisearch cannot spoil them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingsOf } from '../../core/text/analyze.js';
import { grams } from '../../core/text/grams.js';
import {
  facetCode,
  facetValue,
  isLongValue,
  readStored,
  storedText,
} from '../../engine/meilisearch/records/facet-value.js';
import { filterToken, tokenCode } from '../../engine/meilisearch/records/token-code.js';

describe('tokenCode', () => {
  // biome-ignore format: a table
  it.each([
    ['算力',   /^[a-o][a-z]{3}[a-o][a-z]{3}$/, 'Han: four letters a character'],
    ['𠮷',     /^[a-o][a-z]{3}$/,             'a supplementary one too'],
    ['囗',     /^[a-o][a-z]{3}$/,             'the break'],
    ['ai',     /^pai$/,                       'a Latin word'],
    ['2023',   /^qcacd$/,                     'a number'],
    ['привет', /^r[a-z]{24}$/,                'any other word'],
    ['x'.repeat(400), /^s[a-z]{64}$/,         'what is too long'],
  ])('%s', (token, expected) => {
    expect(tokenCode(token)).toMatch(expected);
  });

  it('is small letters, short, and different for different tokens', () => {
    const codes = new Map<string, string>();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        for (const token of grams(readingsOf(text, 'hant'))) {
          const code = tokenCode(token);
          expect(code).toMatch(/^[a-s][a-z]{0,199}$/);
          expect(codes.get(code) ?? token).toBe(token);
          codes.set(code, token);
          expect(Buffer.byteLength(filterToken(token))).toBeLessThan(479);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('facetCode', () => {
  // biome-ignore format: a table
  it.each([
    ['北京',        '北京'],
    ['2023',        '2023'],
    ['通知',        '通知'],
  ])('%s stays as it is', (value, code) => {
    expect(facetCode(value)).toBe(code);
  });

  it.each(['ABC', ' 北京', '（１）', '~x', 'É', '\ud800', '', '豈', 'a\nb '])('%j comes back', (value) => {
    expect(facetValue(facetCode(value), {})).toBe(value);
  });

  it('of any value is what the engine compares, and gives it back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (value) => {
        const code = facetCode(value);
        expect(code.normalize('NFKD').toLowerCase().trim()).toBe(code);
        expect(Buffer.byteLength(code)).toBeLessThan(479);
        expect(storedText(value).isWellFormed()).toBe(true);
        expect(readStored(storedText(value))).toBe(value);
        expect(facetValue(code, isLongValue(value) ? { [code]: storedText(value) } : {})).toBe(value);
      }),
    );
  });
});
