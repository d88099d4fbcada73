/**
 * For each word of an explanation that is nowhere in the index, the nearest term that is found under the same filters. Asked as
 * searches of its own, in the thread that has the dictionaries, and only where something was explained.
 */
import { byFacet } from '../../core/model.js';
import { nearTerms } from '../../core/text/near-terms.js';
import type { Explanation } from '../api.js';
import type { Question } from '../query/question.js';
import type { SearchRequest } from '../request.js';
import type { Searched } from './engine-answers.js';

type Count = (request: SearchRequest) => Promise<number>;

/** A pasted paragraph is not spelled for its author. */
const MOST_WORDS = 4;
const MOST_TRIED = 8;
/** Quoted texts and alternatives are meant as they are. */
const SIGNS = /["“”「」『』|()]/u;

/** @param question  What `request.q` means. @param ask  The same road that `searched` came. */
export async function withNearest(
  searched: Searched,
  request: SearchRequest,
  question: Question,
  ask: (request: SearchRequest) => Promise<Searched>,
): Promise<Searched> {
  const { explanation } = searched.answer;
  const isUnknown = ({ text, count }: Explanation['words'][number]): boolean =>
    count === 0 && !SIGNS.test(text);
  const unknown = explanation?.words.filter(isUnknown).slice(0, MOST_WORDS) ?? [];
  if (explanation === undefined || unknown.length === 0) return searched;
  const count: Count = async (one) => (await ask({ ...one, ...COUNTED })).answer.total;
  const nearest = new Map<string, string>();
  await Promise.all(
    unknown.map(async ({ text }) => {
      const near = await nearestOf(text, stretchesAround(text, question), request, count);
      if (near !== null) nearest.set(text, near);
    }),
  );
  const words = explanation.words.map((word) => {
    const near = nearest.get(word.text);
    return near === undefined ? word : { ...word, nearest: near };
  });
  return { ...searched, answer: { ...searched.answer, explanation: { ...explanation, words } } };
}

async function nearestOf(
  text: string,
  around: readonly string[],
  request: SearchRequest,
  count: Count,
): Promise<string | null> {
  const near = [...new Set([...around, text].flatMap(nearTerms))].slice(0, MOST_TRIED);
  if (near.length === 0 || (await count({ ...request, ...UNFILTERED, q: text })) > 0) return null;
  // Chinese is quoted, so that it is found in one piece; an English term may be found by what it is called in Chinese.
  const queryOf = (term: string): string => (/\p{Script=Han}/u.test(term) ? `"${term}"` : term);
  const counts = await Promise.all(near.map((term) => count({ ...request, q: queryOf(term) })));
  return near.find((_, i) => (counts[i] ?? 0) > 0) ?? null;
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

const COUNTED = { page: 1, size: 1, group: 'none', sort: 'oldest', explain: 'off' } as const;
const UNFILTERED = {
  ...{ filters: byFacet(() => []), excludedValues: byFacet(() => []), missing: [] },
  ...{ document: undefined, from: undefined, to: undefined },
};
