/**
 * Automatic numbers as they are printed: the counters of a word processor's lists. 一、 and （一） of most notices stand
 * nowhere else in the file.
 */
import { writeNumber } from './number-formats.js';

export interface ListLevel {
  readonly start: number;
  /** As `number-formats.ts` names it. */
  readonly format: string;
  /** `第%1条`, `%1.%2`: a number of the level, counted from 1; of a bullet, its sign. */
  readonly text: string;
  /** What stands between the label and the text. */
  readonly gap: 'tab' | 'space' | 'nothing';
  /** All numbers of the label in Arabic digits, whatever their own level's format is. */
  readonly isLegal: boolean;
  /** It begins anew below a level up to this one, counted from 1: 0 for never; null for any above it. */
  readonly restartAfter: number | null;
}

export interface List {
  /** Of this list alone: what it starts anew, it starts when it is first met. */
  readonly id: string;
  /** Lists of one definition go on counting where the other ended. */
  readonly definition: string;
  readonly levels: readonly (ListLevel | undefined)[];
  readonly startsAnew: ReadonlyMap<number, number>;
}

export interface ListLabel {
  readonly text: string;
  readonly gap: ListLevel['gap'];
}

export interface ListCounters {
  /** Counts one item on, and says what it is called; null where the level is none of the list's. */
  next(list: List, level: number): ListLabel | null;
}

export function listCounters(): ListCounters {
  const counts = new Map<string, (number | undefined)[]>();
  const met = new Set<string>();
  return {
    next(list, at) {
      const level = list.levels[at];
      if (level === undefined) return null;
      const counted = counts.get(list.definition) ?? [];
      counts.set(list.definition, counted);
      const place = `${list.id}:${at}`;
      const anew = met.has(place) ? undefined : list.startsAnew.get(at);
      met.add(place);
      const before = counted[at];
      counted[at] = anew ?? (before === undefined ? level.start : before + 1);
      for (let below = at + 1; below < list.levels.length; below += 1) {
        const limit = list.levels[below]?.restartAfter ?? below;
        if (at + 1 <= limit) counted[below] = undefined;
      }
      return { text: labelOf(list, level, counted), gap: level.gap };
    },
  };
}

function labelOf({ levels }: List, level: ListLevel, counted: readonly (number | undefined)[]): string {
  if (level.format === 'bullet') return level.text;
  return level.text.replace(/%([1-9])/g, (_, printed: string) => {
    const named = levels[Number(printed) - 1];
    if (named === undefined) return '';
    const format = level.isLegal && named.format !== 'none' ? 'decimal' : named.format;
    return writeNumber(counted[Number(printed) - 1] ?? named.start, format);
  });
}

/**
 * The label and the text as one line. A tab behind 、 or （一） is but the width of the mark; between a letter, a digit or
 * 条 and the text it is a space: 第一条 本办法, 1.1 Scope.
 */
export function labelled({ text: label, gap }: ListLabel, text: string): string {
  if (label === '' || text === '' || gap === 'nothing') return label + text;
  const isOpen =
    /[\p{L}\p{Nd}]$/u.test(label) || (/[.)]$/.test(label) && /^[\p{Script=Latin}\p{Nd}]/u.test(text));
  return isOpen ? `${label} ${text}` : label + text;
}
