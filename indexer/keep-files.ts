/**
 * Files kept beside the index, so that a reader can have what was published: each once, under the hash of its bytes.
 */
import { existsSync } from 'node:fs';
import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PolicyError } from '../core/errors.js';
import { keptFile, keptFolder } from '../core/kept-files.js';
import { makeFolder } from '../core/make-folder.js';

export interface KeptFiles {
  /** Written whole or not at all. @throws PolicyError `index_write_failed`. */
  keep(sha256: string, bytes: Uint8Array): Promise<void>;
  has(sha256: string): boolean;
  /** Removes those of no document. */
  removeOthers(documents: ReadonlySet<string>): Promise<void>;
}

export function openKeptFiles(dataFolder: string): KeptFiles {
  const folder = keptFolder(dataFolder);
  return {
    async keep(sha256, bytes) {
      const path = keptFile(dataFolder, sha256);
      if (path === null || (await stat(path).catch(() => null)) !== null) return;
      const unfinished = `${path}.${process.pid}`;
      try {
        makeFolder(folder);
        await writeFile(unfinished, bytes);
        await rename(unfinished, path);
      } catch (cause) {
        await rm(unfinished, { force: true });
        throw cannotKeep(folder, cause);
      }
    },
    has(sha256) {
      const path = keptFile(dataFolder, sha256);
      return path !== null && existsSync(path);
    },
    async removeOthers(documents) {
      const names = await readdir(folder).catch(() => []);
      for (const name of names) if (!documents.has(name)) await rm(join(folder, name), { force: true });
    },
  };
}

function cannotKeep(folder: string, cause: unknown): PolicyError {
  const fault = cause instanceof Error ? cause.message : String(cause);
  return new PolicyError(
    'index_write_failed',
    `The file cannot be kept in ${folder}: ${fault}.`,
    'Make room on the disk, or leave --keep-files out.',
    { cause },
  );
}
