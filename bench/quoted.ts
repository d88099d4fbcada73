/**
 * npm run bench -- --quoted [--engine meilisearch [--reuse]]
 *
 * Quoted counts against a plain scan: random substrings of one to eight characters of the published clause texts,
 * asked as quoted queries over HTTP's own road (`server/answer/search.ts`), compared with the number of clauses whose folded text
 * includes the folded substring. Any difference is a defect.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foldAndConvert, toPhrase } from '../core/text/analyze.js';
import { openEngine } from '../engine/open.js';
import { parseDocument } from '../indexer/parse-document.js';
import { listFiles } from '../indexer/read/list-files.js';
import { readDocuments } from '../indexer/read/read.js';
import { search } from '../server/answer/search.js';
import { SearchRequest } from '../server/api.js';
import { CORPORA, indexInto, requireData } from './corpora.js';
import { indexerEnvironment, openMeasuredServer } from './engine-server.js';
import { randomFrom } from './random.js';
import { openResults } from './results.js';

const QUERIES = 1000;
const LONGEST = 8;

/** @param reuse  Of Meilisearch: its index is asked as it is. */
export async function runQuoted(name: 'sqlite' | 'meilisearch', reuse: boolean): Promise<void> {
  requireData(...CORPORA);
  const folder = mkdtempSync(join(tmpdir(), 'zhengsou-quoted-'));
  const server = name === 'meilisearch' ? await openMeasuredServer(reuse) : null;
  try {
    if (server === null || !reuse) {
      const where = server === null ? { SEARCH_ENGINE: 'sqlite' } : indexerEnvironment(server.config);
      const { summary } = await indexInto(folder, CORPORA, where);
      process.stdout.write(`${summary}\n`);
    }
    const texts = await clauseTexts();
    const queries = draw(texts);
    const folded = texts.map(foldAndConvert);
    const engine = openEngine({
      ...{ engine: name, dataFolder: folder },
      ...(server === null ? {} : { meilisearch: server.config }),
    });
    let wrong = 0;
    for (const query of queries) {
      const phrase = toPhrase(query)?.folded ?? '';
      const expected = folded.reduce((count, text) => count + (text.includes(phrase) ? 1 : 0), 0);
      const answer = await search(engine, SearchRequest.parse({ q: `"${query}"`, match: 'all', size: '1' }));
      if (answer.total !== expected) {
        wrong += 1;
        process.stdout.write(`  ${JSON.stringify(query)}: ${answer.total} found, ${expected} by a scan\n`);
      }
    }
    await engine.close();
    const result = `${queries.length} quoted substrings over ${texts.length} clauses: ${wrong} counts differ from a plain scan`;
    if (server === null) process.stdout.write(`${result}\n`);
    else openResults('Quoted counts')([`${result}.`]);
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Read again from the files, past the engine. */
async function clauseTexts(): Promise<string[]> {
  const texts: string[] = [];
  for await (const raw of readDocuments((await listFiles(CORPORA)).files)) {
    if ('error' in raw) throw raw.error;
    texts.push(...parseDocument(raw, '').clauses.map((clause) => clause.text));
  }
  return texts;
}

/** Substrings as published, quotation marks apart; those of punctuation alone ask nothing. */
function draw(texts: readonly string[]): string[] {
  const random = randomFrom(7);
  const found: string[] = [];
  while (found.length < QUERIES) {
    const characters = [...(texts[Math.floor(random() * texts.length)] ?? '')];
    const start = Math.floor(random() * characters.length);
    const query = characters.slice(start, start + 1 + Math.floor(random() * LONGEST)).join('');
    if (!/["“”「」『』＂]/.test(query) && toPhrase(query) !== null) found.push(query);
  }
  return found;
}
