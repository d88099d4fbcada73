/** For each word of an explanation that is nowhere in the index, the nearest term that is found under the same filters. */
import { byFacet } from '../../core/model.js';
import { nearTerms } from '../../core/text/near-terms.js';
import type { Explanation } from '../api.js';
import type { Question } from '../query/question.js';
import { understandQuery } from '../query/understand-query.js';
import type { SearchRequest } from '../request.js';
import type { AskedTotal, Totals } from './counts.js';

/** A pasted paragraph is not spelled for its author. */
const MOST_WORDS = 4;
const MOST_TRIED = 8;
/** Quoted texts and alternatives are meant as they are. */
const SIGNS = /["“”「」『』|()]/u;

export interface NearestTerms {
  /** By word. */
  readonly terms: ReadonlyMap<string, string>;
  /** What was counted for them: nothing, or once for all of them. */
  readonly asked: readonly Totals[];
}

/** @param question  What `request.q` means. */
export async function nearestTerms(
  words: Explanation['words'],
  request: SearchRequest,
  question: Question,
  askTotals: (asked: readonly AskedTotal[]) => Promise<Totals>,
): Promise<NearestTerms> {
  const isUnknown = ({ text, count }: Explanation['words'][number]): boolean =>
    count === 0 && !SIGNS.test(text);
  const tried = words
    .filter(isUnknown)
    .slice(0, MOST_WORDS)
    .map(({ text }) => ({ text, near: nearOf(text, question) }))
    .filter(({ near }) => near.length > 0);
  if (tried.length === 0) return { terms: new Map(), asked: [] };
  // One that is somewhere else, which the filters hide, is no slip.
  const everywhere = { ...request, ...UNFILTERED };
  const counted = await askTotals(
    tried.flatMap(({ text, near }) => [
      asking({ ...everywhere, q: text }),
      ...near.map((term) => asking({ ...request, q: queryOf(term) })),
    ]),
  );
  const terms = new Map<string, string>();
  let at = 0;
  for (const { text, near } of tried) {
    const [elsewhere, ...counts] = counted.totals.slice(at, at + 1 + near.length);
    at += 1 + near.length;
    const nearest = near.find((_, i) => (counts[i] ?? 0) > 0);
    if (elsewhere === 0 && nearest !== undefined) terms.set(text, nearest);
  }
  return { terms, asked: [counted] };
}

function nearOf(text: string, question: Question): readonly string[] {
  const near = [...stretchesAround(text, question), text].flatMap(nearTerms);
  return [...new Set(near)].slice(0, MOST_TRIED);
}

/** Chinese is quoted, so that it is found in one piece; an English term may be found by what it is called in Chinese. */
function queryOf(term: string): string {
  return /\p{Script=Han}/u.test(term) ? `"${term}"` : term;
}

function asking(request: SearchRequest): AskedTotal {
  return { request, question: understandQuery(request.q, request) };
}

/** The word with what stands beside it in the same run: a term that is misspelled is cut (揭榜 挂率). */
function stretchesAround(text: string, { pieces = [] }: Question): readonly string[] {
  return pieces.flatMap(({ items }) => {
    const words = items.flatMap((item) => ('term' in item ? [item.text] : []));
    const at = words.indexOf(text);
    if (at < 0 || words.length < 2) return [];
    const [first, last] = [Math.max(0, at - 1), at + 2];
    return [words, words.slice(first, last), words.slice(at, last), words.slice(first, at + 1)]
      .filter((list) => list.length > 1)
      .map((list) => list.join(''));
  });
}

const UNFILTERED = {
  ...{ filters: byFacet(() => []), excludedValues: byFacet(() => []), missing: [] },
  ...{ document: undefined, from: undefined, to: undefined },
};
