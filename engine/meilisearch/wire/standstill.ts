/**
 * A queue that stands still. A server that cannot write down how a batch ended, as when its disk is full, begins it again
 * ten seconds later, for ever; and takes new tasks meanwhile.
 *
 * Told by the batch under way: the same number, begun at another time. Once or twice that is nothing: a batch is begun
 * again too when one of its tasks is cancelled, when an index outgrows its map, and after a restart.
 */
import { z } from 'zod';
import { PolicyError } from '../../../core/errors.js';
import type { EngineServer } from './servers.js';

const Batch = z.object({ uid: z.int(), startedAt: z.string() });
type Batch = z.output<typeof Batch>;
const Batches = z.object({ results: z.array(Batch) });

const LOOK_EVERY = 2000; // ms
const BEGUN_TOO_OFTEN = 4;

/** @returns to be called while a task is waited for. @throws PolicyError (the call) `index_write_failed`. */
export function watchQueue({ client, url }: EngineServer): () => Promise<void> {
  const countBeginnings = openCount();
  let lookedAt = performance.now();
  return async () => {
    if (performance.now() - lookedAt < LOOK_EVERY) return;
    lookedAt = performance.now();
    const params = { statuses: 'processing', limit: 1 };
    const [underWay] = Batches.parse(await client.get('batches', { params })).results;
    if (underWay && countBeginnings(underWay) >= BEGUN_TOO_OFTEN) throw standstill(url);
  };
}

/** How often the batch that is under way was begun, as far as was seen. Between two tries there is none under way. */
export function openCount(): (underWay: Batch) => number {
  let batch: number | null = null;
  const beginnings = new Set<string>();
  return ({ uid, startedAt }) => {
    if (uid !== batch) beginnings.clear();
    batch = uid;
    return beginnings.add(startedAt).size;
  };
}

function standstill(url: string): PolicyError {
  return new PolicyError(
    'index_write_failed',
    `Meilisearch at ${url} begins the same step again and again and cannot end it: most likely its disk is full. The index that serves is whole.`,
    'Free some space there, or look into its log for another reason; then run this again.',
  );
}
