/** Before all tests: the seeds indexed once by the built command. A dozen servers of tests start with a copy of that folder. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './source-files.js';

/** Of the environment: the folder; empty where nothing is built. */
export const SEEDS_INDEX = 'ZHENGSOU_TEST_SEEDS';

export function setup(): () => void {
  const command = join(ROOT, 'dist/indexer/cli.js');
  if (!existsSync(command)) return () => undefined;
  const folder = mkdtempSync(join(tmpdir(), 'zhengsou-seeds-'));
  execFileSync(process.execPath, [command, 'seeds', '--data', folder], { cwd: ROOT, stdio: 'pipe' });
  process.env[SEEDS_INDEX] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
