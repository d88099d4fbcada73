/** What was measured → `bench/RANKING.md`. No times in it, so that a change of ranking is a diff. */
import { DEPTH, FIRST_PAGE, mean, type PolicyScores, type StatuteScores } from './ranking-measures.js';
import { TUNED, type Tuning } from './ranking-parts.js';
import type { PolicyQuestion } from './ranking-sets.js';

export interface Measured {
  readonly name: string;
  /** By question; null: not measured. */
  readonly policies: readonly PolicyScores[] | null;
  readonly statutes: readonly StatuteScores[] | null;
}

export interface Figures {
  readonly articles: number;
  readonly policyTexts: number;
  readonly policyQuestions: readonly PolicyQuestion[];
  /** Judged clauses that no clause begins like. */
  readonly notFound: number;
  readonly roads: readonly Measured[];
  readonly parts: readonly Measured[];
  readonly tuning: Tuning;
  /** Questions that the segmenter's whole dictionary cuts otherwise. */
  readonly cutOtherwise: { readonly statutes: number; readonly policies: number };
}

const n = (value: number): string => value.toLocaleString('en');
const cells = (scores: readonly object[] | null, empty: number): readonly string[] =>
  scores === null
    ? Array.from({ length: empty }, () => '')
    : Object.values(mean(scores as readonly Record<string, number>[])).map((value) => value.toFixed(3));
const line = (of: readonly string[]): string => `| ${of.join(' | ')} |`;
const POLICY_HEADS = [`nDCG@${FIRST_PAGE}`, `MRR@${DEPTH}`, 'useful in five', `recall@${DEPTH}`];
const STATUTE_HEADS = [`recall@${FIRST_PAGE}`, `@${DEPTH}`, `MRR@${FIRST_PAGE}`, `nDCG@${FIRST_PAGE}`];

export function pageOf(figures: Figures): string {
  const { roads, parts, tuning, policyQuestions, cutOtherwise } = figures;
  const statutes = roads[0]?.statutes?.length ?? 0;
  return `# Ranking

Policies: ${policyQuestions.length} queries of researchers over ${n(figures.policyTexts)} policy texts, ${n(policyQuestions.flatMap(({ judged }) => judged).length)} clauses graded 0 to 3 by reading; useful: 2 and 3; what nobody
judged is 0. A clause is one that was judged by its document and by how it begins; ${n(figures.notFound)} of those judged begin otherwise now, as their texts
are cut otherwise, and count as not found. Statutes: ${n(statutes)} questions of laypeople over ${n(figures.articles)} articles (STARD). Each asked as
\`match=auto\`, widened by the table of other words (\`core/text/expansion/\`) but where it says otherwise. Part of its everyday words
was read off the questions here: hence a line in which each question has those alone that a question of the other half, every second one,
has too. Written by \`npm run bench -- --ranking\`; a change of ranking comes with its change here.

${table(roads)}

The whole below, and all that is left out of it, is made by the benchmark of two searches and ranked again: where fewer than ten clauses hold
every word, those that hold any come behind them. The whole dictionary of the segmenter (\`core/text/dictionary.ts\`) cuts ${n(cutOtherwise.statutes)} of the ${n(statutes)} questions otherwise, and ${cutOtherwise.policies} of the ${policyQuestions.length} queries.

## By kind of query

Of the policies: the whole below.

${kinds(figures)}

## What each part is worth

Step two of the ranking (\`server/answer/rank-weights.ts\`) with one part left out, or another number.

${table(parts)}

## What tuning would bring

Policies: the best of ${TUNED.length} choices of k1, b, bigrams, words above, coverage and share of the document, chosen for all queries, and for each
sixth of them by the other five.

${[
  line(['', ...POLICY_HEADS]),
  line(['---', ...POLICY_HEADS.map(() => '---')]),
  line(['as it is', ...cells(parts[0]?.policies ?? null, POLICY_HEADS.length)]),
  line(['fitted', ...cells(tuning.fitted, 0)]),
  line(['cross-validated', ...cells(tuning.crossValidated, 0)]),
].join('\n')}
`;
}

function table(rows: readonly Measured[]): string {
  return [
    line([
      '',
      ...POLICY_HEADS.map((head) => `policies ${head}`),
      ...STATUTE_HEADS.map((head) => `statutes ${head}`),
    ]),
    line(['---', ...[...POLICY_HEADS, ...STATUTE_HEADS].map(() => '---')]),
    ...rows.map(({ name, policies, statutes }) =>
      line([name, ...cells(policies, POLICY_HEADS.length), ...cells(statutes, STATUTE_HEADS.length)]),
    ),
  ].join('\n');
}

function kinds({ policyQuestions, parts }: Figures): string {
  const scores = parts[0]?.policies ?? [];
  const row = (name: string, isIn: (question: PolicyQuestion) => boolean): string => {
    const those = scores.filter((_, i) => isIn(policyQuestions[i] as PolicyQuestion));
    return line([name, String(those.length), ...cells(those, 0)]);
  };
  return [
    line(['', 'queries', ...POLICY_HEADS]),
    line(['---', '---', ...POLICY_HEADS.map(() => '---')]),
    row('all', () => true),
    ...[...new Set(policyQuestions.map(({ kind }) => kind))].map((kind) =>
      row(kind, (one) => one.kind === kind),
    ),
    row('in the words of the texts', ({ otherWords }) => !otherWords),
    row('in other words', ({ otherWords }) => otherWords),
  ].join('\n');
}
