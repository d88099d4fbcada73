/** Clients that leave before they have their answer, over HTTP: nobody works for them any more. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '../../engine/open.js';
import type { Answers } from '../../server/answer/answers.js';
import { answerHere } from '../../server/answer/answers.js';
import { cached } from '../../server/answer/cache.js';
import { clientLeft, type Patience, refuseLate } from '../../server/answer/deadline.js';
import { SearchRequest } from '../../server/request.js';
import { indexSeeds, isBuilt, NOT_BUILT, type Served, serve } from './serve-seeds.js';

describe.skipIf(!isBuilt)(`who leaves (${isBuilt ? 'over the seeds' : NOT_BUILT})`, () => {
  let served: Served;
  const waiting: Patience[] = [];
  /** Never answers. */
  const hang = (patience: Patience | undefined): Promise<never> => {
    if (patience !== undefined) waiting.push(patience);
    return new Promise((_resolve, reject) => {
      patience?.left?.addEventListener?.('abort', () => reject(clientLeft()));
    });
  };
  const hanging: Partial<Answers> = {
    search: (_request, patience) => hang(patience),
    suggest: (_request, patience) => hang(patience),
    document: (_id, _request, patience) => hang(patience),
    citation: (_task, patience) => hang(patience),
    facetValues: (_facet, _contains, _request, patience) => hang(patience),
  };
  beforeAll(async () => {
    served = await serve(indexSeeds(), {
      wrap: (answers) => cached({ ...answers, ...hanging }, async () => '1'),
    });
  });
  afterAll(() => served.close());

  it.each([
    ['/api/search?q=5G'],
    ['/api/suggest?q=5'],
    ['/api/facets/city?contains=b'],
    ['/api/documents/one'],
    ['/api/clauses/one/citation'],
    ['/api/documents/one/citation'],
  ])('%s is given up with its connection', async (path) => {
    waiting.length = 0;
    const leaving = new AbortController();
    const asked = served.get(path, { signal: leaving.signal });
    await expect.poll(() => waiting.length).toBe(1);
    expect(waiting[0]?.left?.aborted).toBe(false);
    leaving.abort();
    await expect(asked).rejects.toThrow();
    await expect.poll(() => waiting[0]?.left?.aborted).toBe(true);
  });

  it('is logged as unfinished, and not as a fault of ours', async () => {
    await expect.poll(() => served.logged.at(-1)).toMatchObject({ finished: false });
    expect(served.logged.filter((entry) => 'err' in entry)).toEqual([]);
  });
});

describe.skipIf(!isBuilt)(`the embedded engine (${isBuilt ? 'over the seeds' : NOT_BUILT})`, () => {
  const folder = isBuilt ? indexSeeds() : '';
  let [steps, stopAt] = [0, Number.POSITIVE_INFINITY];
  const left = {
    get aborted() {
      return steps > stopAt;
    },
  };
  const engine = openEngine(
    { engine: 'sqlite', dataFolder: folder },
    {
      onStep() {
        steps += 1;
        refuseLate({ until: Number.POSITIVE_INFINITY, left });
      },
    },
  );
  afterAll(() => engine.close());
  const ask = (q: string) => {
    steps = 0;
    return answerHere(engine).search(SearchRequest.parse({ q, match: 'any' }));
  };

  it('stops at whichever step nobody waits any more, and answers the next question whole', async () => {
    const whole = await ask('算力 数据 人工智能');
    const all = steps;
    expect(all).toBeGreaterThan(5);
    for (stopAt = 0; stopAt < all; stopAt += 1) {
      await expect(ask('算力 数据 人工智能')).rejects.toMatchObject({ code: 'client_left' });
      expect(steps - stopAt).toBeLessThanOrEqual(4); // three questions are asked at a time
    }
    stopAt = Number.POSITIVE_INFINITY;
    const { tookMs: _, ...again } = (await ask('算力 数据 人工智能')).answer;
    const { tookMs: __, ...before } = whole.answer;
    expect(again).toEqual(before);
  });
});
