/**
 * APA, 7th edition.
 *
 * `国务院. (2025, August 21). *标题* (国发〔2025〕11号), 二、（三）. https://….`
 *
 * Asterisks are the italics of the title; an asterisk of its own is escaped. Without a body the title stands
 * in its place, and a text without a date has none (n.d.).
 *
 * @see Publication Manual, 9.12 (missing author), 9.17 (n.d.), 9.11 (group authors).
 */
import { apaDate } from './citation-dates.js';
import type { Reference } from './reference.js';

export const MEDIA_TYPE = 'text/plain; charset=utf-8';

export function apa({
  bodies,
  title,
  number,
  publishedOn,
  locator,
  link,
  kind,
  sourceName,
}: Reference): string {
  const date = `(${publishedOn === null ? 'n.d.' : apaDate(publishedOn)})`;
  const numbered = `*${title.replaceAll('*', '\\*')}*${number === null ? '' : ` (${number})`}`;
  const work = locator === '' ? numbered : `${numbered}, ${locator}`;
  const paper = kind === 'news' ? sourceName : null;
  return [...(bodies.length === 0 ? [work, date] : [authors(bodies), date, work]), paper, link]
    .filter((part) => part !== null)
    .map((part) => (part.endsWith('.') ? part : `${part}.`))
    .join(' ');
}

function authors(bodies: readonly string[]): string {
  const last = bodies.at(-1) ?? '';
  return bodies.length < 2 ? last : `${bodies.slice(0, -1).join(', ')}, & ${last}`;
}
