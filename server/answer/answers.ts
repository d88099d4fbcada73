/**
 * The questions whose answers cost something: a search, a whole document marked, a citation. What stands behind them is
 * an engine in this thread, a pool of threads, or a cache before either.
 *
 * Whatever needs a dictionary is done in the thread that is asked: what was typed is cut into words there, and a citation
 * is written there (titles are romanised word by word). The thread that holds the engine gets a `Question` and gives what
 * is cited; so the dictionaries are in memory once, however many threads search.
 */

import type { FacetName } from '../../core/model.js';
import { openSlices } from '../../core/slices.js';
import type { SearchEngine } from '../../engine/engine.js';
import type { DocumentAnswer, FacetValuesAnswer, SuggestAnswer } from '../api.js';
import { type Citation, type CitationStyle, cite } from '../cite/cite.js';
import { parsePinpoint } from '../cite/pinpoint.js';
import { parseQuote } from '../cite/quotation.js';
import type { CitationLanguage } from '../cite/wording.js';
import { understandQuery } from '../query/understand-query.js';
import { understandInSlices } from '../query/whole-runs.js';
import { type DocumentRequest, SearchRequest, type SuggestRequest } from '../request.js';
import { openSuggester } from '../suggest/suggester.js';
import { type Patience, refuseLate } from './deadline.js';
import { answerUnderstood, type EngineAnswers } from './engine-answers.js';
import { explain } from './explain.js';
import { findValues } from './find-values.js';
import { ofOneIndex } from './one-index.js';
import type { Searched } from './searched.js';
import { sharesNumber } from './shared-number.js';
import { openTurns } from './turns.js';

export interface CitationTask {
  readonly of: 'clause' | 'document';
  readonly id: string;
  readonly style: CitationStyle;
  readonly lang: CitationLanguage;
  /** 款.项 as typed; null: the whole clause. */
  readonly pinpoint: string | null;
  /** start-end as typed; null: what is cited. */
  readonly quote: string | null;
  /** ISO. */
  readonly accessedOn: string;
}

/** Each is there, or has failed, as long as `patience` lasts; where none is given, by the deadline from now. */
export interface Answers {
  search(request: SearchRequest, patience?: Patience): Promise<Searched>;
  /** @throws PolicyError `document_not_found`, `answer_incomplete`; as does the next. */
  document(id: string, request: DocumentRequest, patience?: Patience): Promise<DocumentAnswer>;
  /** @throws PolicyError `clause_not_found`, `document_not_found`, `invalid_request` (no such pinpoint or stretch). */
  citation(task: CitationTask, patience?: Patience): Promise<Citation>;
  /** @param contains  As typed; empty: all values. */
  facetValues(
    facet: FacetName,
    contains: string,
    request: SearchRequest,
    patience?: Patience,
  ): Promise<FacetValuesAnswer>;
  suggest(request: SuggestRequest, patience?: Patience): Promise<SuggestAnswer>;
  close(): Promise<void>;
}

const COMMON = '管理规定';

/** Loads of the index its columns and a common word, before somebody waits for them. */
export async function warmUp(answers: Answers, patience?: Patience): Promise<void> {
  await answers.search(SearchRequest.parse({ q: COMMON }), patience);
}

/** All of it in this thread; without `patience` an engine's question has the engine's deadline, and the whole has none. */
export function answerHere(asked: SearchEngine): Answers {
  return withDictionaries(answerUnderstood(asked));
}

/**
 * Understands, cites and suggests in this thread; the rest is asked of `answers`, wherever they are.
 *
 * @param countsAhead  Whether suggestions are counted before they are shown: where that holds up nobody.
 */
export function withDictionaries(answers: EngineAnswers, countsAhead = false): Answers {
  const suggester = openSuggester(answers, countsAhead);
  const inTurn = openTurns();
  return {
    async search(request, patience) {
      await inTurn(request);
      if (patience !== undefined) refuseLate(patience);
      answers.refuseEarly?.(request, patience);
      const question = await understandInSlices(request.q, request, openSlices().pause);
      const ask = async (): Promise<Searched> => {
        const searched = await answers.search(request, question, patience);
        return explain(searched, request, question, (asked) => answers.totals(asked, patience));
      };
      return ofOneIndex(ask); // it may be swapped before all is counted
    },
    document: async (id, request, patience) =>
      answers.document(id, request, understandQuery(request.q, request), patience),
    async citation({ of, id, style, lang, pinpoint, quote, accessedOn }, patience) {
      const hasKey = style === 'bibtex';
      const cited = await answers.cited({ of, id, withOrdinal: hasKey }, patience);
      return cite({
        ...{ ...cited, style, lang, accessedOn },
        isNumberShared: hasKey && (await sharesNumber(answers, cited.document, patience)),
        pinpoint: pinpoint === null ? null : parsePinpoint(pinpoint),
        quote: quote === null ? null : parseQuote(quote),
      });
    },
    async facetValues(facet, contains, request, patience) {
      const found = await answers.facetValues(facet, request, understandQuery(request.q, request), patience);
      return findValues(facet, contains, found, suggester.spell);
    },
    suggest: suggester.suggest,
    close: () => answers.close(),
  };
}
