/**
 * What is suggested for what is typed, in the order in which it is shown; without counts.
 */
import type { Slices } from '../../core/slices.js';
import { type Candidate, KINDS, type Kind } from '../../engine/candidates.js';
import { readTyped } from '../names/spell.js';
import { openNames } from './candidate-names.js';
import { type FoundName, type Matched, openNameIndex } from './name-index.js';
import type { Spellings } from './spellings.js';

export interface Match extends Candidate {
  readonly matched: Matched;
}

export interface SuggestionIndex {
  /** All, the likelier of each kind first. */
  readonly candidates: readonly Candidate[];
  /** @param most  Shown: no kind takes all of their places while another has something as good. */
  find(typed: string, most: number): readonly Match[];
}

/** Of ten places. */
const SHARES: Readonly<Record<Kind, number>> = { issuingBody: 3, term: 4, documentNumber: 2, title: 4 };
/** So many of a kind are looked at for each place: those that no clause holds are not shown. */
const SPARE = 4;

/**
 * As they are likely to be shown: of each kind as many as it has places, the likelier first.
 *
 * @param candidates  The likelier of each kind first.
 */
export function* likeliestFirst(candidates: readonly Candidate[]): Generator<Candidate> {
  const left = KINDS.map((kind) => ({
    share: SHARES[kind],
    told: 0,
    all: candidates.filter((one) => one.kind === kind),
  }));
  for (let count = 0; count < candidates.length; count += 1) {
    let next = left[0];
    for (const one of left) {
      if (one.told === one.all.length) continue;
      const isBehind =
        next === undefined || next.told === next.all.length || one.told / one.share < next.told / next.share;
      if (isBehind) next = one;
    }
    if (next === undefined) return;
    yield next.all[next.told] as Candidate;
    next.told += 1;
  }
}

/**
 * @param candidates  The likelier of each kind first.
 * @param tell        Is given the index as soon as there is one: what is read into it later is found later.
 */
export async function readSuggestionIndex(
  candidates: readonly Candidate[],
  spellings: Spellings,
  slices: Slices,
  tell: (index: SuggestionIndex) => void,
): Promise<SuggestionIndex> {
  const namesOf = openNames();
  const names = openNameIndex();
  const groups = { count: KINDS.length, of: Uint8Array.from(candidates, ({ kind }) => KINDS.indexOf(kind)) };
  const index: SuggestionIndex = {
    candidates,
    find(typed, most) {
      const found = names.find(readTyped(typed), groups, most * SPARE);
      return mixed(found, most).map(({ owner, matched }) => ({
        ...(candidates[owner] as Candidate),
        matched,
      }));
    },
  };
  tell(index);
  for (const [owner, candidate] of candidates.entries()) {
    for (const name of namesOf(candidate)) names.add(owner, spellings.spell(name));
    await slices.pause();
  }
  await practise(index, slices);
  return index;
}

/** Finds what the first readers type: else they wait, 20 ms and more, until what finds it is compiled for many names. */
async function practise(index: SuggestionIndex, slices: Slices): Promise<void> {
  for (const letter of LETTERS) {
    for (const typed of [letter, `${letter}h`]) {
      index.find(typed, PRACTISED);
      await slices.pause();
    }
  }
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const PRACTISED = 10;

/** The best matches first, bodies before terms, terms before numbers and titles; what is past its share behind all others. */
export function mixed(classes: readonly (readonly (readonly FoundName[])[])[], most: number): FoundName[] {
  const left = KINDS.map((kind) => Math.ceil((SHARES[kind] * most) / 10));
  const [first, rest]: [FoundName[], FoundName[]] = [[], []];
  for (const groups of classes) {
    for (const [group, found] of groups.entries()) {
      const places = Math.min(left[group] as number, found.length);
      left[group] = (left[group] as number) - places;
      first.push(...found.slice(0, places));
      rest.push(...found.slice(places));
    }
  }
  return [...first, ...rest];
}
