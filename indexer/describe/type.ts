/** The type (文种) of a text: given, or what its title ends in. */

import { LAW_TYPES, TITLE_ENDINGS } from '../../core/tables/types.js';
import { canonicalName } from '../../core/text/canonical-name.js';
import { toSimplified } from '../../core/text/script.js';
import type { TextEnds } from './text-ends.js';
import { taiwanLetter } from './title/taiwan-letter.js';

/** What a text says of its kind at its head, before what its title ends in: 臺北市政府　函, GB/T 35273-2020. */
export function readType(ends: TextEnds, title: string): string | null {
  return taiwanLetter(ends)?.type ?? ends.numbered?.type ?? typeOfTitle(title);
}

const endings = [...TITLE_ENDINGS.keys()].sort((a, b) => b.length - a.length);

/** 实施方案（2023-2025年） → 方案: years, 试行 and numbers in brackets at the end are no part of the type. */
export function typeOfTitle(title: string): string | null {
  let plain = toSimplified(title).replace(/\s/gu, '');
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain.replace(/[（(〔[【][^（(〔[【]{0,60}[）)〕\]】]$/u, '').replace(/[“”"'。]$/u, '');
  }
  const name = /^(?:关于|[^《]{0,30})?《([^《》]{0,300}(?:〈[^〉]{0,300}〉[^《》]{0,300})?)》$/u.exec(
    plain,
  )?.[1];
  const ending = endings.find((word) => (name ?? plain).endsWith(word));
  return ending === undefined ? null : (TITLE_ENDINGS.get(ending) ?? null);
}

/** 地方法规, 经济法, 憲法 as they are given → canonical; other words stay, in Simplified. */
export function canonicalType(given: string): string {
  const plain = canonicalName(given);
  return LAW_TYPES.get(plain) ?? TITLE_ENDINGS.get(plain) ?? plain;
}
