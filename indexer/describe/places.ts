/**
 * Which place a name or a sentence speaks of.
 *
 * A place is what a reader filters by: a municipality, a prefecture-level city, or a province where no city is meant.
 */
import { byFullName, byName, PLACES, type Place, TAIWAN } from '../../core/places.js';
import { PROVINCES } from '../../core/tables/places.js';
import { convert } from '../../core/text/convert.js';
import { countyAt, placeOfCounty } from './counties.js';

const longestFirst = (names: Iterable<string>): string =>
  [...names]
    .sort((a, b) => b.length - a.length)
    // 吉林市场监督管理厅 is the province's.
    .map((name) => name.replace(/^吉林市$/u, '吉林市(?!场)'))
    .join('|');

/** `河北省`, `石家庄市`, `河北省石家庄市`, `内蒙古自治区`; not `河北`. */
export const FULL_PLACE = `(?:${longestFirst(byFullName.keys())})`;
export const TAIWAN_PLACE = `(?:${longestFirst(TAIWAN.map(({ fullName }) => fullName))})`;
export const SHORT_PLACE = `(?:${longestFirst(PLACES.map(({ short }) => short))})`;

const fullAtStart = new RegExp(`^${FULL_PLACE}`, 'u');
const shortAtStart = new RegExp(`^${SHORT_PLACE}`, 'u');
const inSentence = new RegExp(`${FULL_PLACE}|${SHORT_PLACE}`, 'gu');

/**
 * The place that a body's or a text's name starts with, the smallest one: 河北省石家庄市… → 石家庄, 北京市海淀区… → 北京,
 * 海淀区… → 北京, 昆山市… → 苏州, 河北省… → 河北; null where it starts with none.
 */
export function placeOf(name: string): string | null {
  const county = fullAtStart.test(name) ? null : countyAt(name, 0);
  if (county !== null) return placeAround(county);
  let rest = name;
  let found: Place | undefined;
  for (;;) {
    const match = fullAtStart.exec(rest) ?? (found === undefined ? shortAtStart.exec(rest) : null);
    if (match === null) break;
    const place = byFullName.get(match[0]) ?? byName.get(match[0]);
    if (place === undefined || (found !== undefined && place.isProvince)) break;
    found = place;
    rest = rest.slice(match[0].length);
  }
  return found?.name ?? null;
}

/** The city or prefecture of a county that is named without it: 海淀区 → 北京, 昆山市 → 苏州; null for 朝阳区. */
function placeAround(county: string): string | null {
  const around = placeOfCounty(county);
  return around === null ? null : (byFullName.get(around.prefecture)?.name ?? around.province);
}

/** The province (full name) a place lies in, itself where it is one. */
export function provinceOf(place: string): string | null {
  return (byName.get(place) ?? byFullName.get(place))?.province ?? null;
}

export function fullPlaceName(place: string): string | null {
  return byName.get(place)?.fullName ?? null;
}

/** 冀政办发 → 河北省; null where the code starts with no province's sign. */
export function provinceOfCode(issuerCode: string): string | null {
  const province = PROVINCES.find(({ sign }) => issuerCode.startsWith(sign));
  return province?.fullName ?? null;
}

/** The places named in a sentence, in order, each once. Cities drop the provinces they lie in. */
export function placesIn(sentence: string): string[] {
  const found: Place[] = [];
  // Names are looked up here, never shown: a sentence may mix the scripts.
  for (const match of convert(sentence).matchAll(inSentence)) {
    const place = byFullName.get(match[0]) ?? byName.get(match[0]);
    if (place !== undefined && !found.includes(place)) found.push(place);
  }
  return found
    .filter(
      (place) =>
        !(place.isProvince && found.some((other) => !other.isProvince && other.province === place.fullName)),
    )
    .map((place) => place.name);
}
