/**
 * Which names begin with what is typed, or have a word that does: as text, in pinyin, by initials.
 *
 * Names are told in the order of what is more likely to be meant, so that the first that are met are the best of their class.
 * Of a letter that a tenth of all words begin with, most are passed by at a glance: where a class has enough of a group, no
 * other of both is looked at.
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
   * @param groups  Of owners; of each the best are found.
   * @param most    Of a class.
   * @returns those found, the best class of matches first; by group, each owner once.
   */
  find(typed: Typed, groups: OwnerGroups, most: number): readonly (readonly (readonly FoundName[])[])[];
}

export interface OwnerGroups {
  readonly count: number;
  /** By owner, 0 to `count` - 1. */
  readonly of: Uint8Array;
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
  /** Twice the owner, and one more where the name begins there. */
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
    let isFirst = true;
    for (const word of words) {
      if (word === '') continue;
      addStart(one.starts, word.slice(0, 1), one.length, 2 * owner + Number(isFirst));
      isFirst = false;
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
    find({ texts, letters }, groups, most) {
      const classes = Array.from({ length: PLACES.length * MATCHED.length }, () =>
        Array.from({ length: groups.count }, (): FoundName[] => []),
      );
      const asked: readonly (readonly string[])[] = [texts, [letters ?? ''], [letters ?? '']];
      for (const [way, matched] of MATCHED.entries()) {
        const { text, starts } = join(written[way] as Written);
        const [whole, beginning, word] = PLACES.map(
          (_, place) => classes[place * MATCHED.length + way] ?? [],
        );
        for (const one of asked[way] ?? []) {
          const begun = one === '' ? undefined : starts.get(one.slice(0, 1));
          if (begun === undefined) continue;
          for (let i = 0; i < begun.length; i += 1) {
            const told = begun.owners[i] as number;
            const owner = told >> 1;
            const group = groups.of[owner] as number;
            const begins = (told & 1) === 1;
            if (!begins && isFull(word?.[group], most)) continue;
            const at = begun.positions[i] as number;
            if (!text.startsWith(one, at)) continue;
            const isWhole = begins && text.startsWith(END, at + one.length);
            const found = (isWhole ? whole : begins ? beginning : word)?.[group];
            if (found && found.length < most && found.at(-1)?.owner !== owner) found.push({ owner, matched });
          }
        }
      }
      return onceEach(classes);
    },
  };
}

function isFull(found: readonly FoundName[] | undefined, most: number): boolean {
  return found === undefined || found.length >= most;
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
