/** A set of questions over an index: asked, put in order, and scored. */
import { firstReading } from '../core/text/analyze.js';
import type { SearchEngine } from '../engine/engine.js';
import { toEngineQuery } from '../server/answer/engine-query.js';
import type { WordAddition } from '../server/query/question.js';
import { understandQuery } from '../server/query/understand-query.js';
import { SearchRequest } from '../server/request.js';
import { type PolicyScores, policyScores, type StatuteScores, statuteScores } from './ranking-measures.js';
import { type Asked, askProduct, askProposals, type FoundClause } from './ranking-roads.js';
import { articlesOf, gradesOf, type PolicyQuestion, type StatuteQuestion } from './ranking-sets.js';

export interface AskedSet<Scores> {
  readonly engine: SearchEngine;
  readonly queries: readonly string[];
  /** @param found  By question. */
  readonly score: (found: readonly (readonly FoundClause[])[]) => Promise<readonly Scores[]>;
}

export function policySet(
  engine: SearchEngine,
  questions: readonly PolicyQuestion[],
): AskedSet<PolicyScores> {
  return {
    engine,
    queries: questions.map(({ query }) => query),
    score: async (found) =>
      questions.map((question, i) => {
        const grades = question.judged.map(({ grade }) => grade);
        return policyScores(gradesOf(question, found[i] ?? []), grades);
      }),
  };
}

export function statuteSet(
  engine: SearchEngine,
  questions: readonly StatuteQuestion[],
): AskedSet<StatuteScores> {
  const articles = new Map<string, string | null>();
  return {
    engine,
    queries: questions.map(({ query }) => query),
    score: async (found) => {
      const unknown = found.flat().filter(({ clauseId }) => !articles.has(clauseId));
      const ids = unknown.map(({ clauseId }) => clauseId);
      for (const [id, article] of await articlesOf(engine, ids)) articles.set(id, article);
      return questions.map(({ wanted }, i) => {
        const keys = (found[i] ?? []).map(({ clauseId }) => articles.get(clauseId) ?? null);
        return statuteScores(keys, wanted);
      });
    },
  };
}

/** By question, as the product answers. */
export async function askAllProduct(
  { engine, queries }: AskedSet<unknown>,
  expand: SearchRequest['expand'] = 'on',
): Promise<readonly (readonly FoundClause[])[]> {
  const found: (readonly FoundClause[])[] = [];
  for (const query of queries) found.push(await askProduct(engine, query, { expand, without: [] }));
  return found;
}

/**
 * The same, of every other question without the everyday words that none of those between asks for, and the other way round:
 * what the table is worth for questions that it was not read off.
 */
export async function askAllAcross({
  engine,
  queries,
}: AskedSet<unknown>): Promise<readonly (readonly FoundClause[])[]> {
  const asked = queries.map(everydayOf);
  const ofHalf = [0, 1].map(
    (half) => new Set(asked.flatMap((words, i) => (i % 2 === half ? words.map(({ word }) => word) : []))),
  );
  const found: (readonly FoundClause[])[] = [];
  for (const [i, query] of queries.entries()) {
    const others = ofHalf[1 - (i % 2)];
    const without = (asked[i] ?? []).filter(({ word }) => !others?.has(word)).map(({ to }) => to);
    found.push(await askProduct(engine, query, { expand: 'on', without }));
  }
  return found;
}

function everydayOf(query: string): readonly WordAddition[] {
  return understandQuery(query)
    .widened.flat()
    .filter(({ kind }) => kind === 'everyday');
}

export async function askAllProposals({ engine, queries }: AskedSet<unknown>): Promise<readonly Asked[]> {
  const texts = new Map<string, string>();
  const asked: Asked[] = [];
  for (const query of queries) asked.push(await askProposals(engine, query, texts));
  return asked;
}

/** What each question is cut into. */
export function cutsOf({ queries }: AskedSet<unknown>): readonly string[] {
  return queries.map((query) =>
    understandQuery(query)
      .understood.filter(({ ignored }) => !ignored)
      .map(({ text }) => text)
      .join(' '),
  );
}

/** Of the judged clauses, those that none of the index begins like. */
export async function countNotFound(
  engine: SearchEngine,
  questions: readonly PolicyQuestion[],
): Promise<number> {
  const { clauses } = await engine.status();
  const everything = toEngineQuery(understandQuery(''), SearchRequest.parse({}), 'all');
  const { proposals } = await engine.search({ ...everything, take: clauses, withText: true });
  const byDocument = new Map<string, string[]>();
  for (const { documentId, folded } of proposals) {
    const texts = byDocument.get(documentId) ?? [];
    texts.push(firstReading(folded ?? ''));
    byDocument.set(documentId, texts);
  }
  return questions
    .flatMap(({ judged }) => judged)
    .filter(({ documentId, start }) => !byDocument.get(documentId)?.some((text) => text.startsWith(start)))
    .length;
}
