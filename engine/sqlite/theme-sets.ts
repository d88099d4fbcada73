/**
 * Which themes clauses have together: of half a million clauses some thousand sets, so that what is counted by clause is one
 * look for each, whatever themes it has.
 */
import type { FacetColumn } from '../document-columns.js';
import { sharedCopy } from './columns.js';

export interface ThemeSets {
  /** The set of each row. */
  readonly ofRow: Uint16Array | Uint32Array;
  /** The themes of set n are `themes[offsets[n]]` to `themes[offsets[n + 1] - 1]`, as places in the column's values. */
  readonly offsets: Uint32Array;
  readonly themes: Uint32Array;
  /**
   * The same as bits, a word of 32 for each set: theme t is bit t + 1, and bit 0 is the set without one. As many arrays as it
   * takes, two at least and in pairs.
   */
  readonly words: readonly Int32Array[];
}

/** The set without a theme. */
export const NO_THEME = 0;

export function themeSetsOf({ values, offsets, entries }: FacetColumn): ThemeSets {
  const rows = offsets.length - 1;
  const ofRow = new Uint32Array(rows);
  const members: (readonly number[])[] = [[]];
  /** A set and one theme more → that set; of most clauses, the set without one. */
  const longer = new Map<number, number>();
  const single = new Uint32Array(values.length);
  for (let row = 0; row < rows; row += 1) {
    const end = offsets[row + 1] as number;
    let set = NO_THEME;
    for (let i = offsets[row] as number; i < end; i += 1) {
      const theme = entries[i] as number;
      const key = set * values.length + theme;
      let next = set === NO_THEME ? single[theme] : longer.get(key);
      if (next === undefined || next === NO_THEME) {
        next = members.push([...(members[set] ?? []), theme]) - 1;
        if (set === NO_THEME) single[theme] = next;
        else longer.set(key, next);
      }
      set = next;
    }
    ofRow[row] = set;
  }
  const setOffsets = new Uint32Array(members.length + 1);
  for (const [set, { length }] of members.entries())
    setOffsets[set + 1] = (setOffsets[set] as number) + length;
  return {
    ofRow: members.length <= 1 << 16 ? new Uint16Array(sharedCopy(Uint16Array.from(ofRow))) : ofRow,
    offsets: setOffsets,
    themes: Uint32Array.from(members.flat()),
    words: wordsOf(members, values.length),
  };
}

function wordsOf(members: readonly (readonly number[])[], themes: number): Int32Array[] {
  const words = Array.from(
    { length: 2 * Math.ceil((themes + 1) / 64) },
    () => new Int32Array(members.length),
  );
  const put = (set: number, bit: number): void => {
    const word = words[bit >>> 5] as Int32Array;
    word[set] = (word[set] as number) | (1 << (bit & 31));
  };
  put(NO_THEME, 0);
  for (const [set, ofSet] of members.entries()) for (const theme of ofSet) put(set, theme + 1);
  return words;
}
