/**
 * The key that the server needs, made once with the master key: search and read, our indexes only.
 *
 * Its uid is fixed, and a key's value follows from its uid and the master key: servers that share a master key have the same.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { MeilisearchConfig } from '../../../core/config.js';
import { PolicyError } from '../../../core/errors.js';
import { makeFolder } from '../../../core/make-folder.js';
import { OURS } from '../records/settings.js';
import { RequestRefused } from './client.js';
import type { EngineServer } from './servers.js';

const UID = '7d0b9f3e-52c6-4c1a-9e84-3a6f1d2c8b57';
const RIGHTS = {
  uid: UID,
  name: 'Zhengsou server',
  description: 'Searches and reads the index of policy texts, nothing else.',
  actions: ['search', 'documents.get', 'indexes.get', 'stats.get'],
  indexes: [OURS],
  expiresAt: null,
} as const;

const Key = z.object({ key: z.string() });

/** @returns the server's key; null where the servers have no keys (development mode). @throws PolicyError `engine_key_refused`. */
export async function ensureKey(
  servers: readonly EngineServer[],
  { masterKey, keyFile }: Pick<MeilisearchConfig, 'masterKey' | 'keyFile'>,
  tell: (message: string) => void,
): Promise<string | null> {
  if (masterKey === null) return null;
  const made = await Promise.all(servers.map(makeOrRead));
  const [first] = made;
  if (made.every((one) => one === null) || !first) return null;
  if (made.some((one) => one?.key !== first.key)) {
    throw new PolicyError(
      'engine_key_refused',
      'The servers in MEILI_URL do not have the same master key: the key for searching differs between them.',
      'Start all of them with the same MEILI_MASTER_KEY.',
    );
  }
  if (keyFile !== null) {
    if (writeKey(keyFile, first.key)) tell(`The key for the server is in ${keyFile} (MEILI_KEY_FILE).`);
  } else if (first.isNew) {
    tell(
      `Made a key for the server, which can search and read this index only. Give it:\nMEILI_KEY=${first.key}`,
    );
  }
  return first.key;
}

interface ServerKey {
  readonly key: string;
  readonly isNew: boolean;
}

async function makeOrRead({ client }: EngineServer): Promise<ServerKey | null> {
  try {
    return { key: Key.parse(await client.post('keys', RIGHTS)).key, isNew: true };
  } catch (error) {
    const code = error instanceof RequestRefused ? error.refusal.code : '';
    if (code === 'missing_master_key') return null;
    if (code !== 'api_key_already_exists') throw error;
    return { key: Key.parse(await client.get(`keys/${UID}`)).key, isNew: false };
  }
}

/** Readable by its owner only, and whole at any moment. @returns whether it was not there already. */
function writeKey(file: string, key: string): boolean {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    makeFolder(dirname(file));
    if (read(file) === key) return false;
    writeFileSync(draft, `${key}\n`, { mode: 0o600 });
    renameSync(draft, file);
    return true;
  } catch (cause) {
    rmSync(draft, { force: true });
    throw new PolicyError(
      'index_write_failed',
      `The server's key cannot be written to ${file} (${(cause as NodeJS.ErrnoException).code ?? 'unknown reason'}).`,
      'Set MEILI_KEY_FILE to a file in a folder that you may write to.',
      { cause },
    );
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}
