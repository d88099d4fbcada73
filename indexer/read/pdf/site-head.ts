/**
 * What a page that a browser printed has above its text: the site's menus, the way to the page, the table of its record. It ends
 * where the title is printed, which the browser took from the page.
 */
import type { Furniture } from '../file-content.js';
import type { WrittenText } from './written-text.js';

/** In characters: the title stands no further down. */
const HEAD = 5000;
/** A longer line is of the text. */
const LONGEST_LINE = 60;

/** @returns  With the lines above the title; as it was, where the title is on no line of its own. */
export function withoutSiteHead({ text, furniture }: WrittenText, title: string): WrittenText {
  const lines: Furniture[] = [];
  let titleAt = -1;
  for (let start = 0; start < Math.min(text.length, HEAD); ) {
    const end = text.indexOf('\n', start) === -1 ? text.length : text.indexOf('\n', start);
    const line = text.slice(start, end);
    const isFurniture = furniture.some((one) => one.start === start);
    if (!isFurniture) {
      // A page prints its title above its record, and with the text once more.
      if (line.replace(/\s/gu, '') === title.replace(/\s/gu, '')) titleAt = start;
      else if (titleAt !== -1 && line.length > LONGEST_LINE) break;
      lines.push({ start, end, rule: /[：:]/u.test(line) ? 'record' : 'menu' });
    }
    start = end + 1;
  }
  if (titleAt === -1) return { text, furniture };
  const above = lines.filter(({ start }) => start < titleAt);
  return { text, furniture: [...furniture, ...above].sort((one, other) => one.start - other.start) };
}
