/** What is asked of the engine before the server listens. */

import { PolicyError } from '../../core/errors.js';
import type { SearchEngine } from '../../engine/engine.js';
import type { Log } from './log.js';

/**
 * An engine that cannot be searched yet is told and no reason not to start: every request says so, until it can be. A
 * key that can do more than search is: what answers the network is not to hold it.
 *
 * @throws PolicyError `engine_key_too_strong`.
 */
export async function checkEngine(engine: SearchEngine, log: Log): Promise<void> {
  try {
    const { missing = [] } = await engine.status();
    if (missing.length > 0) {
      const remedy =
        'Start the server of that part; where it is running, it has lost the index or the key: run `npm run index` again.';
      log.warn({ missing, remedy }, `Part of the index does not answer: ${missing.join(', ')}.`);
    }
  } catch (error) {
    if (!(error instanceof PolicyError) || error.code === 'engine_key_too_strong') throw error;
    log.error({ code: error.code, remedy: error.remedy }, error.message);
  }
}
