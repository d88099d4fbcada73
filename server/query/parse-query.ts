/**
 * What was typed → its parts, in the order typed. Pure, and any string is a query: nothing here fails.
 *
 * ```
 * 补贴 -农业               →  run 补贴, excluded 农业
 * "数字 经济" 规划          →  quoted 数字 经济, run 规划
 * 补贴|奖励 算力            →  either (run 补贴, run 奖励), run 算力
 * (补贴 OR "专项 资金") 算力 →  either (run 补贴, quoted 专项 资金), run 算力
 * -(甲|乙)                 →  excluded 甲, excluded 乙; 丙-(甲|乙) the same behind run 丙
 * (real estate|房产)        →  either (run real estate, run 房产), where these are one word to the table of other words
 * 甲 AND NOT 乙            →  run 甲, excluded 乙
 * 北京京政发[2023]14号      →  documentNumber 京政发[2023]14号 (北京京政发 is its code)
 * |算力 补贴*              →  sign | (without two sides), run 算力, run 补贴, sign *
 * "未闭合                  →  run 未闭合: a quote without its other half is white space
 * ""                       →  quoted "": nothing to look for, and told so; so is a lone "
 * 人工智能-应用             →  run 人工智能-应用: a hyphen inside a word excludes nothing
 * ```
 */
import { readSigns, type Sign } from './read-signs.js';

/** What can be looked for. */
export interface Operand {
  readonly kind: 'run' | 'quoted' | 'documentNumber';
  /** As typed, without quotes. */
  readonly text: string;
  /** UTF-16, in what was typed. */
  readonly start: number;
  /** Of a document number, or of one without its serial: its canonical form. */
  readonly number?: string;
}

/** Runs that may be one word: more than any row of the table has. */
const MOST_JOINED = 8;

export type QueryPart =
  | Operand
  /** At least two. */
  | { readonly kind: 'either'; readonly text: string; readonly alternatives: readonly Operand[] }
  /** `exact`: it was quoted, and so is meant to the last character. */
  | { readonly kind: 'excluded'; readonly text: string; readonly exact?: true }
  /** What means nothing where it stands. */
  | { readonly kind: 'sign'; readonly text: string; readonly why: 'oneSided' | 'wildcard' };

/** How many of the first of these runs, with nothing but spaces between them, are one word. */
export type Joined = (runs: readonly string[]) => number;

export function parseQuery(typed: string, joined: Joined = () => 1): readonly QueryPart[] {
  const parts = readParts(joinedInGroups(readSigns(typed), joined));
  const all = typed.trim();
  return parts.length > 0 || all === '' ? parts : [{ kind: 'run', text: all, start: typed.indexOf(all) }]; // quotes without their other half
}

/** Between brackets a word of several runs is one alternative; outside, alternatives bind closer than a space. */
function joinedInGroups(signs: readonly Sign[], joined: Joined): readonly Sign[] {
  const all: Sign[] = [];
  let isInside = false;
  for (let at = 0; at < signs.length; at += 1) {
    const sign = signs[at] as Sign;
    if (sign.kind === 'open' || sign.kind === 'close') isInside = sign.kind === 'open';
    const runs = isInside ? runsFrom(signs, at) : [];
    const count = runs.length > 1 ? joined(runs) : 1;
    if (count > 1) all.push({ ...sign, text: runs.slice(0, count).join(' ') });
    else all.push(sign);
    at += count - 1;
  }
  return all;
}

function runsFrom(signs: readonly Sign[], at: number): readonly string[] {
  const rest = signs.slice(at, at + MOST_JOINED);
  const end = rest.findIndex(({ kind }) => kind !== 'run');
  return rest.slice(0, end < 0 ? rest.length : end).map(({ text }) => text);
}

function readParts(signs: readonly Sign[]): readonly QueryPart[] {
  const parts: QueryPart[] = [];
  const ignore = ({ text }: Sign, why: 'oneSided' | 'wildcard'): void => {
    parts.push({ kind: 'sign', text, why });
  };
  let at = 0;
  while (at < signs.length) {
    const sign = signs[at] as Sign;
    if (sign.kind === 'wildcard') ignore(sign, 'wildcard');
    else if (sign.kind === 'and') {
      if (!joins(signs, at)) ignore(sign, 'oneSided');
    } else if (sign.kind === 'or') ignore(sign, 'oneSided');
    else {
      const isExcluded = sign.kind === 'not';
      const { operands, left, end } = chainAt(signs, isExcluded ? beginning(signs, at + 1) : at);
      if (operands.length > 0) {
        parts.push(...(isExcluded ? operands.map(excluded) : partsOf(operands)));
        for (const one of left) ignore(one, one.kind === 'wildcard' ? 'wildcard' : 'oneSided');
        at = end;
        continue;
      }
      if (isExcluded) ignore(sign, 'oneSided');
    }
    at += 1;
  }
  return parts;
}

/** Behind brackets that are punctuation, which is all that may stand between NOT and what it excludes. */
function beginning(signs: readonly Sign[], start: number): number {
  let at = start;
  while (signs[at]?.kind === 'open' && operandsAt(signs, at) === null) at += 1;
  return at;
}

/** Whether AND stands between two that it can join. */
function joins(signs: readonly Sign[], at: number): boolean {
  const before = signs.slice(0, at).findLast(({ kind }) => kind !== 'wildcard');
  const next = signs[at + 1];
  const isLeft = before !== undefined && (isOperand(before) || before.kind === 'close');
  return isLeft && next !== undefined && (isOperand(next) || next.kind === 'open' || next.kind === 'not');
}

function isOperand(sign: Sign): sign is Sign & Operand {
  return sign.kind === 'run' || sign.kind === 'quoted' || sign.kind === 'documentNumber';
}

interface Chain {
  readonly operands: readonly Operand[];
  /** Signs inside it that mean nothing: the second of two, and wildcards. */
  readonly left: readonly Sign[];
  /** The place behind it; where it began, if there is none. */
  readonly end: number;
}

/** One after the other with `|` between: 甲|乙, 甲 OR (乙|丙). */
function chainAt(signs: readonly Sign[], start: number): Chain {
  const operands: Operand[] = [];
  const left: Sign[] = [];
  let at = start;
  for (;;) {
    const one = operandsAt(signs, at);
    if (one === null) break;
    operands.push(...one.operands);
    left.push(...one.left);
    at = one.end;
    const joint = jointAt(signs, at);
    if (joint === null) break;
    left.push(...joint.left);
    at = joint.end;
  }
  return { operands, left, end: at };
}

function operandsAt(signs: readonly Sign[], at: number): Chain | null {
  const sign = signs[at];
  if (sign === undefined) return null;
  if (isOperand(sign)) return { operands: [sign], left: [], end: at + 1 };
  if (sign.kind !== 'open') return null;
  // Brackets with anything but alternatives in them are punctuation.
  const inside = chainAt(signs, at + 1);
  return inside.operands.length > 1 && signs[inside.end]?.kind === 'close'
    ? { ...inside, end: inside.end + 1 }
    : null;
}

/** `|` with something behind it: `||` is one, and a wildcard before it is none. */
function jointAt(signs: readonly Sign[], start: number): { left: readonly Sign[]; end: number } | null {
  let end = start;
  while (signs[end]?.kind === 'or' || signs[end]?.kind === 'wildcard') end += 1;
  const between = signs.slice(start, end);
  const joint = between.find(({ kind }) => kind === 'or');
  if (joint === undefined || operandsAt(signs, end) === null) return null;
  return { left: between.filter((sign) => sign !== joint), end };
}

function partsOf(operands: readonly Operand[]): readonly QueryPart[] {
  if (operands.length < 2) return operands.map(plain);
  const text = operands.map((operand) => operand.text).join('|');
  return [{ kind: 'either', text, alternatives: operands.map(plain) }];
}

function plain({ kind, text, start, number }: Operand): Operand {
  return { kind, text, start, ...(number === undefined ? {} : { number }) };
}

function excluded({ kind, text }: Operand): QueryPart {
  return { kind: 'excluded', text, ...(kind === 'quoted' ? { exact: true } : {}) };
}
