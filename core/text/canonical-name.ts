/**
 * The one form of a name, however it was typed: a body, a place, a type, a theme as the value of a facet.
 *
 * Compatibility forms are folded, case is not: a name is shown as it stands here. Matching has `fold`, which keeps less.
 */

import { RADICALS } from './radicals.js';
import { scriptOf, toSimplified } from './script.js';
import { VARIANTS } from './variants.js';

/** Full-width letters and digits, ligatures, radicals and compatibility ideographs. */
const FORMS = /[０-９Ａ-Ｚａ-ｚﬀ-ﬆ\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu;
/** Printed as nothing: soft hyphens, joiners, direction marks; selectors of a character's shape. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/gu;

/**
 * Width and compatibility forms of Han and Latin as the characters they are forms of: ＡＢＣ → ABC, ⼈⺠ → 人民, ﬁ → fi.
 * Punctuation stays as wide as it is.
 */
export function plainForms(text: string): string {
  return text.replace(FORMS, (form) => RADICALS.get(form.codePointAt(0) ?? 0) ?? form.normalize('NFKC'));
}

/**
 * ```
 * 北京市⼈⺠政府   →  北京市人民政府
 * ＡＢＣ委员会     →  ABC委员会
 * 衞生署           →  卫生署
 * 乾县人民政府     →  乾县人民政府     (it is Simplified already)
 * 台北 市(府)      →  台北市（府）
 * ```
 */
export function canonicalName(given: string): string {
  const plain = plainForms(given)
    .replace(INVISIBLE, '')
    .replace(/\s+/gu, ' ')
    .replace(/(?<=[^\x21-\x7e]) | (?=[^\x21-\x7e])/gu, '')
    .trim();
  // 衞 is printed for 衛 in names that are Traditional otherwise; in a Simplified one it is what it is.
  const common = plain.replace(/\p{Script=Han}/gu, (character) => VARIANTS.get(character) ?? character);
  const simplified = scriptOf(common) === 'hant' ? toSimplified(common) : plain;
  return /\p{Script=Han}/u.test(simplified)
    ? simplified.replaceAll('(', '（').replaceAll(')', '）')
    : simplified;
}
