/**
 * A citation as it pastes into a word processor: the quotation as a block, the source as a link, a title in
 * italics where the style has them.
 *
 * Built from the parts that the server gives, as nodes and never as a string with markup in it: what a title or a
 * clause says stays text.
 */
import type { CitationParts } from '../../server/api.js';

/** @returns HTML source, for the clipboard only. */
export function citationHtml({ link, quotation, paragraphs }: CitationParts): string {
  const root = document.createElement('div');
  const add = (to: Element, name: string, text = ''): HTMLElement => {
    const element = document.createElement(name);
    element.textContent = text;
    to.append(element);
    return element;
  };
  if (quotation[0]) {
    const block = add(root, 'blockquote');
    for (const text of quotation) add(block, 'p', text);
  }
  for (const runs of paragraphs) {
    const paragraph = add(root, 'p');
    for (const { text, linked, italic } of runs) {
      if (linked && link) add(paragraph, 'a', text).setAttribute('href', link);
      else if (italic) add(paragraph, 'i', text);
      else paragraph.append(text);
    }
  }
  return root.getHTML();
}
