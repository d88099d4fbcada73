/**
 * A citation in its parts, of which its text, its Markdown and the HTML of the page's clipboard are made: none of
 * them is ever read back.
 *
 * A title or a clause is text in every part. Only a run that says so is linked, and there is one address that it can be
 * linked to: that of the document's source.
 */
import type { CitationParts, CitationRun } from '../api.js';
import { withoutEnd } from './locator.js';
import { namedAuthors, type Reference } from './reference.js';

/** The line behind the dash: `title` as the style writes it, then what is known, then `ending`. */
export function describe(
  reference: Reference,
  title: CitationRun,
  ending: CitationRun | null,
): readonly CitationRun[] {
  const { number, endOfForce, locator, publishedOn, wording, isDerived } = reference;
  const said = [number, endOfForce, isDerived ? wording.derivedTitle : null].filter((part) => part !== null);
  const known = [
    withoutEnd(locator),
    [...new Set([...namedAuthors(reference), ...carrier(reference)])].join(wording.listComma),
    publishedOn === null ? '' : wording.date(publishedOn),
  ]
    .filter((part) => part !== '')
    .map((part) => wording.comma + part);
  const bracket = said.length === 0 ? '' : wording.bracket(said.join(wording.comma));
  const end = ending === null ? [] : [{ text: wording.comma }, ending];
  return [title, { text: bracket + known.join('') }, ...end];
}

/** Of news that is linked, the paper beside the byline; without a link it is named with that. */
function carrier({ kind, sourceName, link }: Reference): readonly string[] {
  return kind === 'news' && link !== null && sourceName !== null ? [sourceName] : [];
}

/** 第一财经（无链接）; where not even the carrier is known, or is named already, 无链接. */
export function noLink(reference: Reference): CitationRun {
  const { sourceName, wording } = reference;
  const isNamed = sourceName !== null && namedAuthors(reference).includes(sourceName);
  return {
    text: sourceName === null || isNamed ? wording.noLink : sourceName + wording.bracket(wording.noLink),
  };
}

/** The paragraphs, each written as `write` writes a run. */
export function writeParagraphs(
  paragraphs: CitationParts['paragraphs'],
  write: (run: CitationRun) => string,
): string {
  return paragraphs.map((runs) => runs.map(write).join('')).join('\n');
}
