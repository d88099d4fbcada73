/** A body as the Bluebook names it: by its English name where there is a table of it, else in pinyin. */
import { convert } from '../../core/text/convert.js';
import { romaniseTitle } from './romanise.js';
import { BODY_NAMES, PROVINCES, PROVINCIAL } from './tables/body-names.js';

/** 国务院 → the St. Council; 广东省财政厅 → the Dep’t of Fin. of Guangdong Province; 洪洞县人民政府 → Hongtong Xian Renmin Zhengfu. */
export function bluebookBody(body: string): string {
  const english = englishName(body);
  return english === null ? romaniseTitle(body) : `the ${english}`;
}

/** Without its article, as it stands at the head of a reference. */
export function bluebookAuthor(body: string): string {
  return englishName(body) ?? romaniseTitle(body);
}

function englishName(body: string): string | null {
  const name = convert(body);
  const national = BODY_NAMES.get(name) ?? BODY_NAMES.get(name.replace(/^中华人民共和国/, ''));
  if (national !== undefined) return national;
  for (const [province, place] of PROVINCES) {
    const own = name.startsWith(province) ? PROVINCIAL.get(name.slice(province.length)) : undefined;
    if (own !== undefined) return `${own} of ${place}`;
  }
  return null;
}
