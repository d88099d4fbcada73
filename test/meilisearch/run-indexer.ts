/** The built indexer as a user runs it, and what an index holds, clause for clause. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FACETS } from '../../core/model.js';
import type { SearchEngine } from '../../engine/engine.js';
import { openEngine } from '../../engine/open.js';
import { query } from '../contract/small-documents.js';
import { ROOT } from '../source-files.js';
import { environmentOf, readerOf, type Settings } from './place.js';
import type { Server } from './real-servers.js';

const CLI = join(ROOT, 'dist/indexer/cli.js');
export const noIndexer = existsSync(CLI) ? null : 'dist/ is not built: npm run build:node';

export interface Run {
  /** null: killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Run>;
}

export function startIndexer(
  servers: readonly Server[],
  args: readonly string[],
  settings: Settings = {},
): Running {
  const started = performance.now();
  const child = spawn(process.execPath, [CLI, ...args, '--engine', 'meilisearch'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...environmentOf(servers, settings) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const killToo = (): unknown => child.kill('SIGKILL'); // where this process is broken off
  process.once('exit', killToo);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => {
    stdout += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk);
  });
  const ended = new Promise<Run>((resolve) => {
    child.on('close', (code) => {
      process.off('exit', killToo);
      resolve({ code, stdout, stderr, ms: performance.now() - started });
    });
  });
  return { child, ended };
}

export function runIndexer(
  servers: readonly Server[],
  args: readonly string[],
  settings: Settings = {},
): Promise<Run> {
  return startIndexer(servers, args, settings).ended;
}

/** Laws of ten articles, a line each. `edition` changes the text of every one, not its id. */
export function writeLaws(file: string, ids: readonly number[], edition: string): void {
  const lines = ids.map((id) =>
    JSON.stringify({
      id: `law-${id}`,
      title: `第${id}号条例`,
      cities: [['北京', '上海', '合肥'][id % 3]],
      publishedOn: `20${10 + (id % 15)}-01-01`,
      text: Array.from({ length: 10 }, (_, n) => `第${n + 1}条 ${edition}规定${id * 7 + n}，应当登记。`).join(
        '\n\n',
      ),
    }),
  );
  writeFileSync(file, `${lines.join('\n')}\n`);
}

export interface Contents {
  /** By document id, a hash of its metadata (but when it was indexed), clauses and raw text. */
  readonly documents: ReadonlyMap<string, string>;
  /** As the engine tells them. */
  readonly counts: {
    readonly documents: number;
    readonly clauses: number;
    readonly found: readonly unknown[];
  };
  /** As they were read. */
  readonly read: { readonly documents: number; readonly clauses: number };
}

/** The whole index, read by a server that has just started. */
export async function contentsOf(servers: readonly Server[], key: string): Promise<Contents> {
  const engine = openEngine(readerOf(servers, { key, deadline: 20_000 }));
  try {
    return await contentsIn(engine);
  } finally {
    await engine.close();
  }
}

/** What that should be: an embedded index of the same paths. */
export async function expectedContents(paths: readonly string[]): Promise<Contents> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'zhengsou-expected-'));
  await promisify(execFile)(process.execPath, [CLI, ...paths, '--data', dataFolder], { cwd: ROOT });
  const engine = openEngine({ engine: 'sqlite', dataFolder });
  try {
    return await contentsIn(engine);
  } finally {
    await engine.close();
    rmSync(dataFolder, { recursive: true });
  }
}

/** Engines keep the same fields in orders of their own. */
function inOneOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

async function contentsIn(engine: SearchEngine): Promise<Contents> {
  const { documents, clauses } = await engine.status();
  const ids = await documentIds(engine);
  const held = await Promise.all(
    ids.map(async (id) => {
      const [whole, raw] = [await engine.document(id), await engine.raw(id)];
      const document = { ...whole?.document, file: { ...whole?.document.file, indexedAt: '' } };
      const hash = createHash('sha256').update(JSON.stringify([document, whole?.clauses, raw], inOneOrder));
      return { id, clauses: whole?.clauses.length ?? 0, hash: hash.digest('hex') };
    }),
  );
  const found = ['', '登记', '-登记', '第 条例'].map((typed) =>
    engine.search(query(typed, { take: 0, facets: FACETS })),
  );
  return {
    documents: new Map(held.map(({ id, hash }) => [id, hash])),
    counts: { documents, clauses, found: await Promise.all(found) },
    read: { documents: ids.length, clauses: held.reduce((sum, one) => sum + one.clauses, 0) },
  };
}

const PAGE = 1000;

async function documentIds(engine: SearchEngine): Promise<string[]> {
  const found = new Set<string>();
  for (let skip = 0; ; skip += PAGE) {
    const { proposals, total } = await engine.search(query('', { sort: 'newest', skip, take: PAGE }));
    for (const { documentId } of proposals) found.add(documentId);
    if (skip + PAGE >= total) return [...found].sort();
  }
}
