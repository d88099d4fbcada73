/**
 * Reads the names of issuing bodies: cuts a row of them apart, and writes each in full.
 *
 * Rows are printed with 、, with spaces, or with nothing between the names (河北省科学技术厅国家税务总局河北省税务局). A row is
 * cut where every piece is a name that the tables know or that is built like one; of several ways the one with the
 * fewest guesses is taken.
 */
import { canonicalName } from '../../../core/text/canonical-name.js';
import { toSimplified } from '../../../core/text/script.js';
import { FULL_PLACE, SHORT_PLACE } from '../places.js';
import { MATTERS, MATTERS_IN_FULL, VERTICAL_BODIES } from '../tables/local-departments.js';
import { NATIONAL_BODIES } from '../tables/national-bodies.js';

const fullNames = new Map<string, string>();
for (const { name, short } of NATIONAL_BODIES) {
  fullNames.set(name, name);
  for (const alias of short.split(' ')) if (alias !== '') fullNames.set(alias, name);
}

const either = (names: Iterable<string>): string => [...names].sort((a, b) => b.length - a.length).join('|');
const matters = either([...MATTERS.keys(), ...MATTERS_IN_FULL.split(' ')]);
const vertical = VERTICAL_BODIES.split(' ').join('|');

/** A county or a zone below a city, by its ending only: there are three thousand. */
const COUNTY = '[\\u4e00-\\u9fff]{1,7}?(?:自治县|自治旗|新区|矿区|林区|特区|县|区|旗|市|镇|乡|街道)';
const REGION = `(?:${FULL_PLACE}){1,2}(?:${COUNTY})?|${SHORT_PLACE}(?=(?:${matters})|省委|市委|证监局|监管局)|[省市县区]|自治区|本市`;
const DEPARTMENT = `(?:${matters})(?:工作)?(?:厅|局|委员会|委|办公室|办|部|总队|中心)`;
const GOVERNMENT =
  '人民政府|人大常委会|人民代表大会常务委员会|人民代表大会|政协|高级人民法院|中级人民法院|人民法院|人民检察院|监察委员会|委员会|委';
const UNIT = '办公厅|办公室|综合司|秘书处|政府办公厅|政府办公室';
/** Endings that a body outside the tables may have. */
const ENDING =
  '领导小组办公室|领导小组|指挥部办公室|指挥部|工作组|委员会|联席会议办公室|联席会议|协调小组|小组办公室|小组|办公厅|办公室|委|局|厅|署|院|处|部|中心|总队|支队|学会|协会|联合会|总工会|工会|商会|总会|银行|分行|支行|公司|集团|大学|学院|管委会|法院|检察院|联合社|研究所|研究院|博物馆|图书馆|基金会|红十字会|海关';

const national = new RegExp(`(?:中华人民共和国)?(?:${either(fullNames.keys())})`, 'uy');
const nationalUnit = /[\u4e00-\u9fff]{0,12}?(?:办公厅|办公室|司|综合司|局|处)/uy;
const verticalLocal = new RegExp(
  `(?:${vertical})(?:${FULL_PLACE}|${SHORT_PLACE})(?:市|省)?(?:${COUNTY})?[\\u4e00-\\u9fff]{0,6}?(?:税务局|分行|支行|中心支行|监管局|监督管理局|调查总队|调查队|分局|监管分局|专员办事处|海关|海事局|管理局)`,
  'uy',
);
const party = new RegExp(
  `中共(?:${FULL_PLACE}){1,2}(?:${COUNTY})?(?:委员会|委)(?:[\\u4e00-\\u9fff]{0,8}?(?:办公厅|办公室|部|委员会|委|办))?`,
  'uy',
);
const local = new RegExp(`(?:${REGION})(?:${DEPARTMENT}|${GOVERNMENT})(?:${UNIT}|政府办公厅)?`, 'uy');
/** 乾县人民政府: a county without its city, by itself only. */
const county = new RegExp(
  `^(?![各本我该全及有]|所在|当地|上级|相关)${COUNTY}(?:${DEPARTMENT}|人民政府|人民代表大会|人大常委会|人民法院|人民检察院)(?:${UNIT})?$`,
  'u',
);
const localUnit = new RegExp(`(?:${REGION})(?:政府|委)(?:${UNIT})?`, 'uy');
const region = new RegExp(`(?:中国|国家|全国|${FULL_PLACE}(?:${FULL_PLACE})?|${SHORT_PLACE})`, 'uy');
const placeInside = new RegExp(FULL_PLACE, 'gu');
const ending = new RegExp(`(?:${ENDING})`, 'uy');

/** A generic name is at most this long: 安徽省推进“三地一区”建设领导小组改革开放新高地执行小组办公室 has 34 characters. */
const LONGEST = 40;
/** A row has at most this many characters: thirty bodies. */
const LONGEST_ROW = 500;

const COST = { known: 1, unit: 2.2, local: 1.1, generic: 3, placeInside: 6 } as const;

/**
 * Cuts a row of names. Separators (、 spaces, commas) are kept to.
 *
 * @returns the names in full, in order; null where a part of the row is no name.
 */
export function readBodies(row: string): string[] | null {
  const plain = toSimplified(row.slice(0, LONGEST_ROW));
  return readPieces(plain) ?? (/\s/u.test(plain.trim()) ? readPieces(plain.replace(/\s+/gu, '')) : null);
}

function readPieces(plain: string): string[] | null {
  const bodies: string[] = [];
  for (const piece of plain.split(/[\s、，,；;]+|(?<=[厅局委部会院室])[和及](?=\S)/u)) {
    if (piece === '') continue;
    const cut = cutRow(piece);
    if (cut === null) return null;
    bodies.push(...cut);
  }
  return bodies.length === 0 ? null : [...new Set(bodies.map((body) => fullBodyName(body)))];
}

export interface EndBodies {
  readonly bodies: string[];
  readonly start: number;
  /** The tables know how the row starts; otherwise it is only built like a name, and stands alone. */
  readonly sure: boolean;
}

const OF_A_NAME = /[\u3400-\u9fff（）()“”"/\u00b7]/u;

/**
 * The longest end of a text that is a row of names: 附件：目录河北省财政厅 → 河北省财政厅. A name outside the tables must start
 * after a break or with a place.
 */
export function bodiesAtEnd(text: string): EndBodies | null {
  const plain = toSimplified(text);
  let offset = plain.length;
  while (offset > 0 && OF_A_NAME.test(plain.charAt(offset - 1))) offset -= 1;
  const run = plain.slice(offset);
  const standsAlone = offset === 0 || /\s/u.test(plain[offset - 1] ?? '');
  if (standsAlone && county.test(run)) return { bodies: [fullBodyName(run)], start: offset, sure: true };
  for (let index = Math.max(0, run.length - LONGEST_ROW); index < run.length - 1; index += 1) {
    const cut = startsName(run, index) ? cutRow(run.slice(index)) : null;
    if (cut !== null && !holdsTwoPlaces(cut[0] ?? ''))
      return {
        bodies: [...new Set(cut.map((body) => fullBodyName(body)))],
        start: offset + index,
        sure: true,
      };
  }
  const cut = standsAlone ? cutRow(run) : null;
  return cut === null ? null : { bodies: cut.map((body) => fullBodyName(body)), start: offset, sure: false };
}

/** 河北省分级诊疗试点工作考核评价标准河北省人民政府办公厅 is a heading and a name. */
function holdsTwoPlaces(name: string): boolean {
  if (matchAt(verticalLocal, name, 0) !== null) return false;
  const own = matchAt(region, name, 0)?.length ?? 0;
  return own > 0 && (name.slice(own).match(placeInside)?.length ?? 0) > 0;
}

function startsName(text: string, at: number): boolean {
  return [national, verticalLocal, party, local, localUnit, region].some(
    (pattern) => matchAt(pattern, text, at) !== null,
  );
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** Cheapest way to cut a row without separators into names; null where there is none. */
function cutRow(row: string): string[] | null {
  if (county.test(row)) return [row];
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  const offer = (from: number, to: number, cost: number): void => {
    const total = (best[from]?.cost ?? 0) + cost;
    if (to > from && (best[to] === undefined || total < best[to].cost)) best[to] = { cost: total, from };
  };
  for (let at = 0; at < row.length; at += 1) {
    if (best[at] === undefined) continue;
    const name = matchAt(national, row, at);
    if (name !== null) {
      offer(at, at + name.length, COST.known);
      const unit = matchAt(nationalUnit, row, at + name.length);
      if (unit !== null && !/[省市]/u.test(unit))
        offer(at, at + name.length + unit.length, COST.unit + unit.length / 100);
    }
    for (const [pattern, cost] of [
      [verticalLocal, COST.known],
      [party, COST.known],
      [local, COST.local],
      [localUnit, COST.local],
    ] as const) {
      const match = matchAt(pattern, row, at);
      if (match !== null) offer(at, at + match.length, cost);
    }
    const place = matchAt(region, row, at);
    if (place === null && at > 0) continue;
    // A name that the tables do not know: from a place (or the start) to any ending.
    for (let to = at + Math.max(place?.length ?? 0, 2); to < Math.min(row.length, at + LONGEST); to += 1) {
      const end = matchAt(ending, row, to);
      if (end === null) continue;
      const inside = row.slice(at + (place?.length ?? 0), to).match(placeInside)?.length ?? 0;
      offer(
        at,
        to + end.length,
        COST.generic + (to - at) / 20 + inside * COST.placeInside + (place === null ? 5 : 0),
      );
    }
  }
  if (best[row.length] === undefined || NO_NAME.test(row)) return null;
  const names: string[] = [];
  for (let at = row.length; at > 0; at = best[at]?.from ?? 0)
    names.unshift(row.slice(best[at]?.from ?? 0, at));
  return names;
}

/** Words of sentences and titles, in no body's name. */
const NO_NAME =
  /批准|会同|决策|精神|要求|\d|^[（）()]|关于|印发|通知|的(?!姆)|^附件|我们|请各|联系|电话|各市|各县|各省|各有关|负责|报送|我[省市部厅局委办]|等部门/u;

/** 工信部 → 工业和信息化部, 北京市经信局 → 北京市经济和信息化局, 中华人民共和国财政部 → 财政部; what the tables do not know stays. */
export function fullBodyName(name: string): string {
  const plain = canonicalName(name)
    .replace(/^中华人民共和国(?=.{2,}[部委署行局]|国务院)/u, '')
    .replace(/人大常(?:委会|务委员会)$/u, '人民代表大会常务委员会')
    .replace(/^(.{2,8}?[省市区县]|[省市])府(?=办公[厅室]|$)/u, '$1人民政府')
    .replace(/^国家(?=工业和信息化部|科技部|财政部)/u, '');
  const exact = fullNames.get(plain);
  if (exact !== undefined) return exact;
  const head = [...fullNames.keys()]
    .filter((alias) => plain.startsWith(alias))
    .sort((a, b) => b.length - a.length)[0];
  if (head !== undefined && !verticalAtStart.test(plain))
    return `${fullNames.get(head)}${plain.slice(head.length)}`;
  return plain
    .replace(department, (_, place: string, matter: string, end: string, unit: string) => {
      const full = MATTERS.get(matter) ?? matter;
      return `${place}${full}${end === '委' ? '委员会' : end === '办' && full === '互联网信息' ? '办公室' : end}${unit}`;
    })
    .replace(/^((?:.{2,12}?[省市县区旗州])|自治区)政府/u, '$1人民政府');
}

const verticalAtStart = new RegExp(`^(?:${vertical})(?:${FULL_PLACE}|${SHORT_PLACE})`, 'u');
const department = new RegExp(
  `^(.{0,16}?[省市县区旗州盟]|${SHORT_PLACE}|)(${matters})(厅|局|委员会|委|办公室|办|部)((?:${UNIT})?)$`,
  'u',
);

/** 工业和信息化部科技司 → 工业和信息化部; null for bodies that are no part of a national one. */
export function ministryOf(body: string): string | null {
  const name = matchAt(national, body, 0);
  return name === null ? null : (fullNames.get(name.replace(/^中华人民共和国/u, '')) ?? null);
}

/** 省科技厅 in a text of 河北省 → 河北省科学技术厅. */
export function atHome(body: string, home: string | null): string {
  if (home === null) return body;
  const own = /^(?:本|我)?(省|市|自治区)(?=[\u4e00-\u9fff]{2})/u.exec(body);
  return own !== null && home.endsWith(own[1] ?? '')
    ? fullBodyName(`${home}${body.slice(own[0].length)}`)
    : body;
}
