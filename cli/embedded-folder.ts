import { resolve } from 'node:path';
import type { Config } from '../core/config.js';
import { PolicyError } from '../core/errors.js';

/**
 * The folder of the embedded index.
 *
 * @param command  What it is for. @param given  With `--data`; it is in the folder that the user is in.
 * @throws PolicyError `invalid_request` where the index lies in Meilisearch.
 */
export function embeddedFolder(command: string, { engine, dataFolder }: Config, given?: string): string {
  if (given !== undefined) return resolve(given);
  if (engine === 'sqlite') return dataFolder;
  throw new PolicyError(
    'invalid_request',
    `zhengsou ${command} is for the embedded index, and SEARCH_ENGINE is ${engine}.`,
    'Name a folder with --data; docs/operations.md has the same for Meilisearch.',
  );
}
