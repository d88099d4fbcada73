/**
 * Documents as an index holds them → as they came in.
 */
import { inflateRawSync } from 'node:zlib';
import type { PolicyDocument } from '../../core/model.js';
import { type AnalyzedDocument, storedTokens, type Tokens } from '../entry.js';
import type { Database } from './database.js';
import { unpackClause } from './stored-clause.js';

export interface StoredRow {
  readonly folded: string;
  readonly id: string | null;
  /** null: the hidden row of an unprinted title. */
  readonly clause: string | Buffer | null;
}

export function inflateMetadata(metadata: Uint8Array): PolicyDocument {
  return JSON.parse(inflateRawSync(metadata).toString('utf8')) as PolicyDocument;
}

export function inflateRaw(raw: Uint8Array): string {
  return inflateRawSync(raw).toString('utf16le');
}

/** All documents in their order, one at a time: what an index with too many dead rows is made anew of. */
export function* storedDocuments(database: Database): Generator<AnalyzedDocument> {
  const documents = database.prepare<
    [number],
    { document: number; first: number; last: number; origin: string; metadata: Buffer; raw: Buffer }
  >(
    'SELECT document, first, last, origin, metadata, raw FROM documents WHERE document > ? ORDER BY document LIMIT 1',
  );
  const rows = database.prepare<[number, number], StoredRow>(
    'SELECT id, folded, clause FROM clauses WHERE row BETWEEN ? AND ? ORDER BY row',
  );
  let found = documents.get(-1);
  while (found) {
    const stored = rows.all(found.first, found.last);
    yield {
      document: inflateMetadata(found.metadata),
      origin: found.origin,
      raw: inflateRaw(found.raw),
      clauses: stored.flatMap(({ id, folded, clause }) =>
        clause === null || id === null
          ? []
          : [{ clause: unpackClause(id, clause), tokens: storedTokens(folded) }],
      ),
      unprintedTitle: stored
        .filter(({ clause }) => clause === null)
        .map(({ folded }) => storedTokens(folded))
        .reduce<Tokens | null>((_, tokens) => tokens, null),
    };
    found = documents.get(found.document);
  }
}
