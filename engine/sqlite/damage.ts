/**
 * What is thrown while an index is read → what it says of the index.
 */
import { PolicyError } from '../../core/errors.js';

/** SQLite's refusals that are no fault of the file. */
const PASSING = /^SQLITE_(BUSY|LOCKED|NOMEM|INTERRUPT)/;

/**
 * An index file is read by statements that fit its format, and never changes: where one of them fails, or what it reads
 * cannot be unpacked, the file is no longer what was written.
 *
 * @returns PolicyError `index_damaged`, with the error as its cause; any other error as it is.
 */
export function toDamage(where: string, error: unknown): unknown {
  if (error instanceof PolicyError || !(error instanceof Error)) return error;
  const { code } = error as { readonly code?: unknown };
  const isOfSqlite = typeof code === 'string' && code.startsWith('SQLITE_') && !PASSING.test(code);
  const isOfZlib = typeof code === 'string' && code.startsWith('Z_');
  if (!isOfSqlite && !isOfZlib && !(error instanceof SyntaxError)) return error;
  return PolicyError.indexDamaged(where, `what it holds cannot be read (${error.message})`, error);
}
