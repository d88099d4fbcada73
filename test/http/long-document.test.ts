/** A document of more clauses than one answer has: read on from where the answer before says. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openIndexBuild } from '../../engine/open-build.js';
import type { DocumentAnswer, Problem } from '../../server/api.js';
import { analyzed } from '../contract/small-documents.js';
import { type Served, serve } from './serve-seeds.js';

const CLAUSES = 5020; // and the title
const HELD = [0, 3, 5000, 5019];

let served: Served;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhengsou-long-'));
  const build = await openIndexBuild(
    { engine: 'sqlite', dataFolder: folder },
    { mode: 'rebuild', madeBy: 'user' },
  );
  const clauses = Array.from({ length: CLAUSES }, (_, at) =>
    HELD.includes(at) ? `第${at}项算力。` : `第${at}项。`,
  );
  const huge = Array.from({ length: 6 }, () => '长'.repeat(1_000_000));
  await build.add([
    analyzed({ id: 'long', title: '长文', clauses }),
    analyzed({ id: 'huge', title: '巨文', clauses: huge }),
  ]);
  await build.commit();
  served = await serve(folder);
});
afterAll(() => served.close());

const read = async (query: string, id = 'long'): Promise<DocumentAnswer> =>
  (await (await served.get(`/api/documents/${id}${query}`)).json()) as DocumentAnswer;
const marked = ({ clauses }: DocumentAnswer): number =>
  clauses.filter(({ fragments }) => fragments.some(({ match }) => match)).length;

it.each([
  // asked                    first, last clause, where it goes on
  ['', 0, 4999, 5000],
  ['?from=5000', 5000, 5020, undefined],
  ['?from=10&count=5', 10, 14, 15],
  ['?count=1', 0, 0, 1],
  ['?from=5020&count=1', 5020, 5020, undefined],
  ['?from=5019&count=1', 5019, 5019, 5020],
  ['?from=16&count=5000', 16, 5015, 5016],
])('%s', async (asked, first, last, next) => {
  const answer = await read(asked);
  expect(answer.clauses[0]?.id).toBe(`long-${first}`);
  expect(answer.clauses.at(-1)?.id).toBe(`long-${last}`);
  expect(answer.clauses).toHaveLength(last - first + 1);
  expect(answer.next).toBe(next);
});

it('is empty behind its end, which is no mistake', async () => {
  const answer = await read('?from=49999');
  expect([answer.clauses, answer.next, answer.document.title]).toEqual([[], undefined, '长文']);
});

it.each([
  ['?q=算力', 2],
  ['?q=算力&from=5000', 2],
  ['?q=算力&from=2&count=4', 1],
  ['?q=算力&from=5&count=100', 0],
])('marks the hits of what is shown: %s, %i', async (asked, hits) => {
  expect(marked(await read(asked))).toBe(hits);
});

it('is whole when it is read to its end', async () => {
  const ids: string[] = [];
  for (let next: number | undefined = 0; next !== undefined; ) {
    const answer: DocumentAnswer = await read(`?from=${next}&count=1999`);
    ids.push(...answer.clauses.map(({ id }) => id));
    next = answer.next;
  }
  expect(ids).toEqual(Array.from({ length: CLAUSES + 1 }, (_, at) => `long-${at}`));
});

it('has fewer clauses where they are very long, so that nobody waits while it is written down', async () => {
  const [first, second] = [await read('', 'huge'), await read('?from=4', 'huge')];
  expect([first.clauses.length, first.next]).toEqual([4, 4]);
  expect([second.clauses.length, second.next]).toEqual([3, undefined]);
});

it.each(['from=-1', 'from=x', 'from=50001', 'count=0', 'count=5001', 'from=1&from=2'])(
  'refuses %s, by its name',
  async (asked) => {
    const response = await served.get(`/api/documents/long?${asked}`);
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as Problem;
    expect(errors?.map(({ parameter }) => parameter)).toEqual([asked.split('=')[0]]);
  },
);
