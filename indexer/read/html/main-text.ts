/**
 * Which lines of a page are its text: those of the element whose lines weigh most, in the container that its site's system
 * has for texts where there is one; where both disagree, what Readability finds decides.
 */
import type { Element } from '../parse-markup.js';
import { isTextContainer } from './part-names.js';
import type { Range } from './print-blocks.js';
import { labelsIn } from './print-table.js';
import { isSentence, type WeighedPage, weightOfRange } from './weigh-blocks.js';

/** Of the weight of the heaviest element, what a container has that holds the text whole, and one that may. */
const WHOLE = 0.97;
const HALF = 0.5;

/** @param vote  The text that another method finds, or null: asked only where the first two disagree. */
export function mainText(page: WeighedPage, vote: () => string | null): Range {
  const all: Range = { first: 0, end: page.blocks.length };
  const heavy = heaviest(page, () => true) ?? all;
  // A piece of a page, as crawlers keep it, has no element around all of its paragraphs.
  const dense = weightOfRange(page, all) > weightOfRange(page, heavy) ? all : heavy;
  const container = heaviest(page, isTextContainer);
  if (container === null) return dense;
  const share = weightOfRange(page, container) / Math.max(1, weightOfRange(page, dense));
  if (share >= WHOLE) return innermost(page, container);
  if (share >= HALF && isInside(container, dense)) return withSentences(page, container, dense);
  const other = vote();
  return other !== null && overlap(page, container, other) > overlap(page, dense, other) ? container : dense;
}

/** The smallest container in it that leaves out no sentence: the outer one holds title and byline too, and whom to thank. */
function innermost(page: WeighedPage, outer: Range): Range {
  const least = weightOfRange(page, outer) * HALF;
  let found = outer;
  for (const [element, range] of page.ranges) {
    if (!isInside(range, found) || weightOfRange(page, range) < least || !isTextContainer(element)) continue;
    const [above, below] = [
      page.blocks.slice(found.first, range.first),
      page.blocks.slice(range.end, found.end),
    ];
    if ([...above, ...below].some((block) => isSentence(block) || labelsIn([block.text]) > 0)) continue;
    // A signature is short, and is one by its day.
    const isSigned = below.some(({ text }) => /日\s*$/u.test(text));
    found = isSigned ? { first: range.first, end: found.end } : range;
  }
  return found;
}

/** Inner elements come first and win where they weigh as much. */
function heaviest(page: WeighedPage, accepts: (element: Element) => boolean): Range | null {
  let found: Range | null = null;
  let most = 0;
  for (const [element, range] of page.ranges) {
    const weight = weightOfRange(page, range);
    if (weight <= most || !accepts(element)) continue;
    most = weight;
    found = range;
  }
  return found;
}

const isInside = (inner: Range, outer: Range): boolean =>
  inner.first >= outer.first && inner.end <= outer.end;

/** The container, and what around it in the heavier element reads on: a preamble above the articles. */
function withSentences(page: WeighedPage, container: Range, dense: Range): Range {
  let { first, end } = container;
  for (let at = container.first - 1; at >= dense.first; at -= 1) if (reads(page, at)) first = at;
  for (let at = container.end; at < dense.end; at += 1) if (reads(page, at)) end = at + 1;
  return { first, end };
}

function reads(page: WeighedPage, at: number): boolean {
  const block = page.blocks[at];
  return block !== undefined && page.beside[at] === null && isSentence(block) && (page.weights[at] ?? 0) > 0;
}

/** How much of the other text is in the range, less what the range has that the other has not. */
function overlap(page: WeighedPage, { first, end }: Range, other: string): number {
  let score = 0;
  const squeezed = other.replace(/\s+/gu, '');
  for (const { text, visible } of page.blocks.slice(first, end)) {
    score += squeezed.includes(text.replace(/\s+/gu, '').slice(0, 60)) ? visible : -visible;
  }
  return score;
}
