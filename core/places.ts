/**
 * The places that texts are of, and the one value of each: a municipality, a prefecture-level city, or a province where no city
 * is meant.
 */
import { PROVINCES, TAIWAN_PLACES } from './tables/places.js';
import { canonicalName } from './text/canonical-name.js';

export interface Place {
  /** As facet value: 北京, 石家庄, 河北; of a city or prefecture that is called like a province in full (吉林市). */
  readonly name: string;
  /** 吉林, 海南 of these as well. */
  readonly short: string;
  readonly fullName: string;
  readonly province: string;
  readonly isProvince: boolean;
  /** Of a province, its one character: 冀. */
  readonly sign?: string;
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

export const PLACES: readonly Place[] = PROVINCES.flatMap(({ name, fullName, sign, prefectures }) => [
  { name, short: name, fullName, province: fullName, isProvince: true, sign },
  ...placesBelow(prefectures, fullName),
]);
/** Found by their full names only: 南投 stands in 海南投资. */
export const TAIWAN = placesBelow(TAIWAN_PLACES, '台湾');

export const byName = new Map(PLACES.map((place) => [place.name, place]));
export const byFullName = new Map(
  [...PLACES, ...TAIWAN].flatMap((place) => [
    [place.fullName, place] as const,
    ...(isAutonomousPrefecture(place) ? [[prefectureName(place), place] as const] : []),
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

/** 恩施州. */
function prefectureName({ short }: Place): string {
  return `${short}州`;
}

/** What it is called today, beside its short name and its full one. */
function namesBeside(place: Place): string[] {
  const { short, fullName, name } = place;
  if (isAutonomousPrefecture(place)) return [`${short}自治州`];
  if (fullName.endsWith('自治区')) return [`${short}自治区`];
  if (fullName.endsWith('特别行政区')) return [`${short}特区`];
  return name === '台湾' ? ['台湾省', '台湾地区'] : [];
}

function otherNames(place: Place): string[] {
  // Prefectures that became cities: 阜阳地区.
  const wasPrefecture = place.fullName === `${place.name}市` && !place.isProvince;
  return wasPrefecture ? [`${place.short}地区`] : namesBeside(place);
}

/**
 * Everything that the place is called, the facet value first; each once.
 *
 * ```
 * 河北    →  河北 河北省 冀
 * 恩施    →  恩施 恩施土家族苗族自治州 恩施州 恩施自治州
 * 内蒙古  →  内蒙古 内蒙古自治区 蒙        (广西 广西壮族自治区 广西自治区 桂)
 * 吉林市  →  吉林市 吉林
 * ```
 */
export function namesOfPlace(place: Place): readonly string[] {
  const { name, short, fullName, sign } = place;
  const ofPrefecture = isAutonomousPrefecture(place) ? [prefectureName(place)] : [];
  return [
    ...new Set([name, short, fullName, ...ofPrefecture, ...namesBeside(place), ...(sign ? [sign] : [])]),
  ];
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
