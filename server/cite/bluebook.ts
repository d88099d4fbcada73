/**
 * The Bluebook, 21st edition, for foreign-language sources: the title in pinyin, then as printed, then in
 * English where an English title was given; nothing is translated here but the names of bodies.
 *
 * ```
 * Guowuyuan Guanyu … de Yijian (国务院关于…的意见) [English] (promulgated by the St. Council, Aug. 21, 2025, effective …) 国发〔2025〕11号, 二、（三） (China), https://….
 * Zhonghua Renmin Gongheguo Minfadian (中华人民共和国民法典) (promulgated May 28, 2020, effective Jan. 1, 2021), art. 1224, para. 1, item 2 (China).
 * … (draft for comments, by the Cyberspace Admin. of China, Apr. 11, 2023) …
 * Info. Off. of the St. Council, … (Mar. 16, 2023) (China), https://….       a report has an author
 * Wang Bo (汪波), … (…), Fazhi Ribao (法制日报), May 21, 2000 (China).          and so does news
 * ```
 *
 * The day is that of the act itself, not of what amended it. A draft is not promulgated.
 *
 * @see Rules 15.1(c) (institutional authors), 16.6 and 20.6 (newspapers), 20.1.4 (jurisdiction), 20.2.2 and 20.2.4 (languages
 * other than English), 20.5 (statutes), tables T2.8 (China), T10.3 and T16 (art., para.).
 */
import { bluebookAuthor, bluebookBody } from './body-name.js';
import { bluebookDate } from './citation-dates.js';
import { type ArticlePlace, withoutEnd } from './locator.js';
import { namedAuthors, type Reference } from './reference.js';
import { romaniseName, romaniseTitle } from './romanise.js';

export const MEDIA_TYPE = 'text/plain; charset=utf-8';

export function bluebook(reference: Reference): string {
  const { kind, link, jurisdiction } = reference;
  const head = kind === 'news' ? news(reference) : kind === 'report' ? report(reference) : act(reference);
  const citation = [`${head} (${jurisdiction})`, link ?? ''].filter((part) => part !== '').join(', ');
  return citation.endsWith('.') ? citation : `${citation}.`;
}

function act(reference: Reference): string {
  return located(reference, [titled(reference), promulgation(reference), reference.number ?? '']);
}

/** Government reports and white papers have an author, and are of a day. */
function report(reference: Reference): string {
  const { authors, number, publishedOn } = reference;
  const names = listed(authors.map(bluebookAuthor));
  const date = publishedOn === null ? '' : `(${bluebookDate(publishedOn)})`;
  const work = located(reference, [titled(reference), number ?? '', date]);
  return names === '' ? work : `${names}, ${work}`;
}

function news(reference: Reference): string {
  const { sourceName, publishedOn } = reference;
  const names = namedAuthors(reference);
  const paper = sourceName === null || names.includes(sourceName) ? '' : both(sourceName);
  return [
    listed(names.map((name) => (name === sourceName ? both(name) : person(name)))),
    titled(reference),
    paper,
    publishedOn === null ? '' : bluebookDate(publishedOn),
    place(reference),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function located(reference: Reference, parts: readonly string[]): string {
  const head = parts.filter((part) => part !== '').join(' ');
  const where = place(reference);
  return where === '' ? head : `${head}, ${where}`;
}

function titled({ title, titleEn }: Reference): string {
  return titleEn === null ? both(title) : `${both(title)} [${titleEn}]`;
}

/** In pinyin, then as printed; what is printed in Latin letters once. */
function both(text: string): string {
  const pinyin = romaniseTitle(text);
  return pinyin === text ? text : `${pinyin} (${text})`;
}

/** Names of persons have the family name first, the given name joined. */
function person(name: string): string {
  const pinyin = romaniseName(name);
  return pinyin === null ? both(name) : `${pinyin} (${name})`;
}

function promulgation({ authors, promulgatedOn, effectiveOn, status }: Reference): string {
  const by = authors.length === 0 ? '' : `by ${listed(authors.map(bluebookBody))}`;
  const date = promulgatedOn === null ? '' : bluebookDate(promulgatedOn);
  const effective = effectiveOn === null ? '' : `effective ${bluebookDate(effectiveOn)}`;
  if (status === '征求意见')
    return `(${['draft for comments', by, date].filter((part) => part !== '').join(', ')})`;
  const content = [by, date, effective].filter((part) => part !== '').join(', ');
  if (content === '') return '';
  return by === '' && date === '' ? `(${effective})` : `(promulgated ${content})`;
}

function place({ article, locator }: Reference): string {
  return article === null ? withoutEnd(locator) : articleOf(article);
}

function articleOf({ above, number, inserted, pinpoint, taiwanese }: ArticlePlace): string {
  const annex = above.trim() === '' ? '' : `${withoutEnd(above.trim())}, `;
  const whole = `${annex}art. ${inserted === null ? number : `${number}-${inserted}`}`;
  if (pinpoint === null) return whole;
  const item = pinpoint.item === null ? '' : `, ${taiwanese ? 'subpara.' : 'item'} ${pinpoint.item}`;
  return `${whole}, para. ${pinpoint.paragraph}${item}`;
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} & ${last}`;
}
