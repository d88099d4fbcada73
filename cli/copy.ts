import { resolve } from 'node:path';
import { openCommand } from '../core/command-line.js';
import { readConfig } from '../core/config.js';
import { PolicyError } from '../core/errors.js';
import { type CopiedIndex, copyIndex } from '../engine/sqlite/copy-index.js';
import type { Streams } from '../indexer/run-index.js';
import { embeddedFolder } from './embedded-folder.js';
import type { RunCommand } from './run-command.js';

/** zhengsou backup <folder>: the backup is an index itself, and can be checked, listed and served where it lies. */
export const backup: RunCommand = async (argv, streams) => {
  const { folder, data, json } = readOptions(
    'backup',
    'Copies the embedded index to a folder, while it serves. An older backup there is replaced once the new one is whole.',
    argv,
    streams,
  );
  say(await copyBetween(data, folder), `backed up to ${folder}`, json, streams);
  return 0;
};

/** zhengsou restore <folder>: a server that runs serves it within a second. */
export const restore: RunCommand = async (argv, streams) => {
  const { folder, data, json } = readOptions(
    'restore',
    'Puts a backup in the place of the embedded index; one that serves is replaced once the backup is there, whole.',
    argv,
    streams,
  );
  say(await copyBetween(folder, data), `restored to ${data}`, json, streams);
  return 0;
};

interface CopyOptions {
  /** Of the backup. */
  readonly folder: string;
  /** Of the index. */
  readonly data: string;
  readonly json: boolean;
}

function readOptions(
  name: 'backup' | 'restore',
  description: string,
  argv: readonly string[],
  streams: Streams,
): CopyOptions {
  const command = openCommand(`zhengsou ${name}`, streams)
    .description(description)
    .argument('<folder>', 'where the backup lies')
    .option('--data <folder>', 'the index folder (default: DATA_DIR, or data/)')
    .option('--json', 'a JSON object in place of words')
    .parse([...argv], { from: 'user' });
  const { data, json } = command.opts<{ data?: string; json?: true }>();
  const [folder = ''] = command.args;
  const index = resolve(embeddedFolder(name, readConfig(), data));
  return { folder: resolve(folder), data: index, json: json === true };
}

async function copyBetween(from: string, to: string): Promise<CopiedIndex> {
  if (from !== to) return copyIndex(from, to);
  throw new PolicyError(
    'invalid_request',
    `The backup and the index are the same folder: ${from}.`,
    'Name another folder for the backup, on another disk where there is one.',
  );
}

function say(copied: CopiedIndex, done: string, json: boolean, { stdout }: Streams): void {
  const { documents, clauses, keptFiles } = copied;
  const kept = keptFiles === 0 ? '' : `, ${keptFiles} kept ${keptFiles === 1 ? 'file' : 'files'}`;
  stdout.write(
    json ? `${JSON.stringify(copied)}\n` : `${documents} documents, ${clauses} clauses${kept}, ${done}\n`,
  );
}
