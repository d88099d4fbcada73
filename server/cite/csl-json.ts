/**
 * CSL-JSON: an array with one item, as Zotero, Pandoc and citeproc read it.
 *
 * @see https://github.com/citation-style-language/schema/blob/v1.0.2/schemas/input/csl-data.json
 */
import { dateParts } from './citation-dates.js';
import type { Reference } from './reference.js';
import type { ReferenceKind } from './reference-kind.js';

export const MEDIA_TYPE = 'application/vnd.citationstyles.csl+json';

/** In CSL `legislation` is a law, `regulation` an order of the administration. */
const TYPES: Readonly<Record<ReferenceKind, string>> = {
  law: 'legislation',
  regulation: 'regulation',
  notice: 'regulation',
  news: 'article-newspaper',
  report: 'report',
};

export function cslJson(reference: Reference): string {
  const { bodies, number, sourceName, link, publishedOn, accessedOn, locator, script } = reference;
  const item = {
    id: reference.id,
    type: TYPES[reference.kind],
    title: reference.title,
    ...(bodies.length === 0 ? {} : { author: bodies.map((literal) => ({ literal })) }),
    ...(publishedOn === null ? {} : { issued: cslDate(publishedOn) }),
    ...(number === null ? {} : { number }),
    ...(reference.type === null ? {} : { genre: reference.type }),
    ...(sourceName === null ? {} : { 'container-title': sourceName }),
    ...(link === null ? {} : { URL: link, accessed: cslDate(accessedOn) }),
    ...(locator === '' ? {} : { note: locator }),
    language: script === 'hant' ? 'zh-Hant' : 'zh-Hans',
  };
  return JSON.stringify([item], null, 2);
}

function cslDate(isoDate: string): { 'date-parts': [[number, number, number]] } {
  const { year, month, day } = dateParts(isoDate);
  return { 'date-parts': [[year, month, day]] };
}
