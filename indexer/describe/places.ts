/**
 * Which place a name or a sentence speaks of.
 *
 * A place is what a reader filters by: a municipality, a prefecture-level city, or a province where no city is meant.
 */
import { convert } from '../../core/text/convert.js';
import { MUNICIPAL_DISTRICTS, PROVINCES } from './tables/places.js';

interface Place {
  /** As facet value: 北京, 石家庄, 河北. */
  readonly name: string;
  readonly fullName: string;
  readonly province: string;
  readonly isProvince: boolean;
}

const PLACES: readonly Place[] = PROVINCES.flatMap((province) => [
  { name: province.name, fullName: province.fullName, province: province.fullName, isProvince: true },
  ...province.prefectures
    .split(' ')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', fullName = ''] = pair.split(':');
      return { name, fullName, province: province.fullName, isProvince: false };
    }),
]);

const byFullName = new Map(PLACES.map((place) => [place.fullName, place]));
/** Short names borne by a province and a city (吉林, 海南) mean the province. */
const byName = new Map([...PLACES].reverse().map((place) => [place.name, place]));
for (const place of PLACES) if (place.isProvince) byName.set(place.name, place);
const districts = new Map(
  Object.entries(MUNICIPAL_DISTRICTS).flatMap(([city, names]) =>
    names.split(' ').map((name) => [name, city] as const),
  ),
);

const longestFirst = (names: Iterable<string>): string =>
  [...names].sort((a, b) => b.length - a.length).join('|');

/** `河北省`, `石家庄市`, `河北省石家庄市`, `内蒙古自治区`; not `河北`. */
export const FULL_PLACE = `(?:${longestFirst(byFullName.keys())})`;
export const SHORT_PLACE = `(?:${longestFirst(byName.keys())})`;

const fullAtStart = new RegExp(`^${FULL_PLACE}`, 'u');
const shortAtStart = new RegExp(`^${SHORT_PLACE}`, 'u');
const districtAtStart = new RegExp(`^(?:${longestFirst(districts.keys())})`, 'u');
const inSentence = new RegExp(`${FULL_PLACE}|${SHORT_PLACE}`, 'gu');

/**
 * The place that a body's or a text's name starts with, the smallest one: 河北省石家庄市… → 石家庄, 北京市海淀区… → 北京,
 * 海淀区… → 北京, 河北省… → 河北; null where it starts with none.
 */
export function placeOf(name: string): string | null {
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
  if (found !== undefined) return found.name;
  const district = districtAtStart.exec(name);
  return district === null ? null : (districts.get(district[0]) ?? null);
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

/** A given place as its facet value: 臺灣 → 台湾, 北京市 → 北京, 广东省 → 广东; unknown names stay, in Simplified. */
export function canonicalPlace(given: string): string {
  const name = convert(given.trim()).replace('臺', '台');
  if (byName.has(name)) return name;
  const place = byFullName.get(name) ?? byName.get(name.replace(/(?:省|市|地区|特别行政区|特區|特区)$/u, ''));
  if (place !== undefined) return place.name;
  return /^(?:全国|国家|中国|中华人民共和国)$/u.test(name) ? '全国' : name;
}
