/** What any engine must give of a document that is read in stretches. */
import { describe, expect, it } from 'vitest';
import { CORPUS } from './corpus.js';
import { type EngineUnderTest, engineOver } from './engine-under-test.js';

export function describeStretches(name: string, start: () => Promise<EngineUnderTest>): void {
  describe(`${name}: a stretch of a document`, () => {
    const engine = engineOver(start, CORPUS);

    it.each([
      // from, count: what there is of it
      [0, 1],
      [0, 2],
      [1, 2],
      [2, 100],
      [0, 100],
      [100, 1],
    ])('from %i, %i clauses at most: those, in order, with the document', async (from, count) => {
      for (const { id } of CORPUS) {
        const whole = await engine().document(id);
        expect(await engine().document(id, { from, count })).toEqual({
          document: whole?.document,
          clauses: whole?.clauses.slice(from, from + count),
        });
      }
      expect(await engine().document('no such', { from, count })).toBeNull();
    });
  });
}
