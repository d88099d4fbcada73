/** The type (文种) of a text: given, by the kind of law it is, or by what its title ends in. */
import { convert } from '../../core/text/convert.js';
import { LAW_TYPES, TITLE_ENDINGS } from './tables/types.js';

const endings = Object.keys(TITLE_ENDINGS).sort((a, b) => b.length - a.length);

/** 实施方案（2023-2025年） → 方案: years, 试行 and numbers in brackets at the end are no part of the type. */
export function typeOfTitle(title: string): string | null {
  let plain = convert(title).replace(/\s/gu, '');
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain.replace(/[（(〔[【][^（(〔[【]{0,60}[）)〕\]】]$/u, '').replace(/[“”"'。]$/u, '');
  }
  const name = /^(?:关于|[^《]{0,30})?《([^《》]*(?:〈[^〉]*〉)?[^《》]*)》$/u.exec(plain)?.[1];
  const ending = endings.find((word) => (name ?? plain).endsWith(word));
  return ending === undefined ? null : (TITLE_ENDINGS[ending] ?? null);
}

/** 地方法规, 经济法, 憲法 → canonical; null where the word is no kind of law. */
export function typeOfLaw(category: string): string | null {
  return LAW_TYPES[convert(category.trim())] ?? null;
}

export function canonicalType(given: string): string {
  const plain = convert(given.trim());
  return LAW_TYPES[plain] ?? TITLE_ENDINGS[plain] ?? plain;
}
