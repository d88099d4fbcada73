/**
 * What the last run read of each file, beside the index: an update leaves a file closed whose size and times are the same, and of which
 * the index still holds all that came from it.
 */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { IndexBuild } from '../engine/index-build.js';
import type { InputFile } from './read/list-files.js';

/** A document as it was claimed: its id, its path as shown, the hash of its bytes. */
export interface SeenDocument {
  readonly id: string;
  readonly path: string;
  readonly sha256: string;
}

export interface SeenFiles {
  /** What a file held when it had this stamp, all of it still in the index; null where it must be read. */
  unchanged(file: InputFile, existing: IndexBuild['existing']): readonly SeenDocument[] | null;
  /** Whether it was read before, tied otherwise. @param ties  As tiesOf has them now. */
  isTiedAnew(file: InputFile, ties: string): boolean;
}

const Seen = z.array(
  z.tuple([z.string(), z.string(), z.string(), z.array(z.tuple([z.string(), z.string(), z.string()]))]),
);

export async function openSeenFiles(dataFolder: string, engine: string): Promise<SeenFiles> {
  const text = await readFile(pathOf(dataFolder, engine), 'utf8').catch(() => '[]');
  const parsed = Seen.safeParse(jsonOf(text));
  const seen = new Map(
    (parsed.data ?? []).map(([origin, stamp, ties, documents]) => [
      origin,
      { stamp, ties, documents: documents.map(([id, path, sha256]) => ({ id, path, sha256 })) },
    ]),
  );
  return {
    unchanged({ origin, path, stamp }, existing) {
      const known = seen.get(origin);
      if (stamp === undefined || known === undefined || known.stamp !== stamp) return null;
      const isAllThere = known.documents.every((document) => {
        const held = existing.get(document.id);
        return held?.origin === origin && held.sha256 === document.sha256 && document.path.startsWith(path);
      });
      return known.documents.length > 0 && isAllThere ? known.documents : null;
    },
    isTiedAnew({ origin }, ties) {
      const known = seen.get(origin);
      return known !== undefined && known.ties !== ties;
    },
  };
}

/** @param read  By origin, what was read of files that could be read whole; of others nothing. */
export async function keepSeenFiles(
  dataFolder: string,
  engine: string,
  files: readonly InputFile[],
  read: ReadonlyMap<string, readonly SeenDocument[]>,
  ties: (file: InputFile) => string,
): Promise<void> {
  const seen = files.flatMap((file) => {
    const { origin, stamp } = file;
    const documents = read.get(origin);
    if (stamp === undefined || documents === undefined) return [];
    return [[origin, stamp, ties(file), documents.map(({ id, path, sha256 }) => [id, path, sha256])]];
  });
  const path = pathOf(dataFolder, engine);
  // A run without it reads everything again: no reason to fail.
  await writeFile(`${path}.new`, JSON.stringify(seen))
    .then(() => rename(`${path}.new`, path))
    .catch(() => undefined);
}

function pathOf(dataFolder: string, engine: string): string {
  return join(dataFolder, `seen-${engine}.json`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
