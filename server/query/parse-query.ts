/**
 * What was typed → its parts, in the order typed. Pure, and any string is a query: nothing here fails.
 *
 * ```
 * 补贴 -农业               →  run 补贴, excluded 农业
 * "数字 经济" 规划          →  quoted 数字 经济, run 规划
 * 北京京政发[2023]14号      →  documentNumber 京政发[2023]14号 (北京京政发 is its code)
 * "未闭合                  →  run 未闭合: a quote without its other half is white space
 * ""                       →  quoted "": nothing to look for, and told so; so is a lone "
 * 人工智能-应用             →  run 人工智能-应用: a hyphen inside a word excludes nothing
 * ```
 */
import { type FoundNumber, findDocumentNumbers } from '../../core/text/document-number.js';

export interface QueryPart {
  readonly kind: 'run' | 'quoted' | 'excluded' | 'documentNumber';
  /** As typed, without quotes and without the hyphen that excludes. */
  readonly text: string;
  /** Of an excluded text: whether it was quoted, and so is meant to the last character. */
  readonly exact?: true;
  /** Of a document number: its canonical form. */
  readonly number?: string;
}

/** Quotes of one line may be mixed: an input method gives ” for “, a copied text " for either. */
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"＂“”„‟'],
  ['＂', '"＂“”„‟'],
  ['“', '"＂“”„‟'],
  ['”', '"＂“”„‟'],
  ['„', '"＂“”„‟'],
  ['‟', '"＂“”„‟'],
  ['「', '」'],
  ['『', '』'],
]);

const HYPHENS = '-－−﹣';
const SPACE = /\s/u;

export function parseQuery(typed: string): readonly QueryPart[] {
  const numbers = findDocumentNumbers(typed);
  const parts: QueryPart[] = [];
  let at = 0;
  while (at < typed.length) {
    const character = typed.charAt(at);
    if (SPACE.test(character) || QUOTES.has(character)) {
      const quoted = quotedAt(typed, at);
      if (quoted !== null) parts.push({ kind: 'quoted', text: quoted.text || typed.slice(at, quoted.end) });
      at = quoted?.end ?? at + 1;
      continue;
    }
    const afterHyphens = skip(typed, at, HYPHENS);
    const next = typed.charAt(afterHyphens);
    if (afterHyphens > at && next !== '' && !SPACE.test(next)) {
      const { part, end } = excludedAt(typed, afterHyphens, numbers);
      if (part.text !== '') parts.push(part);
      at = end;
      continue;
    }
    const number = numbers.find(({ start }) => start === at);
    if (number) {
      const text = typed.slice(at, number.end);
      parts.push({ kind: 'documentNumber', text, number: number.number.text });
      at = number.end;
      continue;
    }
    const end = runEnd(typed, at, numbers);
    parts.push({ kind: 'run', text: typed.slice(at, end) });
    at = end;
  }
  const all = typed.trim();
  return parts.length > 0 || all === '' ? parts : [{ kind: 'run', text: all }]; // quotes without their other half
}

function excludedAt(
  typed: string,
  at: number,
  numbers: readonly FoundNumber[],
): { part: QueryPart; end: number } {
  const quoted = quotedAt(typed, at);
  if (quoted) {
    const text = quoted.text || typed.slice(at, quoted.end);
    return { part: { kind: 'excluded', text, exact: true }, end: quoted.end };
  }
  const start = QUOTES.has(typed.charAt(at)) ? at + 1 : at; // unclosed
  const end = numbers.find((number) => number.start === start)?.end ?? runEnd(typed, start, numbers);
  return { part: { kind: 'excluded', text: typed.slice(start, end) }, end };
}

/** The quoted text that opens at `at`; null where none does, or where it is never closed. */
function quotedAt(typed: string, at: number): { text: string; end: number } | null {
  const closers = QUOTES.get(typed.charAt(at));
  if (closers === undefined) return null;
  for (let end = at + 1; end < typed.length; end += 1) {
    if (closers.includes(typed.charAt(end))) return { text: typed.slice(at + 1, end), end: end + 1 };
  }
  return null;
}

/** A run goes on to white space, to a quote, or to a document number that begins inside it. */
function runEnd(typed: string, start: number, numbers: readonly FoundNumber[]): number {
  const limit = numbers.find((number) => number.start > start)?.start ?? typed.length;
  let end = start;
  while (end < limit && !SPACE.test(typed.charAt(end)) && !QUOTES.has(typed.charAt(end))) end += 1;
  return end;
}

function skip(text: string, at: number, characters: string): number {
  let end = at;
  while (end < text.length && characters.includes(text.charAt(end))) end += 1;
  return end;
}
