/** The numbers that hits are counted by: of documents, and of the themes of their clauses. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toLines } from '../../engine/meilisearch/build/payloads.js';
import {
  type EngineRecord,
  firstNumbers,
  type Numbers,
  nextNumbers,
  numbersAfter,
  recordsOf,
} from '../../engine/meilisearch/records/records.js';
import { CORPUS, NEWS } from '../contract/corpus.js';
import { analyzed, type SmallDocument } from '../contract/small-documents.js';

const StoredThemes = z.object({ themes: z.array(z.string()) });

function sent(small: SmallDocument, place = 0): readonly EngineRecord[] {
  const lines = toLines(recordsOf(analyzed(small), { place, theme: place * 10 }));
  return lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('a document', () => {
  it('is counted by the numbers of its document and of its themes there: nobody else has them', () => {
    const numbered = (small: SmallDocument, place: number) =>
      sent(small, place).map((made) => [made.place, made.themeNumber ?? made.firstTheme]);
    expect(numbered(NEWS, 7)).toEqual([
      [7, [70]],
      [7, [70]],
      [7, [71]],
      [7, 70],
    ]);
    const themes = (small: SmallDocument) =>
      StoredThemes.parse(JSON.parse(String(sent(small).at(-1)?.columns))).themes;
    for (const small of CORPUS) {
      const at = { place: 3, theme: 30 };
      const next = numbersAfter(at, analyzed(small));
      expect(next).toEqual({ place: 4, theme: 31 + themes(small).length });
      for (const { theme, themeNumber } of sent(small, 3).slice(0, -1)) {
        const named = (themeNumber as number[]).map((number) => themes(small)[number - 31]);
        expect(named.filter((one) => one !== undefined)).toEqual(theme);
      }
    }
  });
});

describe('an index', () => {
  const far = 2 ** 31;
  const at = (place: number, theme: number) => ({ nextPlace: place, nextTheme: theme });
  // biome-ignore format: a table
  it.each<[string, ({ nextPlace: number; nextTheme: number } | null)[], Numbers, Numbers]>([
    // what its parts say                 the next in it                     the first of one that replaces it
    ['none',                              [null], { place: 0, theme: 0 }, { place: 0, theme: 0 }],
    ['one',                               [at(7, 20)], { place: 7, theme: 20 }, { place: 7, theme: 20 }],
    ['several, one of them new',          [at(7, 20), null, at(9, 18)], { place: 9, theme: 20 }, { place: 9, theme: 20 }],
    ['numbers that come near their end',  [at(9, far)], { place: 9, theme: far }, { place: 0, theme: 0 }],
    ['those of documents do',             [at(far + 1, 9)], { place: far + 1, theme: 9 }, { place: 0, theme: 0 }],
  ])('%s', (_, states, next, first) => {
    expect(nextNumbers(states)).toEqual(next);
    expect(firstNumbers(states)).toEqual(first);
  });
});
