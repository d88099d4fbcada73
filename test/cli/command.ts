/** The command as it is built and as a user runs it (`npm test` builds first), in a folder of its own. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { ROOT } from '../source-files.js';

export const CLI = join(ROOT, 'dist/indexer/cli.js');
const work = mkdtempSync(join(tmpdir(), 'zhengsou-cli-'));

afterAll(() => rmSync(work, { recursive: true, force: true }));

/** A place for an index or a file. */
export const data = (name: string): string => join(work, name);

export interface Run {
  /** null: killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  /** ms; without it, it runs to its end. */
  readonly killAfter?: number;
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** What it is called by. */
  readonly as?: string;
}

export function run(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { killAfter, folder = ROOT, environment = {}, input, as = CLI } = options;
  return new Promise((resolve) => {
    // Port 1: where no engine is.
    const env = { ...process.env, MEILI_URL: 'http://127.0.0.1:1', ...environment };
    const child = spawn(process.execPath, [as, ...args], { cwd: folder, env });
    if (input !== undefined) child.stdin.on('error', () => undefined).end(input);
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const timer = killAfter === undefined ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('close', (code) => {
      if (timer) clearTimeout(timer);
      resolve({ code, stdout, stderr });
    });
  });
}

/** Every file of an index folder, by content; what a killed run may leave beside it aside. */
export function fingerprint(folder: string): string {
  const { file } = JSON.parse(readFileSync(join(folder, 'current.json'), 'utf8'));
  const hash = createHash('sha256').update(readFileSync(join(folder, 'current.json')));
  return hash.update(readFileSync(join(folder, file))).digest('hex');
}

/** @returns a folder with these files in it. */
export function write(folder: string, files: Readonly<Record<string, string | Buffer>>): string {
  const path = join(work, folder);
  mkdirSync(path, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return path;
}

export const notice = (word: string): string => `关于${word}的通知\n\n一、${word}工作。\n\n二、${word}要求。`;
