/**
 * The only file that knows better-sqlite3.
 */
import Database from 'better-sqlite3';

export type { Database } from 'better-sqlite3';

/**
 * For one thread; never writes, so it opens on a read-only file system too.
 *
 * Nothing of the file is mapped: of one that is cut short, reading through a mapping ends the process, and what was
 * read of the whole file stayed resident in each thread (1,200 MB for 419 on both corpora). It costs a twelfth of a question.
 *
 * What is read is one transaction, from here to the closing, for the file never changes: else every statement would lock it, look for
 * the journal of a writer and read whether it has changed. That was a twentieth of a question.
 */
export function openForReading(file: string): Database.Database {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    database.pragma('mmap_size = 0');
    database.pragma('cache_size = -2000'); // kB: what is read often is kept unpacked, by us
    database.exec('BEGIN');
    database.prepare('SELECT 1 FROM sqlite_schema').get();
    return database;
  } catch (error) {
    database.close(); // of a damaged file: it is tried again with every question
    throw error;
  }
}

export function readFrom<Result>(file: string, read: (database: Database.Database) => Result): Result {
  const database = openForReading(file);
  try {
    return read(database);
  } finally {
    database.close();
  }
}

/**
 * For a build, which nobody reads before it is whole: no journal, no waiting for the disk. Whoever swaps it in
 * synchronises the file first.
 */
export function openForWriting(file: string): Database.Database {
  const database = new Database(file);
  database.pragma('page_size = 16384');
  database.unsafeMode(true); // else "defensive", in which the journal cannot be switched off
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('cache_size = -32000');
  database.pragma('temp_store = FILE'); // what is sorted grows with the corpus
  return database;
}
