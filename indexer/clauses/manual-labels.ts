/**
 * Numbering of manuals, standards and speeches: 1 总则 → 1.1 → 1.1.1; Ⅰ. and 甲、; A.; 第一，. Of none is a number proof enough
 * (1.1万户, A.I., 第一、第二产业): prove-labels.ts asks for its neighbours.
 */
import { NUMERALS, parseNumeral } from '../../core/text/numerals.js';
import type { LabelForm, Level } from './numbering.js';
import { ordinalOfSign } from './single-characters.js';

/** 1.1万户, 1.5倍, 3.0版, 2.1%, 10.1—10.7: a measure, a version, a range. */
const UNIT =
  '[0-9０-９.．%％‰℃°万亿千百十倍版元米里个個人名户家项項件种種吨斤克公亩平年月日期级級度点點折号號楼路代条、，,；;：:。/～~—\\-]';
const PART = '[0-9０-９]{1,2}';
const STEMS = '甲乙丙丁戊己庚辛壬癸';

function decimal(level: Level, parts: number): LabelForm {
  return {
    level,
    pattern: `(?<![0-9０-９A-Za-z.．])${PART}(?:[.．]${PART}){${parts - 1}}[.．]?(?!\\s{0,2}${UNIT})(?=[\\s\\u3400-\\u9fff“《（(])`,
    ordinal: (printed) =>
      parseNumeral(/[0-9０-９]{1,3}[.．]?$/.exec(printed)?.[0].replace(/[.．]/, '') ?? ''),
  };
}

export const manualLabels: readonly LabelForm[] = [
  decimal('decimalFour', 4),
  decimal('decimalThree', 3),
  decimal('decimal', 2),
  {
    level: 'numbered',
    pattern: '(?<![^\\n\\s])[0-9０-９]{1,2}(?=[ \\t\\u3000\\u00a0]{1,4}[\\u3400-\\u9fff])',
    ordinal: parseNumeral,
  },
  { level: 'roman', pattern: '[Ⅰ-Ⅻ]\\s?[.．、]', ordinal: ordinalOfSign },
  {
    level: 'stem',
    pattern: `[${STEMS}]、(?![${STEMS}])`,
    ordinal: (printed) => STEMS.indexOf(printed.charAt(0)) + 1,
  },
  {
    level: 'letter',
    pattern: '(?<![A-Za-z0-9.])(?:[A-Za-zＡ-Ｚ][.．、](?!\\s?[A-Za-z][.．、])|[（(][A-Za-z][）)])',
    ordinal: (printed) =>
      (/[A-Za-z]/.exec(printed.normalize('NFKC'))?.[0].toLowerCase().charCodeAt(0) ?? 0) - 96,
  },
  {
    level: 'nth',
    pattern: `第[${NUMERALS}]{1,2}[，,、：:](?!\\s?第)`,
    ordinal: (printed) => parseNumeral(printed.slice(1, -1)),
  },
];

/** 1.2 → `1.`: what stands before its last number. */
export function prefixOf(printed: string): string {
  return printed
    .normalize('NFKC')
    .replace(/\.$/, '')
    .replace(/[0-9]{1,3}$/, '');
}
