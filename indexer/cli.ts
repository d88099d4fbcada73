/**
 * npm run index -- <path>… [options]
 *
 * Progress and complaints go to stderr, for people; the last line goes to stdout, for scripts. Exit code 0: all
 * indexed. 1: some files skipped, each named with the reason and the remedy. 2: the index could
 * not be made and is unchanged; of an update that failed half-way, part is in it, which is then said.
 */
import { Command, CommanderError, Option } from 'commander';
import { readConfig } from '../core/config.js';
import { PolicyError } from '../core/errors.js';
import { type IndexOptions, runIndex, type Streams } from './run-index.js';

export async function main(argv: readonly string[], streams: Streams): Promise<number> {
  const command = new Command('npm run index --')
    .description('Reads policy texts (.txt .md .jsonl .jsonl.gz, files and folders) into an index.')
    .argument('<path...>', 'files and folders')
    .addOption(new Option('--engine <name>', 'which engine').choices(['sqlite', 'meilisearch']))
    .option('--data <folder>', 'the index folder (default: DATA_DIR, or data/)')
    .option(
      '--update',
      'parse only what changed; add, replace, and remove what vanished under the given paths',
    )
    .option('--dry-run', 'read and report, write nothing')
    .option('--report <file.json>', 'write what was read, cut and skipped')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
    });
  const interrupt = new AbortController();
  const stop = (): void => interrupt.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    command.parse([...argv], { from: 'user' });
    const config = readConfig();
    const given = command.opts<{
      engine?: 'sqlite' | 'meilisearch';
      data?: string;
      update?: true;
      dryRun?: true;
      report?: string;
    }>();
    const options: IndexOptions = {
      paths: command.args,
      engine: given.engine ?? config.engine,
      dataFolder: given.data ?? config.dataFolder,
      meilisearch: config.meilisearch,
      update: given.update === true,
      dryRun: given.dryRun === true,
      report: given.report ?? null,
      madeBy: 'user',
    };
    return await runIndex(options, streams, interrupt.signal);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2; // it has said what is wrong
    const became =
      error instanceof PolicyError && error.options.indexChanged
        ? 'part of the update is in the index, each document whole; run it again for the rest.'
        : 'the index is unchanged.';
    if (interrupt.signal.aborted) {
      streams.stderr.write(`Stopped; ${became}\n`);
      return 2;
    }
    if (!(error instanceof PolicyError)) throw error;
    streams.stderr.write(
      `${error.message}\n  ${error.remedy}\n${became.replace(/^./, (first) => first.toUpperCase())}\n`,
    );
    return 2;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

if (process.argv[1] !== undefined && import.meta.filename === process.argv[1]) {
  process.exitCode = await main(process.argv.slice(2), process);
}
