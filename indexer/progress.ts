/**
 * The progress bar, for people: on stderr, when it is a terminal. The only file that knows cli-progress.
 */
import { statSync } from 'node:fs';
import { Presets, SingleBar } from 'cli-progress';
import type { InputFile } from './read/list-files.js';
import { printable } from './summary.js';
import { openReadingWork, shownTime, timeLeft, type WeighedFile } from './time-left.js';

export interface Progress {
  /** So many bytes of a file, as it lies on the disk, are read. */
  read(file: InputFile, bytes: number): void;
  update(read: { readonly documents: number; readonly characters: number }): void;
  /** Everything is read; an engine that works by itself is waited for: clauses done, of all. */
  commit(done: number, of: number): void;
  stop(): void;
}

const GZIP_RATIO = 4; // of Chinese text, roughly: what a compressed byte costs beside one that is not

export function openProgress(files: readonly InputFile[], stderr: NodeJS.WriteStream): Progress {
  if (!stderr.isTTY) {
    const nothing = (): void => undefined;
    return { read: nothing, update: nothing, commit: nothing, stop: nothing };
  }
  const work = openReadingWork(new Map(files.map((file) => [file, weigh(file)])));
  const started = performance.now();
  const bar = new SingleBar(
    {
      format: '{bar} {percentage} % · {done} · {rate} · {left} left · {file}',
      stream: stderr,
      clearOnComplete: true,
      hideCursor: true,
      fps: 5,
    },
    Presets.shades_grey,
  );
  const leftOf = (done: number, total: number, since: number): string =>
    shownTime(timeLeft({ done, total, milliseconds: performance.now() - since }));
  bar.start(work.total, 0, { done: '0 documents', rate: '–', left: '–', file: '' });
  let done = 0;
  let reading = '';
  let committing: number | null = null; // since when
  return {
    read(file, bytes) {
      done = work.read(file, bytes);
      reading = shortened(file.path);
    },
    update({ documents, characters }) {
      const rate = characters / (performance.now() - started) / 1000;
      bar.update(Math.min(done, work.total * 0.99), {
        done: `${documents} documents`,
        rate: `${rate.toFixed(2)} M characters/s`,
        left: leftOf(done, work.total, started),
        file: reading,
      });
    },
    commit(clauses, of) {
      if (committing === null) {
        committing = performance.now();
        bar.start(of, 0, { done: `0 of ${of} clauses in the engine`, rate: '–', left: '–', file: '' });
      }
      const rate = Math.round((clauses / Math.max(1, performance.now() - committing)) * 1000);
      bar.update(clauses, {
        done: `${clauses} of ${of} clauses in the engine`,
        rate: `${rate} clauses/s`,
        left: leftOf(clauses, of, committing),
      });
    },
    stop: () => bar.stop(),
  };
}

const LONGEST_PATH = 40;

/** Its end says most; signs that steer a terminal are shown as numbers. */
function shortened(path: string): string {
  const shown = printable(path);
  return shown.length > LONGEST_PATH ? `…${shown.slice(1 - LONGEST_PATH)}` : shown;
}

function weigh({ absolute }: InputFile): WeighedFile {
  const bytes = statSync(absolute, { throwIfNoEntry: false })?.size ?? 0; // it may be gone by now
  return { bytes, weight: absolute.toLowerCase().endsWith('.gz') ? GZIP_RATIO : 1 };
}
