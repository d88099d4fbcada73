/**
 * `match=auto` → what is asked for. Decided once for the words, over the whole index: whatever a reader narrows by, a count
 * that was told is that of the search it leads to.
 */
import type { EngineQuery, SearchEngine } from '../../engine/engine.js';
import { NO_VALUES } from '../../engine/engine.js';
import type { Question } from '../query/question.js';
import type { SearchRequest } from '../request.js';

/** Clauses that hold every word, past which nobody wants those that hold some. */
const ENOUGH = 10;

export async function decideMatch(
  engine: SearchEngine,
  question: Question,
  { match, scope }: Pick<SearchRequest, 'match' | 'scope'>,
): Promise<EngineQuery['match']> {
  if (match !== 'auto') return match;
  const isQuoted = question.understood.some(({ kind, ignored }) => kind === 'phrase' && !ignored);
  if (question.words.length < 2 || isQuoted) return 'all';
  const countOf = async (one: 'all' | 'any'): Promise<number> => {
    const { words, excluded } = question;
    return (await engine.search({ ...EVERYTHING, words, excluded, scope, match: one })).total;
  };
  const all = await countOf('all');
  if (all >= ENOUGH) return 'all';
  return (await countOf('any')) > all ? 'all+any' : 'all';
}

const EVERYTHING = {
  ...{ filters: NO_VALUES, excludedValues: NO_VALUES, lacking: [], document: null },
  ...{ date: 'publishedOn' as const, from: null, to: null },
  ...{ group: 'none' as const, sort: 'relevance' as const, prefer: [], skip: 0, take: 0, withText: false },
  ...{ facets: [], mostValues: 0 },
} as const;
