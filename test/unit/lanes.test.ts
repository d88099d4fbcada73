/** The queue before the answer threads. */
import { describe, expect, it } from 'vitest';
import { clock, NEVER } from '../../server/answer/deadline.js';
import { dearPlaces, laneOf } from '../../server/http/lanes.js';
import { busy, lanesWith, left, names, settled } from './lanes-of-work.js';

describe('places', () => {
  it.each([
    // places, of them for dear work at once
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 3],
    [32, 24],
  ])('of %i dear work has %i', async (places, most) => {
    expect(dearPlaces(places)).toBe(most);
    const { begun, ask } = lanesWith(places);
    for (const name of [...names('dear', 40), ...names('cheap', 1)]) void ask(name);
    expect(begun.filter((name) => name.startsWith('dear'))).toHaveLength(most);
    expect(begun.includes('cheap 0')).toBe(places > 1);
  });

  it.each([
    [10, 'cheap'],
    [42, 'cheap'],
    [43, 'dear'],
  ])('what costs %i is %s', (cost, lane) => {
    expect(laneOf(cost)).toBe(lane);
  });

  it('are free again when the work has ended, whoever still waits for it', async () => {
    const { begun, ends, ask } = lanesWith(1);
    const leaving = new AbortController();
    void ask('cheap 0', { patience: { until: NEVER, left: leaving.signal } });
    void ask('cheap 1');
    leaving.abort();
    await settled();
    expect(begun).toEqual(['cheap 0']);
    ends.get('cheap 0')?.();
    await settled();
    expect(begun).toEqual(['cheap 0', 'cheap 1']);
  });

  it('are free again when the work has failed', async () => {
    const { lanes, begun, ask } = lanesWith(1);
    const failing = lanes.ask({
      ...{ lane: 'cheap', cost: 1, whole: 1, patience: { until: NEVER } },
      run: () => Promise.reject(new Error('It failed.')),
    });
    void ask('cheap 1');
    await expect(failing).rejects.toThrow('It failed.');
    await settled();
    expect(begun).toEqual(['cheap 1']);
  });
});

describe('on one place', () => {
  it('cheap work passes dear work that came before it', async () => {
    const { begun, ask, drain } = lanesWith(1);
    for (const name of ['dear 0', 'dear 1', 'dear 2', 'cheap 0', 'cheap 1']) void ask(name);
    await drain();
    expect(begun).toEqual(['dear 0', 'cheap 0', 'cheap 1', 'dear 1', 'dear 2']);
  });

  it('dear work has a quarter of the time, however much cheap work there is', async () => {
    const { begun, ask, drain } = lanesWith(1);
    // As what was begun, so that none of it is refused.
    for (const name of names('cheap', 200)) void ask(name, { isBegun: true });
    for (const name of names('dear', 4)) void ask(name);
    await drain();
    const places = names('dear', 4).map((name) => begun.indexOf(name));
    // 100 of dear work for each 300 of cheap work, which are 30; the first comes after one.
    for (const [i, place] of places.entries()) {
      expect(place).toBeGreaterThanOrEqual(i * 31);
      expect(place).toBeLessThanOrEqual(i * 31 + 3);
    }
  });

  it('a lane without work saves up nothing', async () => {
    const { begun, ends, ask, drain } = lanesWith(1);
    for (const name of names('cheap', 50)) void ask(name);
    await drain();
    begun.length = 0;
    ends.clear();
    for (const name of [...names('dear', 3), 'cheap 50', 'cheap 51']) void ask(name);
    await drain();
    expect(begun.slice(0, 3)).toEqual(['dear 0', 'cheap 50', 'cheap 51']);
  });

  it('what was begun goes on before what was not', async () => {
    const { begun, ask, drain } = lanesWith(1);
    for (const name of ['dear 0', 'dear 1', 'dear 2']) void ask(name);
    void ask('dear 0 again', { isBegun: true });
    await drain();
    expect(begun).toEqual(['dear 0', 'dear 0 again', 'dear 1', 'dear 2']);
  });
});

describe('who waits', () => {
  it.each(['cheap', 'dear'] as const)(
    'is not refused while there is a handful, however slow the machine; the next one is: %s',
    async (lane) => {
      const { lanes } = lanesWith(2);
      const endless = (): Promise<never> => new Promise(() => undefined);
      const slow = { lane, cost: 600, whole: 600, patience: { until: NEVER }, run: endless } as const;
      for (let i = 0; i < (lane === 'cheap' ? 2 : 1) + 2 * 8; i += 1) void lanes.ask(slow);
      await expect(lanes.ask(slow)).rejects.toBe(busy);
      expect(lanes.waiting).toBe(2 * 8);
    },
  );

  it('and leaves is taken out, and never begun', async () => {
    const { lanes, begun, ask, drain } = lanesWith(1);
    const leaving = new AbortController();
    void ask('cheap 0');
    const gone = ask('cheap 1', { patience: { until: NEVER, left: leaving.signal } });
    void ask('cheap 2');
    expect(lanes.waiting).toBe(2);
    leaving.abort();
    await expect(gone).rejects.toBe(left);
    expect(lanes.waiting).toBe(1);
    await drain();
    expect(begun).toEqual(['cheap 0', 'cheap 2']);
  });

  it('has left already: nothing is begun', async () => {
    const { begun, ask } = lanesWith(1);
    const asked = ask('cheap 0', { patience: { until: NEVER, left: AbortSignal.abort() } });
    await expect(asked).rejects.toBe(left);
    expect(begun).toEqual([]);
  });

  it('until it is too late is turned away, and never begun', async () => {
    const { begun, ask, drain } = lanesWith(1);
    void ask('cheap 0');
    const late = ask('cheap 1', { patience: { until: clock() + 40 } });
    await expect(late).rejects.toBe(busy);
    await drain();
    expect(begun).toEqual(['cheap 0']);
  });
});

describe('what cannot be begun in time is refused at once', () => {
  it.each([
    // lane, the cost of each; in the queue by then: of 1 ms for one of cost, until one has been measured
    ['cheap', 10, { until: NEVER }, 500 / 10],
    ['dear', 40, { until: clock() + 60_000 }, 500 / 40],
  ] as const)('%s', async (lane, cost, patience, most) => {
    const { lanes, ask } = lanesWith(1, 120);
    const asked = names(lane, 100).map((name) => ask(name, { patience, cost }));
    const results = await Promise.all(
      asked.map((one) => Promise.race([one.catch((error: unknown) => error), settled()])),
    );
    const refused = results.filter((result) => result === busy).length;
    const expected = Math.max(0, 100 - 1 - most);
    expect(refused).toBeGreaterThanOrEqual(expected - 5); // what runs has been running meanwhile
    expect(refused).toBeLessThanOrEqual(expected + 1);
    expect(lanes.waiting).toBe(100 - 1 - refused);
  });

  it('by its deadline, what is dear', async () => {
    const { lanes, ask } = lanesWith(1);
    const patience = { until: clock() + 450 };
    // 100 runs, others wait, and each itself takes 100.
    for (const name of names('dear', 10)) void ask(name, { patience });
    await settled();
    expect(lanes.waiting).toBe(3);
  });

  it('but what goes on with what was begun, and what nobody waits for', async () => {
    const { lanes, ask } = lanesWith(1);
    for (const name of names('cheap', 100)) void ask(name);
    await settled();
    const before = lanes.waiting;
    void ask('cheap again', { isBegun: true });
    void ask('cheap ahead', { patience: { until: NEVER, isAhead: true } });
    expect(lanes.waiting).toBe(before + 2);
  });

  it('where so many wait already, however short their work is', async () => {
    const { lanes, ask } = lanesWith(1, 2);
    for (const name of names('cheap', 10)) void ask(name);
    await settled();
    expect(lanes.waiting).toBe(2);
  });

  it('by what such work took lately', async () => {
    const { lanes, ends, ask } = lanesWith(1);
    const full = (): number => {
      let count = 0;
      while (count < 1000 && !lanes.isFull(10, 'cheap', { until: NEVER })) {
        void ask(`cheap waiting ${count}`);
        count += 1;
      }
      return count;
    };
    // Done at once, fifty times: it took next to nothing.
    for (const name of names('cheap', 50)) {
      const asked = ask(name);
      ends.get(name)?.();
      await asked;
      await settled();
    }
    expect(full()).toBeGreaterThan(300);
  });
});
