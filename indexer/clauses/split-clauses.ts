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
import { findNotes, type Notes } from './find-notes.js';
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
 * @param input.text         One paragraph a line, `\n` line ends; flattened lines are cut at proven numbering.
 * @param input.titleSpan    Becomes the title clause, wherever it stands.
 * @param input.isUnderRule  Whether a rule (————), since cut off, was printed right above the line that begins here.
 * @returns  Clauses in order, none longer than 10,000 UTF-16 code units; empty for a text without a character.
 */
export function splitClauses(input: {
  readonly text: string;
  readonly titleSpan: Span | null;
  readonly language: Language;
  readonly isUnderRule?: (start: number) => boolean;
}): SplitClause[] {
  const { text, titleSpan, language, isUnderRule = () => false } = input;
  const printed = ordinary(text); // 第⼀条 in radicals: read as 第一条, and kept as it is printed
  const found = findNotes(printed, isUnderRule);
  const read = withoutNotes(printed, found);
  const blocks: readonly Block[] =
    titleSpan === null
      ? blocksOf(read, 0, text.length, language)
      : [
          ...blocksOf(read, 0, titleSpan.start, language),
          { ...titleSpan, label: null, rank: RANK.annex, role: 'title' },
          ...blocksOf(read, titleSpan.end, text.length, language),
        ];
  return buildClauses(text, language, joinUnreadable(text, withNotes(blocks, found, titleSpan)));
}

/** Structure is read as if notes were not there: their numbers go on from nothing, and a mark is no label. */
function withoutNotes(text: string, { notes, heads }: Notes): string {
  if (notes.length === 0) return text;
  const stretches = [
    ...heads.map((span) => ({ ...span, sign: ' ' })),
    ...notes.map((span) => ({ ...span, sign: ' ' })),
    ...notes.flatMap(({ mark }) => (mark === null ? [] : [{ ...mark, sign: '·' }])),
  ].sort((one, other) => one.start - other.start);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, sign } of stretches) {
    if (start < at) continue;
    parts.push(text.slice(at, start), sign.repeat(end - start));
    at = end;
  }
  return parts.join('') + text.slice(at);
}

function withNotes(blocks: readonly Block[], { notes, heads }: Notes, title: Span | null): readonly Block[] {
  if (notes.length === 0) return blocks;
  const added = [
    ...heads.map(
      ({ start, end }): Block => ({ start, end, label: null, rank: RANK.unnumbered, role: 'heading' }),
    ),
    ...notes.map((note): Block => {
      const { start, end } = note;
      return { start, end, label: null, rank: RANK.annex, role: 'note', note };
    }),
  ].filter(({ start, end }) => title === null || end <= title.start || start >= title.end);
  return [...blocks, ...added].sort((one, other) => one.start - other.start);
}

function blocksOf(text: string, from: number, to: number, language: Language): Block[] {
  if (language === 'en') return englishBlocks(text, from, to);
  return taiwanBlocks(text, from, to) ?? mainlandBlocks(text, from, to);
}
