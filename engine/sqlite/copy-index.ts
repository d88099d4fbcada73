/**
 * An embedded index copied from one folder to another, whole, while it serves and while another serves there: a backup one
 * way, its restoration the other.
 *
 * A file that serves is never written to, so a copy of it is the index of one moment. `current.json` comes last: a copy
 * that was killed is no index, and where there was one before, that one still is.
 */
import { randomBytes } from 'node:crypto';
import { constants, readdirSync, rmSync } from 'node:fs';
import { copyFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { PolicyError } from '../../core/errors.js';
import { keptFolder } from '../../core/kept-files.js';
import { makeFolder } from '../../core/make-folder.js';
import { takeBuildLock } from './build-lock.js';
import { refuseChanged } from './checksum.js';
import { type IndexPointer, readPointer, synchronize, writePointer } from './pointer.js';
import { orWriteFailure, toWriteFailure } from './write-failure.js';

/** A new index may come, and the old one's file go, between our reading its name and our opening it. */
const ATTEMPTS = 5;

export interface CopiedIndex {
  readonly documents: number;
  readonly clauses: number;
  readonly indexedAt: string;
  /** Files that are kept beside it (`--keep-files`) and were not there yet. */
  readonly keptFiles: number;
}

/**
 * @throws PolicyError `index_missing`, `index_out_of_date`, `index_damaged` (of `from`), `index_busy` while something is built in `to`,
 *         `index_write_failed`; what was in `to` is then unchanged.
 */
export async function copyIndex(from: string, to: string): Promise<CopiedIndex> {
  if (readPointer(from) === null) throw PolicyError.indexMissing(from);
  const lock = orWriteFailure(to, () => {
    makeFolder(to);
    return takeBuildLock(to);
  });
  try {
    const { pointer, file } = await copyServing(from, to);
    const keptFiles = await copyKeptFiles(from, to);
    synchronize(join(to, file));
    writePointer(to, { ...pointer, file });
    removeOthers(to, file);
    const { documents, clauses, indexedAt } = pointer;
    return { documents, clauses, indexedAt, keptFiles };
  } catch (error) {
    throw toWriteFailure(to, error);
  } finally {
    lock.release();
  }
}

async function copyServing(
  from: string,
  to: string,
): Promise<{ readonly pointer: IndexPointer; readonly file: string }> {
  for (let attempt = 1; ; attempt += 1) {
    const pointer = readPointer(from);
    if (pointer === null) throw PolicyError.indexMissing(from);
    // Called otherwise than any before it: what serves in `to` may be of the same version, and is damaged, perhaps.
    const file = `index-${pointer.version}-${randomBytes(4).toString('hex')}.sqlite`;
    try {
      await copyFile(join(from, pointer.file), join(to, file), constants.COPYFILE_FICLONE);
      await refuseChanged(to, { ...pointer, file });
      return { pointer, file };
    } catch (error) {
      rmSync(join(to, file), { force: true });
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      if (attempt === ATTEMPTS) throw PolicyError.indexMissing(from);
    }
  }
}

/** Each is called by what its bytes are, so one that is there is the same. */
async function copyKeptFiles(from: string, to: string): Promise<number> {
  const names = namesIn(keptFolder(from)).filter((name) => /^[0-9a-f]{64}$/.test(name));
  if (names.length === 0) return 0;
  makeFolder(keptFolder(to));
  const there = new Set(namesIn(keptFolder(to)));
  const missing = names.filter((name) => !there.has(name));
  for (const name of missing) {
    const unfinished = join(keptFolder(to), `${name}.${process.pid}`);
    await copyFile(join(keptFolder(from), name), unfinished, constants.COPYFILE_FICLONE);
    await rename(unfinished, join(keptFolder(to), name));
  }
  return missing.length;
}

function removeOthers(folder: string, serving: string): void {
  for (const name of namesIn(folder)) {
    if (/^index-[\w-]+\.sqlite$/.test(name) && name !== serving) rmSync(join(folder, name), { force: true });
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
