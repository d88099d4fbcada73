/**
 * What an update will send, kept on disk until it is committed: nothing of it may be seen before. It is deleted at the end.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { PolicyError } from '../../../core/errors.js';

export interface Spooled {
  /** Bytes in the file. */
  readonly start: number;
  readonly length: number;
}

export interface Spool {
  /** @throws PolicyError `index_write_failed` where the folder for temporary files is full. */
  write(lines: string): Promise<Spooled>;
  read(spooled: Spooled): Promise<string>;
  close(): Promise<void>;
}

export function openSpool(): Spool {
  let folder: string | null = null;
  let file: FileHandle | null = null;
  const removeFolder = (): void => {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  };
  let size = 0;
  return {
    async write(lines) {
      try {
        if (file === null) {
          folder = mkdtempSync(join(tmpdir(), 'zhengsou-update-'));
          file = await open(join(folder, 'records'), 'wx+', 0o600);
          // Open and without a name, it goes with the process, however that ends; where the system has no such files, at the end.
          if (process.platform !== 'win32') removeFolder();
        }
        const packed = deflateRawSync(lines, { level: 1 });
        await file.write(packed, 0, packed.length, size);
        const spooled = { start: size, length: packed.length };
        size += packed.length;
        return spooled;
      } catch (cause) {
        throw new PolicyError(
          'index_write_failed',
          `What the update will send cannot be kept in ${tmpdir()} (${(cause as NodeJS.ErrnoException).code ?? 'unknown reason'}).`,
          'Free some space there, or name another folder in TMPDIR; or leave out --update.',
          { cause },
        );
      }
    },

    async read({ start, length }) {
      if (file === null) throw new TypeError('Nothing was spooled.');
      const packed = Buffer.alloc(length);
      await file.read(packed, 0, length, start);
      return inflateRawSync(packed).toString('utf8');
    },

    async close() {
      await file?.close();
      file = null;
      removeFolder();
    },
  };
}
