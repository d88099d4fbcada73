/**
 * The tables of an index file. Raise `INDEX_FORMAT` with every change of them, or of what the grams are made of
 * (core/text): an index of another format is not read.
 *
 * - documents: in order of arrival. `first` to `last` are its rows. `title` is the row of its title, which may be
 *   hidden: a title that is no clause has a row of its own, is matched, and is never a hit.
 * - document_names: what each can be called (document-names.ts). All are read at once: in the rows of documents, that would
 *   touch every page of the texts.
 * - What packed-text.ts packs is text or bytes, in a BLOB column: any other type than these two would make a number of "5".
 * - clauses: `row` counts from 1 in document order. `fields` and `text` are null in a hidden row, else as stored-clause.ts packs
 *   them. What a row is as folded lies behind the tables (text-records.ts).
 * - grams: FTS5 over the grams of each row, contentless. Rows of documents that were removed stay in it until a fifth
 *   of all is dead; `columns` holds the set of those alive.
 * - characters: for each Han character the rows that hold it. common_grams: the same for the grams that FTS5 is slow
 *   with, in more than 1 of 300 rows. Both packed (packed-rows.ts).
 * - numbers, names: what a document is asked by beside its text (entry.ts). Those of documents that were removed stay.
 * - columns: the typed arrays that counting and ranking run over (columns.ts).
 */
import type { Database } from './database.js';

export const INDEX_FORMAT = 11;

/**
 * Bytes of grams that FTS5 collects in memory before it writes a segment. The corpora fill three segments; with the
 * default of 1 MB they are written and merged thirteen times over, a quarter slower.
 */
const GRAMS_IN_MEMORY = 64 << 20;

/** Segments that a question is put to: each is searched, so past it all are made one. */
const MOST_SEGMENTS = 4;

/** While it is built an index keeps all its segments: merged as they come, what is in a large one is written three times over. */
const SEGMENTS_KEPT = {
  building: { automerge: 0, crisismerge: 1999 },
  built: { automerge: 4, crisismerge: 16 },
};

export function createTables(database: Database): void {
  database.exec(`
    CREATE TABLE documents (
      document INTEGER PRIMARY KEY,
      id       TEXT NOT NULL UNIQUE,
      first    INTEGER NOT NULL,
      last     INTEGER NOT NULL,
      title    INTEGER,
      origin   TEXT NOT NULL,
      sha256   TEXT NOT NULL,
      metadata BLOB NOT NULL,
      raw      BLOB NOT NULL
    );
    CREATE TABLE document_names (
      document INTEGER PRIMARY KEY,
      id       TEXT NOT NULL,
      names    BLOB NOT NULL
    );
    CREATE TABLE clauses (
      row      INTEGER PRIMARY KEY,
      document INTEGER NOT NULL,
      id       TEXT,
      fields   TEXT,
      text     BLOB
    );
    CREATE VIRTUAL TABLE grams USING fts5 (
      own, content = '', columnsize = 0, detail = full, tokenize = 'ascii'
    );
    CREATE TABLE characters (character TEXT PRIMARY KEY, rows BLOB NOT NULL);
    CREATE TABLE common_grams (gram TEXT PRIMARY KEY, rows BLOB NOT NULL);
    CREATE TABLE numbers (number TEXT, document INTEGER, PRIMARY KEY (number, document)) WITHOUT ROWID;
    CREATE TABLE names (name TEXT, document INTEGER, PRIMARY KEY (name, document)) WITHOUT ROWID;
    CREATE TABLE columns (name TEXT PRIMARY KEY, content BLOB NOT NULL);
  `);
  configureGrams(database, { hashsize: GRAMS_IN_MEMORY, ...SEGMENTS_KEPT.building });
}

function configureGrams(database: Database, values: Readonly<Record<string, number>>): void {
  const configure = database.prepare('INSERT INTO grams (grams, rank) VALUES (?, ?)');
  for (const [name, value] of Object.entries(values)) configure.run(name, BigInt(value)); // a number would be bound as REAL, which FTS5 refuses
}

/** When all rows of a new index are in. An update merges as FTS5 does by itself: all would be written anew. */
export function mergeGrams(database: Database): void {
  const segments = database.prepare<[], number>('SELECT count(DISTINCT segid) FROM grams_idx').pluck();
  // What is in memory is a segment too, and written first.
  if ((segments.get() ?? 0) >= MOST_SEGMENTS) database.exec(`INSERT INTO grams (grams) VALUES ('optimize')`);
  configureGrams(database, SEGMENTS_KEPT.built);
}

/** Made when the rows are in: one sorted pass instead of half a million searches. */
export function createIndexes(database: Database): void {
  database.exec(`
    CREATE INDEX IF NOT EXISTS clauses_by_id ON clauses (id) WHERE id IS NOT NULL;
  `);
}
