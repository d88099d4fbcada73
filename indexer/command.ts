/**
 * The command line of the indexer: options in, exit code out.
 *
 * Progress and complaints go to stderr, for people; the last line goes to stdout, for scripts. Exit code 0: all
 * indexed. 1: some files skipped, each named with the reason and the remedy. 2: the index could
 * not be made and is unchanged; of an update that failed half-way, part is in it, which is then said.
 */
import { resolve } from 'node:path';
import { CommanderError, Option, openCommand } from '../core/command-line.js';
import { ENGINES, type EngineName, readConfig, userFolder } from '../core/config.js';
import { PolicyError } from '../core/errors.js';
import { faultOf, UNCHANGED } from './fault.js';
import type { GivenColumns } from './read/sheets/column-names.js';
import { type IndexOptions, runIndex, type Streams } from './run-index.js';

/** @param name  What it was called by, for its help. */
export async function main(
  argv: readonly string[],
  streams: Streams,
  name = 'npm run index --',
): Promise<number> {
  const interrupt = new AbortController();
  const stop = (): void => interrupt.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await runCommand(readOptions(argv, streams, name), streams, interrupt.signal);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2; // it has said what is wrong
    streams.stderr.write(interrupt.signal.aborted ? `Stopped; ${becameOf(error)}.\n` : failureText(error));
    return 2;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

interface CommandOptions extends IndexOptions {
  readonly explain: boolean;
  readonly watch: boolean;
}

async function runCommand(options: CommandOptions, streams: Streams, signal: AbortSignal): Promise<number> {
  if (options.explain) {
    const { explainFiles } = await import('./explain.js'); // all readers, which threads load else
    for await (const text of explainFiles(options, streams.stdin, signal)) streams.stdout.write(text);
    return 0;
  }
  if (!options.watch) return runIndex(options, streams, signal);
  const { watchPaths } = await import('./watch.js');
  const updating = { ...options, update: true };
  await watchPaths(
    options.paths.map((path) => resolve(options.folder, path)),
    async () => void (await runIndex(updating, streams, signal)),
    (error) => streams.stderr.write(failureText(error)),
    signal,
  );
  return 0;
}

function readOptions(argv: readonly string[], streams: Streams, name: string): CommandOptions {
  const command = openCommand(name, streams)
    .description(
      'Reads policy texts (.txt .md .markdown .html .mhtml .docx .doc .wps .odt .rtf .epub .pdf .xlsx .xls .csv .json .jsonl .ndjson .zip .warc, some with .gz too; files and folders) into an index.',
    )
    .argument('<path...>', 'files and folders; - is standard input')
    .addOption(new Option('--engine <name>', 'which engine').choices(ENGINES))
    .option('--data <folder>', 'the index folder (default: DATA_DIR, or data/)')
    .option(
      '--update',
      'parse only what changed; add, replace, and remove what vanished under the given paths',
    )
    .option('--watch', 'update whenever something under the paths changes, until it is stopped')
    .option('--explain', 'print the files as they are understood, and index nothing')
    .option('--dry-run', 'read and report, write nothing')
    .option(
      '--exclude <pattern...>',
      'leave out what a .gitignore would with this pattern (or put it into .zhengsouignore)',
    )
    .option('--columns <names>', 'what a table calls them: title=标题,text=正文')
    .option('--keep-files', 'keep the files beside the index, so that readers can have them as they came')
    .option('--report <file.json>', 'write what was read, cut and skipped')
    .parse([...argv], { from: 'user' });
  const config = readConfig();
  const folder = userFolder();
  const given = command.opts<{
    engine?: EngineName;
    data?: string;
    update?: true;
    dryRun?: true;
    keepFiles?: true;
    watch?: true;
    explain?: true;
    exclude?: string[];
    columns?: string;
    report?: string;
  }>();
  return {
    paths: command.args,
    folder,
    engine: given.engine ?? config.engine,
    // The default is where the server looks, which npm starts in the folder of package.json.
    dataFolder: given.data === undefined ? config.dataFolder : resolve(folder, given.data),
    meilisearch: config.meilisearch,
    update: given.update === true,
    dryRun: given.dryRun === true,
    keepFiles: given.keepFiles === true,
    watch: given.watch === true,
    explain: given.explain === true,
    exclude: given.exclude ?? [],
    columns: readColumns(given.columns ?? ''),
    report: given.report === undefined ? null : resolve(folder, given.report),
    madeBy: 'user',
  };
}

function readColumns(given: string): GivenColumns {
  const columns = new Map(
    given.split(',').flatMap((pair) => {
      const [field = '', name = ''] = pair.split('=').map((part) => part.trim());
      return pair.trim() === '' ? [] : [[field, name] as const];
    }),
  );
  const unknown = [...columns].find(
    ([field, name]) => name === '' || (field !== 'title' && field !== 'text'),
  );
  if (unknown !== undefined) {
    throw new PolicyError(
      'invalid_request',
      `--columns cannot be read: ${unknown.join('=')}.`,
      'Write which column is the title and which the text: --columns title=标题,text=正文',
    );
  }
  return Object.fromEntries(columns);
}

function failureText(error: unknown): string {
  const became = becameOf(error);
  if (!(error instanceof PolicyError)) return faultOf(error);
  if (error.code === 'internal_error') return `${error.message}\n${faultOf(error.cause, became)}`;
  const sentence = became.replace(/^./, (first) => first.toUpperCase());
  return `${error.message}\n  ${error.remedy}\n${sentence}.\n`;
}

function becameOf(error: unknown): string {
  return error instanceof PolicyError && error.options.indexChanged
    ? 'part of the update is in the index, each document whole; run it again for the rest'
    : UNCHANGED;
}
