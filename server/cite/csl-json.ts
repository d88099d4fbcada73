/**
 * CSL-JSON: an array with one item, as Zotero, Pandoc and citeproc read it.
 *
 * Acts are `legislation`, the type that Zotero takes for a statute, whose number it keeps. What a statute has no field for
 * stands in the note, a line each, as Zotero reads its field Extra. `container-title` is the paper of news; a site is the
 * `source`.
 *
 * @see https://github.com/citation-style-language/schema/blob/v1.0.2/schemas/input/csl-data.json
 */
import { dayOf, yearOf } from './citation-dates.js';
import { namedAuthors, type Reference } from './reference.js';
import type { ReferenceKind } from './reference-kind.js';

export const MEDIA_TYPE = 'application/vnd.citationstyles.csl+json';

const TYPES: Readonly<Record<ReferenceKind, string>> = {
  law: 'legislation',
  regulation: 'legislation',
  notice: 'legislation',
  news: 'article-newspaper',
  report: 'report',
  standard: 'standard',
};

export function cslJson(reference: Reference): string {
  const { kind, authors, number, sourceName, link, publishedOn, accessedOn, language } = reference;
  const names = namedAuthors(reference);
  const note = noteOf(reference);
  const carrier = kind === 'news' ? 'container-title' : 'source';
  const hasPublisher = (kind === 'report' || kind === 'standard') && authors.length > 0;
  const item = {
    id: reference.id,
    type: TYPES[kind],
    title: reference.title,
    ...(names.length === 0 ? {} : { author: names.map((literal) => ({ literal })) }),
    ...(hasPublisher ? { publisher: authors.join('、') } : {}),
    ...(publishedOn === null ? {} : { issued: cslDate(publishedOn) }),
    ...(number === null ? {} : { number }),
    ...(reference.type === null ? {} : { genre: reference.type }),
    ...(sourceName === null ? {} : { [carrier]: sourceName }),
    ...(link === null ? {} : { URL: link, accessed: cslDate(accessedOn) }),
    ...(note === '' ? {} : { note }),
    language,
  };
  return JSON.stringify([item], null, 2);
}

function noteOf({ type, titleEn, statusWord, locator, isDerived, wording }: Reference): string {
  const lines = [
    type === null ? '' : `Type: ${type}`,
    statusWord === null ? '' : `Status: ${statusWord}`,
    locator === '' ? '' : `Pinpoint: ${locator}`,
    titleEn === null ? '' : `Translated Title: ${titleEn}`,
    isDerived ? wording.derivedTitle : '',
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function cslDate(isoDate: string): { 'date-parts': [number[]] } {
  const day = dayOf(isoDate);
  return {
    'date-parts': [day === null ? [Number(yearOf(isoDate))] : [Number(day.year), day.month, day.day]],
  };
}
