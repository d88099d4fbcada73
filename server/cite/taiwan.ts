/**
 * 臺大法學論叢, its 格式範本 (2012, amended in 2017).
 *
 * ```
 * 總統府組織法第 4 條第 1 款。                                         laws and regulations: neither marks, day nor source
 * 內政部（86）台內地字第 8673621 號函。                                letters and orders of Taiwan: body, number, kind
 * 国务院（08/21/2025），《…》，国发〔2025〕11号，二、（三），載於：https://…（最後瀏覽日：08/22/2026）。
 * 張三（05/21/2000），〈標題〉，《聯合報》，https://…（最後瀏覽日：08/22/2026）。
 * ```
 *
 * Pieces in a paper have 〈〉, what stands alone 《》; days are month, day and year; numbers of articles stand between spaces.
 * The words are Traditional whatever the reader's language, as the journal is; names and titles are as published.
 */
import { taiwanDate } from './citation-dates.js';
import { spacedLocator, withoutEnd } from './locator.js';
import { isPaper } from './newspaper.js';
import { namedAuthors, type Reference } from './reference.js';
import { markTitle, shortLawTitle } from './title-marks.js';

export const MEDIA_TYPE = 'text/plain; charset=utf-8';

/** How letters and orders are called behind their number. */
const LETTER = /^(?:函|令|公告|书函|書函|解释令|解釋令)$/;

export function taiwan(reference: Reference): string {
  const { article, locator } = reference;
  const place = article === null ? withoutEnd(locator) : spacedLocator(article);
  if (isLegislation(reference)) return `${shortLawTitle(reference.title)}${place}。`;
  const letter = letterOf(reference);
  const parts = letter === null ? published(reference, place) : [letter, place];
  return `${parts.filter((part) => part !== '').join('，')}。`;
}

function isLegislation({ kind, jurisdiction, isDerived, number }: Reference): boolean {
  if (isDerived) return false;
  // What a ministry of the mainland made is not known by its title alone.
  return kind === 'law' || (kind === 'regulation' && (jurisdiction === 'Taiwan' || number === null));
}

function letterOf({ jurisdiction, type, number, authors }: Reference): string | null {
  if (jurisdiction !== 'Taiwan' || number === null || type === null || !LETTER.test(type)) return null;
  return `${authors.join('、')}${number}${number.endsWith(type) ? '' : type}`;
}

function published(reference: Reference, place: string): string[] {
  const { kind, title, number, publishedOn, sourceName, link, accessedOn, endOfForce } = reference;
  const names = namedAuthors(reference).join('、');
  const date = publishedOn === null ? '' : `（${taiwanDate(publishedOn)}）`;
  const isNews = kind === 'news';
  const paper = isNews && sourceName !== null && sourceName !== names ? sourceName : '';
  const source = link === null ? '' : `${link}（最後瀏覽日：${taiwanDate(accessedOn)}）`;
  return [
    names === '' ? '' : names + date,
    isNews ? `〈${title}〉` : markTitle(title),
    names === '' && publishedOn !== null ? taiwanDate(publishedOn) : '',
    isPaper(paper) ? `《${paper}》` : paper,
    number ?? '',
    endOfForce === null ? '' : '已廢止',
    place,
    source === '' || isNews ? source : `載於：${source}`,
  ];
}
