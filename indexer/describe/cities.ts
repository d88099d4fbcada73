/**
 * Which places a text is of. A notice or plan is of the place of the body that issued it; national texts are 全国. News is
 * of the places it is about: those in its headline, else those in the sentence that reports the act. A place that is only
 * mentioned is not the text's.
 */
import type { DocumentNumber } from '../../core/model.js';
import { toSimplified } from '../../core/text/script.js';
import { isTaiwanBody } from './bodies/full-name.js';
import { reportedActs } from './bodies/issuing-bodies.js';
import { countyIn } from './counties.js';
import { placeOf, placesIn, provinceOfCode } from './places.js';
import type { TextEnds } from './text-ends.js';

export function readCities(
  ends: TextEnds,
  title: string,
  bodies: readonly string[],
  number: DocumentNumber | null,
  isNews: boolean,
): string[] {
  const plain = toSimplified(title);
  if (isNews) {
    const named = placesIn(plain);
    if (named.length > 0) return named;
    for (const { sentence } of reportedActs(ends)) {
      const reported = placesIn(sentence);
      if (reported.length > 0) return reported;
    }
  }
  const state = isOfTaiwan(ends) ? '台湾' : '全国';
  const places = [
    ...new Set(bodies.map((body) => placeOfBody(body, state)).filter((place) => place !== null)),
  ];
  const local = places.filter((place) => place !== '全国' && place !== '台湾');
  if (local.length > 0) return local;
  if (places.length > 0) return places;
  const named = placeOf(plain.replace(/^(?:关于|印发|《|\d{4}年)+/u, ''));
  if (named !== null) return [named];
  if (state === '台湾') return [state];
  const province = number === null ? null : provinceOfCode(number.issuerCode);
  const coded = province === null ? null : placeOf(province);
  return coded === null ? [] : [coded];
}

const NATIONAL =
  /^(?:国家|国务院|中央|中共中央|中国|中华|全国|最高人民|海关总署|审计署|新华)|^[\u4e00-\u9fff]{2,12}部(?:[\u4e00-\u9fff]{2,12}[司局厅室])?$/u;

/** 国家税务总局河北省税务局 → 河北, 国家税务总局昆山市税务局 → 苏州; 财政部 → 全国. */
function placeOfBody(body: string, state: '全国' | '台湾'): string | null {
  if (isTaiwanBody(body)) return '台湾';
  const own = placeOf(
    body.replace(/^(?:中共|共青团|政协|中国共产党|中国人民政治协商会议|中国共产主义青年团)/u, ''),
  );
  if (own !== null) return own;
  if (!NATIONAL.test(body)) return null;
  const county = countyIn(body, '县区市旗');
  return placesIn(body)[0] ?? (county === null ? null : placeOf(county)) ?? state;
}

/** Years of the Republic and numbers 字第…號, in Traditional: a 教育部 that writes so is Taiwan's. */
function isOfTaiwan({ head, tail, page, isTraditional }: TextEnds): boolean {
  const ends = `${page.slice(0, 1500)}\n${head.slice(0, 1500)}\n${tail.slice(-500)}\n${head.slice(-500)}`;
  return (
    /民国\s{0,4}[\d一二三四五六七八九十百零〇○]{1,8}\s{0,4}年|字第\s{0,4}\d{6,}\s{0,4}号/u.test(ends) &&
    isTraditional
  );
}
