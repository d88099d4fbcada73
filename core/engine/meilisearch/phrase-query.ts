/**
 * A phrase, as Meilisearch is asked for it, and whether its answer can be believed.
 *
 * It looks at phrases through windows of three words: neighbours must stand next to each other somewhere, and words two
 * apart at most two apart somewhere, not all in the same place. So one token and two are exact. Three are, where they are
 * overlapping bigrams: 行政 and 处罚 two apart can only be 行政处罚, unless the middle characters are the same (人人: next to
 * each other they make another text). Whatever is longer is a superset, never too little.
 */
import type { Phrase } from '../../text/analyze.js';
import { CONTEXT_MARK, isHan, tokenCode } from './token-code.js';

export type Side = 'own' | 'context';

/** Of a single token: a filter, and no phrase. */
export function isToken({ tokens }: Phrase): boolean {
  return tokens.length === 1;
}

/** Whether all that the engine finds for it holds it. */
export function isExact({ tokens }: Phrase): boolean {
  if (tokens.length < 3) return true;
  const [first = '', middle = '', last = ''] = tokens.map((token) => token);
  if (tokens.length > 3 || ![first, middle, last].every(isBigram)) return false;
  const [one, two] = [...middle];
  return one !== two;
}

/** Quoted, so that nothing is added to it: no prefixes, no typing errors, no synonyms. */
export function quoted(side: Side, { tokens }: Phrase): string {
  const mark = side === 'own' ? '' : CONTEXT_MARK;
  return `"${tokens.map((token) => mark + tokenCode(token)).join(' ')}"`;
}

function isBigram(token: string): boolean {
  return [...token].length === 2 && isHan(token);
}
