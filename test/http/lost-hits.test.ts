/** What an engine counts and does not hand over is never left off a page in silence. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SearchEngine } from '../../engine/engine.js';
import { openEngine } from '../../engine/open.js';
import { openIndexBuild } from '../../engine/open-build.js';
import { answerHere } from '../../server/answer/answers.js';
import { hitsOf } from '../../server/api.js';
import { SearchRequest } from '../../server/request.js';
import { fill } from '../contract/engine-under-test.js';

const folder = mkdtempSync(join(tmpdir(), 'zhengsou-'));
const config = { engine: 'sqlite', dataFolder: folder } as const;
let engine: SearchEngine;

beforeAll(async () => {
  const place = {
    build: (options: Parameters<typeof openIndexBuild>[1]) => openIndexBuild(config, options),
    open: () => openEngine(config),
    dispose: async () => undefined,
  };
  const clauses = Array.from({ length: 45 }, (_, i) => `第${i}项算力。`);
  await fill(place, [{ id: 'plan', title: '方案', clauses }]);
  engine = place.open();
});
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (asked: SearchEngine, page = '1') =>
  answerHere(asked).search(SearchRequest.parse({ q: '算力', page, size: '20' }));
const groupsOf = async (asked: SearchEngine) => {
  const { answer } = await answerHere(asked).search(SearchRequest.parse({ q: '算力', group: 'document' }));
  return { groups: 'groups' in answer ? answer.groups : [], partial: answer.partial };
};

/** Hands over one clause, hit of a document or document less, the first `times`. */
function losing(times: number): SearchEngine {
  let left = times;
  const less = async <Found>(read: Promise<readonly Found[]>): Promise<readonly Found[]> => {
    left -= 1;
    return left >= 0 ? (await read).slice(1) : read;
  };
  return {
    ...engine,
    clauses: (ids) => less(engine.clauses(ids)),
    documents: (ids) => less(engine.documents(ids)),
    hitsIn: (query, groups, most) => less(engine.hitsIn(query, groups, most)),
  };
}

it.each([
  ['1', 20],
  ['2', 20],
  ['3', 5],
])('page %s has the %i hits that are counted for it', async (page, hits) => {
  const { answer } = await ask(engine, page);
  expect([answer.total, hitsOf(answer).length]).toEqual([45, hits]);
});

it('a clause that was away for a moment is asked for again', async () => {
  const { answer } = await ask(losing(2));
  expect(hitsOf(answer)).toHaveLength(20);
  expect(answer.partial).toBeUndefined();
});

it('a clause that is nowhere, of the index that it was found in: an error with a remedy', async () => {
  await expect(ask(losing(Number.POSITIVE_INFINITY))).rejects.toMatchObject({
    code: 'index_damaged',
    remedy: expect.stringContaining('npm run index'),
  });
});

it('a part that is away is named, and the rest is shown', async () => {
  const lost = losing(Number.POSITIVE_INFINITY);
  const part: SearchEngine = {
    ...lost,
    status: async () => ({ ...(await engine.status()), missing: ['b'] }),
  };
  const { answer } = await ask(part);
  expect(hitsOf(answer)).toHaveLength(19);
  expect(answer.partial).toEqual({ missing: ['b'] });
});

it('a document, its clauses and its best hits that were away for a moment: the same', async () => {
  expect(await groupsOf(losing(2))).toEqual(await groupsOf(engine));
});

it('a document that is nowhere: the same error; of a part that is away: named', async () => {
  const lost = { ...engine, documents: async () => [] };
  await expect(groupsOf(lost)).rejects.toMatchObject({ code: 'index_damaged' });
  const status = async () => ({ ...(await engine.status()), missing: ['b'] });
  expect(await groupsOf({ ...lost, status })).toEqual({ groups: [], partial: { missing: ['b'] } });
});
