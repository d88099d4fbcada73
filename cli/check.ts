import { openCommand } from '../core/command-line.js';
import { readConfig } from '../core/config.js';
import { checkSqliteIndex } from '../engine/sqlite/check.js';
import { printable } from '../indexer/summary.js';
import { embeddedFolder } from './embedded-folder.js';
import type { RunCommand } from './run-command.js';

/** zhengsou check: 0 where every page, document and clause can be read; 1 where not; 2 where there is nothing to read. */
export const check: RunCommand = async (argv, streams) => {
  const command = openCommand('zhengsou check', streams)
    .description(
      'Reads the embedded index whole. Exit code 0: it is whole; 1: it is damaged; 2: there is none to read.',
    )
    .option('--data <folder>', 'the index folder (default: DATA_DIR, or data/)')
    .option('--json', 'a JSON object in place of words')
    .parse([...argv], { from: 'user' });
  const { data, json } = command.opts<{ data?: string; json?: true }>();
  const checked = await checkSqliteIndex(embeddedFolder('check', readConfig(), data));
  const { file, bytes, documents, clauses, faults } = checked;
  const isWhole = faults.length === 0;
  if (json) streams.stdout.write(`${JSON.stringify({ whole: isWhole, ...checked })}\n`);
  else if (isWhole) {
    streams.stdout.write(`${file} is whole: ${documents} documents, ${clauses} clauses, ${bytes} bytes\n`);
  } else {
    streams.stdout.write(`${file} is damaged\n`);
    for (const fault of faults) streams.stdout.write(`  ${printable(fault).replaceAll('\n', ' ')}\n`);
    streams.stderr.write(
      'Restore a backup with `zhengsou restore <folder>`, or rebuild it from its sources with `zhengsou index <path>…`.\n',
    );
  }
  return isWhole ? 0 : 1;
};
