/** A real Meilisearch to measure: the one of MEILI_URL, or one that is started for the time of the run. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MeilisearchConfig, readConfig } from '../core/config.js';
import { openClient } from '../core/engine/meilisearch/client.js';

export interface MeasuredServer {
  readonly config: MeilisearchConfig;
  /** Folder of its data; null where it is not ours. */
  readonly folder: string | null;
  /** MB; null where it is not ours, or the system does not tell. */
  peakMegabytes(): number | null;
  stop(): Promise<void>;
}

const STARTING = 30_000; // ms
const DEADLINE = 60_000; // ms; what is measured is how long it takes

/** @throws Error that says what to do where there is none. */
export async function openMeasuredServer(): Promise<MeasuredServer> {
  const { meilisearch } = readConfig();
  if (meilisearch.masterKey !== null) {
    const config = { ...meilisearch, deadline: DEADLINE };
    return { config, folder: null, peakMegabytes: () => null, stop: async () => undefined };
  }
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'zhengsou-meilisearch-'));
  const masterKey = randomBytes(24).toString('hex');
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(
    'meilisearch',
    [
      ...['--no-analytics', '--env', 'production', '--log-level', 'OFF', '--master-key', masterKey],
      ...['--http-addr', `127.0.0.1:${port}`, '--db-path', join(folder, 'data')],
    ],
    { cwd: folder, stdio: 'ignore' },
  );
  await healthy(child, address);
  return {
    config: { ...meilisearch, urls: [address], masterKey, deadline: DEADLINE },
    folder,
    peakMegabytes: () => peakOf(child.pid ?? 0),
    async stop() {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function healthy(child: ChildProcess, url: string): Promise<void> {
  let failed: Error | null = null;
  child.once('error', (error) => {
    failed = error;
  });
  const until = performance.now() + STARTING;
  while (performance.now() < until) {
    if (failed) break;
    const response = await fetch(`${url}/health`).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(
    'There is no Meilisearch to measure: set MEILI_URL and MEILI_MASTER_KEY, or put `meilisearch` on the PATH.',
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

function peakOf(pid: number): number | null {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return peak === undefined ? null : Number(peak) / 1024;
  } catch {
    return null;
  }
}

/** For the indexer's process. */
export function indexerEnvironment({ config }: MeasuredServer): Readonly<Record<string, string>> {
  return {
    SEARCH_ENGINE: 'meilisearch',
    MEILI_URL: config.urls.join(','),
    MEILI_MASTER_KEY: config.masterKey ?? '',
  };
}

/** For the server: with the key that the indexer made. */
export async function readerConfig({ config }: MeasuredServer): Promise<MeilisearchConfig> {
  return { ...config, key: await searchKey(config.urls[0] ?? '', config.masterKey) };
}

async function searchKey(url: string, masterKey: string | null): Promise<string | null> {
  if (masterKey === null) return null;
  const answer = (await openClient(url, masterKey).get('keys', { params: { limit: 100 } })) as {
    readonly results: readonly { readonly key: string; readonly indexes: readonly string[] }[];
  };
  return answer.results.find(({ indexes }) => indexes.join() === 'policy_*')?.key ?? null;
}
