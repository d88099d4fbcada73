/**
 * Chinese numerals, as far as numbers, dates and labels use them: 一 to 九千九百九十九, by place (二〇二三), with 廿 and 卅,
 * and the banker's 壹佰. The only reader of them in the house.
 */

/** How zero is printed and typed: 〇, the circles ○ and ◯, 零, a digit, a letter O (Latin, Greek, Cyrillic). */
export const ZEROS = '〇○◯零0０OoＯОоΟο';

/** A character class (without its brackets) of the numerals that labels are written in. */
export const NUMERALS = '一二三四五六七八九十百千〇零○◯两兩廿卅';
export const BANKERS_NUMERALS = '壹贰叁肆伍陆柒捌玖拾貳參陸';

const DIGITS: ReadonlyMap<string, number> = new Map([
  ...[...ZEROS].map((zero) => [zero, 0] as const),
  ...Object.entries({ 一: 1, 二: 2, 两: 2, 兩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }),
  ...Object.entries({ 壹: 1, 贰: 2, 貳: 2, 叁: 3, 參: 3, 肆: 4, 伍: 5, 陆: 6, 陸: 6, 柒: 7, 捌: 8, 玖: 9 }),
]);
const JOINED: ReadonlyMap<string, string> = new Map(Object.entries({ 廿: '二十', 卅: '三十' }));
const UNITS: ReadonlyMap<string, number> = new Map(
  Object.entries({ 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }),
);

/**
 * `十七` → 17, `一百零八` → 108, `一〇八` → 108, `七二三` → 723, `１７` → 17. Null for anything that is no number.
 * White space inside is left out (Taiwan prints 第 一 章).
 */
export function parseNumeral(printed: string): number | null {
  const text = printed.replace(/\s/g, '').replace(/[廿卅]/g, (joined) => JOINED.get(joined) ?? '');
  if (text === '') return null;
  if (/^[0-9０-９]+$/.test(text)) return Number(text.normalize('NFKC'));
  let total = 0;
  let digit = 0;
  let sawUnit = false;
  for (const character of text) {
    const unit = UNITS.get(character);
    const value = DIGITS.get(character);
    if (unit !== undefined) {
      total += (digit === 0 ? 1 : digit) * unit; // 十七 leaves out its 一
      digit = 0;
      sawUnit = true;
    } else if (value !== undefined) {
      digit = sawUnit ? value : digit * 10 + value; // 一〇八 is written by place
    } else {
      return null;
    }
  }
  return total + digit;
}

/** 1 → 一, 12 → 十二, 120 → 一百二十. From 1 to 999: no article has more paragraphs or items. */
export function writeNumeral(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const digit = (n: number): string => '〇一二三四五六七八九'.charAt(n);
  let numeral = hundreds > 0 ? `${digit(hundreds)}百` : '';
  if (tens > 0) numeral += tens === 1 && hundreds === 0 ? '十' : `${digit(tens)}十`;
  else if (hundreds > 0 && ones > 0) numeral += '零';
  return ones > 0 ? numeral + digit(ones) : numeral;
}
