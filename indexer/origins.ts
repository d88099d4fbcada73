/**
 * Paths as an update compares them: one file is one, by whichever links it was named.
 */
import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface Origins {
  /** The path itself, then the folders above it; and all of them once more where a link leads there another way. */
  above(path: string): Iterable<string>;
  isSame(one: string, other: string): boolean;
}

export function openOrigins(): Origins {
  const folders = new Map<string, string>();

  /** Links resolved as far as there is something: of a file that went, its folder. */
  const realFolder = (folder: string): string => {
    const known = folders.get(folder);
    if (known !== undefined) return known;
    const real = realOf(folder) ?? (dirname(folder) === folder ? folder : beside(folder));
    folders.set(folder, real);
    return real;
  };
  const beside = (path: string): string => join(realFolder(dirname(path)), basename(path));
  const realFile = (path: string): string => realOf(path) ?? beside(path);

  return {
    *above(path) {
      yield* upwards(path);
      const real = beside(path);
      if (real !== path) yield* upwards(real);
    },
    isSame: (one, other) => one === other || realFile(one) === realFile(other),
  };
}

function* upwards(path: string): Generator<string> {
  let here = path;
  yield here;
  while (dirname(here) !== here) {
    here = dirname(here);
    yield here;
  }
}

function realOf(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch {
    return null;
  }
}
