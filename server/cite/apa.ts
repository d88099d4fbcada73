/**
 * APA, 7th edition.
 *
 * `国务院. (2025, August 21). 标题 (国发〔2025〕11号), 二、（三）. https://…`
 *
 * The title is in italics, or of news of a paper the paper's name; plain text has none, and no mark stands for them. No full
 * stop follows a link. Without an author the title stands in its place, and a text without a date has none (n.d.).
 *
 * @see Publication Manual, 9.11 (group authors), 9.12 (missing author), 9.17 (n.d.), 9.35 (no period after a URL), 10.1
 * examples 15 and 16 (newspapers).
 */
import type { CitationParts, CitationRun } from '../api.js';
import { apaDate } from './citation-dates.js';
import { withoutEnd } from './locator.js';
import { isPaper } from './newspaper.js';
import { writeParagraphs } from './parts.js';
import { namedAuthors, type Reference } from './reference.js';

export const MEDIA_TYPE = 'text/plain; charset=utf-8';

export function apa(reference: Reference): string {
  return writeParagraphs(apaParts(reference).paragraphs, ({ text }) => text);
}

export function apaParts(reference: Reference): CitationParts {
  const { publishedOn, link, sourceName, kind } = reference;
  const names = namedAuthors(reference);
  const date = [{ text: `(${publishedOn === null ? 'n.d.' : apaDate(publishedOn)})` }];
  const paper = kind === 'news' && sourceName !== null && !names.includes(sourceName) ? sourceName : null;
  const elements: readonly (readonly CitationRun[])[] = [
    ...(names.length === 0
      ? [workOf(reference), date]
      : [[{ text: listed(names) }], date, workOf(reference)]),
    ...(paper === null ? [] : [[isPaper(paper) ? { text: paper, italic: true as const } : { text: paper }]]),
  ];
  const runs = elements.flatMap((element, at) => {
    const stop = element.at(-1)?.text.endsWith('.') ? '' : '.';
    const isLast = at === elements.length - 1 && link === null;
    return [...element, { text: isLast ? stop : `${stop} ` }];
  });
  const address: readonly CitationRun[] = link === null ? [] : [{ text: link, linked: true }];
  return { link, quotation: [], paragraphs: [[...runs, ...address].filter(({ text }) => text !== '')] };
}

function workOf({ title, number, locator, kind, sourceName, isDerived }: Reference): readonly CitationRun[] {
  // What is not its title is described in brackets, and roman (9.22).
  const inPaper = kind === 'news' && sourceName !== null && isPaper(sourceName);
  const name: CitationRun = inPaper || isDerived ? { text: title } : { text: title, italic: true };
  const place = withoutEnd(locator);
  const rest = `${number === null ? '' : ` (${number})`}${place === '' ? '' : `, ${place}`}`;
  return rest === '' ? [name] : [name, { text: rest }];
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')}, & ${last}`;
}
