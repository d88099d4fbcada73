/**
 * The values of a facet that hold what is typed: in either script, by what else a body or a place is called, in pinyin.
 */
import { bodyNames, placeNames } from '../../core/called.js';
import type { FacetName } from '../../core/model.js';
import { keepRecent } from '../../core/recent.js';
import type { FacetCount } from '../../engine/engine.js';
import { compareCodePoints, MOST_VALUES } from '../../engine/facet-order.js';
import type { FacetValuesAnswer } from '../api.js';
import { holdsTyped, readTyped, type SpelledWord, spell } from '../names/spell.js';
import { openSlices } from '../suggest/slices.js';
import type { FacetValues } from './counts.js';
import { themeNamesOf } from './theme-names.js';

/** Names of values, spelled: of all bodies of a large collection. */
const SPELLINGS = keepRecent<readonly (readonly SpelledWord[])[]>(5000);

export async function findValues(
  facet: FacetName,
  contains: string,
  { values, missing }: FacetValues,
): Promise<FacetValuesAnswer> {
  const typed = readTyped(contains);
  const isAsked = contains.trim() !== ''; // punctuation alone is in no value
  const slices = openSlices();
  const listed: FacetCount[] = [];
  let more = false;
  for (const one of values.filter(({ count }) => count > 0).sort(mostFirst)) {
    if (isAsked && !spelled(facet, one.value).some((name) => holdsTyped(name, typed))) continue;
    more = listed.length === MOST_VALUES;
    if (more) break;
    listed.push(one);
    await slices.pause();
  }
  return {
    values: listed,
    more,
    labels: themeNamesOf(facet === 'theme' ? listed.map(({ value }) => value) : []),
    ...(missing ? { partial: { missing } } : {}),
  };
}

function mostFirst(a: FacetCount, b: FacetCount): number {
  return b.count - a.count || compareCodePoints(a.value, b.value);
}

function spelled(facet: FacetName, value: string): readonly (readonly SpelledWord[])[] {
  return SPELLINGS.getOr(`${facet} ${value}`, () => namesOf(facet, value).map(spell));
}

function namesOf(facet: FacetName, value: string): readonly string[] {
  if (facet === 'issuingBody') return bodyNames(value);
  return facet === 'city' ? placeNames(value) : [value];
}
