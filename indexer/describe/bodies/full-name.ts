/** Writes a body's name in full: 工信部 → 工业和信息化部, 省科技厅 in a text of 河北省 → 河北省科学技术厅. */

import { MATTERS, VERTICAL_BODIES } from '../../../core/tables/local-departments.js';
import { NATIONAL_BODIES } from '../../../core/tables/national-bodies.js';
import { canonicalName } from '../../../core/text/canonical-name.js';
import { countyAt } from '../counties.js';
import { FULL_PLACE, SHORT_PLACE, TAIWAN_PLACE } from '../places.js';
import { TAIWAN_BODIES } from '../tables/taiwan-bodies.js';
import { either, MATTER, UNIT } from './name-words.js';

const fullNames = new Map<string, string>();
/** Of Taiwan, as they are called there: no short name of the mainland's. */
const TAIWANESE = new Set(TAIWAN_BODIES.split(' '));
for (const name of TAIWANESE) fullNames.set(name, name);
for (const { name, short } of NATIONAL_BODIES) {
  fullNames.set(name, name);
  for (const alias of short.split(' ')) if (alias !== '') fullNames.set(alias, name);
}

/** National bodies by all their names; not anchored. */
export const NATIONAL = `(?:中华人民共和国)?(?:${either(fullNames.keys())})`;

const nationalAtStart = new RegExp(`^${NATIONAL}`, 'u');
const verticalAtStart = new RegExp(
  `^(?:${VERTICAL_BODIES.split(' ').join('|')})(?:${FULL_PLACE}|${SHORT_PLACE})`,
  'u',
);
const department = new RegExp(
  `^(.{0,16}?[省市县区旗州盟]|${SHORT_PLACE}|)(${MATTER})(厅|局|委员会|委|办公室|办|部)((?:${UNIT})?)$`,
  'u',
);
const inTaiwan = new RegExp(`^(?:${TAIWAN_PLACE}|台湾省|连江县)`, 'u');

/**
 * 工信部 → 工业和信息化部, 北京市经信局 → 北京市经济和信息化局, 中华人民共和国财政部 → 财政部; what the tables do not know stays, and so do
 * Taiwan's governments, which are called 市政府 and 县政府.
 */
export function fullBodyName(name: string): string {
  const plain = canonicalName(name)
    .replace(/^中华人民共和国(?=.{2,}[部委署行局]|国务院)/u, '')
    .replace(/人大常(?:委会|务委员会)$/u, '人民代表大会常务委员会')
    .replace(/^(.{2,8}?[省市区县]|[省市])府(?=办公[厅室]|$)/u, '$1人民政府')
    .replace(/^国家(?=工业和信息化部|科技部|财政部)/u, '');
  if (inTaiwan.test(plain)) return plain;
  const exact = fullNames.get(plain);
  if (exact !== undefined) return exact;
  const head = [...fullNames.keys()]
    .filter((alias) => plain.startsWith(alias))
    .sort((a, b) => b.length - a.length)[0];
  // 中国铁路北京局集团有限公司 is a company of its own name.
  if (head !== undefined && !verticalAtStart.test(plain) && !/(?:公司|分行|支行)$/u.test(plain))
    return `${fullNames.get(head)}${plain.slice(head.length)}`;
  return plain
    .replace(department, (_, place: string, matter: string, end: string, unit: string) => {
      const full = MATTERS.get(matter) ?? matter;
      return `${place}${full}${end === '委' ? '委员会' : end === '办' && full === '互联网信息' ? '办公室' : end}${unit}`;
    })
    .replace(/^((?:.{2,12}?[省市县区旗州])|自治区)政府/u, '$1人民政府');
}

/** 工业和信息化部科技司 → 工业和信息化部; null for bodies that are no part of a national one. */
export function ministryOf(body: string): string | null {
  const name = nationalAtStart.exec(body)?.[0];
  return name === undefined ? null : (fullNames.get(name.replace(/^中华人民共和国/u, '')) ?? null);
}

/** 卫生福利部, 行政院农业委员会; not 教育部, which both sides have. */
export const isTaiwanBody = (body: string): boolean => TAIWANESE.has(ministryOf(body) ?? '');

const placeless = /^(?:本|我)?(省|市|县|区|旗|自治区)(?=[\u4e00-\u9fff]{2})/u;

/** 省科技厅, 县人民政府: which kind of place is left to the reader; null where the name says its place (市南区人民政府). */
export function kindOfUnnamedPlace(body: string): string | null {
  return countyAt(body, 0) === null ? (placeless.exec(body)?.[1] ?? null) : null;
}

/** 省科技厅 in a text of 河北省 → 河北省科学技术厅; a name that says its place, or means another kind of place, stays. */
export function atHome(body: string, home: string | null): string {
  const kind = kindOfUnnamedPlace(body);
  const said = kind === null ? undefined : placeless.exec(body)?.[0];
  return home !== null && said !== undefined && home.endsWith(kind ?? '')
    ? fullBodyName(`${home}${body.slice(said.length)}`)
    : body;
}
