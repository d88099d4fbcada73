/** The same question in other words: counted beside it, as if each were asked by itself. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EngineQuery, EngineWord, OtherWords } from '../../engine/engine.js';
import { CORPUS } from './corpus.js';
import { type EngineUnderTest, engineOver } from './engine-under-test.js';
import { scan } from './plain-scan.js';
import { analyzed, NO_FILTERS, phrase, query, word } from './small-documents.js';

const HELD = ['算力', '数据', '养犬', '北京', '揭榜', '共享', '登记', '要素', '5G', '中心', '无此词'];
const NAMES = ['北京', '天津', '上海市', '经信局'];

/** Words with up to four ways to be held, and for each of some others which of these ways they have. */
const anyQuestion = fc
  .array(
    fc.record({
      ways: fc.uniqueArray(fc.constantFrom(...HELD), { minLength: 1, maxLength: 4 }),
      names: fc.subarray(NAMES, { maxLength: 2 }),
      run: fc.subarray(HELD, { minLength: 2, maxLength: 3 }),
      hasRun: fc.boolean(),
      kept: fc.array(fc.nat(15), { minLength: 4, maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((drawn) => {
    const toWord = (drawn: {
      ways: string[];
      names: string[];
      run: string[];
      hasRun: boolean;
    }): EngineWord => ({
      alternatives: drawn.ways.map(phrase),
      ...(drawn.names.length > 0 ? { names: drawn.names } : {}),
      ...(drawn.hasRun ? { runs: [drawn.run.map((one) => word(one))] } : {}),
    });
    const others = [0, 1, 2, 3].map((at) =>
      drawn.map((one) => {
        const kept = one.kept[at] ?? 0;
        const ways = one.ways.filter((_, i) => (kept >> i) & 1);
        const names = kept > 7 ? one.names : [];
        return toWord({ ...one, ways: ways.length > 0 ? ways : one.ways, names });
      }),
    );
    return { words: drawn.map(toWord), others };
  });

export function describeOthers(name: string, start: () => Promise<EngineUnderTest>): void {
  describe(`${name}: the same question in other words`, () => {
    const engine = engineOver(start, CORPUS);
    const documents = CORPUS.map(analyzed);
    const aloneOf = (asked: EngineQuery, other: OtherWords): number =>
      scan(documents, { ...asked, ...other, match: asked.match === 'all' ? 'all' : 'any' }).total;

    // biome-ignore format: a table
    it.each<[string, Partial<EngineQuery> & Pick<EngineQuery, 'words'>, OtherWords, number, number]>([
      // what is left out                          asked                                                               others                                              total, other
      ['nothing',                                  { words: [word('养犬', '算力')] },                                  { words: [word('养犬', '算力')], excluded: [] },         8, 8],
      ['a way that brings some',                   { words: [word('养犬', '算力')] },                                  { words: [word('养犬')], excluded: [] },                 8, 3],
      ['a way that another word has too',          { words: [word('养犬', '算力'), word('算力')], match: 'any' },      { words: [word('养犬'), word('算力')], excluded: [] },   8, 8],
      ['any: what is held by another way as well', { words: [word('数据', '要素'), word('养犬')], match: 'any' },      { words: [word('数据'), word('养犬')], excluded: [] },   7, 7],
      ['of what holds all, a way above',           { words: [word('共享'), word('无此词', '算力')] },                  { words: [word('共享'), word('无此词')], excluded: [] }, 1, 0],
      ['a whole word',                             { words: [word('共享'), word('养犬')] },                            { words: [word('共享')], excluded: [] },                 0, 1],
      ['an exclusion',                             { words: [word('算力')], excluded: [phrase('数据')] },              { words: [word('算力')], excluded: [] },                 3, 5],
    ])('leaves out %s', async (_, rest, other, total, otherTotal) => {
      const asked = { ...query(''), ...rest, others: [other] };
      expect(await engine().search(asked)).toMatchObject({ total, otherTotals: [otherTotal] });
      expect(aloneOf(asked, other)).toBe(otherTotal); // what the corpus says, by reading it
    });

    it('counts each as if it were asked by itself, whichever ways are left out', async () => {
      let less = 0;
      await fc.assert(
        fc.asyncProperty(
          anyQuestion,
          fc.constantFrom('all' as const, 'any' as const, 'all+any' as const),
          fc.constantFrom([], ['北京']),
          fc.constantFrom([], [phrase('农业')]),
          async ({ words, others }, match, city, excluded) => {
            const asked: EngineQuery = {
              ...query(''),
              ...{ words, match, excluded, filters: { ...NO_FILTERS, city } },
              others: others.map((one) => ({ words: one, excluded })),
            };
            const { total, otherTotals } = await engine().search(asked);
            expect(otherTotals).toEqual((asked.others ?? []).map((other) => aloneOf(asked, other)));
            less += otherTotals.filter((one) => one > 0 && one < total).length;
          },
        ),
        { numRuns: 150 },
      );
      expect(less).toBeGreaterThan(50); // else nothing was tested
    });
  });
}
