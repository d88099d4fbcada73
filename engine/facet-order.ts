/**
 * The order of a facet's values, the same for every engine.
 */
import type { FacetName } from '../core/model.js';
import type { FacetCount } from './engine.js';

/** Of a facet in an answer; who looks for a value among all asks for more. */
export const MOST_VALUES = 100;

/**
 * `year` newest first, the others by count, ties by code point. Those selected are always among them, with 0 if need be, in
 * the place of the last.
 *
 * @param counts    Values counted; those with 0 are left out unless selected.
 * @param selected  Chosen or excluded.
 * @param most      Values listed.
 */
export function orderFacet(
  facet: FacetName,
  counts: readonly FacetCount[],
  selected: readonly string[],
  most: number,
): readonly FacetCount[] {
  const isSelected = new Set(selected);
  const compare = facet === 'year' ? newestFirst : mostFirst;
  const kept: FacetCount[] = [];
  const counted = new Map<string, FacetCount>();
  for (const one of counts) {
    if (isSelected.has(one.value)) counted.set(one.value, one);
    else if (one.count > 0) kept.push(one);
  }
  kept.sort(compare);
  const chosen = [...isSelected].map((value) => counted.get(value) ?? { value, count: 0, documents: 0 });
  if (chosen.length === 0) return kept.slice(0, most);
  return [...kept.slice(0, Math.max(0, most - chosen.length)), ...chosen].sort(compare);
}

function newestFirst(a: FacetCount, b: FacetCount): number {
  return compareCodePoints(b.value, a.value);
}

export function mostFirst(a: FacetCount, b: FacetCount): number {
  return b.count - a.count || compareCodePoints(a.value, b.value);
}

/** Not `<`, which compares code units: U+20000 would come before U+FF08. */
export function compareCodePoints(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  for (let i = 0; i < end; i += 1) {
    const one = a.charCodeAt(i);
    const other = b.charCodeAt(i);
    if (one !== other) return aboveSurrogates(one) - aboveSurrogates(other);
  }
  return a.length - b.length;
}

/** Surrogates sort behind all other code units, as the code points that they write do. */
function aboveSurrogates(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}
