/** Where the corpora lie, and an index of them: made by the command that a user would run. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { environmentWith } from '../core/config.js';

export const SHARED = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
export const CORPORA = [`${SHARED}corpora/cn-laws.jsonl.gz`, `${SHARED}corpora/tw-laws.jsonl.gz`];

export interface IndexRun {
  readonly summary: string;
  readonly seconds: number;
  /** Peak resident memory, MB; null where the system does not tell. */
  readonly peakMegabytes: number | null;
  /** Of all its threads; null as above. */
  readonly processorSeconds: number | null;
}

/** @throws Error that says what is missing. */
export function requireData(...paths: readonly string[]): void {
  for (const path of paths) {
    if (!existsSync(path)) throw new Error(`This benchmark reads ${path}, which is not there.`);
  }
}

/** @param environment  Beside ours: which engine, and where. */
export async function indexInto(
  folder: string,
  paths: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<IndexRun> {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('../indexer/cli.js', import.meta.url)), ...paths, '--data', folder],
    { stdio: ['ignore', 'pipe', 'inherit'], env: environmentWith(environment) },
  );
  let summary = '';
  child.stdout.on('data', (chunk: Buffer) => {
    summary += chunk.toString();
  });
  let peak: number | null = null;
  let processor: number | null = null;
  const watch = setInterval(() => {
    peak = peakOf(child.pid) ?? peak;
    processor = processorSecondsOf(child.pid) ?? processor;
  }, 100);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  if (code !== 0 && code !== 1) throw new Error(`The indexer ended with ${String(code)}.`);
  const seconds = (performance.now() - started) / 1000;
  return { summary: summary.trim(), seconds, peakMegabytes: peak, processorSeconds: processor };
}

/** Peak resident memory of a process, MB. */
export function peakOf(pid: number | undefined): number | null {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null; // not Linux, or it has just ended
  }
}

const TICKS = 100; // a second, on every Linux there is

function processorSecondsOf(pid: number | undefined): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [user, system] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number);
    return ((user ?? 0) + (system ?? 0)) / TICKS;
  } catch {
    return null; // as above
  }
}
