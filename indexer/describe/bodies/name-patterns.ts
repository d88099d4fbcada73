/**
 * Which stretch of a text, from a given place on, is a body's name or the place that begins one. Texts are in Simplified.
 *
 * Places are cities and provinces (patterns) and counties (looked up, `countyAt`), so each kind of name has two ways to match;
 * the longer one counts.
 */
import { countyAt } from '../counties.js';
import { FULL_PLACE, SHORT_PLACE } from '../places.js';
import { NATIONAL } from './full-name.js';
import {
  BRANCH,
  COUNTY,
  DEPARTMENT,
  ENDING,
  GOVERNMENT,
  MATTER,
  REGULATOR,
  UNIT,
  VERTICAL,
} from './name-words.js';

/** The name that begins at `at`; null where none does. */
export type Matcher = (text: string, at: number) => string | null;

const sticky = (pattern: string): RegExp => new RegExp(pattern, 'uy');

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

const matcher =
  (pattern: RegExp): Matcher =>
  (text, at) =>
    matchAt(pattern, text, at);

/** The place, and then what `rest` says: by the patterns of places, or by a county's name, with its city or without. */
function placed(before: string, place: string, rest: string): Matcher {
  const whole = sticky(`${before}(?:${place})${rest}`);
  const [start, cities, after] = [sticky(before), sticky(`(?:${FULL_PLACE}){0,2}`), sticky(rest)];
  const byCounty: Matcher = (text, at) => {
    const opening = matchAt(start, text, at);
    if (opening === null) return null;
    const from = at + opening.length;
    const county = countyBehind(text, from, matchAt(cities, text, from) ?? '');
    const end = county === null ? null : matchAt(after, text, county);
    return county === null || end === null ? null : text.slice(at, county + end.length);
  };
  return (text, at) => longer(matchAt(whole, text, at), byCounty(text, at));
}

/** Where a county ends that stands behind `city`, or at once: 吉林市 is a city, and 吉林 of 吉林省 none. */
function countyBehind(text: string, at: number, city: string): number | null {
  for (const from of city === '' ? [at] : [at + city.length, at]) {
    const county = countyAt(text, from);
    if (county !== null) return from + county.length;
  }
  return null;
}

const longer = (one: string | null, other: string | null): string | null =>
  (one?.length ?? -1) >= (other?.length ?? -1) ? one : other;

const REGION = `(?:${FULL_PLACE}){1,2}(?:${COUNTY})?|${SHORT_PLACE}(?=(?:${MATTER})|省委|市委|证监局|监管局)|[省市县区旗]|自治区|本市`;
const CITY = `(?:${FULL_PLACE}){1,2}(?:${COUNTY})?`;

export const national = matcher(sticky(NATIONAL));
export const nationalUnit = matcher(/[\u4e00-\u9fff]{0,12}?(?:办公厅|办公室|司|综合司|局|处)/uy);
/** 国家统计局万载调查队: the counts' own offices leave the ending of their place out. */
export const survey = matcher(/国家统计局[\u4e00-\u9fff]{2,6}?调查(?:总队|队)/uy);
export const verticalLocal = placed(
  `(?:${VERTICAL})`,
  `(?:${FULL_PLACE}|${SHORT_PLACE})(?:市|省)?(?:${COUNTY})?`,
  `[\\u4e00-\\u9fff]{0,6}?(?:${BRANCH})`,
);
/** 中共河北省委办公厅, 共青团河北省委员会. */
export const party = placed(
  '(?:中共|共青团|政协|中国人民政治协商会议|中国共产党|中国共产主义青年团)',
  CITY,
  '(?:委员会|委)(?:[\\u4e00-\\u9fff]{0,8}?(?:办公厅|办公室|部|委员会|委|办))?',
);
export const local = placed('', REGION, `(?:${DEPARTMENT}|${GOVERNMENT})(?:${UNIT}|政府办公厅)?`);
export const localUnit = placed('', REGION, `(?:政府|委)(?:${UNIT})?`);
/** 河北银保监局: a branch that is named by its place and its matter alone. */
export const regulator = placed('', `${FULL_PLACE}|${SHORT_PLACE}`, `(?:${REGULATOR})`);
/** What a name begins with that the tables do not know. */
export const region = placed('', `中国|国家|全国|${FULL_PLACE}(?:${FULL_PLACE})?|${SHORT_PLACE}`, '');
export const ending = matcher(sticky(`(?:${ENDING})`));

/** 乾县人民政府: a county without its city that the tables do not have, by itself only. */
export const unknownCounty = new RegExp(
  `^(?![各本我该全及有]|所在|当地|上级|相关)${COUNTY}(?:${DEPARTMENT}|人民政府|人民代表大会常务委员会|人民代表大会|人大常委会|人民法院|人民检察院)(?:${UNIT})?$`,
  'u',
);
export const placeInside = new RegExp(FULL_PLACE, 'gu');
