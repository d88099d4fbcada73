/** Cheap work that is handed over before a place is free. */
import { describe, expect, it } from 'vitest';
import { lanesWith, names, settled } from './lanes-of-work.js';

describe('before a place is free', () => {
  it.each([
    // what comes; what has been begun, of one place and one more
    [
      ['cheap 0', 'cheap 1', 'cheap 2'],
      ['cheap 0', 'cheap 1'],
    ],
    [['cheap 0', 'dear 0', 'cheap 1'], ['cheap 0']],
    [['cheap 0', 'dear 0'], ['cheap 0']],
    [['dear 0', 'cheap 0'], ['dear 0']],
    [['dear 0', 'dear 1'], ['dear 0']],
  ])('of %j is handed over %j', (asked, expected) => {
    const { begun, ask } = lanesWith(1, 1000, 1);
    for (const name of asked) void ask(name);
    expect(begun).toEqual(expected);
  });

  it.each(['first', 'last'] as const)(
    'what was handed over has the place of what ends %s',
    async (ending) => {
      const { lanes, begun, ends, ask, drain } = lanesWith(2, 1000, 2);
      for (const name of names('cheap', 5)) void ask(name);
      expect(begun).toEqual(names('cheap', 4));
      void ask('dear 0');
      // In whatever order they end, for they are in several threads.
      for (const name of ending === 'first' ? ['cheap 0', 'cheap 1'] : ['cheap 3', 'cheap 2']) {
        expect(begun).not.toContain('dear 0');
        ends.get(name)?.();
        await settled();
      }
      expect(begun).toEqual(names('cheap', 4));
      ends.get('cheap 1')?.();
      ends.get('cheap 2')?.();
      await settled();
      await drain();
      expect(begun).toHaveLength(6);
      expect(lanes.waiting).toBe(0);
    },
  );

  it('what is cheap is handed over again once nothing dear is there', async () => {
    const { begun, ends, ask } = lanesWith(1, 1000, 1);
    for (const name of ['dear 0', 'cheap 0', 'cheap 1', 'cheap 2']) void ask(name);
    expect(begun).toEqual(['dear 0']);
    ends.get('dear 0')?.();
    await settled();
    expect(begun).toEqual(['dear 0', 'cheap 0', 'cheap 1']);
  });

  it('counts as what waits: no more is promised for it', async () => {
    const most = async (ahead: number): Promise<number> => {
      const { begun, lanes, ask } = lanesWith(1, 1000, ahead);
      for (const name of names('cheap', 100)) void ask(name);
      await settled();
      return begun.length + lanes.waiting;
    };
    expect(Math.abs((await most(1)) - (await most(0)))).toBeLessThanOrEqual(1);
  });
});
