/** A folder with all that leads to it. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * One that is there is left as it is. By hand: `mkdir` of Node with `recursive` never ends where a folder is there and says of what
 * is to be made in it that it is not (ENOENT: below /proc, or where a folder was removed that a process stands in).
 *
 * @throws NodeJS.ErrnoException as `mkdirSync`; ENOTDIR, or EEXIST, where a file is in the way.
 */
export function makeFolder(path: string): void {
  const folder = resolve(path);
  const missing: string[] = [];
  for (let at = folder; !existsSync(at) && at !== dirname(at); at = dirname(at)) missing.unshift(at);
  for (const one of missing.length === 0 ? [folder] : missing) {
    try {
      mkdirSync(one);
    } catch (error) {
      // Somebody else made it meanwhile, or it was there.
      if (!statSync(one, { throwIfNoEntry: false })?.isDirectory()) throw error;
    }
  }
}
