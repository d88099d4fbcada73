/** Quoted counts are what Ctrl+F finds in the published text: 1,000 random stretches of one to eight characters. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  drawPublished,
  judgeQuoted,
  type PublishedClause,
  publishedForm,
} from '../../bench/published-scan.js';
import { randomFrom } from '../../bench/random.js';
import { toPhrases } from '../../core/text/analyze.js';
import { scriptOf } from '../../core/text/script.js';
import { openEngine } from '../../engine/open.js';
import { openIndexBuild } from '../../engine/open-build.js';
import { analyzed, query } from './small-documents.js';

it('counts every quoted text as a plain scan of the seeds does', async () => {
  const seeds = new URL('../../seeds/', import.meta.url);
  const documents = readdirSync(seeds)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => {
      // Any cut will do: sentences, so that the clauses are many.
      const text = readFileSync(new URL(name, seeds), 'utf8');
      const clauses = text.split(/(?<=[。；\n])/).filter((clause) => clause.trim() !== '');
      return analyzed({ id: name.replace(/\W/g, '-'), title: name, printed: false, clauses });
    });
  expect(documents.length).toBeGreaterThan(0);
  const folder = mkdtempSync(join(tmpdir(), 'zhengsou-'));
  const build = await openIndexBuild(
    { engine: 'sqlite', dataFolder: folder },
    { mode: 'rebuild', madeBy: 'user' },
  );
  await build.add(documents);
  await build.commit();
  const engine = openEngine({ engine: 'sqlite', dataFolder: folder });
  const clauses = documents.flatMap((document) => document.clauses);

  const published = clauses.map(
    ({ clause }): PublishedClause => ({
      ...{ id: clause.id, text: clause.text, form: publishedForm(clause.text) },
      script: scriptOf(clause.text) ?? 'hans',
    }),
  );
  for (const one of drawPublished(published, randomFrom(Date.now() % 100_000), 1000)) {
    const { asked } = one;
    const words = [{ alternatives: toPhrases(asked, 'hans') }];
    const answer = await engine.search({ ...query(''), words, take: clauses.length });
    const found = new Set(answer.proposals.map(({ clauseId }) => clauseId));
    expect(answer.total).toBe(found.size);
    expect(judgeQuoted(one, published, found)).toMatchObject({ asked, missed: [], wrong: [] });
  }
  await engine.close();
  rmSync(folder, { recursive: true });
});
