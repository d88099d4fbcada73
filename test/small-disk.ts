/** A disk of a size of our choice, to be filled: a tmpfs, which only root may mount. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

export interface SmallDisk {
  /** @param size  As mount reads it: '96m'. */
  mount(size: string): void;
  resize(size: string): void;
  setReadOnly(isReadOnly: boolean): void;
  unmount(): void;
  /** Why there can be none here; null where there can. */
  cannot(): string | null;
}

/** @param path  Where; made if it is missing. */
export function smallDisk(path: string): SmallDisk {
  const mount = (...args: string[]): void => {
    execFileSync('mount', [...args, path], { stdio: 'pipe' });
  };
  const disk: SmallDisk = {
    mount(size) {
      mkdirSync(path, { recursive: true });
      mount('-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs');
    },
    resize: (size) => mount('-o', `remount,size=${size}`),
    setReadOnly: (isReadOnly) => mount('-o', `remount,${isReadOnly ? 'ro' : 'rw'}`),
    // Lazily: a file that was being read is closed a moment later.
    unmount: () => void execFileSync('umount', ['--lazy', path]),
    cannot() {
      try {
        disk.mount('1m');
        disk.unmount();
        return null;
      } catch {
        return 'a small disk cannot be mounted here: that needs root';
      }
    },
  };
  return disk;
}
