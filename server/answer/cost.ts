/**
 * What a question will cost, before anything is asked of an engine: from what it has of words and of counts. Only the
 * proportions matter, for how long it takes is measured; they were set by sixteen questions of ten kinds over both corpora.
 */
import { type EngineWord, phrasesOf } from '../../engine/engine.js';
import type { Question } from '../query/question.js';
import type { SearchRequest } from '../request.js';
import type { AskedTotal } from './counts.js';

/** Texts that are read, put in order and marked; facets. */
const PAGE = 10;
const PHRASE = 0.7;
/** Of one character: many clauses hold it, and each is weighed. */
const CHARACTER = 1;
/** Each phrase once more for each further count of the question: its rows are there already. */
const AGAIN = 0.1;
const GROUPS = 3;
/** Each 500 hits further down. */
const DEEPER = 4;
const TOTAL = 1;

/** A document read whole and marked; values of a facet, what is cited, looked up, listed. */
export const COSTS = { document: 20, facetValues: 12, cited: 3, catalogue: 500 } as const;

export function costOfSearch(request: SearchRequest, question: Question): number {
  const { page, size, group, match } = request;
  const phrases = phrasesIn(question);
  const additions = question.widened.flat().length;
  const decisions = match === 'auto' && question.words.length > 1 ? 2 : 0;
  const counts = additions + decisions + (question.wholeRuns?.length ?? 0);
  const deeper = Math.floor((page * size) / 500) * DEEPER;
  return (
    PAGE + costOfWords(question) + counts * phrases * AGAIN + (group === 'document' ? GROUPS : 0) + deeper
  );
}

export function costOfTotal({ question }: AskedTotal): number {
  return TOTAL + costOfWords(question) / 2;
}

/** What follows a search whose answer is explained: each word alone, and everything. */
export function costOfExplanation(question: Question): number {
  return (question.words.length + 1) * TOTAL + costOfWords(question) / 2;
}

/**
 * Of a search, as near as what was typed tells by itself: to understand a long question is work too, and is spared where it
 * would be refused.
 */
export function costAsTyped({ q, explain }: SearchRequest): number {
  const typed = [...new Set(q.split(/[\s|]+/u))].slice(0, MOST_WORDS);
  const characters = typed.filter((text) => [...text].length === 1).length;
  const words = typed.length * PHRASE + characters * CHARACTER;
  return PAGE + words + (explain === 'on' ? typed.length * TOTAL + words / 2 : 0);
}

/** So many are looked for. */
const MOST_WORDS = 32;

function costOfWords({ words, excluded }: Question): number {
  const all = [...words.flatMap(phrasesOf), ...excluded];
  return all.length * PHRASE + all.filter(({ index }) => index === 'characters').length * CHARACTER;
}

function phrasesIn({ words }: Pick<Question, 'words'>): number {
  return words.reduce((sum: number, word: EngineWord) => sum + phrasesOf(word).length, 0);
}
