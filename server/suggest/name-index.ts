/**
 * Which names begin with what is typed, or have a word that does: as text, in pinyin, by initials.
 *
 * Names are told in the order of what is more likely to be meant, so that the first that are met are the best of their class.
 */
import { initialsOf, type SpelledWord, type Typed } from '../names/spell.js';

export const MATCHED = ['text', 'pinyin', 'initials'] as const;
export type Matched = (typeof MATCHED)[number];

/** Best first: the whole name, its beginning, a word in it. */
const PLACES = ['whole', 'beginning', 'word'] as const;

export interface FoundName {
  /** Of the name: what was told with it. */
  readonly owner: number;
  readonly matched: Matched;
}

export interface NameIndex {
  /** Owners are told in ascending order. An owner may have several names. */
  add(owner: number, words: readonly SpelledWord[]): void;
  /**
   * @param groupOf  Of each group (0 to `groups` - 1) of owners the best are found.
   * @returns those found, the best class of matches first; by group, each owner once, `most` of a class.
   */
  find(
    typed: Typed,
    groups: number,
    groupOf: (owner: number) => number,
    most: number,
  ): readonly (readonly (readonly FoundName[])[])[];
}

/** What names are written in one way, one after the other, and where words begin, by their first character. */
interface Written {
  text: string;
  /** What comes behind it, and is joined to it now and then: a text of a million pieces would take long to be read. */
  readonly pieces: string[];
  length: number;
  readonly starts: Map<string, Starts>;
}

interface Starts {
  positions: Uint32Array;
  owners: Uint32Array;
  length: number;
}

/** A name stands between two of these. */
const END = '\n';
const MOST_PIECES = 1000;

export function openNameIndex(): NameIndex {
  const written = MATCHED.map(
    (): Written => ({ text: END, pieces: [], length: END.length, starts: new Map() }),
  );

  const write = (place: number, owner: number, words: readonly string[]): void => {
    const one = written[place] as Written;
    for (const word of words) {
      addStart(one.starts, word.slice(0, 1), one.length, owner);
      one.pieces.push(word);
      one.length += word.length;
    }
    one.pieces.push(END);
    one.length += END.length;
    if (one.pieces.length > MOST_PIECES) join(one);
  };

  return {
    add(owner, words) {
      write(
        0,
        owner,
        words.map(({ text }) => text),
      );
      write(
        1,
        owner,
        words.map(({ syllables }) => syllables.join('')),
      );
      write(2, owner, words.map(initialsOf));
    },
    find({ texts, letters }, groups, groupOf, most) {
      const classes = Array.from({ length: PLACES.length * MATCHED.length }, () =>
        Array.from({ length: groups }, (): FoundName[] => []),
      );
      const asked: readonly (readonly string[])[] = [texts, [letters ?? ''], [letters ?? '']];
      for (const [way, matched] of MATCHED.entries()) {
        const { text: flat, starts } = join(written[way] as Written);
        for (const one of asked[way] ?? []) {
          const begun = one === '' ? undefined : starts.get(one.slice(0, 1));
          if (begun === undefined) continue;
          for (let i = 0; i < begun.length; i += 1) {
            const at = begun.positions[i] as number;
            if (!flat.startsWith(one, at)) continue;
            const begins = flat.startsWith(END, at - END.length);
            const place = !begins ? 2 : flat.startsWith(END, at + one.length) ? 0 : 1;
            const owner = begun.owners[i] as number;
            const found = classes[place * MATCHED.length + way]?.[groupOf(owner)] as FoundName[];
            if (found.length < most && found.at(-1)?.owner !== owner) found.push({ owner, matched });
          }
        }
      }
      return onceEach(classes);
    },
  };
}

function join(written: Written): Written {
  if (written.pieces.length > 0) written.text += written.pieces.splice(0).join('');
  return written;
}

function addStart(all: Map<string, Starts>, first: string, position: number, owner: number): void {
  let starts = all.get(first);
  if (starts === undefined) {
    starts = { positions: new Uint32Array(4), owners: new Uint32Array(4), length: 0 };
    all.set(first, starts);
  }
  if (starts.length === starts.positions.length) {
    starts.positions = twice(starts.positions);
    starts.owners = twice(starts.owners);
  }
  starts.positions[starts.length] = position;
  starts.owners[starts.length] = owner;
  starts.length += 1;
}

function twice(array: Uint32Array): Uint32Array {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** Each owner in its best class. */
function onceEach(classes: readonly (readonly (readonly FoundName[])[])[]): FoundName[][][] {
  const seen = new Set<number>();
  return classes.map((groups) =>
    groups.map((found) =>
      found.filter(({ owner }) => {
        if (seen.has(owner)) return false;
        seen.add(owner);
        return true;
      }),
    ),
  );
}
