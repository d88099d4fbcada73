/**
 * The embedded engine: whichever index of its folder serves now.
 *
 * It looks at the folder's pointer at most once a second, and only when it is asked something; so a new index is served
 * within a second of the swap, without a signal from whoever built it. One engine for one thread: inside it waits for
 * nothing, so a broad query holds up its thread and no other.
 */
import { statSync } from 'node:fs';
import { PolicyError } from '../../core/errors.js';
import type { SearchEngine } from '../engine.js';
import { type Capacities, type OpenIndex, openIndex } from './open-index.js';
import { pointerPath, readPointer } from './pointer.js';

const LOOK_AGAIN_AFTER = 1000; // ms

/** A swap can delete the file between our reading of its name and our opening it; the new name is there by then. */
const ATTEMPTS = 5;

/** Opens nothing until it is asked something. @param capacities  Of what is kept in memory. */
export function openSqliteEngine(folder: string, capacities?: Capacities): SearchEngine {
  let open: OpenIndex | null = null;
  let seen = '';
  let lookedAt = Number.NEGATIVE_INFINITY;

  const current = (): OpenIndex => {
    const now = performance.now();
    if (open && now - lookedAt < LOOK_AGAIN_AFTER) return open;
    const found = stampOf(pointerPath(folder));
    if (!open || found !== seen) {
      const next = openServing(folder, capacities);
      open?.close();
      open = next;
      seen = found;
    }
    lookedAt = now;
    return open;
  };

  return {
    name: 'sqlite',
    async status() {
      const { documents, clauses, indexedAt, version, averageLength } = current().pointer;
      return { documents, clauses, indexedAt, version, averageLength };
    },
    search: async (query) => current().search(query),
    hitsIn: async (query, groups, most) => current().hitsIn(query, groups, most),
    frequencies: async (phrases) => current().frequencies(phrases),
    known: async (texts) => current().known(texts),
    clauses: async (ids) => current().clauses(ids),
    catalogue: async () => current().catalogue(),
    documents: async (ids) => current().documents(ids),
    document: async (id) => current().document(id),
    raw: async (id) => current().raw(id),
    async close() {
      open?.close();
      open = null;
      lookedAt = Number.NEGATIVE_INFINITY;
    },
  };
}

function openServing(folder: string, capacities: Capacities | undefined): OpenIndex {
  for (let attempt = 1; ; attempt += 1) {
    const pointer = readPointer(folder);
    if (pointer === null) throw PolicyError.indexMissing(folder);
    try {
      return openIndex(folder, pointer, capacities);
    } catch (error) {
      if ((error as { readonly code?: unknown }).code !== 'SQLITE_CANTOPEN') throw error;
      if (attempt === ATTEMPTS) throw PolicyError.indexMissing(folder);
    }
  }
}

/** Changes with every swap: a rename brings another inode. */
function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? `${found.ino} ${found.mtimeMs} ${found.size}` : '';
}
