/**
 * A block quote, then the plain reference with its title linked.
 *
 * What was published is text, whatever it looks like: every character that Markdown would read is escaped.
 *
 * @see CommonMark 0.31, 2.4 (backslash escapes), 5.1 (block quotes), 6.3 (links).
 */
import { describe, noLink } from './plain.js';
import type { Reference } from './reference.js';
import { markTitle } from './title-marks.js';

export const MEDIA_TYPE = 'text/markdown';

export function markdown(reference: Reference): string {
  const { quotation, wording, link } = reference;
  const title = escapeMarkdown(markTitle(reference.title));
  const linked = link === null ? title : `[${title}](${link.replace(/[()]/g, percentEncode)})`;
  const escaped: Reference = {
    ...reference,
    number: reference.number === null ? null : escapeMarkdown(reference.number),
    locator: escapeMarkdown(reference.locator),
    bodies: reference.bodies.map(escapeMarkdown),
  };
  const tail = describe(escaped, linked, link === null ? escapeMarkdown(noLink(reference)) : null);
  if (quotation === null) return tail;

  const excerpt = quotation.shortened ? wording.bracket(wording.excerpt) : '';
  const lines = `${quotation.text}${excerpt}`.split('\n').map((line) => `> ${escapeLine(line)}`);
  return `${lines.join('\n>\n')}\n\n——${tail}`;
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
