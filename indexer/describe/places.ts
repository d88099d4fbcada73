/**
 * Which place a name or a sentence speaks of.
 *
 * A place is what a reader filters by: a municipality, a prefecture-level city, or a province where no city is meant.
 */

import { PROVINCES, TAIWAN_PLACES } from '../../core/tables/places.js';
import { canonicalName } from '../../core/text/canonical-name.js';
import { convert } from '../../core/text/convert.js';
import { countyAt, placeOfCounty } from './counties.js';

interface Place {
  /** As facet value: 北京, 石家庄, 河北; of a city or prefecture that is called like a province in full (吉林市). */
  readonly name: string;
  /** 吉林, 海南 of these as well. */
  readonly short: string;
  readonly fullName: string;
  readonly province: string;
  readonly isProvince: boolean;
}

const provinceNames = new Set(PROVINCES.map(({ name }) => name));

function placesBelow(pairs: string, province: string): Place[] {
  return pairs
    .split(' ')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [short = '', fullName = ''] = pair.split(':');
      const name = provinceNames.has(short) ? fullName : short;
      return { name, short, fullName, province, isProvince: false };
    });
}

const PLACES: readonly Place[] = PROVINCES.flatMap(({ name, fullName, prefectures }) => [
  { name, short: name, fullName, province: fullName, isProvince: true },
  ...placesBelow(prefectures, fullName),
]);
/** Found by their full names only: 南投 stands in 海南投资. */
const TAIWAN = placesBelow(TAIWAN_PLACES, '台湾');

const byName = new Map(PLACES.map((place) => [place.name, place]));
const byFullName = new Map(
  [...PLACES, ...TAIWAN].flatMap((place) => [
    [place.fullName, place] as const,
    ...(isAutonomousPrefecture(place) ? [[`${place.short}州`, place] as const] : []),
    ...(place.name === '台湾' ? [['台湾省', place] as const] : []),
  ]),
);
/** What else a user may call them; a town that is called like the prefecture around it (临夏市) is another place. */
const byOtherName = new Map([
  ...TAIWAN.map((place) => [place.name, place] as const),
  ...[...PLACES, ...TAIWAN].flatMap((place) => otherNames(place).map((name) => [name, place] as const)),
]);

function isAutonomousPrefecture({ fullName }: Place): boolean {
  return fullName.endsWith('自治州');
}

function otherNames(place: Place): string[] {
  const { short, fullName, name } = place;
  if (isAutonomousPrefecture(place)) return [`${short}自治州`];
  if (fullName.endsWith('自治区')) return [`${short}自治区`];
  if (fullName.endsWith('特别行政区')) return [`${short}特区`];
  if (name === '台湾') return ['台湾省', '台湾地区'];
  // Prefectures that became cities: 阜阳地区.
  return fullName === `${name}市` && !place.isProvince ? [`${short}地区`] : [];
}

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

/**
 * A given place as its facet value; what the tables do not know stays as it is, in Simplified.
 *
 * ```
 * 臺灣, 台湾省                 →  台湾
 * 臺北市, 台北                 →  台北
 * 广东省, 广东                 →  广东
 * 吉林省吉林市, 吉林市         →  吉林市      (吉林 is the province)
 * 海南州, 海南藏族自治州       →  海南藏族自治州
 * 临夏                         →  临夏        (the prefecture; 临夏市 is a town in it, and stays)
 * ```
 */
export function canonicalPlace(given: string): string {
  const name = canonicalName(given);
  if (/^(?:全国|国家|中国|中华人民共和国)$/u.test(name)) return '全国';
  const bare = name.replace(/^中国(?=.)/u, '');
  return (placeCalled(bare) ?? placeInProvince(bare))?.name ?? name;
}

function placeCalled(name: string): Place | undefined {
  return byName.get(name) ?? byFullName.get(name) ?? byOtherName.get(name);
}

/** 河北省石家庄市, 青海海南: inside a province a short name can only be the place below it. */
function placeInProvince(name: string): Place | undefined {
  const above = PLACES.find(({ isProvince, short }) => isProvince && name.startsWith(short));
  if (above === undefined) return undefined;
  const rests = [above.fullName, above.short, ...otherNames(above)]
    .filter((start) => name.startsWith(start))
    .map((start) => name.slice(start.length));
  return [...PLACES, ...TAIWAN].find(
    (place) =>
      !place.isProvince &&
      place.province === above.fullName &&
      rests.some((rest) => rest === place.short || placeCalled(rest) === place),
  );
}
