import { describe, expect, it } from 'vitest';
import type { Answers } from '../../server/answer/answers.js';
import { nearFirst } from '../../server/answer/near.js';
import type { Searched } from '../../server/answer/searched.js';
import { SearchRequest } from '../../server/request.js';

const REQUEST = SearchRequest.parse({ q: '算力' });

/** Answers when it is told to, and says who answered. */
function waiting(who: string) {
  const waiters: { resolve(searched: Searched): void; reject(error: Error): void }[] = [];
  return {
    waiters,
    search: () => new Promise<Searched>((resolve, reject) => waiters.push({ resolve, reject })),
    searched: { version: who } as Searched,
  };
}

describe('nearFirst', () => {
  it('answers here what is asked first, there what comes on top, and here again when there is room', async () => {
    const near = waiting('near');
    const far = waiting('far');
    const answers = nearFirst(near, far as unknown as Answers, 2);
    const asked = [1, 2, 3].map(() => answers.search(REQUEST));
    expect([near.waiters.length, far.waiters.length]).toEqual([2, 1]);
    near.waiters[0]?.resolve(near.searched);
    expect((await asked[0])?.version).toBe('near');
    void answers.search(REQUEST);
    expect([near.waiters.length, far.waiters.length]).toEqual([3, 1]);
  });

  it('has room again after a failure', async () => {
    const near = waiting('near');
    const answers = nearFirst(near, waiting('far') as unknown as Answers, 1);
    for (const place of [0, 1, 2]) {
      const asked = answers.search(REQUEST);
      near.waiters[place]?.reject(new Error('gone'));
      await expect(asked).rejects.toThrow('gone');
    }
  });
});
