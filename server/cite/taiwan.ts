/**
 * 臺大法學論叢, its 格式範本 (2012, amended in 2017).
 *
 * ```
 * 總統府組織法第 4 條第 1 款。                                         laws and regulations: neither marks nor day
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
import { endOfForce, WORDINGS } from './wording.js';

export const MEDIA_TYPE = 'text/plain; charset=utf-8';

/** How letters and orders are called behind their number. */
const LETTER = /^(?:函|令|公告|书函|書函|解释令|解釋令)$/;

export function taiwan(reference: Reference): string {
  const { article, locator, link } = reference;
  const place = article === null ? withoutEnd(locator) : spacedLocator(article);
  // Neither needs a source: that they are printed in the gazette is enough. Where a link is known, it is of use.
  const source = link === null ? '' : sourceOf(reference);
  const letter = letterOf(reference);
  const parts = isLegislation(reference)
    ? [`${shortLawTitle(reference.title)}${place}`, source]
    : letter === null
      ? published(reference, place)
      : [letter, place, source];
  return `${parts.filter((part) => part !== '').join('，')}。`;
}

function isLegislation({ kind, jurisdiction, isDerived, number, status }: Reference): boolean {
  if (isDerived || status === '征求意见') return false;
  // What a ministry of the mainland made is not known by its title alone.
  return kind === 'law' || (kind === 'regulation' && (jurisdiction === 'Taiwan' || number === null));
}

function letterOf({ jurisdiction, type, number, authors }: Reference): string | null {
  if (jurisdiction !== 'Taiwan' || number === null || type === null || !LETTER.test(type)) return null;
  return `${authors.join('、')}${number}${number.endsWith(type) ? '' : type}`;
}

function published(reference: Reference, place: string): string[] {
  const { kind, title, number, publishedOn, sourceName, status } = reference;
  const names = namedAuthors(reference).join('、');
  const date = publishedOn === null ? '' : `（${taiwanDate(publishedOn)}）`;
  const isNews = kind === 'news';
  const paper = isNews && sourceName !== null && sourceName !== names ? sourceName : '';
  return [
    names === '' ? '' : names + date,
    isNews ? `〈${title}〉` : markTitle(title),
    names === '' && publishedOn !== null ? taiwanDate(publishedOn) : '',
    isPaper(paper) ? `《${paper}》` : paper,
    number ?? '',
    endOfForce(status, WORDINGS['zh-Hant']) ?? '',
    place,
    sourceOf(reference),
  ];
}

function sourceOf({ kind, link, accessedOn }: Reference): string {
  if (link === null) return '';
  return `${kind === 'news' ? '' : '載於：'}${link}（最後瀏覽日：${taiwanDate(accessedOn)}）`;
}
