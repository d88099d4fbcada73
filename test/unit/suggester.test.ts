/** Suggestions of an index that changes, through the same answers that the server has. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SearchEngine } from '../../engine/engine.js';
import { openEngine } from '../../engine/open.js';
import { openIndexBuild } from '../../engine/open-build.js';
import { answerHere } from '../../server/answer/answers.js';
import type { EngineAnswers } from '../../server/answer/engine-answers.js';
import type { Suggestion } from '../../server/api.js';
import { SearchRequest } from '../../server/request.js';
import { openSuggester } from '../../server/suggest/suggester.js';
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

/** Answers of an index in which `clauses` hold whatever is asked; it is swapped for another between two questions. */
function answersOfAn(index: { version: string; clauses: number }, beforeCounting: () => void = () => {}) {
  const title = { id: 'a', title: '算力条例', titleEn: null, titleOrigin: 'printed', documentNumber: null };
  const entry = { ...title, issuingBodies: ['国务院'], headings: [] };
  const asked: string[] = [];
  const answers: Pick<EngineAnswers, 'catalogue' | 'totals' | 'facetValues'> = {
    catalogue: async () => ({ version: index.version, of: 'documents', pages: [JSON.stringify([entry])] }),
    async totals(all) {
      if (all.length > 0) beforeCounting();
      asked.push(...all.map(({ request }) => request.q));
      return { totals: all.map(() => index.clauses), version: index.version };
    },
    facetValues: async () => ({
      values: [{ value: '国务院', count: index.clauses, documents: 1 }],
      version: index.version,
    }),
  };
  return { answers, asked };
}
const counts = ({ suggestions }: { readonly suggestions: readonly Suggestion[] }): ReadonlySet<number> =>
  new Set(suggestions.map(({ count }) => count));

it('never has counts of two indexes in one answer', async () => {
  const index = { version: '1', clauses: 7 };
  let swap = (): void => undefined;
  const { answers } = answersOfAn(index, () => swap());
  const suggester = openSuggester(answers);
  // The title is read last.
  const first = () => suggester.suggest({ q: 'suanlitiaoli', limit: 10 });
  await expect.poll(async () => [...counts(await first())], { timeout: 20_000 }).toEqual([7]);
  swap = () => Object.assign(index, { version: '2', clauses: 9 });
  const found = await suggester.suggest({ q: 's', limit: 20 }); // some are counted already, others not
  expect(found.suggestions.length).toBeGreaterThan(5);
  expect(counts(found)).toEqual(new Set([9]));
  expect(counts(await suggester.suggest({ q: 'guowuyuan', limit: 1 }))).toEqual(new Set([9]));
});

it('counts nothing ahead unless it is told to', async () => {
  const quiet = answersOfAn({ version: '1', clauses: 7 });
  const suggester = openSuggester(quiet.answers);
  const read = async () => [...counts(await suggester.suggest({ q: 'suanlitiaoli', limit: 1 }))];
  await expect.poll(read, { timeout: 20_000 }).toEqual([7]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(quiet.asked).toEqual(['"算力条例"']);
  const eager = answersOfAn({ version: '1', clauses: 7 });
  await openSuggester(eager.answers, true).suggest({ q: 'suanli', limit: 1 });
  await expect.poll(() => eager.asked.length, { timeout: 20_000 }).toBeGreaterThan(100);
});

it('asks for no count that the index keeps', async () => {
  const { answers, asked } = answersOfAn({ version: '1', clauses: 7 });
  const kept = [
    { kind: 'issuingBody', text: '国务院', count: 5 },
    { kind: 'term', text: '算力', count: 3 },
    { kind: 'documentNumber', text: '算发〔2023〕1号', count: null },
  ];
  const facetValues = () => Promise.reject(new TypeError('not asked'));
  const catalogue = async () => ({ version: '1', of: 'suggestions' as const, pages: [JSON.stringify(kept)] });
  const suggester = openSuggester({ ...answers, catalogue, facetValues });
  const told = async (q: string) =>
    (await suggester.suggest({ q, limit: 10 })).suggestions.map(({ text, count }) => [text, count]);
  await expect.poll(() => told('算发'), { timeout: 20_000 }).toEqual([['算发〔2023〕1号', 7]]);
  expect(await told('算力')).toEqual([['算力', 3]]);
  expect(await told('guowuyuan')).toEqual([['国务院', 5]]);
  expect(asked).toEqual(['算发〔2023〕1号']);
});
