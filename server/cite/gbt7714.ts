/**
 * GB/T 7714, the editions of 2015 and 2025, numeric style without its number.
 *
 * `国务院. 标题: 国发〔2025〕11号[EB/OL]. (2025-08-21)[2026-08-22]. https://….`
 *
 * The editions differ here in their punctuation alone: full-width in 2025. There is no place for a clause.
 * Kind and carrier are one mark (4.2, Annex B): news is [N], a report [R], acts of authorities [EB] online and
 * [Z] on paper; a link adds /OL. News names its paper before the day; with no link there is no day of access.
 */
import type { Reference } from './reference.js';

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
  const { bodies, title, number, link } = reference;
  const named = bodies.length > BODIES ? [...bodies.slice(0, BODIES), '等'] : bodies;
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

function mark({ kind, link }: Reference): string {
  if (kind === 'news') return link === null ? 'N' : 'N/OL';
  if (kind === 'report') return link === null ? 'R' : 'R/OL';
  return link === null ? 'Z' : 'EB/OL';
}

function dates(reference: Reference, { comma, bracket }: Punctuation): string {
  const { kind, publishedOn, accessedOn, link, sourceName } = reference;
  const accessed = link === null ? '' : `[${accessedOn}]`;
  const inPaper = kind === 'news' && sourceName !== null;
  if (publishedOn === null) return (inPaper ? sourceName : '') + accessed;
  if (inPaper) return `${sourceName}${comma}${publishedOn}${accessed}`;
  return (link === null ? publishedOn : bracket(publishedOn)) + accessed;
}
