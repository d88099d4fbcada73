/**
 * Plans and notices of the mainland: 壹、 → 一、 → （一） → 1. → （1） → 1） → ①, levels may be skipped. One character may stand for
 * a label: ㈠ for （一）, ⒈ for 1., ⑴ for （1）.
 */

import { BANKERS_NUMERALS, NUMERALS, parseNumeral } from '../../core/text/numerals.js';
import type { LabelForm } from './numbering.js';
import { ordinalOfSign } from './single-characters.js';

const number = (printed: string): number | null =>
  parseNumeral(printed.replace(/[、，.．﹒（）()〔〕［］[\]\s]/g, ''));

export const planLabels: readonly LabelForm[] = [
  { level: 'great', pattern: `[${BANKERS_NUMERALS}]{1,3}、`, ordinal: number },
  // Not 一、二、三级 (an enumeration) and not 一.五.
  { level: 'item', pattern: `[${NUMERALS}]{1,4}\\s?[、.．](?!\\s?[${NUMERALS}])`, ordinal: number },
  {
    level: 'bracketed',
    pattern: `(?:[（(]\\s?[${NUMERALS}]{1,4}\\s?[)）]|〔[${NUMERALS}]{1,3}〕|［[${NUMERALS}]{1,3}］|\\[[${NUMERALS}]{1,3}\\])、?|[㈠-㈩]`,
    ordinal: (printed) => ordinalOfSign(printed) ?? number(printed),
  },
  // Not 2.0, 1.5亿元, 1、2号.
  {
    level: 'arabic',
    pattern: '[0-9０-９]{1,3}\\s?[.．﹒、](?!\\s?[0-9０-９])|[⒈-⒛](?![0-9０-９])',
    ordinal: (printed) => ordinalOfSign(printed) ?? number(printed),
  },
  {
    level: 'bracketedArabic',
    pattern: '[（(]\\s?[0-9０-９]{1,3}\\s?[)）]、?|[⑴-⒇]',
    ordinal: (printed) => ordinalOfSign(printed) ?? number(printed),
  },
  { level: 'halfBracketed', pattern: '[0-9０-９]{1,2}[)）]', ordinal: number },
  { level: 'circled', pattern: '[①-⑳㊀-㊉]', ordinal: ordinalOfSign },
  { level: 'darkCircled', pattern: '[❶-❿➀-➓⓫-⓾]', ordinal: ordinalOfSign },
];
