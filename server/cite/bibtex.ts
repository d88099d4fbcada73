/**
 * BibTeX with the date fields of BibLaTeX beside it; one line, UTF-8.
 *
 * An act with a body, a type and a year is a `@techreport`, the one type whose number plain.bst prints and importers keep: of a
 * `@misc` it is lost. `note` has the number too, for what knows neither, then the place, and what must be said of the text.
 * News is an `@article` where its paper and year are known, which that type requires; every other text is `@misc`.
 *
 * Braces in a text become commands, because BibTeX counts even an escaped brace when it looks for the end of a
 * field. `url` is read verbatim, so a link is not escaped (`sourceLink` leaves no brace in it).
 */
import { dayOf, yearOf } from './citation-dates.js';
import { withoutEnd } from './locator.js';
import { namedAuthors, type Reference } from './reference.js';

export const MEDIA_TYPE = 'application/x-bibtex';

const TEX: ReadonlyMap<string, string> = new Map([
  ['{', '{\\textbraceleft}'],
  ['}', '{\\textbraceright}'],
  ['\\', '{\\textbackslash}'],
  ['~', '{\\textasciitilde}'],
  ['^', '{\\textasciicircum}'],
]);

export function bibtex(reference: Reference): string {
  const { kind, authors, title, number, publishedOn, link, accessedOn, sourceName, language } = reference;
  const type = entryType(reference);
  const isReport = type === 'techreport';
  const names = namedAuthors(reference);
  const fields: readonly (readonly [name: string, value: string | null])[] = [
    // A second pair of braces keeps a body from being split into names, and a title from being lower-cased.
    ['author', names.length === 0 ? null : names.map((name) => `{${escapeTex(name)}}`).join(' and ')],
    ['institution', isReport ? `{${authors.map(escapeTex).join(', ')}}` : null],
    ['title', `{${escapeTex(title)}}`],
    ['journal', type === 'article' ? escapeTex(sourceName ?? '') : null],
    [
      'howpublished',
      type === 'misc' && kind === 'news' && sourceName !== null ? escapeTex(sourceName) : null,
    ],
    ['type', isReport ? escapeTex(reference.type ?? '') : null],
    ['number', number === null ? null : escapeTex(number)],
    ['year', publishedOn === null ? null : yearOf(publishedOn)],
    ['date', publishedOn === null || dayOf(publishedOn) === null ? null : publishedOn],
    ['url', link],
    ['urldate', link === null ? null : accessedOn],
    ['note', noteOf(reference)],
    ['langid', language === 'en' ? 'english' : 'chinese'],
  ];
  const written = fields.flatMap(([name, value]) => (value === null ? [] : [`${name} = {${value}}`]));
  return `@${type}{${[reference.key(), ...written].join(', ')}}`;
}

function noteOf({ number, locator, endOfForce, isDerived, wording }: Reference): string | null {
  const after = [endOfForce, isDerived ? wording.derivedTitle : null].filter((part) => part !== null);
  const place = after.length === 0 ? locator : withoutEnd(locator);
  const parts = [number ?? '', place, ...after].filter((part) => part !== '');
  return parts.length === 0 ? null : escapeTex(parts.join(wording.comma));
}

/** Both others require a year. */
function entryType({
  kind,
  sourceName,
  authors,
  type,
  publishedOn,
}: Reference): 'article' | 'techreport' | 'misc' {
  if (publishedOn === null) return 'misc';
  if (kind === 'news') return sourceName === null ? 'misc' : 'article';
  return authors.length > 0 && type !== null ? 'techreport' : 'misc';
}

function escapeTex(text: string): string {
  return text.replace(/[{}\\~^%#$&_]/g, (character) => TEX.get(character) ?? `\\${character}`);
}
