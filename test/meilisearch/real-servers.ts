/**
 * Real Meilisearch servers for tests: those of MEILI_URL, or the `meilisearch` on the PATH, started in production mode on
 * free ports of loopback, each with a folder of its own.
 *
 * All servers of a run have one random master key, so that a key with a fixed uid is the same on each of them.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { listIndexes } from './administration.js';

/** A server that can be asked, by whoever has its master key. */
export interface Server {
  readonly url: string;
  readonly masterKey: string;
}

/** A server that was started here, and so can be hurt. */
export interface OwnServer extends Server {
  /** Everything it wrote to stdout and stderr. */
  output(): string;
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** On the same port and folder; with what was given at first, and more. */
  restart(environment?: Environment): Promise<void>;
  /** SIGSTOP: it listens, and does not answer. Resolves when that is so. */
  pause(): Promise<void>;
  resume(): void;
}

type Environment = Readonly<Record<string, string>>;

const WAIT = 30_000; // ms until a server that was started answers
const binary = findBinary();
const given = await givenServers();
const masterKey = randomBytes(24).toString('base64url');
const running: OwnServer[] = [];
const folders: string[] = [];

/** Why nothing can be tested; null where it can. */
export const noServers = servers(1);
export const noThreeServers = servers(3);
/** Why nothing that hurts a server can be tested. */
export const noOwnServers = binary === null ? 'there is no meilisearch on the PATH' : null;

function servers(count: number): string | null {
  if (given === null) return binary === null ? 'no MEILI_URL, and no meilisearch on the PATH' : null;
  if (given.problem !== null) return given.problem;
  return given.servers.length < count && binary === null
    ? `MEILI_URL has fewer than ${count} servers, and no meilisearch is on the PATH`
    : null;
}

/** Those of MEILI_URL as far as they suffice, else new ones. */
export async function someServers(count: number): Promise<readonly Server[]> {
  if (given !== null && given.problem === null && given.servers.length >= count) {
    return given.servers.slice(0, count);
  }
  return startServers(count);
}

export function startServers(count: number, environment: Environment = {}): Promise<OwnServer[]> {
  return Promise.all(Array.from({ length: count }, () => startServer(environment)));
}

/** @param folder  For its data; null: one of its own, deleted by `stopServers`. */
export async function startServer(
  environment: Environment = {},
  folder: string | null = null,
): Promise<OwnServer> {
  if (binary === null) throw new Error(noOwnServers ?? '');
  const home = folder ?? mkdtempSync(join(tmpdir(), 'zhengsou-meilisearch-'));
  if (folder === null) folders.push(home);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let output = '';
  let child: ChildProcess | null = null;
  const launch = async (more: Environment): Promise<void> => {
    const started = spawn(binary, ['--no-analytics'], {
      cwd: home,
      env: {
        PATH: process.env.PATH,
        MEILI_ENV: 'production',
        MEILI_MASTER_KEY: masterKey,
        MEILI_HTTP_ADDR: `127.0.0.1:${port}`,
        MEILI_DB_PATH: join(home, 'data.ms'),
        MEILI_LOG_LEVEL: 'WARN',
        MEILI_EXPERIMENTAL_ALLOWED_IP_NETWORKS: '127.0.0.0/8',
        // Else a server waits half a minute for one that hangs, and answers nobody meanwhile (docs/operations.md).
        MEILI_EXPERIMENTAL_REMOTE_SEARCH_TIMEOUT_SECONDS: '1',
        ...environment,
        ...more,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [started.stdout, started.stderr]) {
      stream.on('data', (chunk) => {
        output += String(chunk);
      });
    }
    child = started;
    await healthy(url, started, () => output);
  };
  const end = (signal: NodeJS.Signals): Promise<void> => endProcess(child, signal);
  const server: OwnServer = {
    url,
    masterKey,
    output: () => output,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    restart: async (more = {}) => {
      await end('SIGKILL');
      await launch(more);
    },
    pause: async () => {
      child?.kill('SIGSTOP');
      while (await isHealthy(url, 250)) await sleep(10);
    },
    resume: () => void child?.kill('SIGCONT'),
  };
  running.push(server);
  await launch({});
  return server;
}

/** Ends every server that was started here and deletes its data. For `afterAll`, whatever happened before. */
export async function stopServers(): Promise<void> {
  await Promise.all(running.splice(0).map((server) => server.kill()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

// A run that is broken off gets no `afterAll`; SIGKILL is sent at once, nothing has to be waited for.
process.once('exit', () => {
  for (const server of running) void server.kill();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function endProcess(child: ChildProcess | null, signal: NodeJS.Signals): Promise<void> {
  if (child === null || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    child.kill('SIGCONT'); // a stopped process heeds no SIGTERM
    child.kill(signal);
  });
}

async function healthy(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const limit = performance.now() + WAIT;
  while (performance.now() < limit) {
    if (child.exitCode !== null) break;
    if (await isHealthy(url, 1000)) return;
    await sleep(25);
  }
  throw new Error(`${binary} did not start on ${url}: ${output()}`);
}

/** @param wait  ms */
function isHealthy(url: string, wait: number): Promise<boolean> {
  return fetch(`${url}/health`, { signal: AbortSignal.timeout(wait) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

function findBinary(): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, 'meilisearch');
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // in a later folder, perhaps
    }
  }
  return null;
}

/** Tests delete every index of ours on a server: one that holds any is somebody's. */
async function givenServers(): Promise<{ servers: readonly Server[]; problem: string | null } | null> {
  const { MEILI_URL, MEILI_MASTER_KEY } = process.env;
  if (!MEILI_URL) return null;
  if (!MEILI_MASTER_KEY) return { servers: [], problem: 'MEILI_URL is given without MEILI_MASTER_KEY' };
  const list = MEILI_URL.split(',').map((url) => ({ url: url.trim(), masterKey: MEILI_MASTER_KEY }));
  for (const server of list) {
    try {
      if ((await listIndexes(server)).length > 0) {
        return { servers: [], problem: `${server.url} holds an index, which tests would delete` };
      }
    } catch (error) {
      return { servers: [], problem: `${server.url} does not answer: ${String(error)}` };
    }
  }
  return { servers: list, problem: null };
}
