/** The numbers that a browser prints before the items of an ordered list. */
import { writeNumeral } from '../../../core/text/numerals.js';
import type { Element } from '../parse-markup.js';
import { isLabelledLine } from './line-rules.js';
import { isElement } from './visible.js';

const STYLE = /list-style(?:-type)?\s{0,9}:\s{0,9}([a-z-]{1,40})/iu;
/** What an item begins with that has its number already. */
const NUMBERED =
  /^(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十百零〇]{1,4})[)）.．、:：]|第[\d一二三四五六七八九十百零〇]{1,6}[条條章节節款项項]|[①-⑳]|[[［〔]\d{1,3}[\]］〕])/u;

const ROMAN: readonly (readonly [value: number, sign: string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** Counts the items of each list as they come; of an item, what is printed before its text. */
export function itemLabels(): (item: Element, text: string) => string {
  const numbers = new Map<Element, number>();
  return (item, text) => {
    const list = item.parent;
    if (list === null || !isElement(list) || list.name !== 'ol' || isLabelledLine(text)) return '';
    const given = Number.parseInt(item.attribs.value ?? '', 10);
    const step = list.attribs.reversed === undefined ? 1 : -1;
    const before = numbers.get(list);
    const counted = before === undefined ? firstNumber(list) : before + step;
    const number = Number.isSafeInteger(given) ? given : counted;
    numbers.set(list, number);
    return itemLabel(list, number, text);
  };
}

/** The number of the first item. */
function firstNumber(list: Element): number {
  const start = Number.parseInt(list.attribs.start ?? '', 10);
  if (Number.isSafeInteger(start)) return start;
  if (list.attribs.reversed === undefined) return 1;
  return list.children.filter((child) => 'name' in child && child.name === 'li').length;
}

/** `1. `, `一、`, `iv. `; empty where the list prints none. @param text  What the item prints itself. */
function itemLabel(list: Element, number: number, text: string): string {
  if (NUMBERED.test(text)) return '';
  const named = STYLE.exec((list.attribs.style ?? '').slice(0, 2000))?.[1]?.toLowerCase();
  const style = named ?? TYPES.get(list.attribs.type ?? '') ?? 'decimal';
  if (NONE.has(style)) return '';
  if (/^(?:cjk|simp-chinese|trad-chinese)/u.test(style) && number > 0 && number < 1000) {
    return `${writeNumeral(number)}、`;
  }
  if (/alpha|latin/u.test(style)) return `${cased(letters(number), style)}. `;
  if (/roman/u.test(style)) return `${cased(roman(number), style)}. `;
  return `${number}. `;
}

const NONE = new Set(['none', 'disc', 'circle', 'square', 'inside', 'outside', 'initial', 'inherit']);
const TYPES: ReadonlyMap<string, string> = new Map([
  ['a', 'lower-alpha'],
  ['A', 'upper-alpha'],
  ['i', 'lower-roman'],
  ['I', 'upper-roman'],
]);

const cased = (label: string, style: string): string =>
  style.startsWith('upper') ? label.toUpperCase() : label;

/** 1 is a, 27 is aa. What has no letters is printed as digits. */
function letters(number: number): string {
  if (number < 1) return String(number);
  let rest = number;
  let label = '';
  while (rest > 0) {
    label = String.fromCharCode(97 + ((rest - 1) % 26)) + label;
    rest = Math.floor((rest - 1) / 26);
  }
  return label;
}

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let rest = number;
  let label = '';
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      label += sign;
      rest -= value;
    }
  }
  return label;
}
