/**
 * A clause's text cut at everything that looks different on the page: matches, damage, its printed label,
 * its paragraphs. Pure; joined, the pieces and a `\n` between paragraphs are the text that came.
 */
import type { ClauseAnswer, Fragment } from '../../server/api.js';

export interface Piece extends Fragment {
  readonly damaged: boolean;
  /** Part of the printed label, which links to the clause. */
  readonly label: boolean;
}

/** Offsets are UTF-16 code units of the joined fragments. */
export function pieces(
  fragments: readonly Fragment[],
  damage: ClauseAnswer['damage'] = [],
  label = 0,
): Piece[][] {
  const paragraphs: Piece[][] = [[]];
  let offset = 0;
  for (const { text, match } of fragments) {
    const end = offset + text.length;
    const cuts = [offset, end, label, ...damage.flatMap((span) => [span.start, span.end])];
    for (let at = offset; at < end + 1; at += 1) {
      const newline = text.indexOf('\n', at - offset);
      if (newline === -1) break;
      at = offset + newline;
      cuts.push(at, at + 1);
    }
    const edges = [...new Set(cuts)].filter((edge) => edge >= offset && edge <= end).sort((a, b) => a - b);
    for (const [index, start] of edges.slice(0, -1).entries()) {
      const piece = text.slice(start - offset, (edges[index + 1] ?? end) - offset);
      if (piece === '\n') {
        paragraphs.push([]);
        continue;
      }
      paragraphs.at(-1)?.push({
        text: piece,
        match,
        damaged: damage.some((span) => start >= span.start && start < span.end),
        label: start < label,
      });
    }
    offset = end;
  }
  return paragraphs;
}

/**
 * The length of the label that is printed at the head of a clause: the longest end of its locator that
 * the text begins with, spaces aside. 三、（一）2. and 「2.推动算力…」 → 2, 第1條 and 「第 1 條」 → 5; 0 where the
 * text begins otherwise.
 */
export function labelLength({ locator, text }: Pick<ClauseAnswer, 'locator' | 'text'>): number {
  const wanted = locator.replace(/\s/g, '');
  for (let from = 0; from < wanted.length; from += 1) {
    let at = from;
    let length = 0;
    while (at < wanted.length && (text[length] === wanted[at] || /\s/.test(text[length] ?? ''))) {
      if (text[length] === wanted[at]) at += 1;
      length += 1;
    }
    if (at === wanted.length) return length;
  }
  return 0;
}
