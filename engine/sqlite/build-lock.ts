/**
 * One build at a time in a folder: `build.lock` names the process that has it.
 *
 * A process that was killed leaves its lock behind; it is taken over as soon as that process is gone.
 */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PolicyError } from '../../core/errors.js';
import { isRunning, startOf } from '../process-identity.js';

export interface BuildLock {
  release(): void;
}

/** @throws PolicyError `index_busy` while another build has it. */
export function takeBuildLock(folder: string): BuildLock {
  const path = join(folder, 'build.lock');
  const mine = `${process.pid} ${startOf(process.pid)}`;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (create(path, mine)) return { release: () => rmSync(path, { force: true }) };
    const holder = read(path);
    if (holder !== null && isHeld(holder)) throw busy(folder, path, holder);
    if (holder !== null) setAside(path, holder);
  }
  throw busy(folder, path, read(path) ?? '');
}

/** Written first, then linked to its name: nobody ever reads half a lock. */
function create(path: string, content: string): boolean {
  const draft = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  try {
    writeFileSync(draft, content);
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Two may find the same stale lock: whoever renames it first looks at what it got, and puts a fresh one back. */
function setAside(path: string, stale: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (read(aside) !== stale) linkSync(aside, path);
  } catch {
    // Another was quicker; the next attempt meets its lock.
  }
  rmSync(aside, { force: true });
}

function isHeld(holder: string): boolean {
  const [pid = '', start = ''] = holder.split(' ');
  return isRunning(Number(pid), start);
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function busy(folder: string, path: string, holder: string): PolicyError {
  return new PolicyError(
    'index_busy',
    `Another run is building the index in ${folder} (process ${holder.split(' ')[0] || 'unknown'}).`,
    `Wait until it is done, or stop it. If there is no such process, delete ${path}.`,
  );
}
