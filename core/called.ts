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
import { namesOfPlace, PLACES, type Place, TAIWAN } from './places.js';
import { MATTERS } from './tables/local-departments.js';
import { NATIONAL_BODIES } from './tables/national-bodies.js';

const national = new Map(
  NATIONAL_BODIES.map(({ name, short }) => {
    const aliases = short.split(' ').filter((alias) => alias !== '');
    return [name, [...new Set([...aliases, ...withoutState(name)])]] as const;
  }),
);

/** 国家市场监督管理总局 → 市场监督管理总局; not 国家安全部, 国家主席 or 国家开发银行, of which it is a part. */
function withoutState(name: string): readonly string[] {
  const [, rest] = /^国家(.{2,20}(?:局|署|委员会|办公室))$/u.exec(name) ?? [];
  return rest === undefined ? [] : [rest];
}

/** Full matter → what it is called for short. */
const shortMatters = new Map<string, string[]>();
for (const [short, full] of MATTERS) {
  if (short !== full) shortMatters.set(full, [...(shortMatters.get(full) ?? []), short]);
}
const ALL_PLACES = [...PLACES, ...TAIWAN];
const byValue = new Map(ALL_PLACES.map((place) => [place.name, place]));
/** By the names that say what kind of a place it is, as names of bodies begin: 恩施土家族苗族自治州, 恩施州; not 恩施. */
const byLongName = new Map(
  ALL_PLACES.flatMap((place) => longNames(place).map((name) => [name, place] as const)),
);
const LONG_NAMES = [...byLongName.keys()].sort((a, b) => b.length - a.length);

function longNames(place: Place): readonly string[] {
  const { short, fullName, sign } = place;
  return namesOfPlace(place).filter((name) => name === fullName || (name !== short && name !== sign));
}

/** @param place  As facet value: 北京, 河北, 吉林市. */
export function placeNames(place: string): readonly string[] {
  const found = byValue.get(place) ?? byLongName.get(place);
  return [...new Set([place, ...(found === undefined ? [] : namesOfPlace(found))])];
}

/** @param body  As facet value, in full. */
export function bodyNames(body: string): readonly string[] {
  return [...new Set([body, ...nationalNames(body), ...localNames(body)])];
}

const NATIONAL_NAMES = new Set([...national].flatMap(([name, short]) => [name, ...short]));

/** Whether a body above the provinces is called so: 财政部, 工信部. */
export function isNationalBody(name: string): boolean {
  return NATIONAL_NAMES.has(name);
}

const NATIONAL_FIRST = [...national.keys()].sort((a, b) => b.length - a.length);

/** 工业和信息化部办公厅 → 工信部办公厅. */
function nationalNames(body: string): readonly string[] {
  const head = NATIONAL_FIRST.find((name) => body.startsWith(name));
  if (head === undefined) return [];
  const unit = body.slice(head.length);
  return (national.get(head) ?? []).map((alias) => alias + unit);
}

/**
 * A district, a county, a banner, a town: what the tables of places do not have. 城市 is a word, but at the end of a name of
 * two characters (邹城市); 社区 and 地区 are words, and 区域, 县级, 县域 and 市场.
 */
const BELOW_TABLES =
  /^([^省市区县旗州盟大新]城市|.{1,14}?(?:(?<![社地])区(?!域)|县(?![级域])|旗|(?<!城)市(?!场)))(.{2,20})$/u;
const DEPARTMENT = /^(.{1,14}?)(厅|局|委员会|办公室|部|署)(办公厅|办公室)?$/u;
/** Printed 委 behind a short matter: 发改委, 科委; before any other ending a single character is nobody's name. */
const COMMISSION = '委员会';

function localNames(body: string): readonly string[] {
  const local = splitPlace(body.replace(/^国家税务总局(?=.{2,})/u, '').replace(/^中共(?!中央)/u, ''));
  if (local === null) return [];
  const { places, rest } = local;
  const offices = officeNames(rest);
  const called = offices.flatMap((office) => places.map((place) => place + office));
  // 人民政府, 办公厅 and 管理委员会 alone are everybody's.
  const alone = /^(?:人民)?政府|^委|^人大|^人民代表|^人民(?:法院|检察院)|^(?:办公厅|办公室)|^管理/u;
  return [...called, ...offices.filter((office) => !alone.test(office))];
}

/** 北京市海淀区人民政府 → 北京市海淀区, 海淀区, 区; what the place's people leave out comes last. */
function splitPlace(body: string): { readonly places: readonly string[]; readonly rest: string } | null {
  let rest = body;
  const units: string[] = [];
  for (;;) {
    const unit = unitAtStart(rest);
    if (unit === null || (units.length > 0 && !startsPlace(unit))) break;
    units.push(unit);
    rest = rest.slice(unit.length);
  }
  const last = units.at(-1);
  if (last === undefined) return null;
  const place = byLongName.get(last);
  const names = place === undefined ? [] : namesOfPlace(place).filter((name) => name !== place.sign);
  return { places: [...new Set([units.join(''), last, ...names, ...kindOf(last)])], rest };
}

/** What its people call it: 省, 自治区, 区. 台湾 says no kind, and 地区 is none. */
function kindOf(place: string): readonly string[] {
  if (/自治区$/u.test(place)) return ['自治区'];
  if (/(?:特别行政区|特区)$/u.test(place)) return ['特区'];
  const [kind] = /(?<!地)[省市区县旗州盟]$/u.exec(place) ?? [];
  return kind === undefined ? [] : [kind];
}

/** The place that a name begins with, where an office follows: the longest of the tables, else by its ending. */
function unitAtStart(name: string): string | null {
  const known = LONG_NAMES.find((place) => name.startsWith(place) && name.length >= place.length + 2);
  const isMarket = known?.endsWith('市') && name[known.length] === '场'; // 吉林市场监督管理厅 is the province's
  return isMarket ? null : (known ?? BELOW_TABLES.exec(name)?.[1] ?? null);
}

/** Below a province or a city: 石家庄市, 海淀区; not 财政局市 or 省级以下市. */
function startsPlace(unit: string): boolean {
  return byLongName.has(unit) || /^[\u4e00-\u9fff]{2,7}(?:区|县|旗|市)$/u.test(unit);
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
