/**
 * How documents get in: what of the door (engine.ts) is asked while an index is made.
 */
import type { EngineStatus } from './engine.js';
import type { AnalyzedDocument } from './entry.js';

export interface BuildOptions {
  /** `update` starts from the index that serves; where there is none, from nothing. */
  readonly mode: 'rebuild' | 'update';
  /** `start`: made of the seeds by `npm start`, which may make it anew; what a `user` made it never touches. */
  readonly madeBy: 'user' | 'start';
  /** Told while a commit waits for an engine that works on by itself: clauses done, of all. */
  readonly onCommit?: (done: number, of: number) => void;
  /** For people: a key that was made, a server of an untested version. */
  readonly tell?: (message: string) => void;
}

/**
 * A new index beside the one that serves. Nothing is seen of it before `commit`, which swaps it in whole; a build that is
 * killed, abandoned or fails leaves the old index as it was, byte for byte.
 */
export interface IndexBuild {
  /** What the index holds already, by document id: of an update; of a rebuild nothing. `origin`: AnalyzedDocument. */
  readonly existing: ReadonlyMap<string, { readonly origin: string; readonly sha256: string }>;

  /** What the index that serves now holds: of an update; of a rebuild zeros. */
  readonly before: { readonly documents: number; readonly clauses: number };

  /** Adds documents, or replaces those with the same id. @throws PolicyError `index_write_failed` (disk full, …). */
  add(documents: readonly AnalyzedDocument[]): Promise<void>;

  remove(documentIds: readonly string[]): Promise<void>;

  commit(): Promise<EngineStatus>;

  abandon(): Promise<void>;
}
