/** What ties an article to its translation. */
import { NUMERALS, parseNumeral } from '../../core/text/numerals.js';

const ARTICLE = new RegExp(
  `^第([${NUMERALS}]+|\\d+)(?:-(\\d+))?[条條](?:之([${NUMERALS}]+|\\d+))?$|^(?:Article|Point)?(\\d+)(?:-(\\d+))?$`,
  'i',
);

const COUNT = /(?: \(\d{1,3}\)|（第\d{1,3}[处處]）)$/;

/**
 * `第17-1條`, `第 17 條之1`, `第十七条之一`, `Article 17-1` and a bare `17-1` → `17-1`; `第三条` → `3`.
 * Null for every locator that is not an article's. A count of those that are printed alike is no part of it.
 */
export function articleKey(locator: string): string | null {
  const match = ARTICLE.exec(locator.replace(COUNT, '').replace(/\s/g, ''));
  if (match === null) return null;
  const number = parseNumeral(match[1] ?? match[4] ?? '');
  const branch = match[2] ?? match[3] ?? match[5];
  if (number === null) return null;
  return branch === undefined ? `${number}` : `${number}-${parseNumeral(branch)}`;
}
