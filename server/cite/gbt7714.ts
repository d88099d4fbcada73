/**
 * GB/T 7714, the editions of 2015 and 2025, numeric style without its number.
 *
 * `国务院. 标题: 国发〔2025〕11号[EB/OL]. (2025-08-21)[2026-08-22]. https://….`
 *
 * The editions differ here in their punctuation alone: full-width in 2025. There is no place for a clause: what the
 * standard calls a pinpoint (引文页码) is pages.
 * Kind and carrier are one mark (4.2, Annex B): news of a paper is [N], of a site [EB], a report [R], a standard [S], acts
 * of authorities [EB] online and [Z] on paper; a link adds /OL. News names its paper before the day; with no link there is
 * no day of access. A title that was supplied stands in square brackets (8.2.1 on 题名; GB/T 3792 on 方括号).
 */
import { isPaper } from './newspaper.js';
import { namedAuthors, type Reference } from './reference.js';

export const MEDIA_TYPE = 'text/plain; charset=utf-8';

interface Punctuation {
  readonly colon: string;
  readonly comma: string;
  readonly bracket: (content: string) => string;
}

const HALF_WIDTH: Punctuation = { colon: ': ', comma: ', ', bracket: (content) => `(${content})` };
const FULL_WIDTH: Punctuation = { colon: '：', comma: '，', bracket: (content) => `（${content}）` };

/** More responsible bodies than this are named 等 (8.1.2). */
const BODIES = 3;

export function gbt7714In2015(reference: Reference): string {
  return gbt7714(reference, HALF_WIDTH);
}

export function gbt7714In2025(reference: Reference): string {
  return gbt7714(reference, FULL_WIDTH);
}

function gbt7714(reference: Reference, punctuation: Punctuation): string {
  const { title, number, link } = reference;
  // Where the paper has a place of its own, a reference without an author begins with its title (8.1.4).
  const authors = paperOf(reference) === null ? namedAuthors(reference) : reference.authors;
  const named = authors.length > BODIES ? [...authors.slice(0, BODIES), '等'] : authors;
  const titled = number === null ? title : `${title}${punctuation.colon}${number}`;
  return [
    named.join(punctuation.comma),
    `${titled}[${mark(reference)}]`,
    dates(reference, punctuation),
    link ?? '',
  ]
    .filter((part) => part !== '')
    .map((part) => `${part}.`)
    .join(' ');
}

/** What carried a piece of news in print: all that has no link, and online what is called a paper. */
function paperOf({ kind, sourceName, link }: Reference): string | null {
  return kind === 'news' && sourceName !== null && (link === null || isPaper(sourceName)) ? sourceName : null;
}

function mark(reference: Reference): string {
  const { kind, link } = reference;
  const online = link === null ? '' : '/OL';
  if (kind === 'news' && (link === null || paperOf(reference) !== null)) return `N${online}`;
  if (kind === 'report') return `R${online}`;
  if (kind === 'standard') return `S${online}`;
  return link === null ? 'Z' : 'EB/OL';
}

function dates(reference: Reference, { comma, bracket }: Punctuation): string {
  const { publishedOn, accessedOn, link } = reference;
  const accessed = link === null ? '' : `[${accessedOn}]`;
  const paper = paperOf(reference);
  if (publishedOn === null) return (paper ?? '') + accessed;
  if (paper !== null) return `${paper}${comma}${publishedOn}${accessed}`;
  return (link === null ? publishedOn : bracket(publishedOn)) + accessed;
}
