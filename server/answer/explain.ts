/**
 * Why a search finds what it finds: what each word finds alone, what each filter costs, whether the index holds anything at all
 * under these filters, and for a word that is nowhere the nearest term that is found. Asked as counts of the very searches that
 * they lead to, in the thread that has the dictionaries.
 */
import { openSlices } from '../../core/slices.js';
import type { Explanation } from '../api.js';
import type { Question } from '../query/question.js';
import { understandQuery } from '../query/understand-query.js';
import type { SearchRequest } from '../request.js';
import type { AskedTotal, Totals } from './counts.js';
import { countedAs } from './engine-query.js';
import { filtersOf } from './explained-filters.js';
import { wordsAlone } from './explained-words.js';
import { nearestTerms } from './nearest.js';
import { needsExplanation, type Searched } from './searched.js';

/** Counts, of one index or of none that is named; asked in two rounds, however much is explained. */
export type AskTotals = (asked: readonly AskedTotal[]) => Promise<Totals>;

/**
 * @param question  What `request.q` means, as it was searched for.
 * @returns what was found, explained if it has to be; of no version where the counts are of another index.
 */
export async function explain(
  searched: Searched,
  request: SearchRequest,
  { wholeRuns: _, ...question }: Question,
  askTotals: AskTotals,
): Promise<Searched> {
  if (searched.written !== undefined) return searched;
  const { answer, version } = searched;
  if (!needsExplanation(answer, request)) return searched;
  const words = wordsAlone(answer.query.understood, request);
  const filters = filtersOf(request);
  const match = countedAs(answer.query.match);
  const alone: AskedTotal[] = [];
  const slices = openSlices(); // dozens of words are cut for it
  for (const q of words) {
    await slices.pause();
    alone.push(asTyped({ ...request, q }));
  }
  const counted = await askTotals([
    ...alone,
    ...filters.map(({ without }) => ({ request: { ...without, match }, question })),
    { ...asTyped({ ...request, q: '' }), of: 'documents' },
  ]);
  const totalAt = (place: number): number => counted.totals[place] as number;
  const found = words.map((text, i) => ({ text, count: totalAt(i) }));
  const near = await nearestTerms(found, request, question, askTotals);
  const explanation: Explanation = {
    words: found.map((word) => {
      const nearest = near.terms.get(word.text);
      return nearest === undefined ? word : { ...word, nearest };
    }),
    filters: filters.map(({ facet, value }, i) => ({
      ...{ facet, value, countWithout: totalAt(words.length + i) },
    })),
    coverage: { documents: totalAt(words.length + filters.length) },
  };
  const all = [counted, ...near.asked];
  const missing = [...new Set(all.flatMap((one) => one.missing ?? []))].sort();
  const partial = answer.partial ?? (missing.length === 0 ? undefined : { missing });
  return {
    answer: { ...answer, explanation, ...(partial === undefined ? {} : { partial }) },
    version: all.every((one) => one.version === version) ? version : null,
  };
}

function asTyped(request: SearchRequest): AskedTotal {
  return { request, question: understandQuery(request.q, request) };
}
