/** Quoted counts are what a plain scan of the clauses counts: 1,000 random stretches of one to eight characters. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { toPhrase } from '../../core/text/analyze.js';
import { openEngine, openIndexBuild } from '../../engine/open.js';
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

  let tried = 0;
  while (tried < 1000) {
    const { clause } = clauses[Math.floor(Math.random() * clauses.length)] ?? {};
    const characters = [...(clause?.text ?? '')];
    const length = 1 + Math.floor(Math.random() * 8);
    const start = Math.floor(Math.random() * characters.length);
    const text = characters.slice(start, start + length).join('');
    const phrase = toPhrase(text);
    if (phrase === null) continue;
    tried += 1;
    const found = await engine.search({ ...query(''), words: [{ alternatives: [phrase] }], take: 0 });
    const scanned = clauses.filter(({ tokens }) => tokens.folded.includes(phrase.folded)).length;
    expect({ text, total: found.total }).toEqual({ text, total: scanned });
  }
  await engine.close();
  rmSync(folder, { recursive: true });
});
