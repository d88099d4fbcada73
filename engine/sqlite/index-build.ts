/**
 * The embedded index, built beside the one that serves and swapped in whole.
 *
 * ```
 * <folder>/current.json            names the file that serves; replacing it is the swap
 * <folder>/index-<version>.sqlite  that file; during a build also the new one, and what will lie behind its database in `….texts`
 * <folder>/build.lock              the build that is under way
 * ```
 *
 * What serves is never written to. What a killed build left behind is deleted by the next.
 */
import { randomBytes } from 'node:crypto';
import { constants, copyFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sortIn } from '../../core/config.js';
import { makeFolder } from '../../core/make-folder.js';
import type { EngineStatus } from '../engine.js';
import type { BuildOptions, IndexBuild } from '../index-build.js';
import { takeBuildLock } from './build-lock.js';
import { checksumOf, refuseChanged } from './checksum.js';
import { readFrom } from './database.js';
import { type IndexTotals, type IndexWriter, openIndexWriter } from './index-writer.js';
import { type IndexPointer, readPointer, synchronize, writePointer } from './pointer.js';
import { INDEX_FORMAT } from './schema.js';
import { storedDocuments } from './stored-document.js';
import { orWriteFailure, toWriteFailure } from './write-failure.js';

/** Dead rows cost time with every match; past this share an update makes the file anew. */
const MOST_DEAD = 1 / 5;

/**
 * @throws PolicyError `index_busy` while another build is under way in the folder, `index_write_failed` where it
 *         cannot be written, `index_out_of_date` for an update of an index of another format, `index_damaged` of one that is.
 */
export async function openSqliteBuild(folder: string, options: BuildOptions): Promise<IndexBuild> {
  const lock = orWriteFailure(folder, () => {
    makeFolder(folder);
    sortIn(folder);
    return takeBuildLock(folder);
  });
  try {
    const serving = options.mode === 'update' ? readPointer(folder) : null;
    // What is copied of a damaged index would be whole by the new one's checksum.
    if (serving) await refuseChanged(folder, serving);
    return build(folder, serving, options, lock.release);
  } catch (error) {
    lock.release();
    throw toWriteFailure(folder, error);
  }
}

/** @param base  What an update begins with; null: nothing. */
function build(
  folder: string,
  base: IndexPointer | null,
  { madeBy }: BuildOptions,
  release: () => void,
): IndexBuild {
  deleteOthers(folder);
  const version = `${Date.now().toString(36)}-${randomBytes(4).toString('hex')}`;
  let file = `index-${version}.sqlite`;
  let writer: IndexWriter | null = null;
  let open = true;

  // An update that changes nothing copies nothing.
  const writing = (): IndexWriter => {
    if (!open) throw new Error('This build is closed.');
    if (writer) return writer;
    const from = base && join(folder, base.file);
    if (from) copyFileSync(from, join(folder, file), constants.COPYFILE_FICLONE);
    writer = openIndexWriter(join(folder, file), from);
    return writer;
  };
  const discard = (): void => {
    open = false;
    writer?.close();
    rmSync(join(folder, file), { force: true });
    release();
  };
  const finish = (): IndexTotals => {
    const full = writing();
    if (full.deadShare() <= MOST_DEAD) return full.finish();
    full.finish();
    const old = file;
    file = `index-${version}-compact.sqlite`;
    const compact = openIndexWriter(join(folder, file), null);
    writer = compact;
    readFrom(join(folder, old), (source) => {
      for (const document of storedDocuments(source)) compact.add(document);
    });
    const totals = compact.finish();
    rmSync(join(folder, old), { force: true });
    return totals;
  };

  return {
    existing: base ? existingOf(join(folder, base.file)) : new Map(),
    before: { documents: base?.documents ?? 0, clauses: base?.clauses ?? 0 },

    async add(documents) {
      orWriteFailure(folder, () => {
        for (const document of documents) writing().add(document);
      });
    },

    async remove(documentIds) {
      orWriteFailure(folder, () => {
        for (const id of documentIds) writing().remove(id);
      });
    },

    async commit(): Promise<EngineStatus> {
      try {
        const totals = finish();
        synchronize(join(folder, file));
        const checksum = await checksumOf(join(folder, file));
        const { size: bytes } = statSync(join(folder, file));
        const status = { ...totals, indexedAt: new Date().toISOString(), version };
        writePointer(folder, { format: INDEX_FORMAT, file, madeBy, bytes, checksum, ...status });
        open = false;
        release();
        deleteOthers(folder);
        return status;
      } catch (error) {
        throw toWriteFailure(folder, error);
      }
    },

    async abandon() {
      if (open) discard();
    },
  };
}

function existingOf(file: string): IndexBuild['existing'] {
  const rows = readFrom(file, (database) =>
    database
      .prepare<[], { id: string; origin: string; sha256: string }>('SELECT id, origin, sha256 FROM documents')
      .all(),
  );
  return new Map(rows.map(({ id, origin, sha256 }) => [id, { origin, sha256 }]));
}

/** Index files that do not serve, and drafts of the pointer. Readers keep what they have open. */
function deleteOthers(folder: string): void {
  let serving: string | null = null;
  try {
    serving = readPointer(folder)?.file ?? null;
  } catch {
    return; // of another format: its files are not ours to judge until it is replaced
  }
  for (const name of readdirSync(folder)) {
    const ours = /^index-[\w-]+\.sqlite(-journal|-wal|-shm|\.texts)?$|^current\.json\..*\.tmp$/.test(name);
    if (!ours || name === serving) continue;
    try {
      rmSync(join(folder, name), { force: true });
    } catch {
      // A system that keeps open files: the next build tries again.
    }
  }
}
