/**
 * OSCOLA, fourth edition.
 *
 * ```
 * 中华人民共和国民法典 [Civil Code] (China) art 1224(1)(2).
 * 国务院, 国务院关于…的意见 (国发〔2025〕11号, 21 August 2025) (China) 二、（三） <https://…> accessed 22 August 2026.
 * 何海波, ‘判决书上网’ 法制日报 (21 May 2000).
 * 汪波, ‘…’ (人民网, 10 January 2004) <http://…> accessed 22 August 2026.
 * ```
 *
 * Titles stay in their language, a translation follows in square brackets where one was given; legislation of other places
 * is cited as it is there without full stops, and says where it is of. Abbreviations have no full stops (art, para).
 *
 * @see OSCOLA, 1.1.4 (other languages), 2.8 (legislation of other jurisdictions), 3.4.8 (websites), 3.4.9 (newspapers),
 * 3.1.4 (addresses and days of access).
 */
import { englishDate } from './citation-dates.js';
import { type ArticlePlace, withoutEnd } from './locator.js';
import { isPaper } from './newspaper.js';
import { namedAuthors, type Reference } from './reference.js';
import { endOfForce, WORDINGS } from './wording.js';

export const MEDIA_TYPE = 'text/plain; charset=utf-8';

export function oscola(reference: Reference): string {
  const { link, accessedOn } = reference;
  const parts = [
    work(reference),
    place(reference),
    link === null ? '' : `<${link}> accessed ${englishDate(accessedOn)}`,
  ].filter((part) => part !== '');
  return `${parts.join(' ').replace(/\.$/, '')}.`;
}

function work(reference: Reference): string {
  const { kind, title, titleEn, number, publishedOn, sourceName, jurisdiction, status } = reference;
  const named = titleEn === null ? title : `${title} [${titleEn}]`;
  const date = publishedOn === null ? '' : englishDate(publishedOn);
  const names = listed(namedAuthors(reference));
  if (kind === 'news') {
    const carrier = names === sourceName ? null : sourceName;
    const head = `${names === '' ? '' : `${names}, `}‘${named}’`;
    return carrier !== null && isPaper(carrier)
      ? `${head} ${carrier}${bracket(date)}`
      : `${head}${bracket(carrier, date)}`;
  }
  // A law is known by its name; its day says which version it is.
  const author = kind === 'law' || names === '' ? '' : `${names}, `;
  const country = jurisdiction.replaceAll('.', '');
  return `${author}${named}${bracket(number, date, endOfForce(status, WORDINGS.en))} (${country})`;
}

/** More than three are the first and others (3.1.1). */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  if (names.length > 3) return `${names[0]} and others`;
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

function bracket(...parts: readonly (string | null)[]): string {
  const known = parts.filter((part) => part !== null && part !== '');
  return known.length === 0 ? '' : ` (${known.join(', ')})`;
}

function place({ article, locator }: Reference): string {
  if (article === null) return withoutEnd(locator);
  const annex = article.above.trim() === '' ? '' : `${withoutEnd(article.above.trim())}, `;
  return `${annex}art ${articleNumber(article)}`;
}

/** 17-1(1)(2) */
function articleNumber({ number, inserted, pinpoint }: ArticlePlace): string {
  const whole = inserted === null ? number : `${number}-${inserted}`;
  if (pinpoint === null) return whole;
  return `${whole}(${pinpoint.paragraph})${pinpoint.item === null ? '' : `(${pinpoint.item})`}`;
}
