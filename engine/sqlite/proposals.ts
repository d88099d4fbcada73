/** Rows in their order → what is proposed: what is known of each of them, and its text. */
import type { Proposal } from '../engine.js';
import { CLAUSE_KINDS, type Columns } from './columns.js';
import type { Matched } from './match.js';
import type { RankedRow } from './rank-rows.js';
import { hasRow } from './row-set.js';
import type { RowTexts } from './row-texts.js';
import type { TextRecord } from './text-records.js';

type FoundBy = Pick<Matched, 'words' | 'first' | 'numbered'>;

export type ProposalsOf = (ranked: readonly RankedRow[], found: FoundBy, withText: boolean) => Proposal[];

/** @param documentId  Of a document, by its place. */
export function openProposals(
  columns: Columns,
  texts: RowTexts,
  documentId: (document: number) => string,
): ProposalsOf {
  return (ranked, { words, first, numbered }, withText) => {
    const records = texts.read(ranked.map(rowOf), columns.textEnds);
    const nowhere = words.map(isNever);
    const proposals: Proposal[] = [];
    for (let place = 0; place < ranked.length; place += 1) {
      const { row, document, score } = ranked[place] as RankedRow;
      const { id, folded } = records[place] as TextRecord;
      proposals.push({
        clauseId: id,
        documentId: documentId(document),
        kind: CLAUSE_KINDS[columns.kinds[row] as number] ?? 'body',
        score,
        folded: withText ? folded : null,
        inContext: inContextOf(words, row, nowhere),
        isFirst: first !== null && hasRow(first, row),
        isNumbered: numbered !== null && hasRow(numbered, row),
      });
    }
    return proposals;
  };
}

function rowOf({ row }: RankedRow): number {
  return row;
}

function isNever(): boolean {
  return false;
}

/**
 * Of each word, whether what stands above the row holds it.
 *
 * @param nowhere  The same list for all rows above which nothing does: most.
 */
function inContextOf(words: Matched['words'], row: number, nowhere: readonly boolean[]): readonly boolean[] {
  let held: boolean[] | null = null;
  for (let place = 0; place < words.length; place += 1) {
    const { context } = words[place] as (typeof words)[number];
    if (context === null || !hasRow(context, row)) continue;
    held ??= [...nowhere];
    held[place] = true;
  }
  return held ?? nowhere;
}
