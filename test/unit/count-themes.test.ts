import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFacetColumn } from '../../engine/document-columns.js';
import { countThemes } from '../../engine/sqlite/count-themes.js';
import { rowsOfStretches } from '../../engine/sqlite/rows-of.js';
import { themeSetsOf } from '../../engine/sqlite/theme-sets.js';

/** Documents with clauses with themes; row 0 is nobody's. */
function columnsOf(documents: readonly (readonly (readonly string[])[])[]) {
  const themes = toFacetColumn([[], ...documents.flat()]);
  const firsts = [1];
  for (const clauses of documents) firsts.push((firsts.at(-1) as number) + clauses.length);
  return { firsts: Uint32Array.from(firsts), themes, themeSets: themeSetsOf(themes) };
}

/** Counted as one would on paper. */
function plainly(documents: readonly (readonly (readonly string[])[])[], hits: ReadonlySet<number>) {
  const counted = new Map<string, { count: number; documents: Set<number> }>();
  let row = 0;
  for (const [document, clauses] of documents.entries()) {
    for (const themes of clauses) {
      row += 1;
      if (!hits.has(row)) continue;
      for (const theme of themes.length === 0 ? ['none'] : themes) {
        const one = counted.get(theme) ?? { count: 0, documents: new Set() };
        one.count += 1;
        one.documents.add(document);
        counted.set(theme, one);
      }
    }
  }
  return counted;
}

describe('themes are counted by clause, and by document', () => {
  // Past 63 themes one pass over two words does not hold them: 130 are three passes.
  for (const themes of [1, 5, 63, 64, 130]) {
    it(`of ${themes} themes, as one would on paper`, () => {
      const clause = fc.uniqueArray(
        fc.integer({ min: 0, max: themes - 1 }).map((one) => `t${one}`),
        {
          maxLength: 4,
        },
      );
      const documents = fc.array(fc.array(clause, { minLength: 1, maxLength: 50 }), {
        minLength: 1,
        maxLength: 12,
      });
      fc.assert(
        fc.property(documents, fc.array(fc.nat(600)), fc.boolean(), (given, some, isAll) => {
          const columns = columnsOf(given);
          const rows = (columns.firsts.at(-1) as number) - 1;
          const hits = isAll
            ? Array.from({ length: rows }, (_, at) => at + 1)
            : [...new Set(some.map((one) => (one % rows) + 1))].sort((a, b) => a - b);
          const { values, lacking } = countThemes(
            columns,
            rowsOfStretches(
              hits.flatMap((row) => [row, row]),
              rows,
            ),
          );
          const expected = plainly(given, new Set(hits));
          const none = expected.get('none');
          expect(lacking).toEqual({ count: none?.count ?? 0, documents: none?.documents.size ?? 0 });
          expected.delete('none');
          expect(new Map(values.map(({ value, ...counts }) => [value, counts]))).toEqual(
            new Map([...expected].map(([value, one]) => [value, { ...one, documents: one.documents.size }])),
          );
        }),
      );
    });
  }
});
