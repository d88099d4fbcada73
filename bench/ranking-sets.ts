/** The two sets of judged questions, and which clause of an index is which of those that were judged. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { BORDER, fold } from '../core/text/fold.js';
import type { SearchEngine } from '../engine/engine.js';
import { SHARED } from './corpora.js';

const CORPUS = `${SHARED}eval/statute-corpus.jsonl.gz`;
const QUERIES = `${SHARED}eval/statute-queries.json`;
const POLICY_QUERIES = `${SHARED}eval/policy-queries.json`;
export const POLICIES = `${SHARED}policies`;
export const SETS = [CORPUS, QUERIES, POLICY_QUERIES, POLICIES] as const;

export interface StatuteQuestion {
  readonly query: string;
  /** Keys of the articles that answer it. */
  readonly wanted: ReadonlySet<string>;
}

export interface Statutes {
  readonly articles: number;
  /** A law a line, in the product's own JSONL; an article begins with its number. */
  readonly laws: string;
  readonly questions: readonly StatuteQuestion[];
}

interface Article {
  readonly id: number;
  readonly title: string;
  readonly number: string;
  readonly text: string;
}

export function readStatutes(): Statutes {
  const articles = gunzipSync(readFileSync(CORPUS))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Article);
  const keys = new Map(articles.map(({ id, title, number }) => [id, articleKey(title, number)]));
  const asked = JSON.parse(readFileSync(QUERIES, 'utf8')) as {
    readonly query: string;
    readonly relevant: readonly number[];
  }[];
  return {
    articles: articles.length,
    laws: lawsOf(articles),
    questions: asked.map(({ query, relevant }) => ({
      query,
      wanted: new Set(relevant.map((id) => keys.get(id) ?? `no article ${id}`)),
    })),
  };
}

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

/** A locator names what stands above an article too; its number comes last. */
function articleKey(title: string, locator: string): string {
  return `${title} ${/第[^第]{1,20}条(?:之.{1,20})?$/u.exec(locator)?.[0] ?? locator}`;
}

/** Which article each clause is; null: a title or heading. */
export async function articlesOf(
  engine: SearchEngine,
  clauseIds: Iterable<string>,
): Promise<ReadonlyMap<string, string | null>> {
  const found = new Map<string, string | null>();
  const ids = [...new Set(clauseIds)];
  for (let from = 0; from < ids.length; from += 500) {
    for (const { clause, document } of await engine.clauses(ids.slice(from, from + 500))) {
      found.set(clause.id, clause.kind === 'body' ? articleKey(document.title, clause.locator) : null);
    }
  }
  return found;
}

export interface Judged {
  readonly documentId: string;
  /** How it begins, folded. */
  readonly start: string;
  readonly grade: number;
}

export interface PolicyQuestion {
  readonly query: string;
  readonly kind: string;
  /** Whether the texts say it in other words. */
  readonly otherWords: boolean;
  readonly judged: readonly Judged[];
}

export function readPolicyQuestions(): readonly PolicyQuestion[] {
  const asked = JSON.parse(readFileSync(POLICY_QUERIES, 'utf8')) as (Omit<PolicyQuestion, 'judged'> & {
    readonly judged: readonly {
      readonly file: string;
      readonly clause_text_start: string;
      readonly grade: number;
    }[];
  })[];
  return asked.map(({ query, kind, otherWords, judged }) => ({
    ...{ query, kind, otherWords },
    judged: judged.map(({ file, clause_text_start, grade }) => ({
      documentId: file.replace(/\.txt$/, ''),
      start: startOf(clause_text_start),
      grade,
    })),
  }));
}

/** It was cut at a number of characters, perhaps inside a word: which then has no border behind it. */
function startOf(text: string): string {
  const folded = fold(text);
  return folded.endsWith(BORDER) ? folded.slice(0, -BORDER.length) : folded;
}

export interface FoundText {
  readonly documentId: string;
  /** Its reading by character. */
  readonly folded: string;
}

/** The grade of each clause; of several that begin alike, each is one of those judged. 0: nobody judged it. */
export function gradesOf({ judged }: PolicyQuestion, found: readonly FoundText[]): readonly number[] {
  const open = new Set(judged);
  return found.map(({ documentId, folded }) => {
    for (const one of open) {
      if (one.documentId !== documentId || !folded.startsWith(one.start)) continue;
      open.delete(one);
      return one.grade;
    }
    return 0;
  });
}
