/** What is open above a clause, and the locator that it makes. */
import { type Level, RANK } from './numbering.js';

/** What is open above a clause: a label, a heading without one, an annex. */
export interface Step {
  readonly rank: number;
  readonly level: Level | null;
  readonly ordinal: number;
  /** Its label, or the name of the annex; empty for a heading without a number. */
  readonly printed: string;
  /** The text of a heading. */
  readonly name: string;
  readonly start: number;
  readonly above: Step | null;
}

/** 1.1 has the 1 above it in itself. */
const SAYS_ALL: ReadonlySet<Level> = new Set(['numbered', 'decimal', 'decimalThree', 'decimalFour']);

/** What tells a step from another that is printed alike: a name before it, or a count behind it. */
export interface Mark {
  readonly before: string;
  readonly behind: string;
}
export const NONE: Mark = { before: '', behind: '' };

/** A bullet is no number, nor is a heading without one. */
export function isNumbered({ printed, level, rank }: Step): boolean {
  return printed !== '' && level !== 'bullet' && rank >= RANK.annex;
}

/** Law is cited by its article alone; everything else by all labels above it. */
export function locatorOf(step: Step, marks: ReadonlyMap<Step, Mark>): string {
  const chain = chainOf(step);
  const article = chain.findIndex(({ rank }) => rank === RANK.article);
  const kept = new Set(withoutContained(chain));
  let written = '';
  for (const [index, { printed, level, rank, ...one }] of chain.entries()) {
    const { before, behind } = marks.get(chain[index] as Step) ?? NONE;
    const isContained =
      (article >= 0 && index !== article && behind === '' && rank > RANK.annex) ||
      !kept.has(chain[index] as Step);
    const shown = isContained || level === 'bullet' ? '' : `${printed}${behind}`;
    const isWord = /^[A-Z][a-z]/i.test(shown) || (rank === RANK.annex && one.above === null);
    written += before;
    if (shown !== '' && isWord && written !== '' && !written.endsWith(' ')) written += ' ';
    written += shown;
    if (shown !== '' && rank === RANK.annex && index < chain.length - 1) written += ' ';
  }
  return written.trim();
}

/** Without the 1 above 1.1. */
export function withoutContained(chain: readonly Step[]): Step[] {
  const whole = chain.findLastIndex(({ level }) => level !== null && SAYS_ALL.has(level));
  return chain.filter(
    ({ level }, index) => index >= whole || level === null || !(SAYS_ALL.has(level) || level === 'arabic'),
  );
}

export function chainOf(step: Step): Step[] {
  const chain: Step[] = [];
  for (let at: Step | null = step; at !== null; at = at.above) chain.unshift(at);
  return chain;
}

export function numberedAbove({ above }: Step): Step | null {
  for (let at = above; at !== null; at = at.above) if (isNumbered(at) && at.rank !== RANK.annex) return at;
  return null;
}
