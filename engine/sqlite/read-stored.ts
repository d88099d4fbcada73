/**
 * Clauses, documents and texts of an index file, by their ids.
 */
import type { PolicyDocument } from '../../core/model.js';
import { keepRecent } from '../../core/recent.js';
import type { SearchEngine, StoredClause } from '../engine.js';
import type { Database } from './database.js';
import { unpackClause } from './stored-clause.js';
import { inflateMetadata, inflateRaw } from './stored-document.js';

/** What a `SearchEngine` answers, at once. */
export type Now<Method extends (...given: never[]) => unknown> = (
  ...given: Parameters<Method>
) => Awaited<ReturnType<Method>>;

export interface StoredReader {
  readonly clauses: Now<SearchEngine['clauses']>;
  readonly document: Now<SearchEngine['document']>;
  readonly raw: Now<SearchEngine['raw']>;
}

/** What one table names and another holds. @throws PolicyError `index_out_of_date` where it does not. */
export type Present = <Found>(found: Found | undefined, what: string) => Found;

/** @param capacity  Documents whose metadata is kept parsed. */
export function openStored(database: Database, capacity: number, present: Present): StoredReader {
  const readClause = database.prepare<[string], { document: number; clause: string | Buffer }>(
    'SELECT document, clause FROM clauses WHERE id = ? ORDER BY row LIMIT 1',
  );
  const readMetadata = database
    .prepare<[number], Buffer>('SELECT metadata FROM documents WHERE document = ?')
    .pluck();
  const readDocument = database.prepare<[string], { first: number; last: number; metadata: Buffer }>(
    'SELECT first, last, metadata FROM documents WHERE id = ?',
  );
  const readClauses = database.prepare<[number, number], { id: string; clause: string | Buffer }>(
    'SELECT id, clause FROM clauses WHERE row BETWEEN ? AND ? AND clause IS NOT NULL ORDER BY row',
  );
  const readRaw = database.prepare<[string], Buffer>('SELECT raw FROM documents WHERE id = ?').pluck();
  const documents = keepRecent<PolicyDocument>(capacity);
  const documentAt = (document: number): PolicyDocument =>
    documents.getOr(String(document), () =>
      inflateMetadata(present(readMetadata.get(document), `document ${document}`)),
    );

  return {
    clauses: (ids) =>
      ids.flatMap((id): StoredClause[] => {
        const found = readClause.get(id);
        if (!found) return [];
        return [{ clause: unpackClause(id, found.clause), document: documentAt(found.document) }];
      }),
    document(id) {
      const found = readDocument.get(id);
      if (!found) return null;
      return {
        document: inflateMetadata(found.metadata),
        clauses: readClauses.all(found.first, found.last).map(({ id, clause }) => unpackClause(id, clause)),
      };
    },
    raw(id) {
      const found = readRaw.get(id);
      return found ? inflateRaw(found) : null;
    },
  };
}
