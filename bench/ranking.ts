/**
 * How well a question finds the articles that answer it: 1,235 questions of laypeople over 57,536 articles, each asked
 * as a search. Writes `bench/RANKING.md`, so that a change of ranking is a diff; no times in it. Beside it, what the whole
 * dictionary of jieba, without our terms, would bring, and how many questions it cuts otherwise.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { loadDictionary } from '../core/text/segment.js';
import type { SearchEngine } from '../engine/engine.js';
import { openEngine } from '../engine/open.js';
import { searchTyped } from '../server/answer/search.js';
import { type Hit, hitsOf } from '../server/api.js';
import { understandQuery } from '../server/query/understand-query.js';
import { SearchRequest } from '../server/request.js';
import { indexInto, requireData, SHARED } from './corpora.js';

const CORPUS = `${SHARED}eval/statute-corpus.jsonl.gz`;
const QUERIES = `${SHARED}eval/statute-queries.json`;
const POLICY_QUERIES = `${SHARED}eval/policy-queries.json`;
const PAGE = fileURLToPath(new URL('../../bench/RANKING.md', import.meta.url)); // from dist/bench
const DEPTH = 100;
const FIRST_PAGE = 10;
/** What issue 3 asks of recall@10 and recall@100. */
const ASKED = [0.48, 0.68] as const;

interface Article {
  readonly id: number;
  readonly title: string;
  readonly number: string;
  readonly text: string;
}

interface LayQuestion {
  readonly query: string;
  readonly relevant: readonly number[];
}

export async function runRanking(): Promise<void> {
  requireData(CORPUS, QUERIES, POLICY_QUERIES);
  const articles = gunzipSync(readFileSync(CORPUS))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Article);
  const questions = JSON.parse(readFileSync(QUERIES, 'utf8')) as LayQuestion[];
  const policy = JSON.parse(readFileSync(POLICY_QUERIES, 'utf8')) as Pick<LayQuestion, 'query'>[];
  const folder = mkdtempSync(join(tmpdir(), 'zhengsou-ranking-'));
  try {
    const input = join(folder, 'statutes.jsonl');
    writeFileSync(input, lawsOf(articles));
    const { summary } = await indexInto(join(folder, 'index'), [input]);
    console.log(summary);
    const engine = openEngine({ engine: 'sqlite', dataFolder: join(folder, 'index') });
    const measured = await ask(engine, articles, questions);
    const words = [questions, policy].map(wordsOf);
    loadDictionary('whole');
    const whole = await ask(engine, articles, questions);
    const otherwise = [questions, policy].map(
      (asked, list) => wordsOf(asked).filter((cut, i) => cut !== words[list]?.[i]).length,
    );
    await engine.close();
    const page = pageOf(measured, whole, [otherwise[0] ?? 0, otherwise[1] ?? 0, policy.length]);
    writeFileSync(PAGE, page);
    console.log(page);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A law a line, in the product's own JSONL; an article begins with its number. */
function lawsOf(articles: readonly Article[]): string {
  const laws = new Map<string, Article[]>();
  for (const article of articles) {
    const law = laws.get(article.title);
    if (law) law.push(article);
    else laws.set(article.title, [article]);
  }
  return [...laws]
    .map(([title, list]) => {
      const text = list.map(({ number, text }) => `${number}　${text}`).join('\n');
      return `${JSON.stringify({ title, text })}\n`;
    })
    .join('');
}

interface Scores {
  readonly questions: number;
  readonly articles: number;
  readonly missing: number;
  readonly recallFirst: number;
  readonly recall: number;
  readonly reciprocalRank: number;
  readonly gain: number;
}

async function ask(
  engine: SearchEngine,
  articles: readonly Article[],
  questions: readonly LayQuestion[],
): Promise<Scores> {
  const keys = new Map(articles.map((article) => [article.id, keyOf(article.title, article.number)]));
  let [recallFirst, recall, reciprocalRank, gain, missing] = [0, 0, 0, 0, 0];
  for (const { query, relevant } of questions) {
    const answer = await searchTyped(engine, SearchRequest.parse({ q: query, size: DEPTH }));
    const found = hitsOf(answer).map(articleOf);
    const wanted = new Set(relevant.map((id) => keys.get(id) ?? `no article ${id}`));
    const held = (key: string | null): boolean => key !== null && wanted.has(key);
    const first = found.slice(0, FIRST_PAGE);
    recallFirst += distinct(first.filter(held)) / wanted.size;
    recall += distinct(found.filter(held)) / wanted.size;
    const best = first.findIndex(held);
    if (best >= 0) reciprocalRank += 1 / (best + 1);
    gain += normalisedGain(first.map(held), wanted.size);
    if (!found.some((key) => key !== null)) missing += 1;
  }
  const mean = (sum: number): number => sum / questions.length;
  return {
    ...{ questions: questions.length, articles: articles.length, missing },
    ...{ recallFirst: mean(recallFirst), recall: mean(recall) },
    ...{ reciprocalRank: mean(reciprocalRank), gain: mean(gain) },
  };
}

/** What each is cut into. */
function wordsOf(questions: readonly Pick<LayQuestion, 'query'>[]): string[] {
  return questions.map(({ query }) => understandQuery(query).typed.join(' '));
}

function articleOf({ clause, document }: Hit): string | null {
  return clause.kind === 'body' ? keyOf(document.title, clause.locator) : null;
}

/** A locator names what stands above an article too; its number comes last. */
function keyOf(title: string, locator: string): string {
  return `${title} ${/第[^第]{1,20}条(?:之.{1,20})?$/u.exec(locator)?.[0] ?? locator}`;
}

function distinct(keys: readonly (string | null)[]): number {
  return new Set(keys).size;
}

/** nDCG with gains of 0 and 1. */
function normalisedGain(held: readonly boolean[], wanted: number): number {
  const discount = (place: number): number => 1 / Math.log2(place + 2);
  const ideal = Array.from({ length: Math.min(wanted, FIRST_PAGE) }, (_, place) => discount(place));
  const reached = held.map((isHeld, place) => (isHeld ? discount(place) : 0));
  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
  return sum(reached) / sum(ideal);
}

function pageOf(
  measured: Scores,
  whole: Scores,
  [lay, policy, ofPolicy]: readonly [lay: number, policy: number, ofPolicy: number],
): string {
  const three = (value: number): string => value.toFixed(3);
  const n = (value: number): string => value.toLocaleString('en');
  const row = (name: string, { recallFirst, recall, reciprocalRank, gain, missing }: Scores): string =>
    `| ${name} | ${[recallFirst, recall, reciprocalRank, gain].map(three).join(' | ')} | ${missing} |`;
  return `# Ranking

${n(measured.questions)} questions of laypeople over ${n(measured.articles)} statutory articles (STARD), each asked as \`match=auto\`. Written by
\`npm run bench -- --ranking\`; a change of ranking comes with its change here.

| | recall@${FIRST_PAGE} | recall@${DEPTH} | MRR@${FIRST_PAGE} | nDCG@${FIRST_PAGE} | nothing found |
| --- | --- | --- | --- | --- | --- |
${row('measured', measured)}
${row('with the whole dictionary', whole)}
| asked | ${ASKED.map(three).join(' | ')} | | | |

Queries are cut by a part of jieba's dictionary and the terms of policy (\`core/text/dictionary.ts\`). The whole of it, without the terms, cuts ${n(lay)} of these ${n(measured.questions)}
questions otherwise, and ${policy} of the ${ofPolicy} policy queries (\`eval/policy-queries.json\`).
`;
}
