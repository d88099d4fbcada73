/**
 * npm run bench -- --english
 *
 * Whether an English sentence finds the Chinese clause that says it: first sentences of English articles over Taiwan's laws
 * without their English texts (english-set.ts). Writes `bench/ENGLISH.md`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SearchEngine } from '../engine/engine.js';
import { openEngine } from '../engine/open.js';
import { searchTyped } from '../server/answer/search.js';
import { hitsOf } from '../server/api.js';
import { SearchRequest } from '../server/request.js';
import { CORPORA, indexInto, requireData } from './corpora.js';
import { type EnglishQuestion, readEnglishSet } from './english-set.js';
import { head, ms, quantile } from './figures.js';
import { DEPTH, FIRST_PAGE, mean } from './ranking-measures.js';

const PAGE = fileURLToPath(new URL('../../bench/ENGLISH.md', import.meta.url)); // from dist/bench
/** A label at the head of a clause, as the laws of Taiwan number. */
const LABEL = /^第\s?(\d{1,4}(?:-\d{1,2})?)\s?條/u;
const WARM = 'The competent authority shall publish the regulations.';

interface EnglishScores {
  readonly first: number;
  readonly recallFirst: number;
  readonly recall: number;
  readonly reciprocalRank: number;
}

export async function runEnglish(): Promise<void> {
  requireData(...CORPORA);
  const folder = mkdtempSync(join(tmpdir(), 'zhengsou-english-'));
  try {
    const { laws, halves } = readEnglishSet();
    const input = join(folder, 'laws.jsonl');
    writeFileSync(input, laws);
    const { summary } = await indexInto(join(folder, 'index'), [input], { SEARCH_ENGINE: 'sqlite' });
    process.stdout.write(`${summary}\n`);
    const engine = openEngine({ engine: 'sqlite', dataFolder: join(folder, 'index') });
    const { clauses, documents } = await engine.status();
    await searchTyped(engine, SearchRequest.parse({ q: WARM }));
    const rows: string[] = [];
    for (const [place, questions] of halves.entries()) {
      rows.push(await rowOf(engine, place === 0 ? 'first' : 'second', questions));
    }
    await engine.close();
    const page = pageOf(documents, clauses, rows);
    writeFileSync(PAGE, page);
    process.stdout.write(page);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function rowOf(
  engine: SearchEngine,
  half: string,
  questions: readonly EnglishQuestion[],
): Promise<string> {
  const times: number[] = [];
  const scores: EnglishScores[] = [];
  for (const { query, documentId, article } of questions) {
    const started = performance.now();
    const answer = await searchTyped(engine, SearchRequest.parse({ q: query, size: DEPTH }));
    times.push(performance.now() - started);
    const place = hitsOf(answer).findIndex(
      ({ clause, document }) => document.id === documentId && LABEL.exec(clause.text)?.[1] === article,
    );
    const within = (most: number): number => Number(place >= 0 && place < most);
    scores.push({
      ...{ first: within(1), recallFirst: within(FIRST_PAGE), recall: within(DEPTH) },
      reciprocalRank: within(FIRST_PAGE) / (place + 1 || 1),
    });
  }
  const figures = Object.values(mean(scores)).map((value) => value.toFixed(3));
  return `| ${[half, questions.length, ...figures, ms(quantile(times, 0.5)), ms(quantile(times, 0.99))].join(' | ')} |`;
}

function pageOf(documents: number, clauses: number, rows: readonly string[]): string {
  const n = (value: number): string => value.toLocaleString('en');
  return `# English questions

The first sentence of an English article, asked of ${n(documents)} laws of Taiwan (${n(clauses)} clauses) without their English texts; what is wanted is the Chinese
article of the same number. One article a law, chosen by a hash; laws are halved by a hash of their ids. The mined rows of the
English tables (\`english.ts\` and \`english-mined.ts\` of \`core/text/expansion/tables/\`) were read off the articles of all laws, so neither half is unseen by
them; what was chosen by trying was tried on the first half. Milliseconds inside the
server with the embedded engine, a page of ${DEPTH}, on whatever machine it was. Written by \`npm run bench -- --english\`.

${[...head(['half', 'questions', 'first', `recall@${FIRST_PAGE}`, `@${DEPTH}`, `MRR@${FIRST_PAGE}`, 'p50', 'p99']), ...rows].join('\n')}
`;
}
