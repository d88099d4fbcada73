/**
 * The terms that are suggested whether or not a title holds them: the one place where a list is handed in. Those that no clause
 * holds are never shown.
 */
import { PLACES, TAIWAN } from '../core/places.js';
import { expansionRows } from '../core/text/expansion/expansions.js';
import { POLICY_TERMS } from '../core/text/policy-terms.js';
import { POLICY_WORDS } from '../core/text/policy-words.js';

export interface Term {
  /** In Simplified. */
  readonly text: string;
  /** What it is typed as besides: 人工智慧, artificial intelligence. */
  readonly names: readonly string[];
}

export function listedTerms(): readonly Term[] {
  const called = [...PLACES, ...TAIWAN].map(({ short }) => short);
  const isPlace = new Set(called);
  const texts = [...called, ...POLICY_WORDS, ...POLICY_TERMS];
  const names = new Map<string, string[]>(texts.map((text) => [text, []]));
  for (const { from, to: all } of expansionRows()) {
    for (const to of all) {
      // A place is written in Latin letters as it is read: beijing is its pinyin.
      if (isPlace.has(to) && /^[a-z]/.test(from)) continue;
      names.set(to, [...(names.get(to) ?? []), from]);
    }
  }
  return [...names].map(([text, typedAs]) => ({ text, names: typedAs }));
}
