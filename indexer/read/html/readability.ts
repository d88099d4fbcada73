/**
 * What Mozilla's Readability takes for the text of a page. The only file that knows it and linkedom, in whose documents it looks.
 *
 * It calls itself for every level of nesting and looks at every pair of some elements, so only pages of a usual size are given to
 * it; where it stops, there is no second opinion.
 */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

const LONGEST = 600_000;
/** Elements that print something; linkedom takes a millisecond for a hundred. */
export const MOST_ELEMENTS = 5000;

export function readableText(markup: string): string | null {
  if (markup.length > LONGEST) return null;
  try {
    const { document } = parseHTML(markup);
    const options = { maxElemsToParse: MOST_ELEMENTS * 4, charThreshold: 100 };
    return new Readability(document, options).parse()?.textContent ?? null;
  } catch {
    return null;
  }
}
