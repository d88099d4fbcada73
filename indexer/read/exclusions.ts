/**
 * What a user does not want read: patterns of `--exclude`, and of `.zhengsouignore` in any folder, written as in a `.gitignore`. The only
 * file that knows ignore.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

const FILE = '.zhengsouignore';

export interface Exclusions {
  /** Reads what the folder itself says; before anything in it is asked for. */
  enter(folder: string): Promise<void>;
  /** @param root  The path that was named, which `--exclude` is relative to; it is never left out itself. */
  excludes(absolute: string, root: string, isFolder: boolean): boolean;
}

export function openExclusions(patterns: readonly string[]): Exclusions {
  const given = ignore({ allowRelativePaths: true }).add([...patterns]);
  const folders = new Map<string, Ignore>();

  return {
    async enter(folder) {
      const lines = await readFile(join(folder, FILE), 'utf8').catch(() => null);
      if (lines !== null) folders.set(folder, ignore().add(lines));
    },
    excludes(absolute, root, isFolder) {
      if (absolute === root) return false;
      if (isIn(given, absolute, root, isFolder)) return true;
      for (let folder = dirname(absolute); ; folder = dirname(folder)) {
        const rules = folders.get(folder);
        if (rules !== undefined && isIn(rules, absolute, folder, isFolder)) return true;
        if (folder === root || dirname(folder) === folder) return false;
      }
    },
  };
}

function isIn(rules: Ignore, absolute: string, folder: string, isFolder: boolean): boolean {
  const path = relative(folder, absolute).split(sep).join('/');
  return path !== '' && !path.startsWith('../') && rules.ignores(isFolder ? `${path}/` : path);
}
