/**
 * `“…clause text…” ——《title》（number），locator，issuing body，2023年5月30日，https://…`
 *
 * A text without a link says so in words, after the name of what carried it; a repealed one says that too.
 */
import type { CitationParts } from '../api.js';
import { describe, noLink, writeParagraphs } from './parts.js';
import type { Reference } from './reference.js';
import { markTitle } from './title-marks.js';

export const MEDIA_TYPE = 'text/plain; charset=utf-8';

export function plain(reference: Reference): string {
  return writeParagraphs(plainParts(reference).paragraphs, ({ text }) => text);
}

/** The quotation runs on into the reference. */
export function plainParts(reference: Reference): CitationParts {
  const { quotation, wording, link } = reference;
  const title = { text: markTitle(reference.title) };
  const tail = describe(reference, title, link === null ? noLink(reference) : { text: link, linked: true });
  if (quotation === null) return { link, quotation: [], paragraphs: [tail] };

  const excerpt = quotation.shortened ? wording.bracket(wording.excerpt) : '';
  const lines = `“${quotation.text}”${excerpt} ——`.split('\n').map((text) => [{ text }]);
  const last = lines.pop() ?? [];
  return { link, quotation: [], paragraphs: [...lines, [...last, ...tail]] };
}
