/**
 * The values of a facet that hold what is typed: in either script, by what else a body or a place is called, in pinyin.
 */
import { bodyNames, placeNames } from '../../core/called.js';
import type { FacetName } from '../../core/model.js';
import { openSlices } from '../../core/slices.js';
import type { FacetCount } from '../../engine/engine.js';
import { MOST_VALUES, mostFirst } from '../../engine/facet-order.js';
import type { FacetValuesAnswer } from '../api.js';
import { holdsTyped, readTyped } from '../names/spell.js';
import type { Spellings } from '../suggest/spellings.js';
import type { FacetValues } from './counts.js';
import { themeNamesOf } from './theme-names.js';

/** In slices, whether they hold it or not: of a large collection there are thousands. */
export async function findValues(
  facet: FacetName,
  contains: string,
  { values, missing }: FacetValues,
  spelled: Spellings['spell'],
): Promise<FacetValuesAnswer> {
  const typed = readTyped(contains);
  const isAsked = contains.trim() !== ''; // punctuation alone is in no value
  const slices = openSlices();
  const listed: FacetCount[] = [];
  let more = false;
  for (const one of values.filter(({ count }) => count > 0).sort(mostFirst)) {
    await slices.pause();
    if (isAsked && !namesOf(facet, one.value).some((name) => holdsTyped(name, typed, spelled))) continue;
    more = listed.length === MOST_VALUES;
    if (more) break;
    listed.push(one);
  }
  return {
    values: listed,
    more,
    labels: themeNamesOf(facet === 'theme' ? listed.map(({ value }) => value) : []),
    ...(missing ? { partial: { missing } } : {}),
  };
}

function namesOf(facet: FacetName, value: string): readonly string[] {
  if (facet === 'issuingBody') return bodyNames(value);
  return facet === 'city' ? placeNames(value) : [value];
}
