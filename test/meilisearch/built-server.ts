/** The built server as it is started, asked over HTTP, with everything it says. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../source-files.js';

const MAIN = join(ROOT, 'dist/server/main.js');
export const notBuilt = existsSync(MAIN) ? null : 'dist/ is not built: npm run build:node';

export interface BuiltServer {
  /** '' where it has ended instead of getting ready. */
  readonly origin: string;
  /** stdout and stderr so far. */
  said(): string;
  get(path: string): Promise<Got>;
  stop(): Promise<number | null>;
}

export interface Got {
  readonly status: number;
  readonly ms: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: what was answered, whatever it is
  readonly json: any;
}

/** Resolves when it is ready, or when it has ended. The variables of this process are not passed on. */
export function startBuiltServer(environment: Readonly<Record<string, string>>): Promise<BuiltServer> {
  const child: ChildProcess = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'trace', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const stop = (): Promise<number | null> => {
    child.kill('SIGTERM');
    return ended;
  };
  const killToo = (): unknown => child.kill('SIGKILL'); // where this process is broken off
  process.once('exit', killToo);
  void ended.then(() => process.off('exit', killToo));
  return new Promise((resolve) => {
    const become = (origin: string): void =>
      resolve({ origin, said: () => said, get: (path) => get(origin + path), stop });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        said += String(chunk);
        const ready = /^Zhengsou is ready on (http:\/\/localhost:\d+)$/m.exec(said);
        if (ready) become(ready[1] ?? '');
      });
    }
    void ended.then(() => become(''));
  });
}

async function get(url: string): Promise<Got> {
  const started = performance.now();
  const response = await fetch(url);
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    ms: performance.now() - started,
    headers: response.headers,
    text,
    json: isJson ? JSON.parse(text) : null,
  };
}
