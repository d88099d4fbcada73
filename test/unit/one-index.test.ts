/** What takes several questions is of one index, however often it is swapped meanwhile; else it is refused. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchEngine } from '../../engine/engine.js';
import { openEngine } from '../../engine/open.js';
import { openIndexBuild } from '../../engine/open-build.js';
import { answerUnderstood } from '../../server/answer/engine-answers.js';
import { ofOneIndex, untilOneIndex } from '../../server/answer/one-index.js';
import { understandQuery } from '../../server/query/understand-query.js';
import { SearchRequest } from '../../server/request.js';
import { CORPUS } from '../contract/corpus.js';
import { analyzed } from '../contract/small-documents.js';

/** What is found each time; the last again and again. */
function asking(versions: readonly (string | null)[]) {
  let asked = 0;
  return {
    ask: async () => {
      asked += 1;
      return { version: versions[Math.min(asked, versions.length) - 1] ?? null, asked };
    },
    times: () => asked,
  };
}

describe('an answer', () => {
  // biome-ignore format: a table
  it.each<[(string | null)[], number]>([
    // of which index, each time          asked
    [['a'],                                1],
    [[null, 'b'],                          2],
    [[null, null, null, null, null, 'f'],  6],
  ])('%j: is the first of one index', async (versions, times) => {
    for (const until of [ofOneIndex, untilOneIndex]) {
      const { ask, times: asked } = asking(versions);
      expect(await until(ask)).toEqual({ version: versions.at(-1), asked: times });
      expect(asked()).toBe(times);
    }
  });

  it('of none is refused, with what can be done; a count says that it is of none', async () => {
    const { ask } = asking([null]);
    await expect(ofOneIndex(ask)).rejects.toMatchObject({
      code: 'engine_unavailable',
      remedy: expect.stringContaining('npm run index'),
    });
    expect((await untilOneIndex(asking([null]).ask)).version).toBeNull();
  });
});

describe('a page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhengsou-one-'));
  const index = { engine: 'sqlite', dataFolder: folder } as const;
  let engine: SearchEngine;
  beforeAll(async () => {
    const begun = await openIndexBuild(index, { mode: 'rebuild', madeBy: 'user' });
    await begun.add(CORPUS.map(analyzed));
    await begun.commit();
    engine = openEngine(index);
  });
  afterAll(async () => {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  });

  // biome-ignore format: a table
  it.each([
    // whenever it is asked which index it is
    [['a'],                                          'nothing happens'],
    [['a', 'b'],                                     'it is swapped'],
    [['a', 'a', 'a', 'b', 'c', 'd'],                 'and once more'],
    // A server that was away for a moment: what is without it is another index.
    [['a', 'a without', 'a without', 'a'],           'a part goes and comes back'],
  ])('is of the index that it says it is: %j, %s', async (versions) => {
    let asked = 0;
    const swapped: SearchEngine = {
      ...engine,
      async status() {
        const status = await engine.status();
        asked += 1;
        return { ...status, version: versions[Math.min(asked, versions.length) - 1] ?? '' };
      },
    };
    const request = SearchRequest.parse({ q: '算力' });
    const { version, answer } = await answerUnderstood(swapped).search(request, understandQuery('算力'));
    expect([version, answer.index.version]).toEqual([versions.at(-1), versions.at(-1)]);
    expect(answer.total).toBe(5);
  });
});
