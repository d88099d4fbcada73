/**
 * What `npm start` does before the server: an index of the seeds where there is none.
 *
 * One that it made itself is made anew: that takes a second, and the seeds or the way we read them may have changed. One
 * that a user made is never touched; if it cannot be read, the server says which command rebuilds it.
 */
import { fileURLToPath } from 'node:url';
import { readConfig } from '../core/config.js';
import { PolicyError } from '../core/errors.js';
import { indexMaker } from '../engine/open-build.js';
import { runIndex } from './run-index.js';

const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url)); // from dist/indexer

async function main(): Promise<void> {
  const { engine, dataFolder, meilisearch } = readConfig();
  if (engine !== 'sqlite') return;
  if (indexMaker(dataFolder) === 'user') return;
  await runIndex(
    {
      ...{ paths: [SEEDS], folder: process.cwd(), engine, dataFolder, meilisearch },
      ...{
        update: false,
        dryRun: false,
        exclude: [],
        columns: {},
        keepFiles: false,
        report: null,
        madeBy: 'start',
      },
    },
    process,
    new AbortController().signal,
  );
}

main().catch((error) => {
  if (!(error instanceof PolicyError)) throw error;
  process.stderr.write(`${error.message}\n  ${error.remedy}\n`);
  process.exit(2);
});
