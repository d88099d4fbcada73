/**
 * The only file that knows better-sqlite3.
 */
import Database from 'better-sqlite3';

export type { Database } from 'better-sqlite3';

/** Read through memory that the processes share: SQLite takes no more than this of one file. */
const MAPPED = 0x7fff0000;

/**
 * For one thread; never writes, so it opens on a read-only file system too.
 *
 * @param pages  `copied`: read one by one, which a file that may be cut short needs.
 */
export function openForReading(file: string, pages: 'mapped' | 'copied' = 'mapped'): Database.Database {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  database.pragma(`mmap_size = ${pages === 'mapped' ? MAPPED : 0}`);
  database.pragma('cache_size = -2000'); // kB; the mapping does a cache's work
  return database;
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
  database.pragma('temp_store = MEMORY');
  return database;
}
