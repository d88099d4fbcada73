/**
 * The numbers of step two of the ranking. In one object, so that bench/ranking can leave one out and say what it is worth.
 *
 * What there is was decided by what it brings on two sets of judged questions, and a number was kept round where its neighbours
 * do as well: bench/RANKING.md.
 */
export interface RankWeights {
  /** k1 of BM25: how soon a further occurrence counts for little. */
  readonly saturation: number;
  /**
   * b of BM25: how much a long text has to hold more. Of a few words, a long clause that holds them all is as good as a short
   * one; of the many words of a whole question it holds some by chance.
   */
  readonly lengthShare: { readonly few: number; readonly many: number };
  /** So many words are many. */
  readonly manyWords: number;
  /** Of a bigram's rarity, and of a run's that stands there in one piece. */
  readonly bigram: number;
  /** Of what a word is worth, where something is held that was not typed: what it is called in official texts. */
  readonly everyday: number;
  /** Of a word's rarity, what it is worth where the headings above or the title alone hold it, and where they hold it too. */
  readonly above: number;
  readonly aboveToo: number;
  /** Share of the whole that goes by the share of the words that are held, by rarity and squared. */
  readonly coverage: number;
  readonly title: number;
  readonly heading: number;
  readonly frame: number;
  /** Of the mean of a document's best clauses, what each of its clauses is given; of so many clauses, among so many of all. */
  readonly document: number;
  readonly documentClauses: number;
  readonly documentDepth: number;
}

export const WEIGHTS: RankWeights = {
  saturation: 0.9,
  lengthShare: { few: 0.4, many: 0.9 },
  manyWords: 5,
  bigram: 0.5,
  everyday: 0.9,
  above: 0.3,
  aboveToo: 0.1,
  coverage: 0.6,
  title: 1.15,
  heading: 0.5,
  frame: 0.5,
  document: 0.5,
  documentClauses: 5,
  documentDepth: 200,
};
