/**
 * A block quote, then the plain reference with its title linked.
 *
 * What was published is text, whatever it looks like: every character that Markdown would read is escaped.
 *
 * @see CommonMark 0.31, 2.4 (backslash escapes), 5.1 (block quotes), 6.3 (links).
 */
import type { CitationParts } from '../api.js';
import { describe, noLink, writeParagraphs } from './parts.js';
import type { Reference } from './reference.js';
import { markTitle } from './title-marks.js';

export const MEDIA_TYPE = 'text/markdown';

export function markdown(reference: Reference): string {
  const { link, quotation, paragraphs } = markdownParts(reference);
  const address = link?.replace(/[()]/g, percentEncode);
  const tail = writeParagraphs(paragraphs, ({ text, linked }) =>
    linked ? `[${escapeMarkdown(text)}](${address})` : escapeMarkdown(text),
  );
  const quoted = quotation.map((line) => `> ${escapeLine(line)}`).join('\n>\n');
  return quoted === '' ? tail : `${quoted}\n\n${tail}`;
}

export function markdownParts(reference: Reference): CitationParts {
  const { quotation, wording, link } = reference;
  const title = { text: markTitle(reference.title), ...(link === null ? {} : { linked: true as const }) };
  const tail = describe(reference, title, link === null ? noLink(reference) : null);
  if (quotation === null) return { link, quotation: [], paragraphs: [tail] };

  const excerpt = quotation.shortened ? wording.bracket(wording.excerpt) : '';
  const lines = `${quotation.text}${excerpt}`.split('\n');
  return { link, quotation: lines, paragraphs: [[{ text: '——' }, ...tail]] };
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>~|]|&(?=[#\w]+;)/g, '\\$&');
}

/** Headings, lists, rules and fences are made by how a line begins. */
function escapeLine(line: string): string {
  return escapeMarkdown(line)
    .replace(/^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|[-=]{2,})/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)](?=\s|$))/, '$1\\$2');
}

function percentEncode(bracket: string): string {
  return bracket === '(' ? '%28' : '%29';
}
