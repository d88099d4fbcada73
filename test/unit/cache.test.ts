/** The cache before the answers, over an engine that answers when it is told to. */
import { describe, expect, it } from 'vitest';
import { PolicyError } from '../../core/errors.js';
import type { Answers } from '../../server/answer/answers.js';
import { cached } from '../../server/answer/cache.js';
import { clock, NEVER, type Patience } from '../../server/answer/deadline.js';
import type { Searched } from '../../server/answer/searched.js';
import type { SearchAnswer } from '../../server/api.js';
import { SearchRequest } from '../../server/request.js';

const request = (parameters: Readonly<Record<string, unknown>>): SearchRequest =>
  SearchRequest.parse(parameters);
const late = (): PolicyError => new PolicyError('engine_unavailable', 'Too late.', 'Try again.');

function answersThatWait(usual?: () => Patience) {
  const asked: {
    readonly q: string;
    readonly patience: Patience | undefined;
    answer(extra?: Partial<SearchAnswer>): void;
    fail(error: Error): void;
  }[] = [];
  const far = {
    search: ({ q }: SearchRequest, patience?: Patience) =>
      new Promise<Searched>((resolve, reject) => {
        asked.push({
          ...{ q, patience },
          answer: (extra = {}) =>
            resolve({
              answer: { query: { q }, hits: [], ...extra } as unknown as SearchAnswer,
              version: '1',
            }),
          fail: reject,
        });
      }),
  } as unknown as Answers;
  return { asked, answers: cached(far, async () => '1', usual) };
}

describe('equal questions at once', () => {
  it('are asked once, and all have the answer', async () => {
    const { asked, answers } = answersThatWait();
    const all = [1, 2, 3].map(() => answers.search(request({ q: '算力', size: '10' })));
    const other = answers.search(request({ q: '算力', size: '20' }));
    expect(asked).toHaveLength(2);
    for (const one of asked) one.answer();
    for (const one of [...all, other]) expect((await one).answer.query.q).toBe('算力');
  });

  it('fail together, and whoever asks next asks again', async () => {
    const { asked, answers } = answersThatWait();
    const both = [1, 2].map(() => answers.search(request({ q: '算力' })));
    asked[0]?.fail(late());
    for (const one of await Promise.allSettled(both)) expect(one).toMatchObject({ status: 'rejected' });
    void answers.search(request({ q: '算力' }));
    expect(asked).toHaveLength(2);
  });

  it('keep each its own deadline: one that is sooner out of time does not wait for the other', async () => {
    const { asked, answers } = answersThatWait();
    const first = answers.search(request({ q: '算力' }), { until: clock() + 10_000 });
    await expect(answers.search(request({ q: '算力' }), { until: clock() + 30 })).rejects.toMatchObject({
      code: 'engine_unavailable',
    });
    asked[0]?.answer();
    expect((await first).version).toBe('1');
  });

  it('ask once more, together, when the first was out of time and they are not', async () => {
    const { asked, answers } = answersThatWait();
    const first = answers.search(request({ q: '算力' }), { until: clock() + 1000 });
    const later = [1, 2].map(() => answers.search(request({ q: '算力' }), { until: clock() + 10_000 }));
    asked[0]?.fail(late());
    await expect(first).rejects.toThrow('Too late.');
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toHaveLength(2);
    asked[1]?.answer();
    for (const one of later) expect((await one).version).toBe('1');
  });

  it('have an answer with a part missing together, and it is not kept', async () => {
    const { asked, answers } = answersThatWait();
    const both = [1, 2].map(() => answers.search(request({ q: '算力' })));
    asked[0]?.answer({ partial: { missing: ['http://two'] } });
    for (const one of both) expect((await one).answer.partial).toEqual({ missing: ['http://two'] });
    void answers.search(request({ q: '算力' }));
    expect(asked).toHaveLength(2);
  });
});

describe('a question whose asker has left', () => {
  const leaving = () => {
    const controller = new AbortController();
    return { leave: () => controller.abort(), patience: { until: NEVER, left: controller.signal } };
  };
  const left = { code: 'client_left' };

  it('is given up, and never kept', async () => {
    const { asked, answers } = answersThatWait();
    const one = leaving();
    const answer = answers.search(request({ q: '算力' }), one.patience);
    expect(asked[0]?.patience?.left?.aborted).toBe(false);
    one.leave();
    await expect(answer).rejects.toMatchObject(left);
    expect(asked[0]?.patience?.left?.aborted).toBe(true);
    asked[0]?.answer(); // all the same: the thread was done already
    await new Promise((resolve) => setImmediate(resolve));
    void answers.search(request({ q: '算力' }));
    expect(asked).toHaveLength(2);
  });

  it('goes on as long as another waits for the same', async () => {
    const { asked, answers } = answersThatWait();
    const [first, second, third] = [leaving(), leaving(), leaving()];
    const all = [first, second, third].map(({ patience }) =>
      answers.search(request({ q: '算力' }), patience),
    );
    first.leave();
    third.leave();
    await expect(all[0]).rejects.toMatchObject(left);
    await expect(all[2]).rejects.toMatchObject(left);
    expect(asked[0]?.patience?.left?.aborted).toBe(false);
    asked[0]?.answer();
    expect((await all[1])?.version).toBe('1');
    expect(asked).toHaveLength(1);
  });

  it('is given up with the last of several, and asked anew by who comes then', async () => {
    const { asked, answers } = answersThatWait();
    const [first, second] = [leaving(), leaving()];
    const both = [first, second].map(({ patience }) => answers.search(request({ q: '算力' }), patience));
    first.leave();
    second.leave();
    const third = answers.search(request({ q: '算力' }));
    for (const one of await Promise.allSettled(both)) expect(one).toMatchObject({ reason: left });
    expect(asked.map(({ patience }) => patience?.left?.aborted)).toEqual([true, false]);
    asked[0]?.fail(late()); // says so when it comes to it, and is no answer of the other
    asked[1]?.answer();
    expect((await third).version).toBe('1');
  });

  it('is not even asked', async () => {
    const { answers } = answersThatWait();
    const gone = { until: NEVER, left: AbortSignal.abort() };
    await expect(answers.search(request({ q: '算力' }), gone)).rejects.toMatchObject(left);
  });
});

describe('what is kept', () => {
  it.each([
    // asked, then                              asked again
    [{ q: '算力' }, { q: '算力', expand: 'off' }, 2],
    [{ q: '算力' }, { q: '算力', without: ['算法', '智能'] }, 2],
    [{ q: '算力', page: '1' }, { q: '算力' }, 1],
    [{ q: '算力' }, { q: '算 力' }, 2], // what was typed is in the answer
    [{ q: '算力' }, { q: '算力', explain: 'on' }, 2],
    [{ q: '算力' }, { q: '算力', script: 'hant' }, 2],
    [{ q: '算力' }, { q: '算力', city: ['北京'] }, 2],
  ])('%j, then %j: asked %i times', async (before, after, times) => {
    const { asked, answers } = answersThatWait();
    const first = answers.search(request(before));
    asked[0]?.answer();
    await first;
    const second = answers.search(request(after));
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toHaveLength(times);
    asked[1]?.answer();
    expect((await second).version).toBe('1');
  });

  it('is not more than 8 MB of what is sent', async () => {
    const { asked, answers } = answersThatWait();
    const text = '字'.repeat((1 << 20) / 3); // 1 MB in UTF-8
    const ask = async (i: number): Promise<void> => {
      const before = asked.length;
      const searched = answers.search(request({ q: String(i) }));
      if (asked.length > before) asked.at(-1)?.answer({ hits: [{ text }] as never });
      await searched;
    };
    for (let i = 0; i < 40; i += 1) await ask(i);
    for (let i = 39; i >= 33; i -= 1) await ask(i);
    expect(asked).toHaveLength(40); // the seven last ones are there
    await ask(0);
    expect(asked).toHaveLength(41);
  });
});
