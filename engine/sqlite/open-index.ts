/**
 * One index file, open for reading, and what is kept in memory of it. Never changes; a new index is a new file.
 */
import { join } from 'node:path';
import type { PolicyDocument } from '../../core/model.js';
import type { Phrase } from '../../core/text/analyze.js';
import type { EngineAnswer, EngineQuery, Proposal, SearchEngine, StoredClause } from '../engine.js';
import { CLAUSE_KINDS, loadColumns } from './columns.js';
import { count, openThemeRows } from './count.js';
import { type Database, openForReading } from './database.js';
import { match } from './match.js';
import { openPhraseRows } from './phrase-rows.js';
import type { IndexPointer } from './pointer.js';
import { openRanking } from './rank-rows.js';
import { keepRecent } from './recent.js';
import { emptyRows, hasRow, type RowSet, unite } from './row-set.js';
import { unpackClause } from './stored-clause.js';
import { inflateMetadata, inflateRaw } from './stored-document.js';

/** Parsed metadata kept: the documents of some pages of hits. */
const KEPT_DOCUMENTS = 200;

/** What a `SearchEngine` answers, at once. */
type Now<Method extends (...given: never[]) => unknown> = (
  ...given: Parameters<Method>
) => Awaited<ReturnType<Method>>;

export interface OpenIndex {
  readonly pointer: IndexPointer;
  readonly search: Now<SearchEngine['search']>;
  readonly frequencies: Now<SearchEngine['frequencies']>;
  readonly clauses: Now<SearchEngine['clauses']>;
  readonly document: Now<SearchEngine['document']>;
  readonly raw: Now<SearchEngine['raw']>;
  close(): void;
}

export function openIndex(folder: string, pointer: IndexPointer): OpenIndex {
  const database = openForReading(join(folder, pointer.file));
  let searching: Pick<OpenIndex, 'search' | 'frequencies'> | null = null;
  // What the search runs over is read with the first search: a status or a document does not wait for it.
  const loaded = (): Pick<OpenIndex, 'search' | 'frequencies'> => {
    searching ??= openSearching(database);
    return searching;
  };
  return {
    pointer,
    search: (query) => loaded().search(query),
    frequencies: (phrases) => loaded().frequencies(phrases),
    ...openReading(database),
    close: () => database.close(),
  };
}

function openSearching(database: Database): Pick<OpenIndex, 'search' | 'frequencies'> {
  const columns = loadColumns(database);
  const findPhrase = openPhraseRows(database, columns);
  const findThemes = openThemeRows(columns);
  const rank = openRanking(columns);
  const findNumber = database
    .prepare<[string], number>('SELECT title FROM documents WHERE number = ? AND title IS NOT NULL')
    .pluck();
  const readDocumentId = database
    .prepare<[number], string>('SELECT id FROM documents WHERE document = ?')
    .pluck();
  const documentIds: string[] = [];
  // One statement for all rows: half the time of one a row.
  const read = (columnsWanted: string) =>
    database
      .prepare<[string], [row: number, id: string, folded: string | null]>(
        `SELECT row, clauses.id, ${columnsWanted} FROM json_each(?) AS wanted CROSS JOIN clauses ON row = wanted.value`,
      )
      .raw();
  const readRows = { withText: read('folded'), without: read('NULL') };

  const documentId = (document: number): string => {
    documentIds[document] ??= readDocumentId.get(document) ?? '';
    return documentIds[document];
  };
  const preferredOf = (phrases: readonly Phrase[]): RowSet | null => {
    if (phrases.length === 0) return null;
    const rows = emptyRows(columns.rows);
    for (const phrase of phrases) unite(rows, findPhrase(phrase).own);
    return rows;
  };

  return {
    search(query: EngineQuery): EngineAnswer {
      const matched = match(query, columns, findPhrase, (number) => findNumber.all(number));
      const { rows, total, documents, facets } = count(query, columns, matched.rows, findThemes);
      const ranked = rank(query, rows, matched.words, preferredOf(query.prefer));
      const wanted = ranked.map(({ row }) => row).sort((a, b) => a - b); // in the order of the file
      const texts = new Map<number, readonly [number, string, string | null]>();
      for (const found of readRows[query.withText ? 'withText' : 'without'].all(JSON.stringify(wanted))) {
        texts.set(found[0], found);
      }
      const proposals = ranked.map(({ row, document, score }): Proposal => {
        const [, clauseId = '', folded = null] = texts.get(row) ?? [];
        return {
          clauseId,
          documentId: documentId(document),
          kind: CLAUSE_KINDS[columns.kinds[row] as number] ?? 'body',
          score,
          folded,
          inContext: matched.words.map(({ context }) => context !== null && hasRow(context, row)),
        };
      });
      return { total, documents, proposals, facets };
    },
    frequencies: (phrases) => phrases.map((phrase) => findPhrase(phrase).frequency),
  };
}

function openReading(database: Database): Pick<OpenIndex, 'clauses' | 'document' | 'raw'> {
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
  const documents = keepRecent<PolicyDocument>(KEPT_DOCUMENTS, () => 1);
  const documentAt = (document: number): PolicyDocument =>
    documents.get(String(document), () => {
      const found = readMetadata.get(document);
      if (found === undefined) throw new Error(`The index has no document ${document}.`);
      return inflateMetadata(found);
    });

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
