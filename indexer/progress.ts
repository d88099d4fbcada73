/**
 * The progress bar, for people: on stderr, when it is a terminal. The only file that knows cli-progress.
 */
import { statSync } from 'node:fs';
import { Presets, SingleBar } from 'cli-progress';
import type { InputFile } from './read/list-files.js';

export interface Progress {
  update(read: { readonly documents: number; readonly characters: number; readonly bytes: number }): void;
  /** Everything is read; an engine that works by itself is waited for: clauses done, of all. */
  commit(done: number, of: number): void;
  stop(): void;
}

const GZIP_RATIO = 4; // of Chinese text, roughly: how far a compressed file reaches is known only at its end

export function openProgress(files: readonly InputFile[], stderr: NodeJS.WriteStream): Progress {
  if (!stderr.isTTY) {
    return { update: () => undefined, commit: () => undefined, stop: () => undefined };
  }
  const total = files.reduce((sum, file) => sum + expectedBytes(file), 0);
  const started = performance.now();
  const bar = new SingleBar(
    {
      format: '{bar} {percentage} % · {done} · {rate} · {eta_formatted} left',
      stream: stderr,
      clearOnComplete: true,
      hideCursor: true,
      fps: 5,
    },
    Presets.shades_grey,
  );
  bar.start(total, 0, { done: '0 documents', rate: '–' });
  let committing: number | null = null; // since when
  return {
    update({ documents, characters, bytes }) {
      const rate = characters / (performance.now() - started) / 1000;
      bar.update(Math.min(bytes, total * 0.99), {
        done: `${documents} documents`,
        rate: `${rate.toFixed(2)} M characters/s`,
      });
    },
    commit(done, of) {
      if (committing === null) {
        committing = performance.now();
        bar.start(of, 0, { done: `0 of ${of} clauses in the engine`, rate: '–' });
      }
      const rate = Math.round((done / Math.max(1, performance.now() - committing)) * 1000);
      bar.update(done, { done: `${done} of ${of} clauses in the engine`, rate: `${rate} clauses/s` });
    },
    stop: () => bar.stop(),
  };
}

function expectedBytes({ absolute }: InputFile): number {
  const { size } = statSync(absolute);
  return absolute.toLowerCase().endsWith('.gz') ? size * GZIP_RATIO : size;
}
