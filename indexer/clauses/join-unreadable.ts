/** Nobody looks for a clause without a word in it: the cells of a table (12.5), a line of signs, go with their neighbour. */
import type { Block } from './numbering.js';

const READABLE = /\p{L}/u;
/** Longer ones are looked at no further. */
const LONGEST = 400;

/**
 * ```
 * 指标       →  one clause: 指标⏎12.5⏎13.0
 * 12.5
 * 13.0
 * ```
 *
 * Joins blocks without a letter to the paragraph above; where there is none, to the paragraph below, else to whatever stands
 * above but the title. An article that is only a number (Taiwan's 2) stays, and a number whose text is the next line.
 */
export function joinUnreadable(text: string, blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  let pending: number | null = null; // where unreadable blocks begin that go with the next
  for (const [index, block] of blocks.entries()) {
    if (!isUnreadable(text, block) || (block.label !== null && isBody(blocks[index + 1]))) {
      joined.push(pending === null ? block : { ...block, start: pending });
      pending = null;
      continue;
    }
    const above = joined.at(-1);
    const below = blocks.slice(index + 1, index + 50).find((next) => !isUnreadable(text, next));
    const isParagraph = above !== undefined && above.rank === null;
    if (
      pending === null &&
      above !== undefined &&
      above.role !== 'title' &&
      above.role !== 'note' &&
      (isParagraph || below?.rank !== null)
    ) {
      joined[joined.length - 1] = { ...above, end: block.end };
    } else if (
      below !== undefined &&
      below.role !== 'title' &&
      below.role !== 'note' &&
      below.label?.level !== 'article'
    ) {
      pending ??= block.start;
    } else {
      joined.push(pending === null ? block : { ...block, start: pending });
      pending = null;
    }
  }
  return joined;
}

function isUnreadable(text: string, { start, end, label, role }: Block): boolean {
  if (label?.level === 'article' || role === 'title' || role === 'note') return false;
  return end - start <= LONGEST && !READABLE.test(text.slice(start, end));
}

function isBody(block: Block | undefined): boolean {
  return block !== undefined && block.rank === null;
}
