/** What an order of clauses is worth, by what is known of its first ones. Pure. */

/** Hits of a first page. */
export const FIRST_PAGE = 10;
/** Hits that are looked at in all. */
export const DEPTH = 100;
/** Of the grades of the policy queries: 3 answers the need, 2 is substantially on it. */
const USEFUL = 2;
const FIRST_FEW = 5;

/** Of one question, or the mean of several. */
export interface PolicyScores {
  readonly gain: number;
  readonly reciprocalRank: number;
  readonly usefulInFive: number;
  /** Of the useful clauses, among the first `DEPTH`. */
  readonly recall: number;
}

export interface StatuteScores {
  readonly recallFirst: number;
  readonly recall: number;
  readonly reciprocalRank: number;
  readonly gain: number;
}

/**
 * @param found   The grade of each hit, best first; 0 where nobody judged it.
 * @param judged  Every grade that was given.
 */
export function policyScores(found: readonly number[], judged: readonly number[]): PolicyScores {
  const isUseful = (grade: number): boolean => grade >= USEFUL;
  const first = found.findIndex(isUseful);
  const useful = judged.filter(isUseful).length;
  return {
    gain: gain(found.map(gradeGain)) / gain(judged.map(gradeGain).sort((a, b) => b - a)),
    reciprocalRank: first < 0 ? 0 : 1 / (first + 1),
    usefulInFive: found.slice(0, FIRST_FEW).some(isUseful) ? 1 : 0,
    recall: found.filter(isUseful).length / useful,
  };
}

/** @param found  The article of each hit, best first; null: none. @param wanted  At least one. */
export function statuteScores(found: readonly (string | null)[], wanted: ReadonlySet<string>): StatuteScores {
  const isWanted = (key: string | null): key is string => key !== null && wanted.has(key);
  const first = found.slice(0, FIRST_PAGE);
  const best = first.findIndex(isWanted);
  const share = (keys: readonly (string | null)[]): number =>
    new Set(keys.filter(isWanted)).size / wanted.size;
  return {
    recallFirst: share(first),
    recall: share(found),
    reciprocalRank: best < 0 ? 0 : 1 / (best + 1),
    gain: gain(first.map((key) => (isWanted(key) ? 1 : 0))) / gain(Array.from(wanted, () => 1)),
  };
}

/** @param list  At least one. */
export function mean<T extends { readonly [Key in keyof T]: number }>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined) throw new RangeError('Of no scores there is no mean.');
  const entries = Object.keys(first).map((key) => {
    const sum = list.reduce((total, one) => total + (one[key as keyof T] as number), 0);
    return [key, sum / list.length];
  });
  return Object.fromEntries(entries) as T;
}

function gradeGain(grade: number): number {
  return 2 ** grade - 1;
}

/** Discounted, of the first page. */
function gain(gains: readonly number[]): number {
  return gains.slice(0, FIRST_PAGE).reduce((sum, one, place) => sum + one / Math.log2(place + 2), 0);
}
