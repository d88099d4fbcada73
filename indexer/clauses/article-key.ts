/** What ties an article to its translation. */
import { NUMERALS, parseNumeral } from '../../core/text/numerals.js';

const ARTICLE = new RegExp(
  `^第([${NUMERALS}]+|\\d+)(?:-(\\d+))?[条條](?:之([${NUMERALS}]+|\\d+))?$|^(?:Article)?(\\d+)(?:-(\\d+))?$`,
  'i',
);

/**
 * `第17-1條`, `第 17 條之1`, `第十七条之一`, `Article 17-1` and a bare `17-1` → `17-1`; `第三条` → `3`.
 * Null for every locator that is not an article's.
 */
export function articleKey(locator: string): string | null {
  const match = ARTICLE.exec(locator.replace(/\s/g, ''));
  if (match === null) return null;
  const number = parseNumeral(match[1] ?? match[4] ?? '');
  const branch = match[2] ?? match[3] ?? match[5];
  if (number === null) return null;
  return branch === undefined ? `${number}` : `${number}-${parseNumeral(branch)}`;
}
