import { describe, expect, it } from 'vitest';
import { openCount } from '../../engine/meilisearch/wire/standstill.js';

describe('how often the batch under way was begun', () => {
  it.each<
    readonly [what: string, seen: readonly (readonly [uid: number, startedAt: string])[], times: number]
  >([
    [
      'one that takes its time',
      [
        [7, '10:00'],
        [7, '10:00'],
        [7, '10:00'],
      ],
      1,
    ],
    [
      'one after the other',
      [
        [7, '10:00'],
        [8, '10:10'],
        [9, '10:20'],
      ],
      1,
    ],
    [
      'broken off once, then begun again',
      [
        [7, '10:00'],
        [7, '10:10'],
        [7, '10:10'],
      ],
      2,
    ],
    [
      'again and again',
      [
        [7, '10:00'],
        [7, '10:10'],
        [7, '10:20'],
        [7, '10:30'],
      ],
      4,
    ],
    [
      'at last ended',
      [
        [7, '10:00'],
        [7, '10:10'],
        [7, '10:20'],
        [8, '10:30'],
      ],
      1,
    ],
  ])('%s', (_what, seen, times) => {
    const count = openCount();
    expect(seen.map(([uid, startedAt]) => count({ uid, startedAt })).at(-1)).toBe(times);
  });
});
