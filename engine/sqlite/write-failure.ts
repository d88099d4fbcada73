/**
 * What the disk says, in words that help.
 */
import { PolicyError } from '../../core/errors.js';

const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [
    /SQLITE_FULL|ENOSPC|EDQUOT/,
    'Free some space (an index takes four times the size of its texts), or name another folder.',
  ],
  [
    // Node tells ENOENT of a folder that cannot be made where nothing may be written; so does one that was taken away.
    /SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|EROFS|EACCES|EPERM|ENOENT/,
    'Make the folder writable for this user, or name another one.',
  ],
  [/ENOTDIR|EEXIST|ENAMETOOLONG|EISDIR/, 'Name a folder in DATA_DIR, not a file.'],
  [
    /SQLITE_IOERR|SQLITE_CORRUPT|SQLITE_NOTADB|EIO/,
    'Check the disk, then build again; or name another folder.',
  ],
];

/** Runs a step of a build. @throws PolicyError `index_write_failed` where the file system or the disk refuses. */
export function orWriteFailure<Result>(folder: string, step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    throw toWriteFailure(folder, error);
  }
}

export function toWriteFailure(folder: string, error: unknown): unknown {
  const code = (error as { readonly code?: unknown } | null)?.code;
  if (error instanceof PolicyError || typeof code !== 'string') return error;
  const remedy = REMEDIES.find(([codes]) => codes.test(code))?.[1];
  if (remedy === undefined) return error;
  return new PolicyError(
    'index_write_failed',
    `The index in ${folder} cannot be written (${code}); the one before it is unchanged.`,
    remedy,
    { cause: error },
  );
}
