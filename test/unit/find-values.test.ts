/** Values of a facet that are looked for among many: what it costs the thread that does it. */
import { expect, it } from 'vitest';
import { findValues } from '../../server/answer/find-values.js';
import { spell } from '../../server/names/spell.js';

const BODIES = Array.from({ length: 60 }, (_, i) => ({
  ...{ value: `第${i}工业局`, count: i + 1, documents: 1 },
}));
const FOUND = { values: BODIES, version: '1' };

it('lets others have their turn, though no value holds what is typed', async () => {
  let turns = 0;
  let isDone = false;
  const takeTurns = (): void => {
    turns += 1;
    if (!isDone) setImmediate(takeTurns);
  };
  setImmediate(takeTurns);
  const slowly = (name: string) => {
    const end = performance.now() + 2;
    while (performance.now() < end);
    return spell(name);
  };
  expect((await findValues('issuingBody', 'zzzz', FOUND, slowly)).values).toEqual([]);
  isDone = true;
  expect(turns).toBeGreaterThan(10); // 120 ms and more, in slices of 6
});

it.each([
  // typed     values    names that are read aloud
  ['工业局', 60, 0],
  ['工業局', 60, 0],
  ['农业', 0, 0],
  ['5', 15, 0],
  ['gyj', 60, 60],
])('reads names aloud for letters alone: %s', async (typed, values, aloud) => {
  const asked = new Set<string>();
  const found = await findValues('type', typed, FOUND, (name) => {
    asked.add(name);
    return spell(name);
  });
  expect([found.values.length, asked.size]).toEqual([values, aloud]);
});
