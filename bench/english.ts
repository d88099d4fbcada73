/**
 * npm run bench -- --english
 *
 * Whether an English sentence finds the Chinese clause that says it: first sentences of English articles over Taiwan's laws
 * without their English texts (english-set.ts). Writes `bench/ENGLISH.md`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
    const { laws, ofFirst, halves } = readEnglishSet();
    const [first, second] = halves;
    const rows = [
      ...(await rowsOver(join(folder, 'all'), laws, { first, second })),
      ...(await rowsOver(join(folder, 'first'), ofFirst, { 'first, among its own laws': first })),
    ];
    const page = pageOf(rows);
    writeFileSync(PAGE, page);
    process.stdout.write(page);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param laws  What is indexed. @param asked  Questions by the name of their row. */
async function rowsOver(
  folder: string,
  laws: string,
  asked: Readonly<Record<string, readonly EnglishQuestion[]>>,
): Promise<readonly string[]> {
  mkdirSync(folder);
  const input = join(folder, 'laws.jsonl');
  writeFileSync(input, laws);
  const { summary } = await indexInto(join(folder, 'index'), [input], { SEARCH_ENGINE: 'sqlite' });
  process.stdout.write(`${summary}\n`);
  const engine = openEngine({ engine: 'sqlite', dataFolder: join(folder, 'index') });
  const { clauses } = await engine.status();
  await searchTyped(engine, SearchRequest.parse({ q: WARM }));
  const rows: string[] = [];
  for (const [half, questions] of Object.entries(asked)) {
    rows.push(await rowOf(engine, `${half} | ${clauses.toLocaleString('en')}`, questions));
  }
  await engine.close();
  return rows;
}

async function rowOf(
  engine: SearchEngine,
  half: string,
  questions: readonly EnglishQuestion[],
): Promise<string> {
  const times: number[] = [];
  const busy: number[] = [];
  const scores: EnglishScores[] = [];
  for (const { query, documentId, article } of questions) {
    const [started, before] = [performance.now(), process.cpuUsage()];
    const answer = await searchTyped(engine, SearchRequest.parse({ q: query, size: DEPTH }));
    times.push(performance.now() - started);
    const { user, system } = process.cpuUsage(before);
    busy.push((user + system) / 1000);
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
  return `| ${[half, questions.length, ...figures, ms(quantile(busy, 0.5)), ms(quantile(times, 0.5)), ms(quantile(times, 0.99))].join(' | ')} |`;
}

function pageOf(rows: readonly string[]): string {
  return `# English questions

The first sentence of an English article, asked of all laws of Taiwan without their English texts; what is wanted is the Chinese
article of the same number. One article a law, chosen by a hash; laws are halved by a hash of their ids. The mined rows
(\`english-mined.ts\` of \`core/text/expansion/tables/\`) were read off the second half's articles, so the first half is unseen by
them; the reviewed legal words of \`english.ts\` were chosen by how often they stand in all, and what was chosen by trying was tried
on the first half. The last row asks the first half's questions of that half's laws alone, those with an English text. A quote inside
a sentence is a quoted text, and then only clauses that hold it are found. \`CPU\` is that of the process for a question, milliseconds;
p50 and p99 are what it took, with the embedded engine, a page of ${DEPTH}, on whatever machine it was. Written by
\`npm run bench -- --english\`.

${[...head(['half', 'clauses', 'questions', 'first', `recall@${FIRST_PAGE}`, `@${DEPTH}`, `MRR@${FIRST_PAGE}`, 'CPU p50', 'p50', 'p99']), ...rows].join('\n')}
`;
}
