/** The built server, in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));

export interface Started {
  readonly child: ChildProcess;
  /** Empty where it ended before it was ready. */
  readonly origin: string;
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
}

type Environment = Readonly<Record<string, string>>;

function spawnServer(environment: Environment, log: number | 'pipe'): ChildProcess {
  return spawn(process.execPath, [MAIN], {
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', log],
  });
}

/** One whose stdout has lost its reader before anything is printed. */
export function startUnread(environment: Environment): {
  readonly child: ChildProcess;
  readonly logged: () => string;
} {
  const child = spawnServer(environment, 'pipe');
  child.stdout?.destroy();
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += String(chunk);
  });
  return { child, logged: () => said };
}

/**
 * Resolves when it is ready, or when it has ended.
 *
 * @param log  An open file for what it logs; it is kept in memory where none is named.
 */
export function startServer(environment: Environment, log: number | 'pipe' = 'pipe'): Promise<Started> {
  const child = spawnServer(environment, log);
  let stderr = '';
  child.stderr?.on('data', (chunk) => {
    stderr += String(chunk);
  });
  const ended = new Promise<{ code: number | null; stderr: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, stderr }));
  });
  return new Promise((resolve) => {
    let stdout = '';
    child.stdout?.on('data', (chunk) => {
      stdout += String(chunk);
      const ready = /^Zhengsou is ready on (http:\/\/localhost:\d+)\n$/.exec(stdout);
      if (ready) resolve({ child, origin: ready[1] ?? '', ended });
    });
    void ended.then(() => resolve({ child, origin: '', ended }));
  });
}
