/**
 * Chinese numerals as articles, paragraphs and items are numbered with them: 一 … 九千九百九十九, and digit
 * by digit (一二三, 二〇).
 */
const DIGITS = '〇一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const VARIANTS: Readonly<Record<string, string>> = { 零: '〇', 两: '二', 兩: '二', 廿: '二十', 卅: '三十' };

/** What a numeral is written with, for use inside a character class. */
export const NUMERAL_CHARACTERS = `${DIGITS}${Object.keys(UNITS).join('')}${Object.keys(VARIANTS).join('')}`;

/** 一千二百二十四 → 1224; 二〇 → 20; null for what is no numeral. */
export function readNumeral(numeral: string): number | null {
  const characters = [...numeral].flatMap((character) => [...(VARIANTS[character] ?? character)]);
  if (characters.length === 0) return null;
  const values = characters.map((character) => DIGITS.indexOf(character));
  if (values.every((value) => value >= 0)) return Number(values.join(''));

  let total = 0;
  let digit = 0;
  for (const [index, character] of characters.entries()) {
    const value = values[index] ?? -1;
    const unit = UNITS[character];
    if (value >= 0) {
      digit = value;
    } else if (unit !== undefined) {
      total += (digit || 1) * unit; // 十二 has no 一 before its 十
      digit = 0;
    } else {
      return null;
    }
  }
  return total + digit;
}

/** 1 → 一, 12 → 十二, 120 → 一百二十. From 1 to 999: no article has more paragraphs or items. */
export function writeNumeral(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const digit = (n: number): string => DIGITS[n] ?? '';
  let numeral = hundreds > 0 ? `${digit(hundreds)}百` : '';
  if (tens > 0) numeral += tens === 1 && hundreds === 0 ? '十' : `${digit(tens)}十`;
  else if (hundreds > 0 && ones > 0) numeral += '零';
  return ones > 0 ? numeral + digit(ones) : numeral;
}
