/**
 * Cuts a cleaned text into its clauses.
 *
 * It makes one promise to the rest of the house: every character that is not white space is in exactly one
 * clause, in order. The one other thing between clauses is the `#` marks of a Markdown heading, which are
 * syntax of the file and not printed text.
 */
import type { Language, Span } from '../../core/model.js';
import { ordinary } from '../../core/text/ordinary.js';
import type { SplitClause } from '../model.js';
import { buildClauses } from './build-clauses.js';
import { englishBlocks } from './english-blocks.js';
import { joinUnreadable } from './join-unreadable.js';
import { mainlandBlocks } from './mainland-blocks.js';
import { type Block, RANK } from './numbering.js';
import { taiwanBlocks } from './taiwan-blocks.js';

/**
 * ```
 * 一、总体要求            →  heading  一、
 * 坚持……。                →  body     一、
 * （一）夯实基础。建设……  →  body     一、（一）
 * 1. 算力。……             →  body     一、（一）1.
 * ```
 *
 * In law a body clause is a whole article; elsewhere the deepest numbered item with its paragraphs, or a
 * paragraph that stands under no number. `headings` are ordinals in the returned array.
 *
 * @param input.text       One paragraph a line, `\n` line ends; flattened lines are cut at proven numbering.
 * @param input.titleSpan  Becomes the title clause, wherever it stands.
 * @returns  Clauses in order, none longer than 10,000 UTF-16 code units; empty for a text without a character.
 */
export function splitClauses(input: {
  readonly text: string;
  readonly titleSpan: Span | null;
  readonly language: Language;
}): SplitClause[] {
  const { text, titleSpan, language } = input;
  const read = ordinary(text); // 第⼀条 in radicals: read as 第一条, and kept as it is printed
  if (titleSpan === null)
    return buildClauses(text, language, joinUnreadable(text, blocksOf(read, 0, text.length, language)));
  const blocks: readonly Block[] = [
    ...blocksOf(read, 0, titleSpan.start, language),
    { ...titleSpan, label: null, rank: RANK.annex, role: 'title' },
    ...blocksOf(read, titleSpan.end, text.length, language),
  ];
  return buildClauses(text, language, joinUnreadable(text, blocks));
}

function blocksOf(text: string, from: number, to: number, language: Language): Block[] {
  if (language === 'en') return englishBlocks(text, from, to);
  return taiwanBlocks(text, from, to) ?? mainlandBlocks(text, from, to);
}
