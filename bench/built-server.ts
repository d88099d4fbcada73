/** The built server as it is started, in a process of its own. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { environmentWith } from '../core/config.js';

export interface BuiltServer {
  readonly origin: string;
  readonly pid: number | undefined;
  stop(): Promise<void>;
}

/**
 * @param environment  Beside ours: which engine, and where.
 * @throws Error that says what the server said, where it does not get ready.
 */
export function startBuiltServer(environment: Readonly<Record<string, string>>): Promise<BuiltServer> {
  const main = fileURLToPath(new URL('../server/main.js', import.meta.url));
  const { flags, variables } = asStarted();
  const child = spawn(process.execPath, [...flags, main], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environmentWith({
      ...{ ...variables, ...environment },
      ...{ PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent' },
    }),
  });
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  const stop = async (): Promise<void> => {
    process.off('exit', end);
    child.kill('SIGTERM');
    await closed;
  };
  return new Promise((resolve, reject) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const [, port] = /^Zhengsou is ready on http:\/\/localhost:(\d+)$/m.exec(said) ?? [];
        if (port !== undefined) resolve({ origin: `http://127.0.0.1:${port}`, pid: child.pid, stop });
      });
    }
    void closed.then(() => reject(new Error(`The server has ended: ${said}`)));
  });
}

/** What `npm start` gives Node, and the process: its memory is not the same without. */
function asStarted(): { readonly flags: string[]; readonly variables: Readonly<Record<string, string>> } {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly scripts: { readonly start: string };
  };
  const variables = scripts.start.matchAll(/\b([A-Z_]{1,30})=(\d{1,5})\b/g);
  return {
    flags: scripts.start.match(/--max-[a-z-]{1,30}=\d{1,5}/g) ?? [],
    variables: Object.fromEntries(Array.from(variables, ([, name, value]) => [name, value])),
  };
}
