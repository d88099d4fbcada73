/** A real Meilisearch to measure: the one of MEILI_URL, or one that is started for the time of the run. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentWith, type MeilisearchConfig, readConfig } from '../core/config.js';
import { PolicyError } from '../core/errors.js';
import { LIVE } from '../engine/meilisearch/records/settings.js';
import { readState } from '../engine/meilisearch/records/state.js';
import { ensureKey } from '../engine/meilisearch/wire/keys.js';
import { openServers } from '../engine/meilisearch/wire/servers.js';
import { peakOf } from './corpora.js';

export interface MeasuredServer {
  /** With the key that searches, and the one that loads. */
  readonly config: MeilisearchConfig;
  /** Folder of its data; null where it is not ours. */
  readonly folder: string | null;
  /** MB; null where it is not ours, or the system does not tell. */
  peakMegabytes(): number | null;
  stop(): Promise<void>;
}

const STARTING = 30_000; // ms
const DEADLINE = 60_000; // ms; what is measured is how long it takes

/**
 * With MEILI_MASTER_KEY the servers of MEILI_URL, else one of ours.
 *
 * @param reuse  Its index is asked; otherwise it must have none, since one would be replaced.
 * @throws PolicyError `engine_unavailable` where there is none; `index_missing`, `index_busy` where its index is not as wanted.
 */
export async function openMeasuredServer(reuse: boolean): Promise<MeasuredServer> {
  const { meilisearch } = readConfig();
  if (meilisearch.masterKey !== null) {
    await checkIndex(meilisearch, reuse);
    const config = await withKey({ ...meilisearch, deadline: DEADLINE });
    return { config, folder: null, peakMegabytes: () => null, stop: async () => undefined };
  }
  if (reuse) {
    throw new PolicyError(
      'index_missing',
      '--reuse asks an index that is there, and no server is named.',
      'Set MEILI_URL and MEILI_MASTER_KEY, or leave --reuse out.',
    );
  }
  return startMeasuredServer();
}

/** Started anew, empty, on a free port of this machine; its data goes when it is stopped. */
export async function startMeasuredServer(): Promise<MeasuredServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'zhengsou-meilisearch-'));
  const masterKey = randomBytes(24).toString('hex');
  const address = `http://127.0.0.1:${port}`;
  const child = spawn('meilisearch', ['--no-analytics'], {
    cwd: folder,
    stdio: 'ignore',
    env: environmentWith({
      ...{ MEILI_ENV: 'production', MEILI_LOG_LEVEL: 'OFF', MEILI_MASTER_KEY: masterKey },
      ...{ MEILI_HTTP_ADDR: `127.0.0.1:${port}`, MEILI_DB_PATH: join(folder, 'data') },
    }),
  });
  const end = (): void => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  process.once('exit', end);
  await healthy(child, address);
  const defaults = readConfig({}).meilisearch;
  return {
    config: await withKey({ ...defaults, urls: [address], masterKey, deadline: DEADLINE }),
    folder,
    peakMegabytes: () => peakOf(child.pid),
    async stop() {
      const closed = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGKILL');
      await closed;
      process.off('exit', end);
      end();
    },
  };
}

/** For the indexer's process. */
export function indexerEnvironment({ urls, masterKey }: MeilisearchConfig): Readonly<Record<string, string>> {
  return {
    SEARCH_ENGINE: 'meilisearch',
    MEILI_URL: urls.join(','),
    MEILI_MASTER_KEY: masterKey ?? '',
    MEILI_KEY_FILE: '',
  };
}

/** With the key for searching, which is made here if it is not there: the indexer would show it. */
async function withKey(config: MeilisearchConfig): Promise<MeilisearchConfig> {
  const servers = openServers(config.urls, config.masterKey);
  const key = await ensureKey(servers, { masterKey: config.masterKey, keyFile: null }, () => undefined);
  return { ...config, key };
}

async function checkIndex({ urls, masterKey }: MeilisearchConfig, reuse: boolean): Promise<void> {
  for (const server of openServers(urls, masterKey)) {
    const state = await readState(server, LIVE, 'indexer');
    if (reuse && state === null) {
      throw new PolicyError(
        'index_missing',
        `Meilisearch at ${server.url} has no index ${LIVE}.`,
        'Leave --reuse out: the corpora are loaded then.',
      );
    }
    if (!reuse && state !== null) {
      throw new PolicyError(
        'index_busy',
        `Meilisearch at ${server.url} holds an index, which a load would replace.`,
        'Add --reuse to ask that one, or name a server without one.',
      );
    }
  }
}

async function healthy(child: ChildProcess, url: string): Promise<void> {
  let failed = false;
  const fail = (): void => {
    failed = true;
  };
  child.once('error', fail).once('exit', fail);
  const until = performance.now() + STARTING;
  while (performance.now() < until && !failed) {
    const response = await fetch(`${url}/health`).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new PolicyError(
    'engine_unavailable',
    'There is no Meilisearch to measure.',
    'Put `meilisearch` on the PATH; or set MEILI_URL and MEILI_MASTER_KEY, which --loading does not take.',
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
