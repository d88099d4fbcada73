/**
 * What the place of a clause is called in a citation, its pinpoint included.
 *
 * Everywhere but in legal writing a locator stands as it is printed, and a pinpoint follows in the same
 * numerals: 第十七条之一第一款第二项, 第 17-1 條第 1 項第 2 款. Legal writing counts in Arabic: 第17条之一第1款第2项.
 *
 * The levels below an article are named by the law they belong to, not by their characters: under a mainland
 * 条 stand 款 then 项, under a Taiwan 條 stand 項 then 款. A document is Taiwan's when 台湾 is among its cities,
 * or, where none is known, when it is Traditional: a Traditional reprint of a mainland text has a mainland city.
 */
import type { Clause, PolicyDocument } from '../../core/model.js';
import { parseNumeral, writeNumeral } from '../../core/text/numerals.js';
import { type ArticleNumber, readArticle } from './article-locator.js';
import { isArticle } from './article-paragraphs.js';
import type { Pinpoint } from './pinpoint.js';

type Place = Pick<PolicyDocument, 'cities' | 'script'>;

const TAIWAN = /^[台臺](?:湾|灣|北|中|南|东|東)|^(?:新北|桃[园園]|高雄|基隆|新竹|嘉[义義])/;

function isTaiwanese({ cities, script }: Place): boolean {
  return cities.some((city) => TAIWAN.test(city)) || (cities.length === 0 && script === 'hant');
}

/** As printed; empty where nothing is printed and nothing pointed at. */
export function printedLocator(document: Place, clause: Clause, pinpoint: Pinpoint | null): string {
  const locator = oneSpace(clause.locator);
  if (pinpoint === null) return locator;
  const article = articleOf(clause);
  if (article === null) return `${locator}第${pinpoint.paragraph}段`;
  if (article.level === null) return `${locator}${englishLevels(document, pinpoint)}`;
  const write = /^\d/.test(article.number) ? spacedAs(locator) : writeNumeral;
  return locator + chineseLevels(document, pinpoint, write);
}

/**
 * With article numbers in Arabic: 第1224条第1款第2项; Taiwan's as its gazette prints them: 第 17-1 條第 1 項. An
 * article of an English text is cited as the Chinese one that it translates.
 */
export function legalLocator(document: Place, clause: Clause, pinpoint: Pinpoint | null): string {
  const article = articleOf(clause);
  if (article === null) return printedLocator(document, clause, pinpoint);

  const { above, inserted } = article;
  const level = article.level ?? (document.script === 'hant' ? '條' : '条');
  const number = arabic(article.number);
  const taiwanese = isTaiwanese(document);
  const write = taiwanese ? spacedAs('第 1') : String;
  const below = pinpoint === null ? '' : chineseLevels(document, pinpoint, write);
  if (taiwanese) {
    return `${above}第 ${inserted === null ? number : `${number}-${arabic(inserted)}`} ${level}${below}`;
  }
  return `${above}第${number}${level}${inserted === null ? '' : `之${chinese(inserted)}`}${below}`;
}

function articleOf(clause: Clause): ArticleNumber | null {
  return isArticle(clause) ? readArticle(oneSpace(clause.locator)) : null;
}

function chineseLevels(document: Place, { paragraph, item }: Pinpoint, write: (n: number) => string): string {
  const xiang = document.script === 'hant' ? '項' : '项';
  const [first, second] = isTaiwanese(document) ? [xiang, '款'] : ['款', xiang];
  return `第${write(paragraph)}${first}${item === null ? '' : `第${write(item)}${second}`}`;
}

/** As the official translations name them: a Taiwan 款 is a subparagraph, a mainland 项 an item. */
function englishLevels(document: Place, { paragraph, item }: Pinpoint): string {
  const second = isTaiwanese(document) ? 'Subparagraph' : 'Item';
  return `, Paragraph ${paragraph}${item === null ? '' : `, ${second} ${item}`}`;
}

/** Arabic numbers with spaces around them where the article's number has them: 第 17-1 條第 1 項. */
function spacedAs(locator: string): (n: number) => string {
  return /第\s/.test(locator) ? (n) => ` ${n} ` : String;
}

function arabic(numeral: string): string {
  return String(parseNumeral(numeral) ?? numeral.normalize('NFKC'));
}

/** An inserted article keeps its 之一, also where the text is English. */
function chinese(numeral: string): string {
  return /^\d+$/.test(numeral) ? writeNumeral(Number(numeral)) : numeral;
}

function oneSpace(locator: string): string {
  return locator.replace(/\s+/g, ' ').trim();
}
