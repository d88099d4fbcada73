/**
 * npm run bench -- --quoted [--engine meilisearch [--reuse]]
 *
 * Quoted counts against a plain scan of the published texts in their own script (published-scan.ts): random substrings of the
 * mainland's clauses and of Taiwan's, half of them drawn where conversion changes something, asked over HTTP's own road
 * (`server/answer/search.ts`) and clause by clause. A clause that prints the text and is not found is a defect; so is one that
 * is found, does not print it, and holds it in no reading.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EngineName } from '../core/config.js';
import { openEngine } from '../engine/open.js';
import { parseDocument } from '../indexer/parse-document.js';
import { listFiles } from '../indexer/read/list-files.js';
import { readDocuments } from '../indexer/read/read.js';
import { toEngineQuery } from '../server/answer/engine-query.js';
import { searchTyped } from '../server/answer/search.js';
import { understandQuery } from '../server/query/understand-query.js';
import { SearchRequest } from '../server/request.js';
import { CORPORA, indexInto, requireData } from './corpora.js';
import { indexerEnvironment, openMeasuredServer } from './engine-server.js';
import { drawPublished, judgeQuoted, type PublishedClause, publishedForm } from './published-scan.js';
import { randomFrom } from './random.js';
import { openResults } from './results.js';

/** Of each corpus. */
const QUERIES = 600;

/** @param reuse  Of Meilisearch: its index is asked as it is. */
export async function runQuoted(name: EngineName, reuse: boolean): Promise<void> {
  requireData(...CORPORA);
  const folder = mkdtempSync(join(tmpdir(), 'zhengsou-quoted-'));
  const server = name === 'meilisearch' ? await openMeasuredServer(reuse) : null;
  const lines: string[] = [];
  try {
    if (server === null || !reuse) {
      const where = server === null ? { SEARCH_ENGINE: 'sqlite' } : indexerEnvironment(server.config);
      const { summary } = await indexInto(folder, CORPORA, where);
      process.stdout.write(`${summary}\n`);
    }
    const corpora = await Promise.all(CORPORA.map((path) => publishedClauses([path])));
    const clauses = corpora.flat();
    const engine = openEngine({
      ...{ engine: name, dataFolder: folder },
      ...(server === null ? {} : { meilisearch: server.config }),
    });
    for (const [place, corpus] of corpora.entries()) {
      const drawn = drawPublished(corpus, randomFrom(7 + place), QUERIES);
      const sum = { missed: 0, wrong: 0, further: 0, counts: 0 };
      for (const one of drawn) {
        const request = SearchRequest.parse({ q: `"${one.asked}"`, match: 'all', size: '1' });
        const query = toEngineQuery(understandQuery(request.q), request, 'all');
        const { proposals } = await engine.search({ ...query, take: clauses.length });
        const found = new Set(proposals.map(({ clauseId }) => clauseId));
        const finding = judgeQuoted(one, clauses, found);
        const { total } = await searchTyped(engine, request);
        if (finding.missed.length > 0 || finding.wrong.length > 0) {
          process.stdout.write(`  ${JSON.stringify(finding)}\n`.slice(0, 500));
        }
        sum.missed += finding.missed.length;
        sum.wrong += finding.wrong.length;
        sum.further += finding.further;
        if (total !== found.size) sum.counts += 1;
      }
      lines.push(
        `${drawn.length} quoted substrings of ${CORPORA[place]?.replace(/^.{0,400}\//, '') ?? ''}, over ${clauses.length} clauses: ${sum.missed} clauses missed, ${sum.wrong} found without holding it, ${sum.further} held in the other reading alone, ${sum.counts} totals other than what is found.`,
      );
    }
    await engine.close();
    if (server === null) process.stdout.write(`${lines.join('\n')}\n`);
    else openResults('Quoted counts')(lines);
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Read again from the files, past the engine. */
async function publishedClauses(paths: readonly string[]): Promise<PublishedClause[]> {
  const found: PublishedClause[] = [];
  for await (const raw of readDocuments((await listFiles(paths)).files)) {
    if ('error' in raw) throw raw.error;
    const { document, clauses } = parseDocument(raw, '');
    for (const { id, text } of clauses) {
      found.push({ id, text, form: publishedForm(text), script: document.script });
    }
  }
  return found;
}
