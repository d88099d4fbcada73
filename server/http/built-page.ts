/**
 * Files of the built page, with the path that the server lies under where Vite left a place for it (vite.config.ts). They are few and
 * small, so they stay in memory.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const PLACE = '/__base__/';

export interface BuiltFile {
  readonly text: string;
  readonly etag: string;
}

export interface BuiltPage {
  /** @returns null where there is no such file: it is looked for again next time. */
  read(name: string): Promise<BuiltFile | null>;
}

/** @param base  Without a slash at its end. */
export function openBuiltPage(folder: string, base: string): BuiltPage {
  const files = new Map<string, BuiltFile>();
  return {
    async read(name) {
      const found = files.get(name);
      if (found !== undefined) return found;
      const built = await readFile(join(folder, name), 'utf8').catch(orNull);
      if (built === null) return null;
      const text = built.replaceAll(PLACE, `${base}/`);
      const etag = `W/"${createHash('sha1').update(text).digest('base64url')}"`;
      files.set(name, { text, etag });
      return { text, etag };
    },
  };
}

function orNull(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
  throw error;
}
