import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepBest, leastOf, sortedRows, takeRows } from '../../engine/sqlite/best-rows.js';
import { heaviestOf } from '../../engine/sqlite/columns.js';
import { union } from '../../engine/sqlite/combine-rows.js';
import { blocksIn, eachRow, type RowSet, rowsOfBitmap } from '../../engine/sqlite/row-set.js';
import { openScan } from '../../engine/sqlite/scan-rows.js';
import { clauseWeight } from '../../engine/step-one.js';

const ROWS = 2000;
const KINDS = ['body', 'heading', 'title', 'note'] as const;

/** The rows 1 to `ROWS` that a share of all is, by a seed. */
function someRows(share: number, seed: number): RowSet {
  const bitmap = new Uint32Array(blocksIn(ROWS));
  let state = seed >>> 0;
  for (let row = 1; row <= ROWS; row += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    if (state / 2 ** 32 < share) bitmap[row >>> 5] = (bitmap[row >>> 5] as number) | (1 << (row & 31));
  }
  return rowsOfBitmap(bitmap);
}

function countOf(set: RowSet): number {
  let count = 0;
  eachRow(set, () => {
    count += 1;
  });
  return count;
}

const share = fc.constantFrom(0, 0.002, 0.02, 0.1, 0.4, 0.9);
const seed = fc.integer({ min: 1, max: 1 << 30 });
const word = fc.record({ own: fc.tuple(share, seed), context: fc.option(fc.tuple(share, seed)) });
const some = fc.option(fc.tuple(share, seed));

describe('the best rows of any words', () => {
  it('are the same whether or not what cannot be among them is passed over', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 5, maxLength: 40 });
    const taken = fc.constantFrom(1, 3, 20, 500, ROWS);
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 12 }),
        fc.record({ first: some, numbered: some, preferred: some }),
        lengths,
        taken,
        (words, marked, lengths, take) => {
          const rowsOf = (given: [number, number] | null): RowSet | null => given && someRows(...given);
          const held = words.map(({ own, context }) => {
            const rows = someRows(...own);
            return { own: rows, context: rowsOf(context), frequency: countOf(rows) };
          });
          const own = held.map((one) => one.own);
          const rows = held.length === 0 ? someRows(0.4, take) : union(own, ROWS);
          const weights = Float32Array.from({ length: ROWS + 1 }, (_, row) =>
            clauseWeight(KINDS[row % 7] ?? 'body', lengths[row % lengths.length] as number),
          );
          const hits = {
            ...{ rows, words: held, first: rowsOf(marked.first) },
            ...{ numbered: rowsOf(marked.numbered), preferred: rowsOf(marked.preferred) },
          };
          const scan = openScan({ weights, heaviest: heaviestOf(weights) }, ROWS);
          const [whole, passed] = [keepBest(take), keepBest(take)];
          scan(hits, takeRows, whole);
          scan(hits, takeRows, passed, leastOf);
          expect(sortedRows(passed)).toEqual(sortedRows(whole));
        },
      ),
      { numRuns: 300 },
    );
  });
});
