/**
 * What the place of a clause is called in a citation, its pinpoint included.
 *
 * Everywhere but in legal writing a locator stands as it is printed, and a pinpoint follows in the same
 * numerals: 第十七条之一第一款第二项, 第 17-1 條第 1 項第 2 款. Legal writing counts in Arabic: 第17条之一第1款第2项,
 * art. 17-1, para. 1, item 2.
 *
 * The levels below an article are named by the law they belong to, not by their characters: under a mainland
 * 条 stand 款 then 项, under a Taiwan 條 stand 項 then 款. A document is Taiwan's when 台湾 is among its cities,
 * or, where none is known, when it is Traditional: a Traditional reprint of a mainland text has a mainland city.
 */
import type { Clause, PolicyDocument } from '../../core/model.js';
import { parseNumeral, writeNumeral } from '../../core/text/numerals.js';
import { type ArticleNumber, readArticle } from './article-locator.js';
import { isArticle } from './article-paragraphs.js';
import { isTaiwanese } from './jurisdiction.js';
import type { Pinpoint } from './pinpoint.js';

type Place = Pick<PolicyDocument, 'cities' | 'script'>;

/** An article, in numbers. */
export interface ArticlePlace {
  /** What is printed before it. */
  readonly above: string;
  /** 17, and 1 of 第十七条之一. */
  readonly number: string;
  readonly inserted: string | null;
  readonly level: '条' | '條';
  readonly pinpoint: Pinpoint | null;
  /** Of these two levels, the names in the characters of the text. */
  readonly paragraphName: string;
  readonly itemName: string;
  readonly taiwanese: boolean;
}

/** As printed; empty where nothing is printed and nothing pointed at. */
export function printedLocator(document: Place, clause: Clause, pinpoint: Pinpoint | null): string {
  const locator = oneSpace(clause.locator);
  if (pinpoint === null) return locator;
  const article = articleOf(clause);
  if (article === null) return `${locator}第${pinpoint.paragraph}段`;
  if (article.level === null) return `${locator}${englishLevels(document, pinpoint)}`;
  const write = /^\d/.test(article.number) ? spacedAs(locator) : writeNumeral;
  return locator + below({ ...levelNames(document), pinpoint }, write);
}

/** An article of an English text is cited as the Chinese one that it translates. null for any other clause. */
export function articlePlace(
  document: Place,
  clause: Clause,
  pinpoint: Pinpoint | null,
): ArticlePlace | null {
  const article = articleOf(clause);
  if (article === null) return null;
  return {
    above: article.above,
    number: arabic(article.number),
    inserted: article.inserted === null ? null : arabic(article.inserted),
    level: article.level ?? (document.script === 'hant' ? '條' : '条'),
    pinpoint,
    ...levelNames(document),
    taiwanese: isTaiwanese(document),
  };
}

/** With article numbers in Arabic: 第1224条第1款第2项; Taiwan's as its gazette prints them. */
export function legalLocator(place: ArticlePlace): string {
  if (place.taiwanese) return spacedLocator(place);
  const { above, number, inserted, level } = place;
  const after = inserted === null ? '' : `之${chinese(inserted)}`;
  return `${above}第${number}${level}${after}${below(place, String)}`;
}

/** 第 17-1 條第 1 項第 2 款 */
export function spacedLocator(place: ArticlePlace): string {
  const { above, number, inserted, level } = place;
  const whole = inserted === null ? number : `${number}-${inserted}`;
  return `${above}第 ${whole} ${level}${below(place, (n) => ` ${n} `)}`;
}

/** 四、 → 四: a mark at its end gives way to the one that follows. */
export function withoutEnd(locator: string): string {
  return locator.replace(/[、.．﹒，,：:；;]$/, '');
}

function articleOf(clause: Clause): ArticleNumber | null {
  return isArticle(clause) ? readArticle(oneSpace(clause.locator)) : null;
}

function levelNames(document: Place): Pick<ArticlePlace, 'paragraphName' | 'itemName'> {
  const xiang = document.script === 'hant' ? '項' : '项';
  return isTaiwanese(document)
    ? { paragraphName: xiang, itemName: '款' }
    : { paragraphName: '款', itemName: xiang };
}

function below(
  { pinpoint, paragraphName, itemName }: Pick<ArticlePlace, 'pinpoint' | 'paragraphName' | 'itemName'>,
  write: (n: number) => string,
): string {
  if (pinpoint === null) return '';
  const item = pinpoint.item === null ? '' : `第${write(pinpoint.item)}${itemName}`;
  return `第${write(pinpoint.paragraph)}${paragraphName}${item}`;
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
