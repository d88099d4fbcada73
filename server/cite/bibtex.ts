/**
 * BibTeX with the date fields of BibLaTeX beside it; one line, UTF-8.
 *
 * Braces in a text become commands, because BibTeX counts even an escaped brace when it looks for the end of a
 * field. `url` is read verbatim, so a link is not escaped (`sourceLink` leaves no brace in it).
 *
 * News is an `@article` where its paper is known, which that type requires; a report is a `@techreport` with
 * the body as its institution; every other text is `@misc`.
 */
import type { Reference } from './reference.js';
import { romaniseKey } from './romanise.js';

export const MEDIA_TYPE = 'application/x-bibtex';

const TEX: ReadonlyMap<string, string> = new Map([
  ['{', '{\\textbraceleft}'],
  ['}', '{\\textbraceright}'],
  ['\\', '{\\textbackslash}'],
  ['~', '{\\textasciitilde}'],
  ['^', '{\\textasciicircum}'],
]);

export function bibtex(reference: Reference): string {
  const { bodies, title, number, publishedOn, link, accessedOn, locator, sourceName } = reference;
  const type = entryType(reference);
  const fields: readonly (readonly [name: string, value: string | null])[] = [
    // A second pair of braces keeps a body from being split into names, and a title from being lower-cased.
    ['author', bodies.length === 0 ? null : bodies.map((body) => `{${escapeTex(body)}}`).join(' and ')],
    ['title', `{${escapeTex(title)}}`],
    ['journal', type === 'article' ? escapeTex(sourceName ?? '') : null],
    ['institution', type === 'techreport' ? `{${bodies.map(escapeTex).join(', ')}}` : null],
    ['number', number === null ? null : escapeTex(number)],
    ['date', publishedOn],
    ['year', publishedOn?.slice(0, 4) ?? null],
    ['url', link],
    ['urldate', link === null ? null : accessedOn],
    ['note', locator === '' ? null : escapeTex(locator)],
    ['langid', 'chinese'],
  ];
  const written = fields.flatMap(([name, value]) => (value === null ? [] : [`${name} = {${value}}`]));
  return `@${type}{${[bibtexKey(reference), ...written].join(', ')}}`;
}

/** guowuyuan2025a: the first body (or what carried the text, or its title) in pinyin, the year, a letter. */
function bibtexKey({ bodies, sourceName, title, publishedOn }: Reference): string {
  const name = [bodies[0], sourceName, [...title].slice(0, 8).join('')]
    .map((candidate) => romaniseKey(candidate ?? ''))
    .find((key) => key !== '');
  return `${name ?? 'anon'}${publishedOn?.slice(0, 4) ?? 'nd'}a`;
}

function entryType({ kind, sourceName, bodies }: Reference): 'article' | 'techreport' | 'misc' {
  if (kind === 'news' && sourceName !== null) return 'article';
  return kind === 'report' && bodies.length > 0 ? 'techreport' : 'misc';
}

function escapeTex(text: string): string {
  return text.replace(/[{}\\~^%#$&_]/g, (character) => TEX.get(character) ?? `\\${character}`);
}
