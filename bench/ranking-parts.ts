/** The ranking with one part left out or another number, and what tuning its numbers on a set of questions would bring. */
import { type RankWeights, WEIGHTS } from '../server/answer/rank-weights.js';
import type { PolicyScores } from './ranking-measures.js';

export interface Part {
  readonly name: string;
  /** null: the order in which the engine proposes. */
  readonly weights: RankWeights | null;
  /** Whether fewer than ten clauses that hold every word are followed by those that hold any. */
  readonly goesOn: boolean;
}

const part = (name: string, other: Partial<RankWeights>): Part => ({
  name,
  weights: { ...WEIGHTS, ...other },
  goesOn: true,
});
const { lengthShare } = WEIGHTS;

export const WHOLE = part('the whole', {});

export const PARTS: readonly Part[] = [
  WHOLE,
  { name: 'step one alone', weights: null, goesOn: true },
  { name: 'not on to `any`, unless nothing holds every word', weights: WEIGHTS, goesOn: false },
  part('without the share of the document', { document: 0 }),
  part('without coverage', { coverage: 0 }),
  part('without words above', { above: 0, aboveToo: 0 }),
  part('without bigrams and runs', { bigram: 0 }),
  part('bigrams and runs at half', { bigram: WEIGHTS.bigram / 2 }),
  part('everyday words at 0.6', { everyday: 0.6 }),
  part('everyday words like what was typed', { everyday: 1 }),
  part('frames like other clauses', { frame: 1 }),
  part('headings like other clauses', { heading: 1 }),
  part('titles like other clauses', { title: 1 }),
  part(`b ${lengthShare.few} for all`, { lengthShare: { few: lengthShare.few, many: lengthShare.few } }),
  part(`b ${lengthShare.many} for all`, { lengthShare: { few: lengthShare.many, many: lengthShare.many } }),
  part('k1 0.6', { saturation: 0.6 }),
  part('k1 1.2', { saturation: 1.2 }),
];

/** Every choice of the numbers that could be tuned. */
export const TUNED: readonly RankWeights[] = [0.6, 0.9].flatMap((saturation) =>
  [0.3, 0.4, 0.6].flatMap((few) =>
    [0.25, 0.5].flatMap((bigram) =>
      [0.1, 0.3].flatMap((aboveToo) =>
        [0.3, 0.6].flatMap((coverage) =>
          [0.3, 0.5, 0.8].map((document) => ({
            ...WEIGHTS,
            ...{ saturation, bigram, aboveToo, coverage, document },
            lengthShare: { ...lengthShare, few },
          })),
        ),
      ),
    ),
  ),
);

const FOLDS = 6;

export interface Tuning {
  /** By question: with the numbers that are best for all of them. */
  readonly fitted: readonly PolicyScores[];
  /** By question: with the numbers that are best for the questions of the other folds. */
  readonly crossValidated: readonly PolicyScores[];
}

/** @param scores  By choice of numbers, by question. */
export function tune(scores: readonly (readonly PolicyScores[])[]): Tuning {
  const bestFor = (counts: (question: number) => boolean): readonly PolicyScores[] => {
    const gains = scores.map((list) =>
      list.reduce((sum, { gain }, question) => sum + (counts(question) ? gain : 0), 0),
    );
    return scores[gains.indexOf(Math.max(...gains))] ?? [];
  };
  const byFold = Array.from({ length: FOLDS }, (_, fold) => bestFor((question) => question % FOLDS !== fold));
  const fitted = bestFor(() => true);
  return {
    fitted,
    crossValidated: fitted.map((scored, question) => byFold[question % FOLDS]?.[question] ?? scored),
  };
}
