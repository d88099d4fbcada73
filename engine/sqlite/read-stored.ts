/**
 * Clauses, documents and texts of an index file, by their ids.
 */
import type { PolicyDocument } from '../../core/model.js';
import { keepRecent } from '../../core/recent.js';
import type { SearchEngine, StoredClause } from '../engine.js';
import type { Database } from './database.js';
import type { PackedText } from './packed-text.js';
import { type ClauseColumns, unpackClause } from './stored-clause.js';
import { inflateRaw, unpackMetadata } from './stored-document.js';

/** As SQLite has it. */
const ALL = -1;

/** What a `SearchEngine` answers, at once. */
export type Now<Method extends (...given: never[]) => unknown> = (
  ...given: Parameters<Method>
) => Awaited<ReturnType<Method>>;

export interface StoredReader {
  readonly clauses: Now<SearchEngine['clauses']>;
  readonly documents: Now<SearchEngine['documents']>;
  readonly document: Now<SearchEngine['document']>;
  readonly raw: Now<SearchEngine['raw']>;
}

/** What one table names and another holds. @throws PolicyError `index_damaged` where it does not. */
export type Present = <Found>(found: Found | undefined, what: string) => Found;

/** @param capacity  Documents whose metadata is kept parsed. */
export function openStored(database: Database, capacity: number, present: Present): StoredReader {
  const readClause = database.prepare<[string], ClauseColumns & { document: number }>(
    'SELECT document, fields, text FROM clauses WHERE id = ? ORDER BY row LIMIT 1',
  );
  const readMetadata = database
    .prepare<[number], PackedText>('SELECT metadata FROM documents WHERE document = ?')
    .pluck();
  const findDocument = database
    .prepare<[string], number>('SELECT document FROM documents WHERE id = ?')
    .pluck();
  const readDocument = database.prepare<[string], { first: number; last: number; metadata: PackedText }>(
    'SELECT first, last, metadata FROM documents WHERE id = ?',
  );
  const readClauses = database.prepare<[number, number, number, number], ClauseColumns & { id: string }>(
    'SELECT id, fields, text FROM clauses WHERE row BETWEEN ? AND ? AND id IS NOT NULL ORDER BY row LIMIT ? OFFSET ?',
  );
  const readRaw = database.prepare<[string], Buffer>('SELECT raw FROM documents WHERE id = ?').pluck();
  const documents = keepRecent<PolicyDocument>(capacity);
  const documentAt = (document: number): PolicyDocument => {
    const key = String(document);
    const found = documents.get(key);
    if (found !== undefined) return found;
    const read = unpackMetadata(present(readMetadata.get(document), `document ${document}`));
    documents.set(key, read);
    return read;
  };

  return {
    clauses(ids) {
      const read: StoredClause[] = [];
      for (const id of ids) {
        const found = readClause.get(id);
        if (found) read.push({ clause: unpackClause(id, found), document: documentAt(found.document) });
      }
      return read;
    },
    documents(ids) {
      const read: PolicyDocument[] = [];
      for (const id of ids) {
        const document = findDocument.get(id);
        if (document !== undefined) read.push(documentAt(document));
      }
      return read;
    },
    document(id, { from, count } = { from: 0, count: ALL }) {
      const found = readDocument.get(id);
      if (!found) return null;
      return {
        document: unpackMetadata(found.metadata),
        clauses: readClauses
          .all(found.first, found.last, count, from)
          .map((row) => unpackClause(row.id, row)),
      };
    },
    raw(id) {
      const found = readRaw.get(id);
      return found ? inflateRaw(found) : null;
    },
  };
}
