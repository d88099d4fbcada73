/**
 * A citation in its parts, of which its text, its Markdown and the HTML of the page's clipboard are made: none of
 * them is ever read back.
 *
 * A title or a clause is text in every part. Only a run that says so is linked, and there is one address that it can be
 * linked to: that of the document's source.
 */
import type { CitationParts, CitationRun } from '../api.js';
import type { Reference } from './reference.js';

/** The line behind the dash: `title` as the style writes it, then what is known, then `ending`. */
export function describe(
  reference: Reference,
  title: CitationRun,
  ending: CitationRun | null,
): readonly CitationRun[] {
  const { number, endOfForce, locator, bodies, publishedOn, wording } = reference;
  const brackets = [number, endOfForce].map((part) => (part === null ? '' : wording.bracket(part)));
  const known = [
    locator,
    bodies.join(wording.listComma),
    publishedOn === null ? '' : wording.date(publishedOn),
  ]
    .filter((part) => part !== '')
    .map((part) => wording.comma + part);
  const end = ending === null ? [] : [{ text: wording.comma }, ending];
  return [title, { text: [...brackets, ...known].join('') }, ...end];
}

/** 第一财经（无链接）; where not even the carrier is known, 无链接. */
export function noLink({ sourceName, wording }: Reference): CitationRun {
  return { text: sourceName === null ? wording.noLink : sourceName + wording.bracket(wording.noLink) };
}

/** The paragraphs, each written as `write` writes a run. */
export function writeParagraphs(
  paragraphs: CitationParts['paragraphs'],
  write: (run: CitationRun) => string,
): string {
  return paragraphs.map((runs) => runs.map(write).join('')).join('\n');
}
