/**
 * What `npm start` does before the server: an index of the seeds where there is none.
 *
 * An index that it made itself is made anew when this version cannot read it; one that a user made is never touched.
 */
import { fileURLToPath } from 'node:url';
import { readConfig } from '../core/config.js';
import { indexOrigin } from '../core/engine/open.js';
import { PolicyError } from '../core/errors.js';
import { runIndex } from './run-index.js';

const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url)); // from dist/indexer

async function main(): Promise<void> {
  const { engine, dataFolder } = readConfig();
  if (engine !== 'sqlite') return;
  const origin = indexOrigin(dataFolder);
  if (origin !== null && (origin.madeBy === 'user' || origin.readable)) return;
  await runIndex(
    { paths: [SEEDS], engine, dataFolder, update: false, dryRun: false, report: null, madeBy: 'start' },
    process,
    new AbortController().signal,
  );
}

main().catch((error) => {
  if (!(error instanceof PolicyError)) throw error;
  process.stderr.write(`${error.message}\n  ${error.remedy}\n`);
  process.exit(2);
});
