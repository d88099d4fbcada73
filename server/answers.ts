/**
 * The two questions whose answers cost something: a search, and a whole document marked. What stands behind them is
 * an engine in this thread, a pool of threads, or a cache before either.
 */
import type { SearchEngine } from '../core/engine/engine.js';
import { PolicyError } from '../core/errors.js';
import type { DocumentAnswer, DocumentRequest, SearchAnswer, SearchRequest } from './api.js';
import { markedPhrases, presentDocument } from './present.js';
import { understandQuery } from './query/understand-query.js';
import { search } from './search.js';

export interface Searched {
  readonly answer: SearchAnswer;
  /** Of the index that was asked, to keep the answer under; null where it was swapped meanwhile. */
  readonly version: string | null;
}

export interface Answers {
  search(request: SearchRequest): Promise<Searched>;
  /** @throws PolicyError `document_not_found`. */
  document(id: string, request: DocumentRequest): Promise<DocumentAnswer>;
  close(): Promise<void>;
}

export function answerHere(engine: SearchEngine): Answers {
  return {
    async search(request) {
      const ask = async (): Promise<Searched> => {
        const before = await engine.status();
        const answer = await search(engine, request);
        const after = await engine.status();
        return { answer, version: before.version === after.version ? after.version : null };
      };
      const searched = await ask();
      return searched.version === null ? ask() : searched; // half of it was the old index
    },

    async document(id, { q, script }) {
      const found = await engine.document(id);
      if (found === null) throw PolicyError.documentNotFound(id);
      return presentDocument(found.document, found.clauses, markedPhrases(understandQuery(q)), script);
    },

    close: () => engine.close(),
  };
}
