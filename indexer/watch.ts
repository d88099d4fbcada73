/**
 * `--watch`: an update whenever something under the paths changes, until it is stopped. The only file that knows chokidar.
 */
import { watch } from 'chokidar';
import { PolicyError } from '../core/errors.js';

/** Files come in bunches, and are written in pieces. */
const QUIET_MS = 1000;

/**
 * @param paths   Absolute.
 * @param update  Called at once, then after every bunch of changes; never twice at a time. What it throws is told, and the next change
 *                tried again.
 */
export async function watchPaths(
  paths: readonly string[],
  update: () => Promise<void>,
  tell: (error: PolicyError) => void,
  signal: AbortSignal,
): Promise<void> {
  const watcher = watch([...paths], { ignoreInitial: true, followSymlinks: true });
  let wake: () => void = () => undefined;
  let lastChange = 0;
  watcher.on('all', () => {
    lastChange = performance.now();
    wake();
  });
  signal.addEventListener('abort', () => wake(), { once: true });
  const changed = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });
  try {
    for (let seen = -1; !signal.aborted; ) {
      if (seen === lastChange) {
        await changed();
        continue;
      }
      await quiet(() => lastChange, signal);
      seen = lastChange;
      if (!signal.aborted) await update().catch((error: unknown) => tellOrThrow(error, tell));
    }
  } finally {
    await watcher.close();
  }
}

function tellOrThrow(error: unknown, tell: (error: PolicyError) => void): void {
  if (!(error instanceof PolicyError)) throw error;
  tell(error);
}

/** Until nothing has changed for a second. */
async function quiet(lastChange: () => number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && lastChange() > 0 && performance.now() - lastChange() < QUIET_MS) {
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS / 10));
  }
}
