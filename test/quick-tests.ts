/**
 * The tests for between two edits: they start nothing, build nothing, and need nothing built. Found by what they import,
 * themselves or through the files of tests beside them.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { type Import, importsOf, ROOT } from './source-files.js';

/** Processes, browsers, builds. */
const STARTERS = new Set(['node:child_process', 'playwright-core', 'vite', 'recheck']);

/** Start nothing and take long: thousands of texts, or every pattern of the house. */
const LONG = new Set([
  'test/contract/sqlite.test.ts',
  'test/contract/sqlite-substrings.test.ts',
  'test/unit/clean-damage.test.ts',
  'test/unit/clean-text.test.ts',
  'test/unit/read-damaged.test.ts',
  'test/unit/read-office-fuzzed.test.ts',
]);

/** @returns Paths from the root. */
export function quickTests(
  tests: readonly string[] = globSync(['test/**/*.test.ts'], { cwd: ROOT }).sort(),
  read: (file: string) => readonly Import[] = importsOf,
): readonly string[] {
  return tests.filter((file) => !LONG.has(file) && starterOf(file, read) === null);
}

/** What it starts things with; null where it starts none. */
function starterOf(
  file: string,
  read: (file: string) => readonly Import[],
  seen = new Set<string>(),
): string | null {
  if (seen.has(file)) return null;
  seen.add(file);
  for (const { to } of read(file)) {
    if (STARTERS.has(to)) return to;
    const beside = to.startsWith('test/') || to.startsWith('bench/') ? sourceOf(to) : null;
    const found = beside === null ? null : starterOf(beside, read, seen);
    if (found !== null) return found;
  }
  return null;
}

function sourceOf(module: string): string | null {
  const source = module.replace(/\.js$/, '.ts');
  return existsSync(join(ROOT, source)) ? source : null;
}
