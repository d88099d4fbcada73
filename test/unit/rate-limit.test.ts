import { describe, expect, it } from 'vitest';
import { openClients } from '../../server/http/rate-limit.js';

const MINUTE = 60_000; // ms

describe('the requests of a client', () => {
  const counting = () => {
    let at = 5;
    const store = openClients(() => at);
    const ask = async (client: string): Promise<number> => (await store.increment(client)).totalHits;
    const wait = (ms: number): void => {
      at += ms;
    };
    return { store, ask, wait };
  };

  it('are counted for a minute from the first, each client by itself', async () => {
    const { ask, wait } = counting();
    expect([await ask('a'), await ask('a'), await ask('b')]).toEqual([1, 2, 1]);
    wait(MINUTE - 1);
    expect([await ask('a'), await ask('c')]).toEqual([3, 1]);
    wait(1);
    expect([await ask('a'), await ask('b'), await ask('c')]).toEqual([1, 1, 2]);
  });

  it('are forgotten for one who never stops asking too', async () => {
    const { ask, wait } = counting();
    const counts: number[] = [];
    for (let n = 0; n < 30; n += 1) {
      counts.push(await ask('a'));
      wait(MINUTE / 10);
    }
    expect(Math.max(...counts)).toBe(10);
    expect(counts.filter((count) => count === 1)).toHaveLength(3);
  });

  it('say when they are: by the clock that the reader has', async () => {
    const { store, wait } = counting();
    await store.increment('a');
    wait(20_000);
    const { resetTime } = await store.increment('a');
    const left = (resetTime?.getTime() ?? 0) - Date.now();
    expect(left).toBeGreaterThan(39_000);
    expect(left).toBeLessThanOrEqual(40_000);
  });

  it('can be taken back', async () => {
    const { store, ask } = counting();
    await ask('a');
    await ask('a');
    await store.decrement('a');
    expect(await ask('a')).toBe(2);
    await store.resetKey('a');
    expect(await ask('a')).toBe(1);
  });
});
