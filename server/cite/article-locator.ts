/** The number of an article as a locator prints it: 第十七条之一, 第 17-1 條, and Article 17-1 in English texts. */
import { NUMERALS } from '../../core/text/numerals.js';

export interface ArticleNumber {
  /** What stands before the article. */
  readonly above: string;
  /** 十七 or 17. */
  readonly number: string;
  /** 一 or 1; null for most. */
  readonly inserted: string | null;
  /** null in English. */
  readonly level: '条' | '條' | null;
}

const NUMERAL = `[${NUMERALS}0-9０-９]+`;
const CHINESE = new RegExp(
  `第\\s*(${NUMERAL})(?:[-－–—之](${NUMERAL}))?\\s*([条條])(?:\\s*之\\s*(${NUMERAL}))?$`,
);
const ENGLISH = /^Article\s+(\d+)(?:-(\d+))?$/i;

/** null where the locator does not end in an article. */
export function readArticle(locator: string): ArticleNumber | null {
  const english = ENGLISH.exec(locator);
  if (english !== null) {
    return { above: '', number: english[1] ?? '', inserted: english[2] ?? null, level: null };
  }
  const found = CHINESE.exec(locator);
  if (found === null) return null;
  const [, number = '', hyphened, level, inserted] = found;
  return {
    above: locator.slice(0, found.index),
    number,
    inserted: hyphened ?? inserted ?? null,
    level: level === '條' ? '條' : '条',
  };
}
