/** Mainland law: 编 章 节 条 numbered in Chinese (now and then Arabic) numerals, 第十七条之一 for what was put in later. */

import { NUMERALS, parseNumeral } from '../../core/text/numerals.js';
import type { LabelForm } from './numbering.js';

// Sites break 第六 条 apart; Taiwan's old texts print 第 一 章.
const NUMBER = `\\s{0,2}(?:[${NUMERALS}]{1,7}|[0-9０-９]{1,4})\\s{0,2}`;
/** 第五章之一 was put in after 第五章. */
const PUT_IN = `(?:之[${NUMERALS}]{1,2}(?=\\s))?`;

const ordinal = (printed: string): number | null => {
  const [, number] = /^第\s*([^编編篇部章节節条條]+)/.exec(printed) ?? [];
  return number === undefined ? null : parseNumeral(number);
};

export const lawLabels: readonly LabelForm[] = [
  { level: 'part', pattern: `第${NUMBER}(?:编|編|篇|部分)${PUT_IN}`, ordinal },
  { level: 'chapter', pattern: `第${NUMBER}章${PUT_IN}`, ordinal },
  { level: 'section', pattern: `第${NUMBER}(?:节|節)${PUT_IN}`, ordinal },
  {
    level: 'article',
    pattern: `第${NUMBER}(?:条|條)(?:\\s?之\\s?[${NUMERALS}]{1,3}(?![${NUMERALS}]))?`,
    ordinal,
  },
];
