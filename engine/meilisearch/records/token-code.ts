/**
 * Tokens as Meilisearch cannot spoil them: words of small Latin letters, one to one.
 *
 * Its tokenizer cuts Chinese by a dictionary of its own, breaks where letters meet digits and maps variants of
 * characters onto each other. None of that happens to a word of a to z. What is told apart by the first letter:
 *
 * ```
 * a–o  Han: four letters a character, the code point to base 26      算力 → bhwxbdfj
 * p    a word of a to z, as it is                                     ai   → pai
 * q    a number, a to j for 0 to 9                                    2023 → qcacd
 * r    any other word, four letters a character
 * s    what would be longer than the engine keeps, by its SHA-256
 * z    before any of these: it stands in the headings above or the title, not in the own text
 * ```
 */
import { createHash } from 'node:crypto';
import { BREAK } from '../../../core/text/characters.js';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const FIRST_HAN = 0x3400;
const LAST_IDEOGRAPH = 0x9fff;
/** The engine drops words past 250 bytes and cuts values of filters at 479. */
const LONGEST = 200;

export const CONTEXT_MARK = 'z';

const table: string[] = [];
for (let codePoint = FIRST_HAN; codePoint <= LAST_IDEOGRAPH; codePoint += 1) table.push(letters(codePoint));

/** A token of `grams` → a word of small letters; different tokens give different words. */
export function tokenCode(token: string): string {
  const unit = token.charCodeAt(0);
  if (unit >= FIRST_HAN && unit <= LAST_IDEOGRAPH) {
    const first = table[unit - FIRST_HAN] as string;
    if (token.length === 1) return first;
    const next = token.charCodeAt(1);
    if (token.length === 2 && next >= FIRST_HAN && next <= LAST_IDEOGRAPH) {
      return first + (table[next - FIRST_HAN] as string);
    }
  }
  if (isHan(token)) return [...token].map((character) => letters(character.codePointAt(0) ?? 0)).join('');
  return short(
    /^[a-z]+$/.test(token)
      ? `p${token}`
      : /^[0-9]+$/.test(token)
        ? `q${[...token].map((digit) => LETTERS.charAt(Number(digit))).join('')}`
        : `r${[...token].map((character) => letters(character.codePointAt(0) ?? 0)).join('')}`,
  );
}

/** Values of filters are compared whole and need no code; but they are cut where they are long. */
export function filterToken(token: string): string {
  return token.length <= LONGEST / 4 ? token : tokenCode(token);
}

export function isHan(token: string): boolean {
  return /^\p{Script=Han}/u.test(token) || token === BREAK;
}

/** Four letters: 26⁴ is past the last code point of a Han character, and that begins with o. */
function letters(codePoint: number): string {
  let rest = codePoint;
  let code = '';
  for (let place = 0; place < 4; place += 1) {
    code = LETTERS.charAt(rest % 26) + code;
    rest = Math.floor(rest / 26);
  }
  return code;
}

function short(code: string): string {
  if (code.length <= LONGEST) return code;
  const digest = createHash('sha256').update(code).digest('hex');
  return `s${[...digest].map((digit) => LETTERS.charAt(Number.parseInt(digit, 16))).join('')}`;
}
