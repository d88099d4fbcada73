/**
 * What else a body or a place is called: the names, abbreviations and short forms that a reader may type for it.
 *
 * By the tables, and by how names of local bodies are built: a place, a matter, an ending. The other way round, from what a
 * text prints to the full name, is the indexer's.
 *
 * ```
 * 工业和信息化部           →  工信部 工业信息化部
 * 河北省科学技术厅         →  河北省科技厅 河北科技厅 省科技厅 科技厅 …
 * 北京市发展和改革委员会   →  北京市发改委 市发改委 发改委 …
 * 北京市海淀区人民政府     →  海淀区人民政府 海淀区政府 区政府 …
 * 河北                     →  河北省 冀
 * ```
 */
import { MATTERS } from './tables/local-departments.js';
import { NATIONAL_BODIES } from './tables/national-bodies.js';
import { PROVINCES, TAIWAN_PLACES } from './tables/places.js';

const national = new Map(
  NATIONAL_BODIES.map(({ name, short }) => [name, short.split(' ').filter((alias) => alias !== '')]),
);
/** Full matter → what it is called for short. */
const shortMatters = new Map<string, string[]>();
for (const [short, full] of MATTERS) {
  if (short !== full) shortMatters.set(full, [...(shortMatters.get(full) ?? []), short]);
}
/** Of provinces, prefectures and cities: full name → short one; and by either, all. */
const shortPlaces = new Map<string, string>();
const allNames = new Map<string, Set<string>>();
for (const { name, fullName, sign, prefectures } of PROVINCES) {
  know(name, fullName);
  allNames.get(name)?.add(sign);
  knowPairs(prefectures);
}
knowPairs(TAIWAN_PLACES);

function knowPairs(pairs: string): void {
  for (const pair of pairs.split(' ').filter((one) => one !== '')) {
    const [short = '', full = ''] = pair.split(':');
    know(short, full);
  }
}

function know(short: string, full: string): void {
  if (!shortPlaces.has(full)) shortPlaces.set(full, short);
  // 吉林 is the province first, and 吉林市 a city in it: as a value each has its own names.
  for (const value of new Set([allNames.has(short) ? full : short, full])) {
    allNames.set(value, new Set([...(allNames.get(value) ?? []), short, full]));
  }
}

/** @param place  As facet value: 北京, 河北, 吉林市. */
export function placeNames(place: string): readonly string[] {
  return [...new Set([place, ...(allNames.get(place) ?? [])])];
}

/** @param body  As facet value, in full. */
export function bodyNames(body: string): readonly string[] {
  return [...new Set([body, ...nationalNames(body), ...localNames(body)])];
}

const NATIONAL_FIRST = [...national.keys()].sort((a, b) => b.length - a.length);

/** 工业和信息化部办公厅 → 工信部办公厅. */
function nationalNames(body: string): readonly string[] {
  const head = NATIONAL_FIRST.find((name) => body.startsWith(name));
  if (head === undefined) return [];
  const unit = body.slice(head.length);
  return (national.get(head) ?? []).map((alias) => alias + unit);
}

const PLACE_END = '省市区县旗州盟';
const LOCAL = new RegExp(`^(?:中共)?(.{1,14}?(?:自治区|特别行政区|[${PLACE_END}]))(.{2,20})$`, 'u');
const DEPARTMENT = /^(.{1,14}?)(厅|局|委员会|办公室|部|署)(办公厅|办公室)?$/u;
/** Printed 委 behind a short matter: 发改委, 科委; before any other ending a single character is nobody's name. */
const COMMISSION = '委员会';

function localNames(body: string): readonly string[] {
  const local = splitPlace(body.replace(/^国家税务总局(?=.{2,})/u, ''));
  if (local === null) return [];
  const { places, rest } = local;
  const offices = officeNames(rest);
  const called = offices.flatMap((office) => places.map((place) => place + office));
  // 人民政府 and 办公厅 alone are everybody's.
  const alone = /^(?:人民)?政府|^委|^人大|^人民代表|^人民(?:法院|检察院)|^(?:办公厅|办公室)/u;
  return [...called, ...offices.filter((office) => !alone.test(office))];
}

/** 北京市海淀区人民政府 → 北京市海淀区, 海淀区, 区; what the place's people leave out comes last. */
function splitPlace(body: string): { readonly places: readonly string[]; readonly rest: string } | null {
  let rest = body;
  const units: string[] = [];
  for (;;) {
    const match = LOCAL.exec(rest);
    const [unit, after] = [match?.[1] ?? '', match?.[2] ?? ''];
    if (unit === '' || (units.length > 0 && !startsPlace(unit))) break;
    units.push(unit);
    rest = after;
  }
  const last = units.at(-1);
  if (last === undefined) return null;
  const short = shortPlaces.get(last);
  const kind = /自治区$/u.test(last) ? '自治区' : /特别行政区$/u.test(last) ? '特区' : last.slice(-1);
  return { places: [...new Set([units.join(''), last, ...(short ? [short] : []), kind])], rest };
}

/** Below a province or a city: 石家庄市, 海淀区; not 财政局市 or 省级以下市. */
function startsPlace(unit: string): boolean {
  return shortPlaces.has(unit) || /^[\u4e00-\u9fff]{2,7}(?:区|县|旗|市|州|盟)$/u.test(unit);
}

function officeNames(name: string): readonly string[] {
  // 省人民政府国有资产监督管理委员会 is called 省国资委.
  const rest = name.replace(/^人民政府(?=.{4,20}委员会$)/u, '');
  const government = name.replace(/^人民政府/u, '政府');
  const match = DEPARTMENT.exec(rest);
  if (match === null) return [...new Set([name, government])];
  const [, matter = '', ending = '', unit = ''] = match;
  const end = ending === COMMISSION ? '委' : ending;
  const names = [matter, ...(shortMatters.get(matter) ?? [])]
    .filter((one) => one.length > 1 || end === '委')
    .map((one) => one + end + unit);
  return [...new Set([name, government, ...names])];
}
