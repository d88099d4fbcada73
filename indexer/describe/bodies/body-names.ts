/**
 * Reads the names of issuing bodies: cuts a row of them apart.
 *
 * Rows are printed with 、, with spaces, or with nothing between the names (河北省科学技术厅国家税务总局河北省税务局). A row is
 * cut where every piece is a name that the tables know or that is built like one; of several ways the one with the
 * fewest guesses is taken.
 */
import { toSimplified } from '../../../core/text/script.js';
import { fullBodyName } from './full-name.js';
import {
  ending,
  local,
  localUnit,
  type Matcher,
  national,
  nationalUnit,
  party,
  placeInside,
  region,
  regulator,
  survey,
  unknownCounty,
  verticalLocal,
} from './name-patterns.js';

/** A generic name is at most this long: 安徽省推进“三地一区”建设领导小组改革开放新高地执行小组办公室 has 34 characters. */
const LONGEST = 40;
/** So many bodies sign or issue together at most. */
const MOST_JOINT = 40;
/** A row has at most this many characters: thirty bodies. */
const LONGEST_ROW = 500;

export interface NamedBody {
  /** In full: 工业和信息化部. */
  readonly name: string;
  /** As it stands in the text, in Simplified, without white space: 工信部. */
  readonly printed: string;
}

const COST = { known: 1, unit: 2.2, local: 1.1, generic: 3, connective: 0.1, placeInside: 6 } as const;

/**
 * Cuts a row of names. Separators (、 spaces, commas) are kept to.
 *
 * @returns in order, each body once; null where a part of the row is no name.
 */
export function readBodies(row: string): NamedBody[] | null {
  const plain = toSimplified(row.slice(0, LONGEST_ROW));
  return readPieces(plain) ?? (/\s/u.test(plain.trim()) ? readPieces(plain.replace(/\s+/gu, '')) : null);
}

function readPieces(plain: string): NamedBody[] | null {
  const bodies: string[] = [];
  for (const piece of plain.split(/[\s、，,；;]+|(?<=[厅局委部会院室])[和及](?=\S)/u)) {
    if (piece === '') continue;
    const cut = cutRow(piece);
    if (cut === null) return null;
    bodies.push(...cut);
  }
  return bodies.length === 0 ? null : onceEach(bodies.map(named));
}

/** Where one body is printed twice, the first form counts. */
export function onceEach(bodies: readonly NamedBody[]): NamedBody[] {
  return bodies.filter(({ name }, index) => bodies.findIndex((other) => other.name === name) === index);
}

/** @param printed  In Simplified. */
export const named = (printed: string): NamedBody => ({ name: fullBodyName(printed), printed });

/** Before what they did: 国家能源局、国家发展改革委、财政部近日联合印发 → all three. */
export function bodiesBefore(text: string): EndBodies | null {
  let found = null as EndBodies | null;
  let rest = text;
  for (let round = 0; round < MOST_JOINT; round += 1) {
    const last = bodiesAtEnd(rest);
    if (last === null || (found !== null && !last.sure)) break;
    found = {
      ...last,
      bodies: onceEach([...last.bodies, ...(found?.bodies ?? [])]),
      sure: last.sure && (found?.sure ?? true),
    };
    const before = rest.slice(0, last.start);
    rest = before.replace(/(?:[、，]|[和与及]|会同|联合)$/u, '');
    if (rest.length === before.length) break;
  }
  return found;
}

export interface EndBodies {
  readonly bodies: readonly NamedBody[];
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
  const beginsSentence = standsAlone || /[。！；]/u.test(plain[offset - 1] ?? '');
  if (beginsSentence && unknownCounty.test(run)) return { bodies: [named(run)], start: offset, sure: true };
  for (let index = Math.max(0, run.length - LONGEST_ROW); index < run.length - 1; index += 1) {
    const cut = startsName(run, index) ? cutRow(run.slice(index)) : null;
    if (cut !== null && !holdsTwoPlaces(cut[0] ?? ''))
      return {
        bodies: onceEach(cut.map(named)),
        start: offset + index,
        sure: true,
      };
  }
  const cut = standsAlone ? cutRow(run) : null;
  return cut === null ? null : { bodies: cut.map(named), start: offset, sure: false };
}

/** 河北省分级诊疗试点工作考核评价标准河北省人民政府办公厅 is a heading and a name. */
function holdsTwoPlaces(name: string): boolean {
  if ((verticalLocal(name, 0) ?? survey(name, 0)) !== null) return false;
  const own = region(name, 0)?.length ?? 0;
  return own > 0 && (name.slice(own).match(placeInside)?.length ?? 0) > 0;
}

const STARTS: readonly Matcher[] = [
  national,
  survey,
  verticalLocal,
  regulator,
  party,
  local,
  localUnit,
  region,
];

function startsName(text: string, at: number): boolean {
  return STARTS.some((matches) => matches(text, at) !== null);
}

/** Cheapest way to cut a row without separators into names; null where there is none. */
function cutRow(row: string): string[] | null {
  if (unknownCounty.test(row)) return [row];
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  const offer = (from: number, to: number, cost: number): void => {
    const total = (best[from]?.cost ?? 0) + cost;
    if (to > from && (best[to] === undefined || total < best[to].cost)) best[to] = { cost: total, from };
  };
  for (let at = 0; at < row.length; at += 1) {
    if (best[at] === undefined) continue;
    if (isConnective(row, at)) offer(at, at + 1, COST.connective);
    const name = national(row, at);
    if (name !== null) {
      offer(at, at + name.length, COST.known);
      const unit = nationalUnit(row, at + name.length);
      if (unit !== null && !/[省市]/u.test(unit))
        offer(at, at + name.length + unit.length, COST.unit + unit.length / 100);
    }
    for (const [matches, cost] of [
      [survey, COST.known],
      [verticalLocal, COST.known],
      [regulator, COST.known],
      [party, COST.known],
      [local, COST.local],
      [localUnit, COST.local],
    ] as const) {
      const match = matches(row, at);
      if (match !== null) offer(at, at + match.length, cost);
    }
    const place = region(row, at);
    if (place === null && at > 0) continue;
    // A name that the tables do not know: from a place (or the start) to any ending.
    for (let to = at + Math.max(place?.length ?? 0, 2); to < Math.min(row.length, at + LONGEST); to += 1) {
      const end = ending(row, to);
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
  for (let at = row.length; at > 0; at = best[at]?.from ?? 0) {
    const from = best[at]?.from ?? 0;
    if (at - from > 1 || !isConnective(row, from)) names.unshift(row.slice(from, at));
  }
  return names;
}

/** 财政部和国家税务总局. */
function isConnective(row: string, at: number): boolean {
  return /[和及与]/u.test(row.charAt(at)) && /[厅局委部会院室府署行]/u.test(row.charAt(at - 1));
}

/** Words of sentences and titles, in no body's name. */
const NO_NAME =
  /批准|会同(?!县)|决策|精神|要求|\d|^[（）()]|关于|印发|通知|的(?!姆)|^附件|我们|请各|联系|电话|各市|各县|各省|各有关|负责|报送|我[省市部厅局委办]|等部门/u;
