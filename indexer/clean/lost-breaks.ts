/**
 * Gives back the line breaks that flattening took, where a convention shows them.
 *
 * - a pair of U+3000: the indent of a Chinese paragraph. 。　　一、指导思想　　坚持 → three lines. Followed where at least
 *   two of them in the text come after the end of a sentence. Not the white space inside a letter-spaced word (总　　则, 标　　题).
 * - two spaces or more, a tab or `|` after the end of a sentence.
 */
import type { Draft } from './draft.js';
import type { Edit } from './mapped-text.js';

const SENTENCE_END = /[。；：！？”」』)）》:;!?]/u;
const INDENT = /[ \t]{0,32}\u3000[\u3000 \t\u00a0]{0,32}\u3000[ \t]{0,32}/gu;
const COLUMN_GAP =
  /(?<=[。；！？])(?:[ \t\u00a0\u2002\u2003]{2,32}|[ \u00a0]{0,32}[\t|｜][ \u00a0\t]{0,32})(?=\S)/gu;

export function restoreLostBreaks(draft: Draft): Draft {
  const { text } = draft.mapped;
  const edits = [...indents(text), ...columnGaps(text)].sort((one, other) => one.start - other.start);
  return { ...draft, mapped: draft.mapped.edit(withoutOverlap(edits)) };
}

function indents(text: string): Edit[] {
  if (!text.includes('\u3000\u3000')) return [];
  const found: Edit[] = [];
  let afterSentence = 0;
  for (const match of text.matchAll(INDENT)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = text[start - 1] ?? '\n';
    const after = text[end] ?? '\n';
    if (before === '\n' || after === '\n') continue;
    if (SENTENCE_END.test(before)) afterSentence += 1;
    if (!isLetterSpaced(text, start, end)) found.push({ start, end, insert: '\n' });
  }
  return afterSentence >= 2 ? found : [];
}

/** 总　　则, 主　　任：, 标　　题：: a single character on either side, and nothing more of a word. */
function isLetterSpaced(text: string, start: number, end: number): boolean {
  return (
    /(?:^|[^\p{Script=Han}])\p{Script=Han}$/u.test(text.slice(Math.max(0, start - 3), start)) &&
    /^\p{Script=Han}(?:$|[^\p{Script=Han}])/u.test(text.slice(end, end + 3))
  );
}

function columnGaps(text: string): Edit[] {
  if (!/[\t|｜]| {2}|\u00a0/u.test(text)) return [];
  return [...text.matchAll(COLUMN_GAP)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    insert: '\n',
  }));
}

function withoutOverlap(edits: readonly Edit[]): Edit[] {
  let last = 0;
  return edits.filter(({ start, end }) => {
    if (start < last) return false;
    last = end;
    return true;
  });
}
