/** Read by key, with what is held: whatever falls out meanwhile, whoever is asked gets all of it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepRecent, type Recent } from '../../core/recent.js';
import { recordsOf } from '../../engine/meilisearch/records/records.js';
import { openLoader } from '../../engine/meilisearch/search/keep.js';
import { keepColumns } from '../../engine/meilisearch/search/read-columns.js';
import type { Asking, Collection } from '../../engine/meilisearch/wire/collection.js';
import { analyzed } from '../contract/small-documents.js';

interface Source {
  /** Requests so far, by their keys. */
  readonly requests: string[][];
  readonly read: (keys: readonly string[]) => Promise<readonly (string | null)[]>;
}

/** A page of a hundred. */
const PAGE = Array.from({ length: 100 }, (_, i) => `document ${i}`);
const metadataOf = (key: string): string => `metadata of ${key}`;

/** @param absent  What is not there. @param delay  Of each request in turn, in turns of the event loop. */
function openSource({ absent = new Set<string>(), delay = [0] as readonly number[] } = {}): Source {
  const requests: string[][] = [];
  return {
    requests,
    async read(keys) {
      const turns = delay[requests.length % delay.length] ?? 0;
      requests.push([...keys]);
      for (let i = 0; i < turns; i += 1) await new Promise(setImmediate);
      return keys.map((key) => (absent.has(key) ? null : metadataOf(key)));
    },
  };
}

/** A question of its own: what it asks for, all in one tick. */
function question(
  held: Recent<string>,
  read: Source['read'],
  isTrue = (): boolean => true,
): (keys: readonly string[]) => Promise<readonly (string | null)[]> {
  const load = openLoader<string, string, null>({ held, keyOf: (key) => key, read, isTrue });
  return (keys) => Promise.all(keys.map(load));
}

const values = (keys: readonly string[]): string[] => keys.map(metadataOf);

describe('a page of hits, and what is held of their documents', () => {
  it.each([1, 2, 3, 99, 100, 101])('is whole with room for %i of a hundred', async (capacity) => {
    const held = keepRecent<string>(capacity);
    const { read, requests } = openSource();
    expect(await question(held, read)(PAGE)).toEqual(values(PAGE));
    expect(requests).toEqual([PAGE]); // one request for all
    expect(await question(held, read)(PAGE)).toEqual(values(PAGE));
    expect(await question(held, read)([...PAGE].reverse())).toEqual(values([...PAGE].reverse()));
  });

  it.each([1, 2, 3])('is whole where those held come last, and are pushed out: room for %i', async (most) => {
    const held = keepRecent<string>(most);
    const { read } = openSource();
    const known = PAGE.slice(0, most);
    await question(held, read)(known);
    const page = [...PAGE.slice(most), ...known];
    expect(await question(held, read)(page)).toEqual(values(page));
  });

  it('asks for what is held no more, and for the rest once', async () => {
    const held = keepRecent<string>(10);
    const { read, requests } = openSource();
    await question(held, read)(['a', 'b']);
    const ask = question(held, read);
    expect(await ask(['b', 'c', 'c', 'a'])).toEqual(values(['b', 'c', 'c', 'a']));
    expect(await ask(['c'])).toEqual(values(['c']));
    expect(requests).toEqual([['a', 'b'], ['c']]);
  });

  it('is whole for many at once, who push out what the others have just read', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 20 }), { maxLength: 6 }),
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }),
        async (capacity, pages, delay) => {
          const held = keepRecent<string>(capacity);
          const { read } = openSource({ delay });
          const asked = pages.map((page) => page.map(String));
          const answers = await Promise.all(
            asked.map(async (keys, i) => {
              for (let turn = 0; turn < i % 3; turn += 1) await new Promise(setImmediate);
              const ask = question(held, read);
              expect(await ask(keys.slice(0, 3))).toEqual(values(keys.slice(0, 3)));
              return ask(keys);
            }),
          );
          expect(answers).toEqual(asked.map(values));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('what is not held', () => {
  it('an absence: who asks next, asks again', async () => {
    const held = keepRecent<string>(10);
    const absent = new Set(['b']);
    const { read, requests } = openSource({ absent });
    expect(await question(held, read)(['a', 'b'])).toEqual([metadataOf('a'), null]);
    absent.clear();
    expect(await question(held, read)(['a', 'b'])).toEqual(values(['a', 'b']));
    expect(requests).toEqual([['a', 'b'], ['b']]);
  });

  it('a failure: told to all who waited, and read again in the same question', async () => {
    const held = keepRecent<string>(10);
    const { read } = openSource();
    let isDown = true;
    const ask = question(held, async (keys) => {
      if (isDown) throw new Error('away');
      return read(keys);
    });
    const both = await Promise.allSettled([ask(['a', 'b']), ask(['b', 'c'])]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isDown = false;
    expect(await ask(['a', 'b', 'c'])).toEqual(values(['a', 'b', 'c']));
  });

  it('what is true for this question only: a part that went while it was read', async () => {
    const held = keepRecent<string>(10);
    const { read } = openSource();
    let isWhole = true;
    const partly = question(
      held,
      async (keys) => {
        isWhole = false;
        return keys.map(() => 'of two servers');
      },
      () => isWhole,
    );
    expect(await partly(['a'])).toEqual(['of two servers']);
    expect(held.get('a')).toBeUndefined();
    expect(await question(held, read)(['a'])).toEqual(values(['a']));
  });

  it('nor waited for: a question that gives up takes no other with it', async () => {
    const held = keepRecent<string>(10);
    const { read } = openSource();
    let giveUp = (): void => undefined;
    const hurried = question(
      held,
      () =>
        new Promise((_, reject) => {
          giveUp = () => reject(new Error('out of time'));
        }),
    )(['a']);
    expect(await question(held, read)(['a'])).toEqual(values(['a']));
    giveUp();
    await expect(hurried).rejects.toThrow('out of time');
    expect(held.get('a')).toBe(metadataOf('a'));
  });
});

describe('the columns of an index', () => {
  /** Each request is answered when it is told to, with documents of these ids. */
  function openIndex() {
    const answers: ((ids: readonly string[] | Error) => void)[] = [];
    const each = async (): Promise<readonly unknown[]> => {
      const ids = await new Promise<readonly string[]>((resolve, reject) => {
        answers.push((told) => (told instanceof Error ? reject(told) : resolve(told)));
      });
      const small = ids.map((id) => analyzed({ id, title: '说明', clauses: ['数据'] }));
      return [{ results: small.flatMap((one, place) => recordsOf(one, { place, theme: place }).slice(-1)) }];
    };
    const collection = { each } as unknown as Collection;
    const asking = (...away: string[]): Asking => ({
      ...{ signal: AbortSignal.timeout(10_000), looked: Promise.resolve(), away: new Set(away) },
    });
    const columns = keepColumns();
    const read = async (question = asking()): Promise<readonly string[]> =>
      (await columns.read(collection, question)).ids;
    return { answers, read, asking, columns };
  }
  const soon = (): Promise<void> => new Promise(setImmediate);

  it('are read once by all who ask at the same time', async () => {
    const { answers, read } = openIndex();
    const asked = [read(), read(), read()];
    await soon();
    expect(answers.length).toBe(1);
    answers[0]?.(['a']);
    expect(await Promise.all(asked)).toEqual([['a'], ['a'], ['a']]);
    expect(await read()).toEqual(['a']);
    expect(answers.length).toBe(1);
  });

  it('are those that were read last, where those before come later', async () => {
    const { answers, read, columns } = openIndex();
    const before = read();
    await soon();
    columns.forget(); // a document was found that is not among them
    const after = read();
    await soon();
    answers[1]?.(['a', 'b']);
    expect(await after).toEqual(['a', 'b']);
    answers[0]?.(['a']);
    expect(await before).toEqual(['a']);
    expect(await read()).toEqual(['a', 'b']);
  });

  it('are read again by who waited for one that gave up, or that missed a part', async () => {
    const { answers, read, asking } = openIndex();
    const failing = read();
    const waiting = read();
    await soon();
    answers[0]?.(new Error('out of time'));
    await expect(failing).rejects.toThrow('out of time');
    await soon();
    answers[1]?.(['a']);
    expect(await waiting).toEqual(['a']);

    const another = openIndex();
    const partly = another.read(asking('second'));
    const whole = another.read();
    await soon();
    another.answers[0]?.(['a']);
    expect(await partly).toEqual(['a']);
    await soon();
    another.answers[1]?.(['a', 'b']);
    expect(await whole).toEqual(['a', 'b']);
    expect(await another.read()).toEqual(['a', 'b']);
  });
});
