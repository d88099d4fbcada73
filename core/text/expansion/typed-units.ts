/**
 * What was typed as the units that rows are compared by: a Han character, or a whole Latin word or number by its stem. Punctuation
 * separates; but for the sign inside a name (R&D, cross-border, people's), and white space between Latin words.
 */
import { BREAK } from '../characters.js';
import { BORDER, foldWithOffsets } from '../fold.js';
import { englishStem } from './english-stem.js';

export interface Unit {
  readonly key: string;
  readonly isHan: boolean;
  /** Whether it goes on from the unit before it. */
  readonly joins: boolean;
  /** UTF-16, of the text given. */
  readonly start: number;
  readonly end: number;
}

const JOINT = /^(?:\s{0,500}|[-&./'’‐–＆]|['’]s\s{1,500})$/iu;
const POSSESSIVE = /^['’]$/u;
const TOKENS = new RegExp(`${BORDER}[^${BORDER}]*${BORDER}|[^${BORDER}]`, 'gu');

/** @param text  In Simplified already. */
export function unitsOf(text: string): readonly Unit[] {
  const { text: folded, starts, ends } = foldWithOffsets(text);
  const units: Unit[] = [];
  for (const { 0: token, index } of folded.matchAll(TOKENS)) {
    if (token === BREAK) continue;
    const isHan = !token.startsWith(BORDER);
    const start = starts[index] ?? 0;
    const end = ends[index + token.length - 1] ?? 0;
    const before = units.at(-1);
    const between = before ? text.slice(before.end, start) : '';
    const word = token.replaceAll(BORDER, '');
    if (word === 's' && POSSESSIVE.test(between)) continue;
    const joins =
      before !== undefined && (between === '' || (!isHan && !before.isHan && JOINT.test(between)));
    units.push({ key: isHan ? word : `${BORDER}${englishStem(word)}`, isHan, joins, start, end });
  }
  return units;
}
