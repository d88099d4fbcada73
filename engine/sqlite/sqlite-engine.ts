/**
 * The embedded engine: whichever index of its folder serves now.
 *
 * It looks at the folder's pointer at most once a second, and only when it is asked something; so a new index is served
 * within a second of the swap, without a signal from whoever built it. One engine for one thread: inside it waits for
 * nothing, so a broad query holds up its thread and no other.
 */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PolicyError } from '../../core/errors.js';
import type { SearchEngine } from '../engine.js';
import { isCut, refuseChanged, refuseCut } from './checksum.js';
import { toDamage } from './damage.js';
import { type IndexOptions, type OpenIndex, openIndex } from './open-index.js';
import { type IndexPointer, pointerPath, readPointer } from './pointer.js';

const LOOK_AGAIN_AFTER = 1000; // ms

/** A swap can delete the file between our reading of its name and our opening it; the new name is there by then. */
const ATTEMPTS = 5;

export interface SqliteOptions extends IndexOptions {
  /** Reads every index file through once, while it answers; of one that has changed it answers nothing more. */
  readonly verify?: boolean;
}

/** Opens nothing until it is asked something. */
export function openSqliteEngine(folder: string, { verify, ...options }: SqliteOptions = {}): SearchEngine {
  let open: OpenIndex | null = null;
  let seen = '';
  let lookedAt = Number.NEGATIVE_INFINITY;
  let verified: VerifiedIndex | null = null;

  const shut = (): void => {
    verified?.close();
    open?.close();
    [verified, open] = [null, null];
    lookedAt = Number.NEGATIVE_INFINITY;
  };
  const current = (): OpenIndex => {
    const now = performance.now();
    if (!open || now - lookedAt >= LOOK_AGAIN_AFTER) {
      const found = stampOf(pointerPath(folder));
      if (!open || found !== seen || isCut(folder, open.pointer)) {
        shut();
        open = openServing(folder, options);
        seen = found;
        verified = verify ? openVerified(folder, open.pointer) : null;
      }
      lookedAt = now;
    }
    if (verified?.damage) throw verified.damage;
    return open;
  };
  const ask = async <Result>(answer: (index: OpenIndex) => Result): Promise<Result> => {
    try {
      return answer(current());
    } catch (error) {
      throw toDamage(folder, error);
    }
  };

  return {
    name: 'sqlite',
    status: () =>
      ask(({ pointer: { documents, clauses, indexedAt, version, averageLength } }) => ({
        ...{ documents, clauses, indexedAt, version, averageLength },
      })),
    search: (query) => ask((index) => index.search(query)),
    hitsIn: (query, groups, most) => ask((index) => index.hitsIn(query, groups, most)),
    frequencies: (phrases) => ask((index) => index.frequencies(phrases)),
    known: (texts) => ask((index) => index.known(texts)),
    clauses: (ids) => ask((index) => index.clauses(ids)),
    catalogue: () => ask((index) => index.catalogue()),
    suggestions: async () => null,
    documents: (ids) => ask((index) => index.documents(ids)),
    document: (id, stretch) => ask((index) => index.document(id, stretch)),
    raw: (id) => ask((index) => index.raw(id)),
    close: async () => shut(),
  };
}

interface VerifiedIndex {
  /** Once it is known. */
  readonly damage: PolicyError | null;
  close(): void;
}

function openVerified(folder: string, pointer: IndexPointer): VerifiedIndex {
  const reading = new AbortController();
  const stamp = stampOf(pointerPath(folder));
  let damage: PolicyError | null = null;
  refuseChanged(folder, pointer, reading.signal).catch((error: unknown) => {
    const isCurrent = stampOf(pointerPath(folder)) === stamp; // the file of one that is replaced goes
    if (error instanceof PolicyError && isCurrent) damage = error;
  });
  return {
    get damage() {
      return damage;
    },
    close: () => reading.abort(),
  };
}

function openServing(folder: string, options: IndexOptions): OpenIndex {
  for (let attempt = 1; ; attempt += 1) {
    const pointer = readPointer(folder);
    if (pointer === null) throw PolicyError.indexMissing(folder);
    try {
      refuseCut(folder, pointer);
      return openIndex(folder, pointer, options);
    } catch (error) {
      const isGone = !existsSync(join(folder, pointer.file)); // a new one is there by now
      if (!isGone || attempt === ATTEMPTS) throw error;
    }
  }
}

/** Changes with every swap: a rename brings another inode. */
function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? `${found.ino} ${found.mtimeMs} ${found.size}` : '';
}
