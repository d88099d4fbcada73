/**
 * One index file while it is written: documents in, rows dead or alive, columns at the end.
 *
 * One transaction without a journal, statements prepared once. Nothing here knows of swaps, locks or other files.
 */
import { type AnalyzedDocument, entriesOf } from '../entry.js';
import { openColumnWriter } from './column-writer.js';
import { type Columns, loadColumns } from './columns.js';
import { type Database, openForWriting, readFrom } from './database.js';
import { packNames } from './document-names.js';
import { openCharacterWriter, saveCommonGrams } from './row-tokens.js';
import { createIndexes, createTables, mergeGrams } from './schema.js';
import { packClause } from './stored-clause.js';
import { deflateRaw, packMetadata } from './stored-document.js';
import { openTextWriter, type TextWriter } from './text-records.js';

export interface IndexTotals {
  readonly documents: number;
  readonly clauses: number;
  /** Of the clauses' folded text, in UTF-16 code units. */
  readonly averageLength: number;
}

export interface IndexWriter {
  /** Adds a document, or replaces the one with its id. */
  add(document: AnalyzedDocument): void;
  /** An id that is not there is none to remove. */
  remove(documentId: string): void;
  /** Of all rows, the share that belongs to removed documents. */
  readonly deadShare: () => number;
  /** Writes what is collected, and closes. */
  finish(): IndexTotals;
  close(): void;
}

/** The row of an unprinted title. */
const HIDDEN = { fields: null, text: null };

/**
 * @param file  One that is not there yet, or a copy of an index of this format.
 * @param from  The index that it is a copy of: it is read until the copy is finished. null: of none.
 */
export function openIndexWriter(file: string, from: string | null): IndexWriter {
  const base = from === null ? null : { file: from, columns: readFrom(from, loadColumns) };
  const texts = openTextWriter(file, base && { file: base.file, ends: base.columns.textEnds });
  try {
    return writeTo(openForWriting(file), texts, base?.columns ?? null);
  } catch (error) {
    texts.close();
    throw error;
  }
}

/** @param base  Of an index that is continued. */
function writeTo(database: Database, texts: TextWriter, base: Columns | null): IndexWriter {
  if (base === null) createTables(database);
  const columns = openColumnWriter(base);
  const characters = openCharacterWriter(database);
  const insertDocument = database.prepare('INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const insertNames = database.prepare('INSERT INTO document_names VALUES (?, ?, ?)');
  const insertClause = database.prepare('INSERT INTO clauses VALUES (?, ?, ?, ?, ?)');
  const insertGrams = database.prepare('INSERT INTO grams (rowid, own) VALUES (?, ?)');
  const insertNumber = database.prepare('INSERT INTO numbers VALUES (?, ?)');
  const insertName = database.prepare('INSERT INTO names VALUES (?, ?)');
  const findDocument = database.prepare<[string], { document: number; first: number; last: number }>(
    'SELECT document, first, last FROM documents WHERE id = ?',
  );
  const deleteDocument = database.prepare('DELETE FROM documents WHERE id = ?');
  const deleteNames = database.prepare('DELETE FROM document_names WHERE document = ?');
  const deleteClauses = database.prepare('DELETE FROM clauses WHERE row BETWEEN ? AND ?');
  database.exec('BEGIN');

  const remove = (id: string): void => {
    const found = findDocument.get(id);
    if (!found) return;
    deleteDocument.run(id);
    deleteNames.run(found.document);
    deleteClauses.run(found.first, found.last);
    columns.remove(found.first, found.last);
  };

  return {
    add(analyzed) {
      const { document, origin, raw } = analyzed;
      const made = entriesOf(analyzed);
      remove(document.id);
      const ordinal = columns.nextDocument;
      const first = columns.nextRow;
      for (const [place, { clause, own, ownNumbers }] of made.entries.entries()) {
        const row = first + place;
        insertGrams.run(row, own.grams);
        characters.add(row, own.characters);
        const packed = clause === null ? HIDDEN : packClause(clause);
        const id = clause?.id ?? null;
        insertClause.run(row, ordinal, id, packed.fields, packed.text);
        texts.add(row, { id: id ?? '', folded: own.folded });
        for (const number of ownNumbers) insertNumber.run(number, ordinal);
      }
      insertDocument.run(
        ordinal,
        document.id,
        first,
        first + made.entries.length - 1,
        made.title === null ? null : first + made.title,
        origin,
        document.file.sha256,
        packMetadata(document),
        deflateRaw(raw),
      );
      for (const name of made.called) insertName.run(name, ordinal);
      insertNames.run(ordinal, document.id, packNames(made.names));
      columns.add(made);
    },
    remove,
    deadShare: () => columns.dead / Math.max(1, columns.nextRow - 1),
    finish() {
      const rows = columns.nextRow - 1;
      if (base === null) mergeGrams(database);
      characters.save(database, rows);
      columns.save(database, texts.ends.view());
      saveCommonGrams(database, rows, columns.alive());
      createIndexes(database);
      const documents = database.prepare<[], number>('SELECT count(*) FROM documents').pluck().get() ?? 0;
      database.exec('COMMIT');
      database.close();
      texts.finish();
      return { documents, ...columns.totals() };
    },
    close: () => {
      if (database.open) database.close();
      texts.close();
    },
  };
}
