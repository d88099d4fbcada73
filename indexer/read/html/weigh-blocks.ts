/**
 * How much a line of a page speaks for being text, or against it: sentences by their length, links and what sites print around
 * texts against it. The element whose lines weigh most together holds the text.
 */
import type { Element } from '../parse-markup.js';
import { isRecordLine, lineRule } from './line-rules.js';
import { besideRule } from './part-names.js';
import type { Block, PrintedPage, Range } from './print-blocks.js';

export interface WeighedPage extends PrintedPage {
  /** Of each block, what it is beside the text by what its element is called; null where nothing says so. */
  readonly beside: readonly (string | null)[];
  /** The same, where the element that is called so reads on nowhere: a part of the text may be called `print` or `left`. */
  readonly besideAll: readonly (string | null)[];
  readonly weights: readonly number[];
  /** Weights of the blocks before each, added up: one more than there are blocks. */
  readonly sums: readonly number[];
}

/** An element with so much of what is no link is the page, or the text, whatever it is called. */
const SHARE_OF_PAGE = 0.4;
const SENTENCE = /[。；;！？!?]|[.:：]\s*$/u;
const SHORT = 16;
/** A line of tools, a breadcrumb, a footer. */
export const NO_TEXT = -30;

export function weigh(page: PrintedPage): WeighedPage {
  const beside = besideBlocks(page, () => true);
  const besideAll = besideBlocks(
    page,
    (range) => !page.blocks.slice(range.first, range.end).some(isSentence),
  );
  const weights = page.blocks.map((block, at) => weightOf(block, beside[at] ?? null));
  const sums = [0];
  for (const weight of weights) sums.push((sums.at(-1) ?? 0) + weight);
  return { ...page, beside, besideAll, weights, sums };
}

export function weightOfRange({ sums }: WeighedPage, { first, end }: Range): number {
  return (sums[end] ?? 0) - (sums[first] ?? 0);
}

/** More than half of it links to elsewhere. */
export const isLinks = ({ linked, visible }: Block): boolean => linked * 2 > visible;

/** So much of it reads on that nobody writes it beside a text. */
export function isSentence({ text, linked, visible }: Block): boolean {
  return visible - linked >= SHORT * 2 && linked * 3 < visible && SENTENCE.test(text);
}

function weightOf(block: Block, beside: string | null): number {
  const own = block.visible - block.linked;
  if (isLinks(block)) return -10 - Math.min(block.linked, 40);
  if (block.visible < 200 && lineRule(block.text) !== null) return NO_TEXT;
  if (beside !== null) return isSentence(block) ? 0 : -20;
  if (isRecordLine(block.text)) return 0;
  if (own < SHORT && !SENTENCE.test(block.text)) return own * 0.2;
  return own - block.linked;
}

function besideBlocks(
  { blocks, ranges }: PrintedPage,
  accepts: (range: Range) => boolean,
): (string | null)[] {
  const sums = [0];
  for (const { visible, linked } of blocks) sums.push((sums.at(-1) ?? 0) + visible - linked);
  const all = sums.at(-1) ?? 0;
  const found: (string | null)[] = blocks.map(() => null);
  for (const [element, range] of ranges) {
    const own = (sums[range.end] ?? 0) - (sums[range.first] ?? 0);
    if (own > all * SHARE_OF_PAGE) continue;
    const rule = besideOf(element);
    if (rule === null || !accepts(range) || reads(blocks.slice(range.first, range.end), rule)) continue;
    // Inner elements come first: what they are called is nearer.
    for (let at = range.first; at < range.end; at += 1) found[at] ??= rule;
  }
  return found;
}

/** How many whole sentences nobody writes there: of a code to scan, a site says how in one or two. */
const READS: ReadonlyMap<string, number> = new Map([
  ['breadcrumb', 2],
  ['pager', 2],
  ['share', 3],
]);

/** Names are short and mean more than one thing: `wz` is 位置 and 文章, `pn` a pager and a panel. */
function reads(blocks: readonly Block[], rule: string): boolean {
  const most = READS.get(rule);
  if (most === undefined) return false;
  const whole = blocks.filter(
    (block) =>
      !isLinks(block) &&
      /[。；：]$/u.test(block.text.trimEnd()) &&
      lineRule(block.text.slice(0, 300)) === null,
  );
  return whole.length >= most;
}

/** A heading or a paragraph is called `top` or `left` after where it stands. */
function besideOf(element: Element): string | null {
  return /^(?:p|span|b|strong|font|h[1-6]|td|tr|a|i|em|br)$/u.test(element.name) ? null : besideRule(element);
}
