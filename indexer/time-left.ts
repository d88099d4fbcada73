/** How long what remains takes at the rate so far: of the whole time, not of the last moments. */

export interface WorkDone {
  readonly done: number;
  /** In the unit of `done`. */
  readonly total: number;
  readonly milliseconds: number;
}

/** @returns seconds; null while nothing can be said of it. */
export function timeLeft({ done, total, milliseconds }: WorkDone): number | null {
  if (done <= 0 || milliseconds <= 0) return null;
  return ((Math.max(0, total - done) / done) * milliseconds) / 1000;
}

/** 75 → `1 min 15 s` */
export function shownTime(seconds: number | null): string {
  if (seconds === null) return '–';
  const whole = Math.ceil(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${whole % 60} s` : `${whole} s`;
}

/** Bytes of a file as it lies on the disk, and what a byte of it costs: compressed text is so many bytes of text. */
export interface WeighedFile {
  readonly bytes: number;
  readonly weight: number;
}

export interface ReadingWork<File> {
  readonly total: number;
  /** @returns  What is done of all, once so many bytes of this file are read: past its end, the whole file. */
  read(file: File, bytes: number): number;
}

/** Files are read one after the other. */
export function openReadingWork<File>(files: ReadonlyMap<File, WeighedFile>): ReadingWork<File> {
  let finished = 0;
  let current: File | null = null;
  const costOf = (file: File | null, bytes: number): number => {
    const known = file === null ? undefined : files.get(file);
    return known === undefined ? 0 : Math.min(bytes, known.bytes) * known.weight;
  };
  return {
    total: [...files.values()].reduce((sum, { bytes, weight }) => sum + bytes * weight, 0),
    read(file, bytes) {
      if (file !== current) {
        finished += costOf(current, Number.POSITIVE_INFINITY);
        current = file;
      }
      return finished + costOf(file, bytes);
    },
  };
}
