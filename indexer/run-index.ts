/**
 * One run of the indexer: list, read, parse, load, swap, report.
 */
import type { Readable } from 'node:stream';
import type { Config, MeilisearchConfig } from '../core/config.js';
import { PolicyError } from '../core/errors.js';
import { CORES, type HeapLimits, openThreadPool } from '../core/thread-pool.js';
import type { IndexBuild } from '../engine/index-build.js';
import { openIndexBuild } from '../engine/open-build.js';
import { finish } from './finish.js';
import { openKeptFiles } from './keep-files.js';
import { type InputOptions, listInputs } from './list-inputs.js';
import { load } from './load.js';
import { openTables } from './open-tables.js';
import type { ParsedInput, ParseTask } from './parse-worker.js';
import { openProgress } from './progress.js';
import type { InputFile } from './read/list-files.js';
import { type ReadOptions, readDocuments } from './read/read.js';
import type { GivenColumns } from './read/sheets/column-names.js';
import { tieAnnexes, tiesOf } from './read/tie-annexes.js';
import { readChanged } from './read-changed.js';
import { failureOf, missedIn } from './report.js';
import { openReportFile, type ReportFile, withoutReport } from './report-file.js';
import { keepSeenFiles, openSeenFiles, type SeenDocument } from './seen-files.js';
import { changesOf, summaryOf } from './summary.js';

export interface Streams {
  readonly stdin: Readable;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: NodeJS.WriteStream;
}

export interface IndexOptions extends InputOptions {
  readonly engine: Config['engine'];
  readonly dataFolder: string;
  readonly meilisearch: MeilisearchConfig;
  readonly update: boolean;
  readonly dryRun: boolean;
  /** What a user calls the columns of a table. */
  readonly columns: GivenColumns;
  /** Keep the files themselves beside the index. */
  readonly keepFiles: boolean;
  /** Where the report goes, absolute; null: nowhere. */
  readonly report: string | null;
  /** `start`: made of the seeds by `npm start`, which may make it anew. */
  readonly madeBy: 'user' | 'start';
}

const MOST_THREADS = 4; // past it the engine's one thread is what is waited for
/** The tables of a thread are 60 MB; 31 MB of English in 262,595 clauses were parsed within this. */
const HEAP: HeapLimits = { young: 40, old: 2048 };

/** @throws PolicyError where the index could not be made; it is then unchanged, unless the error says otherwise. */
export async function runIndex(
  options: IndexOptions,
  streams: Streams,
  signal: AbortSignal,
): Promise<number> {
  const report = options.report === null ? null : await openReportFile(options.report);
  try {
    return await runWith(report, options, streams, signal);
  } finally {
    await report?.close();
  }
}

async function runWith(
  report: ReportFile | null,
  options: IndexOptions,
  streams: Streams,
  signal: AbortSignal,
): Promise<number> {
  const started = performance.now();
  const inputs = await listInputs(options, streams.stdin, signal);
  const listed = options.report === null ? inputs.listed : await withoutReport(inputs.listed, options.report);
  const { files } = listed;
  if (files.length === 0) {
    const skipped = listed.skipped.map(({ path, error }) => failureOf(path, error));
    const nothing = { documents: [], skipped, heldBack: [] };
    await report?.write(nothing);
    streams.stderr.write(summaryOf(nothing, report !== null));
    throw nothingToIndex(options.paths);
  }

  const progress = openProgress(files, streams.stderr);
  const tables = openTables(options.columns, signal);
  const threads = Math.min(CORES, MOST_THREADS);
  const seen = options.update ? await openSeenFiles(options.dataFolder, options.engine) : null;
  const kept = options.keepFiles && !options.dryRun ? openKeptFiles(options.dataFolder) : null;
  let build: IndexBuild | null = null;
  const parse = openThreadPool<ParseTask, ParsedInput[]>(new URL('./parse-worker.js', import.meta.url), {
    threads,
    atStart: 1,
    heap: HEAP,
  });
  try {
    build = options.dryRun
      ? null
      : await openIndexBuild(options, {
          mode: options.update ? 'update' : 'rebuild',
          madeBy: options.madeBy,
          tell: (message) => streams.stderr.write(`${message}\n`),
          onCommit: (done, of) => progress.commit(done, of),
        });
    const annexes = await tieAnnexes(files);
    const ties = (file: InputFile): string => tiesOf(annexes, file);
    const tiedAnew = new Set(
      files.filter((file) => seen?.isTiedAnew(file, ties(file))).map(({ origin }) => origin),
    );
    const reading: ReadOptions = {
      annexes,
      onRead: (file, bytes) => progress.read(file, bytes),
      ...(kept && { keep: kept.keep }),
      openTable: tables.open,
    };
    const existing = build?.existing;
    const unchangedIn = (file: InputFile): readonly SeenDocument[] | null => {
      if (existing === undefined || tiedAnew.has(file.origin)) return null;
      const documents = seen?.unchanged(file, existing) ?? null;
      const isKept =
        kept === null || documents?.length !== 1 || documents.every(({ sha256 }) => kept.has(sha256));
      return isKept ? documents : null;
    };
    const loaded = await load({
      ...{ listed, tiedAnew, build, parse, threads, signal },
      read: (origins) =>
        origins === undefined
          ? readChanged(files, reading, (file) => unchangedIn(file))
          : readDocuments(
              files.filter(({ origin }) => origins.has(origin)),
              reading,
            ),
      indexedAt: new Date().toISOString(),
      isReported: report !== null,
      onProgress: (read) => progress.update(read),
    });
    progress.stop();
    await report?.write(loaded);
    if (loaded.documents.length + loaded.unchanged === 0) {
      streams.stderr.write(summaryOf(loaded, report !== null));
      throw nothingToIndex(options.paths);
    }
    signal.throwIfAborted();
    const missed = missedIn(loaded);
    const totals = await finish(loaded, build, signal);
    if (!options.update) await kept?.removeOthers(new Set(loaded.documents.map(({ sha256 }) => sha256)));
    if (build !== null) await keepSeenFiles(options.dataFolder, options.engine, files, loaded.read, ties);
    progress.stop();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    streams.stderr.write(summaryOf(loaded, report !== null));
    if (options.update && build !== null) streams.stderr.write(changesOf(loaded)); // a dry run looks at no index
    if (build === null) streams.stderr.write('Dry run: nothing was written.\n');
    streams.stdout.write(
      `${totals.documents} documents, ${totals.clauses} clauses, ${missed.length} skipped, ${seconds} s, ${options.engine}\n`,
    );
    return missed.length > 0 ? 1 : 0;
  } catch (error) {
    await build?.abandon();
    throw error;
  } finally {
    progress.stop();
    await Promise.all([parse.close(), tables.close()]);
    await inputs.close();
  }
}

function nothingToIndex(paths: readonly string[]): PolicyError {
  return new PolicyError(
    'nothing_to_index',
    `Nothing to index under ${paths.join(', ')}.`,
    'Name files or folders that hold texts: .txt .html .docx .pdf .jsonl and others; npm run index -- --help names all.',
  );
}
