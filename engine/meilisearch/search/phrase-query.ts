/**
 * A phrase, as Meilisearch is asked for it, and whether its answer can be believed.
 *
 * It looks at phrases through windows of three words: neighbours must stand next to each other somewhere, and words two
 * apart at most two apart somewhere, not all in the same place. So one token and two are exact. Three are, where they are
 * overlapping bigrams: 行政 and 处罚 two apart can only be 行政处罚, unless the middle characters are the same (人人: next to
 * each other they make another text). Whatever is longer is a superset, never too little.
 */
import type { Phrase } from '../../../core/text/analyze.js';
import { CONTEXT_MARK, filterToken, isHan, tokenCode } from '../records/token-code.js';
import { all, any, equals, NOTHING, type Side } from './filter.js';

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

/**
 * The clauses among those found that may not hold it: where a token inside the phrase occurs but once in a text, everything
 * that was found around it was found in the same place. Two windows overlap in two tokens; one of the two is enough.
 */
export function mayBeWrong(side: Side, { tokens }: Phrase): string {
  const repeated = (place: number): string => repeats(side, tokens[place] ?? '');
  const windows = tokens.slice(2).flatMap((_, at) => {
    const isSound = isExact({ folded: '', tokens: tokens.slice(at, at + 3), index: 'grams' });
    return isSound ? [] : [repeated(at + 1)];
  });
  const seams = tokens.slice(3).map((_, at) => all(repeated(at + 1), repeated(at + 2)) ?? NOTHING);
  return any([...windows, ...seams]);
}

function repeats(side: Side, token: string): string {
  return equals(side === 'own' ? 'ownTwice' : 'contextTwice', filterToken(token));
}

function isBigram(token: string): boolean {
  return [...token].length === 2 && isHan(token);
}
