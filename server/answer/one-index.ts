/**
 * An answer is of one index: what takes several questions, and met a swap between two of them, is asked for again. On several
 * servers a swap takes a while, and another one may follow it.
 */
import { PolicyError } from '../../core/errors.js';

const ATTEMPTS = 6;

/** What was found, and of which index; null where another came meanwhile. */
interface OfVersion {
  readonly version: string | null;
}

/** The last that was found, whether or not it is of one index. */
export async function untilOneIndex<Found extends OfVersion>(ask: () => Promise<Found>): Promise<Found> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await ask();
    if (found.version !== null || attempt === ATTEMPTS) return found;
  }
}

/** @throws PolicyError `engine_unavailable` where it is of none: half an index is never shown. */
export async function ofOneIndex<Found extends OfVersion>(ask: () => Promise<Found>): Promise<Found> {
  const found = await untilOneIndex(ask);
  if (found.version !== null) return found;
  throw new PolicyError(
    'engine_unavailable',
    'The index was replaced by another one each time that it was asked.',
    'Try again in a moment; if it lasts, look what runs `npm run index` again and again.',
  );
}
