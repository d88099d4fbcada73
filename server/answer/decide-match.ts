/**
 * `match=auto` → what is asked for. Decided once for the words, over the whole index: whatever a reader narrows by, a count
 * that was told is that of the search it leads to.
 */
import { type EngineQuery, type EngineWord, type SearchEngine, wordsOfAny } from '../../engine/engine.js';
import type { Understood } from '../api.js';
import type { Question } from '../query/question.js';
import { SearchRequest } from '../request.js';
import { toEngineQuery } from './engine-query.js';

/** Clauses that hold every word, past which nobody wants those that hold some. */
const ENOUGH = 10;
const EVERYTHING = SearchRequest.parse({});

export async function decideMatch(
  engine: SearchEngine,
  question: Question,
  { match, scope }: Pick<SearchRequest, 'match' | 'scope'>,
): Promise<EngineQuery['match']> {
  if (match !== 'auto') return match;
  const { words, ofAny, understood } = question;
  if (words.length < 2 || understood.some(isQuoted)) return 'all';
  if (words.some((word, i) => word !== ofAny[i])) return 'all'; // of which `all` and `any` do not ask the same
  const countOf = async (one: 'all' | 'any'): Promise<number> =>
    (await engine.search({ ...toEngineQuery(question, { ...EVERYTHING, scope }, one), onlyTotal: true }))
      .total;
  const all = await countOf('all');
  if (all >= ENOUGH) return 'all';
  const isMore = scope === 'all' && question.excluded.length === 0 && (await isHeldMore(engine, words, all));
  return isMore || (await countOf('any')) > all ? 'all+any' : 'all';
}

/**
 * Whether a text of some word alone is in more clauses: those that hold any are no fewer, and need not be counted, which is the
 * dearest that there is to count.
 */
async function isHeldMore(
  engine: SearchEngine,
  words: readonly EngineWord[],
  count: number,
): Promise<boolean> {
  const phrases = wordsOfAny(words).flatMap(({ alternatives }) => alternatives);
  return (await engine.frequencies(phrases)).some((frequency) => frequency > count);
}

/** Who quotes a text means it, among alternatives too. */
function isQuoted({ kind, alternatives = [], ignored }: Understood): boolean {
  return !ignored && (kind === 'phrase' || alternatives.some((one) => one.kind === 'phrase'));
}
