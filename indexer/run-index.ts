/**
 * One run of the indexer: list, read, parse, load, swap, report.
 */
import { writeFile } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import type { Config, MeilisearchConfig } from '../core/config.js';
import { PolicyError } from '../core/errors.js';
import { CORES, openThreadPool } from '../core/thread-pool.js';
import type { IndexBuild } from '../engine/engine.js';
import { openIndexBuild } from '../engine/open.js';
import { type Loaded, load } from './load.js';
import type { ParsedInput, ParseTask } from './parse-worker.js';
import { openProgress } from './progress.js';
import { listFiles } from './read/list-files.js';
import { readDocuments } from './read/read.js';
import { failureOf, type Report, type SkippedInput } from './report.js';

export interface Streams {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: NodeJS.WriteStream;
}

export interface IndexOptions {
  readonly paths: readonly string[];
  readonly engine: Config['engine'];
  readonly dataFolder: string;
  readonly meilisearch: MeilisearchConfig;
  readonly update: boolean;
  readonly dryRun: boolean;
  /** Where the report goes; null: nowhere. */
  readonly report: string | null;
  /** `start`: made of the seeds by `npm start`, which may make it anew. */
  readonly madeBy: 'user' | 'start';
}

const MOST_THREADS = 4; // past it the engine's one thread is what is waited for
const SHOWN = 20; // skipped files named on the screen; the report has all

/** @throws PolicyError where the index could not be made; it is then unchanged, unless the error says otherwise. */
export async function runIndex(
  options: IndexOptions,
  streams: Streams,
  signal: AbortSignal,
): Promise<number> {
  const started = performance.now();
  const { files, skipped: unlisted } = await listFiles(options.paths);
  const skipped = unlisted.map(({ path, error }) => failureOf(path, error));
  if (files.length === 0) {
    report(skipped, streams);
    throw nothingToIndex(options.paths);
  }

  const progress = openProgress(files, streams.stderr);
  const build = options.dryRun
    ? null
    : await openIndexBuild(options, {
        mode: options.update ? 'update' : 'rebuild',
        madeBy: options.madeBy,
        tell: (message) => streams.stderr.write(`${message}\n`),
        onCommit: (done, of) => progress.commit(done, of),
      });
  const threads = Math.min(CORES, MOST_THREADS);
  const parse = openThreadPool<ParseTask, ParsedInput[]>(new URL('./parse-worker.js', import.meta.url), {
    threads,
  });
  try {
    const loaded = await load({
      inputs: readDocuments(files),
      build,
      parse,
      threads,
      indexedAt: new Date().toISOString(),
      covers: isUnder(options.paths),
      onProgress: (read) => progress.update(read),
      signal,
    });
    progress.stop();
    skipped.push(...loaded.skipped);
    report(skipped, streams);
    if (options.report !== null) await writeReport(options.report, { documents: loaded.documents, skipped });
    if (loaded.documents.length + loaded.unchanged === 0) {
      await build?.abandon();
      throw nothingToIndex(options.paths);
    }
    signal.throwIfAborted();
    const totals = await orStopped(finish(loaded, build), build, signal);
    progress.stop();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (options.update) {
      const { added, replaced, removed, unchanged } = loaded;
      streams.stderr.write(
        `${added} added, ${replaced} replaced, ${removed} removed, ${unchanged} unchanged\n`,
      );
    }
    if (build === null) streams.stderr.write('Dry run: nothing was written.\n');
    streams.stdout.write(
      `${totals.documents} documents, ${totals.clauses} clauses, ${skipped.length} skipped, ${seconds} s, ${options.engine}\n`,
    );
    return skipped.length > 0 ? 1 : 0;
  } catch (error) {
    await build?.abandon();
    throw error;
  } finally {
    progress.stop();
    await parse.close();
  }
}

/** An engine that works by itself can take long: whoever stops us then does not wait for it. */
async function orStopped<Result>(
  work: Promise<Result>,
  build: IndexBuild | null,
  signal: AbortSignal,
): Promise<Result> {
  const stop = (): void => void build?.abandon();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await work;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** An update that changed nothing writes nothing: the index stays as it was, byte for byte. */
async function finish(
  loaded: Loaded,
  build: IndexBuild | null,
): Promise<{ readonly documents: number; readonly clauses: number }> {
  const read = loaded.documents.reduce((sum, document) => sum + document.clauses, 0);
  if (build === null) return { documents: loaded.documents.length, clauses: read };
  if (loaded.added + loaded.replaced + loaded.removed === 0) {
    const { documents, clauses } = build.before;
    await build.abandon();
    return { documents, clauses };
  }
  return build.commit();
}

/** The paths as they are stored (relative to the working folder, `#line` behind) that lie under those given. */
function isUnder(paths: readonly string[]): (path: string) => boolean {
  const roots = paths.map((path) => resolve(path));
  return (path) => {
    const absolute = resolve(path.replace(/#\d+$/, ''));
    return roots.some((root) => absolute === root || absolute.startsWith(root + sep));
  };
}

function report(skipped: readonly SkippedInput[], { stderr }: Streams): void {
  for (const { path, message, remedy } of skipped.slice(0, SHOWN)) {
    stderr.write(`skipped ${path}: ${message}\n  ${remedy}\n`);
  }
  if (skipped.length > SHOWN)
    stderr.write(`… and ${skipped.length - SHOWN} more; --report <file.json> lists all.\n`);
}

async function writeReport(file: string, content: Report): Promise<void> {
  try {
    await writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
  } catch (cause) {
    throw new PolicyError(
      'index_write_failed',
      `The report cannot be written to ${file}: ${String(cause)}.`,
      'Name a file in a folder that exists and that you may write to.',
      { cause },
    );
  }
}

function nothingToIndex(paths: readonly string[]): PolicyError {
  return new PolicyError(
    'nothing_to_index',
    `Nothing to index under ${paths.join(', ')}.`,
    'Name files or folders that hold .txt, .md, .jsonl or .jsonl.gz.',
  );
}
