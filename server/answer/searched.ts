/** What was found of a search: as an object, and where it is whole, as it is sent. */
import type { AnySearchAnswer } from '../api.js';
import type { SearchRequest } from '../request.js';
import { type WrittenAnswer, writeAnswer } from './written-answer.js';

export interface Searched {
  /** Of what is written, read back with each look: who only sends it on never has it read. */
  readonly answer: AnySearchAnswer;
  /** Of the index that was asked, to keep the answer under; null where an explanation is of another one. */
  readonly version: string | null;
  /** Where it is written already: nothing comes to it any more. */
  readonly written?: WrittenSearch;
}

/** Without `tookMs`, for the same answer is the same, however long it took. */
export interface WrittenSearch {
  readonly answer: WrittenAnswer;
  readonly tookMs: number;
}

/** null: with a part missing it is not kept, and told apart. */
export function writeSearch({ tookMs, ...lasting }: AnySearchAnswer): WrittenSearch | null {
  return lasting.partial === undefined ? { answer: writeAnswer(lasting), tookMs } : null;
}

export function searchedAs(written: WrittenSearch, version: string | null): Searched {
  return {
    get answer() {
      const lasting = JSON.parse(written.answer.bytes.toString()) as Omit<AnySearchAnswer, 'tookMs'>;
      return { ...lasting, tookMs: written.tookMs } as AnySearchAnswer;
    },
    ...{ version, written },
  };
}

/** Explained is what was asked for, and where nothing holds every word: so where nothing holds any, too. */
export function needsExplanation(
  { query, total }: AnySearchAnswer,
  { explain }: Pick<SearchRequest, 'explain'>,
): boolean {
  return explain === 'on' || (query.allTotal ?? total) === 0;
}
