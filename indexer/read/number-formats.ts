/**
 * How word processors print the number of a list item: the formats by the names that WordprocessingML gives them, and
 * the codes that .doc and .rtf have for the same.
 */
import { writeNumeral } from '../../core/text/numerals.js';

type Write = (value: number) => string;

/** From a row of characters: 1 is its first. Past its end as digits. */
const fromRow =
  (row: string): Write =>
  (value) =>
    [...row][value - 1] ?? String(value);

const fromBlock =
  (first: string, last: string): Write =>
  (value) => {
    const code = (first.codePointAt(0) ?? 0) + value - 1;
    return value >= 1 && code <= (last.codePointAt(0) ?? 0) ? String.fromCodePoint(code) : String(value);
  };

const counting: Write = (value) => (value >= 1 && value <= 999 ? writeNumeral(value) : String(value));
const digitByDigit: Write = (value) =>
  String(value).replace(/\d/g, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)));
const replaced = (from: string, to: string, write: Write): Write => {
  const other = new Map([...from].map((character, at) => [character, to.charAt(at)]));
  return (value) => [...write(value)].map((character) => other.get(character) ?? character).join('');
};
const fullWidth: Write = (value) =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
/** A, B … Z, AA, BB: the letter is doubled, not counted on. */
const letters =
  (first: 'A' | 'a'): Write =>
  (value) =>
    value >= 1 && value <= 780
      ? String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
      : String(value);

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let printed = '';
  for (const [worth, letter] of ROMAN) {
    printed += letter.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return printed;
}

const circled = fromRow('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿');
const simplifiedMoney = replaced('一二三四五六七八九十百〇', '壹贰叁肆伍陆柒捌玖拾佰零', counting);
const traditionalMoney = replaced('一二三四五六七八九十百〇', '壹貳參肆伍陸柒捌玖拾佰零', counting);
const stems = fromRow('甲乙丙丁戊己庚辛壬癸');
const branches = fromRow('子丑寅卯辰巳午未申酉戌亥');

/** Name, the code of it in .doc and .rtf (null: none), and how it is written. */
const FORMATS: readonly (readonly [name: string, code: number | null, write: Write])[] = [
  ['decimal', 0, String],
  ['upperRoman', 1, roman],
  ['lowerRoman', 2, (value) => roman(value).toLowerCase()],
  ['upperLetter', 3, letters('A')],
  ['lowerLetter', 4, letters('a')],
  ['ideographDigital', 10, digitByDigit],
  ['japaneseCounting', 11, counting],
  ['decimalFullWidth', 14, fullWidth],
  ['decimalHalfWidth', 15, String],
  ['japaneseLegal', 16, traditionalMoney],
  ['japaneseDigitalTenThousand', 17, digitByDigit],
  ['decimalEnclosedCircle', 18, circled],
  ['decimalFullWidth2', 19, fullWidth],
  ['decimalZero', 22, (value) => String(value).padStart(2, '0')],
  ['bullet', 23, () => ''],
  ['decimalEnclosedFullstop', 26, fromBlock('⒈', '⒛')],
  ['decimalEnclosedParen', 27, fromBlock('⑴', '⒇')],
  ['decimalEnclosedCircleChinese', 28, circled],
  ['ideographEnclosedCircle', 29, fromBlock('㊀', '㊉')],
  ['ideographTraditional', 30, stems],
  ['ideographZodiac', 31, branches],
  ['taiwaneseCounting', 33, counting],
  ['ideographLegalTraditional', 34, traditionalMoney],
  ['taiwaneseCountingThousand', 35, counting],
  ['taiwaneseDigital', 36, digitByDigit],
  ['chineseCounting', 37, counting],
  ['chineseLegalSimplified', 38, simplifiedMoney],
  ['chineseCountingThousand', 39, counting],
  ['numberInDash', 57, (value) => `- ${value} -`],
  ['none', 255, () => ''],
];

const BY_NAME: ReadonlyMap<string, Write> = new Map(FORMATS.map(([name, , write]) => [name, write]));
const BY_CODE: ReadonlyMap<number, string> = new Map(
  FORMATS.flatMap(([name, code]) => (code === null ? [] : [[code, name] as const])),
);

/** @returns  As digits where the format is none that we know. */
export function writeNumber(value: number, format: string): string {
  return (BY_NAME.get(format) ?? String)(value);
}

export function formatOfCode(code: number): string {
  return BY_CODE.get(code) ?? 'decimal';
}
