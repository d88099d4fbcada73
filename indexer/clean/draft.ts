/**
 * What the clean steps hand on.
 */
import type { Cut, Damage, Span, Warning } from '../../core/model.js';
import type { MappedText } from './mapped-text.js';

export interface Draft {
  readonly mapped: MappedText;
  readonly cuts: readonly Cut[];
  /** Offsets into the text as it stands: set by the last step. */
  readonly damage: readonly Damage[];
  readonly warnings: readonly Warning[];
  /** Brackets that held a reading of the character before them: five or more mark a damaged reprint. */
  readonly pinyinRemoved: number;
  /** A whole page came as one line, its line breaks as single spaces. */
  readonly flattened: boolean;
}

export type Step = (draft: Draft) => Draft;

export interface Excision extends Span {
  readonly rule: string;
}

/**
 * Cuts stretches out and keeps them. A line break stands in the place of what was cut inside a line.
 *
 * @param excisions  In order, not overlapping. Of what touches, or has only white space between, under one rule one
 *                   cut is made.
 */
export function cutOut(draft: Draft, excisions: readonly Excision[]): Draft {
  if (excisions.length === 0) return draft;
  const { mapped } = draft;
  const merged = merge(excisions, mapped.text);
  const cuts = merged.map(
    ({ start, end, rule }): Cut => ({
      ...mapped.toRaw({ start, end }),
      rule,
      text: mapped.text.slice(start, end),
    }),
  );
  const edits = merged.map(({ start, end }) => ({ start, end, insert: '\n' }));
  return { ...draft, mapped: mapped.edit(edits), cuts: [...draft.cuts, ...cuts] };
}

function merge(excisions: readonly Excision[], text: string): Excision[] {
  const merged: Excision[] = [];
  for (const excision of excisions) {
    const last = merged.at(-1);
    if (last?.rule === excision.rule && text.slice(last.end, excision.start).trim() === '') {
      merged[merged.length - 1] = { ...last, end: excision.end };
    } else if (excision.end > excision.start) {
      merged.push(excision);
    }
  }
  return merged;
}
