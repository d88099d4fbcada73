/**
 * Which process holds a lock. Ids come round again (in a container the same ones at once), so a process is known by its id
 * and by when it started.
 */
import { readFileSync } from 'node:fs';

/** Whether the process is there. Where the system does not tell when one started, its id has to do. */
export function isRunning(pid: number, start: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false; // EPERM: it runs, as somebody else
  }
  return start === '' || start === startOf(pid);
}

/** When the process started, in ticks since the machine did; empty where the system does not tell. */
export function startOf(pid: number): string {
  const status = read(`/proc/${pid}/stat`);
  // The name, in brackets, may hold spaces; the start is the 20th field after it.
  return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

/** Of the running system, so that two machines of one name are two; empty where the system does not tell. */
export function bootOf(): string {
  return read('/proc/sys/kernel/random/boot_id').trim();
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
