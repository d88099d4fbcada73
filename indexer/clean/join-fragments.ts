/**
 * Joins lines that a page broke inside a sentence, where each inline element became a line of its own.
 *
 * Only what cannot begin or end a paragraph: a line that begins with closing punctuation, one that ends in an opening
 * bracket or quotation mark, and the parts of a date (2019 / 年 / 8 / 月 / 30 / 日).
 */
import type { Draft } from './draft.js';
import type { Edit } from './mapped-text.js';

const FRAGMENTS = [
  /\n(?=[，。；：、！？）」』》】〕”’,;:!?)])/u,
  /(?<=[（「『《【〔“‘(])\n/u,
  /(?<=\d)\n(?=[年月日])/u,
  /(?<=\d[年月])\n(?=\d{1,2}\n?[月日])/u,
  /(?<=[年月])\n(?=\d{1,2}\n[月日])/u,
  /(?<=\n[12]\d{0,2})\n(?=\d{1,3}\n年)/u,
];
const FRAGMENT = new RegExp(FRAGMENTS.map(({ source }) => source).join('|'), 'gu');

export function joinFragments(draft: Draft): Draft {
  const { text } = draft.mapped;
  if (!text.includes('\n')) return draft;
  const edits = [...text.matchAll(FRAGMENT)].map(
    ({ index }): Edit => ({ start: index, end: index + 1, insert: '' }),
  );
  return { ...draft, mapped: draft.mapped.edit(edits) };
}
