/**
 * Documents as an index holds them → as they came in.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { PolicyDocument } from '../../core/model.js';
import { type AnalyzedDocument, storedTokens, type Tokens } from '../entry.js';
import { loadTextEnds } from './columns.js';
import type { Database } from './database.js';
import { type PackedText, packText, unpackText } from './packed-text.js';
import { openRowTexts, type RowTexts } from './row-texts.js';
import { unpackClause } from './stored-clause.js';

interface StoredRow {
  readonly row: number;
  /** null: the hidden row of an unprinted title, which has neither fields nor text. */
  readonly id: string | null;
  readonly fields: string;
  readonly text: PackedText;
}

/** Level 3 saves a twentieth of the place for half as much time again. */
const RAW_LEVEL = 1;

export function deflateRaw(raw: string): Buffer {
  return deflateRawSync(Buffer.from(raw, 'utf16le'), { level: RAW_LEVEL });
}

export function packMetadata(document: PolicyDocument): PackedText {
  return packText(JSON.stringify(document));
}

export function unpackMetadata(metadata: PackedText): PolicyDocument {
  return JSON.parse(unpackText(metadata)) as PolicyDocument;
}

export function inflateRaw(raw: Uint8Array): string {
  return inflateRawSync(raw).toString('utf16le');
}

/** All documents in their order, one at a time: what an index with too many dead rows is made anew of. */
export function* storedDocuments(database: Database): Generator<AnalyzedDocument> {
  const texts = openRowTexts(database);
  try {
    yield* documentsOf(database, texts);
  } finally {
    texts.close();
  }
}

function* documentsOf(database: Database, texts: RowTexts): Generator<AnalyzedDocument> {
  const documents = database.prepare<
    [number],
    { document: number; first: number; last: number; origin: string; metadata: PackedText; raw: Buffer }
  >(
    'SELECT document, first, last, origin, metadata, raw FROM documents WHERE document > ? ORDER BY document LIMIT 1',
  );
  const rows = database.prepare<[number, number], StoredRow>(
    'SELECT row, id, fields, text FROM clauses WHERE row BETWEEN ? AND ? ORDER BY row',
  );
  const ends = loadTextEnds(database);
  let found = documents.get(-1);
  while (found) {
    const stored = rows.all(found.first, found.last);
    const folded = texts.read(
      stored.map(({ row }) => row),
      ends,
    );
    const tokensAt = (place: number): Tokens => storedTokens(folded[place]?.folded ?? '');
    const untitled = stored.findIndex(({ id }) => id === null);
    yield {
      document: unpackMetadata(found.metadata),
      origin: found.origin,
      raw: inflateRaw(found.raw),
      clauses: stored.flatMap(({ id, row: _, ...columns }, place) =>
        id === null ? [] : [{ clause: unpackClause(id, columns), tokens: tokensAt(place) }],
      ),
      unprintedTitle: untitled < 0 ? null : tokensAt(untitled),
    };
    found = documents.get(found.document);
  }
}
