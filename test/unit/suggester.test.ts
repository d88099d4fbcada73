/** Suggestions of an index that changes, through the same answers that the server has. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SearchEngine } from '../../engine/engine.js';
import { openEngine, openIndexBuild } from '../../engine/open.js';
import { answerHere } from '../../server/answer/answers.js';
import type { Suggestion } from '../../server/api.js';
import { SearchRequest } from '../../server/request.js';
import { CORPUS, PLAN } from '../contract/corpus.js';
import { analyzed } from '../contract/small-documents.js';

const folder = mkdtempSync(join(tmpdir(), 'zhengsou-suggest-'));
const index = { engine: 'sqlite', dataFolder: folder } as const;
let engine: SearchEngine;

const build = async (mode: 'rebuild' | 'update', ...documents: readonly Parameters<typeof analyzed>[0][]) => {
  const begun = await openIndexBuild(index, { mode, madeBy: 'user' });
  await begun.add(
    documents.map((small) => {
      const made = analyzed(small);
      return { ...made, document: { ...made.document, provenance: { title: 'extracted' as const } } };
    }),
  );
  await begun.commit();
};

beforeAll(async () => {
  await build('rebuild', ...CORPUS, { ...PLAN, id: 'other', number: '京政办发〔2023〕15号' });
  engine = openEngine(index);
});
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

it('counts what each of them asks, numbers too, and goes with the index', async () => {
  const answers = answerHere(engine);
  const suggest = async (q: string): Promise<readonly Suggestion[]> =>
    (await answers.suggest({ q, limit: 20 })).suggestions;
  // Titles are read last: the first answers are of what is there by then.
  await expect
    .poll(async () => (await suggest('养犬')).some(({ kind }) => kind === 'title'), { timeout: 20_000 })
    .toBe(true);
  const seen = new Set<string>();
  for (const typed of ['京政', '北京', 'bj', '算力', 'sl', 'y', '養犬', '养犬', 'jz', '5']) {
    for (const { kind, q, filters, count } of await suggest(typed)) {
      const { answer } = await answers.search(SearchRequest.parse({ q, ...filters }));
      expect([kind, q, answer.total]).toEqual([kind, q, count]);
      seen.add(kind);
    }
  }
  expect([...seen].sort()).toEqual(['documentNumber', 'issuingBody', 'term', 'title']);
  expect((await suggest('京政')).map(({ text }) => text)).toEqual([
    ...['京政发〔2023〕14号', '京政办发〔2023〕15号'],
  ]);
  expect(await suggest('量子')).toEqual([]);

  await build('update', { id: 'more', title: '量子计算条例', clauses: ['量子计算。'] });
  await expect
    .poll(async () => (await suggest('量子')).map(({ text, count }) => [text, count]), { timeout: 20_000 })
    .toEqual([
      ['量子计算', 2],
      ['量子计算条例', 1],
    ]);
});
