/**
 * Lists of an OpenDocument text: styles of levels, and what of them a list has.
 *
 * @see  ODF 1.3, part 3, 16.30 (text:list-style), 5.3 (lists).
 */
import type { ListLevel } from '../list-numbering.js';
import type { Element } from '../parse-markup.js';
import { bulletOf } from '../symbol-characters.js';
import { isElement } from '../walk-tree.js';

const LEVELS = 10;

/** A number's form, as the first of its row: `一, 二, 三, ...`, `1`, `i`. */
const FORMATS: ReadonlyMap<string, string> = new Map([
  ['1', 'decimal'],
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
  ['一', 'chineseCounting'],
  ['壹', 'chineseLegalSimplified'],
  ['甲', 'ideographTraditional'],
  ['子', 'ideographZodiac'],
  ['①', 'decimalEnclosedCircle'],
  ['㊀', 'ideographEnclosedCircle'],
  ['１', 'decimalFullWidth'],
  ['⑴', 'decimalEnclosedParen'],
  ['⒈', 'decimalEnclosedFullstop'],
  ['〇', 'ideographDigital'],
]);

/** @param styles  `text:list-style` and `text:outline-style`. */
export function levelsOf(style: Element): readonly (ListLevel | undefined)[] {
  const levels: (ListLevel | undefined)[] = new Array<undefined>(LEVELS).fill(undefined);
  for (const element of style.children.filter(isElement)) {
    const at = Number(element.attribs['text:level'] ?? Number.NaN) - 1;
    if (Number.isInteger(at) && at >= 0 && at < LEVELS) levels[at] = levelOf(element, at);
  }
  return levels;
}

function levelOf({ name, attribs, children }: Element, at: number): ListLevel | undefined {
  const isBullet = name === 'text:list-level-style-bullet';
  if (!isBullet && name !== 'text:list-level-style-number' && name !== 'text:outline-level-style')
    return undefined;
  const start = Number(attribs['text:start-value'] ?? 1);
  const format = isBullet ? 'bullet' : formatOf(attribs['style:num-format'] ?? '');
  return {
    start: Number.isSafeInteger(start) ? start : 1,
    format,
    text: isBullet
      ? bulletOf((attribs['text:bullet-char'] ?? '').slice(0, 10), '')
      : printed(attribs, format, at),
    gap: gapOf(children.filter(isElement)),
    isLegal: false,
    restartAfter: null,
  };
}

function formatOf(format: string): string {
  const [first = ''] = format.split(',');
  return first === '' ? 'none' : (FORMATS.get(first.trim()) ?? 'decimal');
}

/** `第%1%条` as newer programs write it, else what stands before and behind the numbers. */
function printed(attribs: Element['attribs'], format: string, at: number): string {
  const pattern = attribs['loext:num-list-format'] ?? attribs['style:num-list-format'];
  if (pattern !== undefined) return pattern.slice(0, 100).replace(/%(\d)%/g, '%$1');
  if (format === 'none') return '';
  const shown = Math.max(1, Math.min(at + 1, Number(attribs['text:display-levels'] ?? 1) || 1));
  const numbers = Array.from({ length: shown }, (_, level) => `%${at + 2 - shown + level}`).join('.');
  return `${(attribs['style:num-prefix'] ?? '').slice(0, 50)}${numbers}${(attribs['style:num-suffix'] ?? '').slice(0, 50)}`;
}

function gapOf(children: readonly Element[]): ListLevel['gap'] {
  const properties = children.find(({ name }) => name === 'style:list-level-properties');
  const alignment = properties?.children
    .filter(isElement)
    .find(({ name }) => name === 'style:list-level-label-alignment');
  const gap = alignment?.attribs['text:label-followed-by'];
  return gap === 'nothing' || gap === 'space' ? gap : 'tab';
}
