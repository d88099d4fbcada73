/** Long questions do not hold up the thread that answers: they are understood bit by bit, and one a turn. */
import { describe, expect, it } from 'vitest';
import { openTurns } from '../../server/answer/turns.js';
import { understandInSlices, understandSearch } from '../../server/query/whole-runs.js';
import { SearchRequest } from '../../server/request.js';

const WIDENED = { expand: 'on', without: [] } as const;

describe('a question', () => {
  it.each([
    // typed, turns that others have
    ['算力', 1],
    ['数据要素市场 北京', 2],
    ['数据要素市场|公共数据开放 养犬管理', 3],
    ['', 0],
    ['-罚款', 0],
  ])('%s is understood as in one go, with %i pauses', async (q, pauses) => {
    let paused = 0;
    const found = await understandInSlices(q, WIDENED, async () => {
      paused += 1;
    });
    expect(found).toEqual(understandSearch(q, WIDENED));
    expect(paused).toBe(pauses);
  });
});

describe('of long questions', () => {
  const long = SearchRequest.parse({ q: '环境 保护 '.repeat(12) });
  const short = SearchRequest.parse({ q: '环境 保护' });
  const explained = SearchRequest.parse({ q: '环境 保护', explain: 'on' });

  it.each([
    ['long ones', long],
    ['explained ones', explained],
  ])('%s come one a turn, and a short one does not wait for them', async (_, request) => {
    const inTurn = openTurns();
    const order: string[] = [];
    const all = [1, 2, 3].map((place) => inTurn(request).then(() => order.push(`long ${place}`)));
    setImmediate(() => {
      void inTurn(short).then(() => order.push('short'));
    });
    await Promise.all(all);
    expect(order.indexOf('short')).toBeLessThan(2);
    expect(order.filter((one) => one !== 'short')).toEqual(['long 1', 'long 2', 'long 3']);
  });
});
