/** The end of a run: what was loaded is swapped in, or there is nothing to swap. */
import type { IndexBuild } from '../engine/index-build.js';
import type { Loaded } from './load.js';

interface Totals {
  readonly documents: number;
  readonly clauses: number;
}

/** An engine that works by itself can take long: whoever stops us then does not wait for it. */
export async function finish(loaded: Loaded, build: IndexBuild | null, signal: AbortSignal): Promise<Totals> {
  const stop = (): void => void build?.abandon();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await commit(loaded, build);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** An update that changed nothing writes nothing: the index stays as it was, byte for byte. */
async function commit(loaded: Loaded, build: IndexBuild | null): Promise<Totals> {
  const read = loaded.documents.reduce((sum, document) => sum + document.clauses, 0);
  if (build === null) return { documents: loaded.documents.length, clauses: read };
  if (loaded.added + loaded.replaced + loaded.removed === 0) {
    const { documents, clauses } = build.before;
    await build.abandon();
    return { documents, clauses };
  }
  return build.commit();
}
