/**
 * npm run bench
 *
 * Loading the corpora by the command a user would run, then twenty named queries with all facets, inside the server: the
 * whole road of `server/answer/search.ts`, without HTTP. `first` is in a running engine that has not been asked these words, the
 * median of rounds in which the queries come in another order; `again` with what the engine keeps of a word's matches;
 * `cache` the same question once more, as the server's cache answers it.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SearchEngine } from '../engine/engine.js';
import { openEngine } from '../engine/open.js';
import { answerHere } from '../server/answer/answers.js';
import { cached } from '../server/answer/cache.js';
import { searchTyped } from '../server/answer/search.js';
import { SearchRequest } from '../server/request.js';
import { CORPORA, indexInto, requireData } from './corpora.js';
import { watchDoor } from './door.js';
import {
  type EngineFigures,
  head,
  type LoadingFigures,
  loadingTable,
  ms,
  percent,
  type QueryFigures,
  quantile,
  timed,
} from './figures.js';
import { machine } from './machine.js';
import { CHINESE_CHARACTERS, QUERIES, WARM } from './queries.js';

const REPEATS = 100;
const ROUNDS = 7;

export async function runSpeed(): Promise<EngineFigures> {
  requireData(...CORPORA);
  const folder = mkdtempSync(join(tmpdir(), 'zhengsou-bench-'));
  try {
    const loading = await load(folder);
    const { queries, lines: asked } = await ask(folder);
    const lines = [...loadingTable([{ engine: 'sqlite', loading, queries }]), '', ...asked];
    process.stdout.write(`${lines.join('\n')}\n`);
    writeFileSync('bench/RESULTS.md', `${heading()}\n\n${lines.join('\n')}\n`);
    return { engine: 'sqlite', loading, queries };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function load(folder: string): Promise<LoadingFigures> {
  const { summary, seconds, peakMegabytes } = await indexInto(folder, CORPORA, { SEARCH_ENGINE: 'sqlite' });
  const clauses = Number(/(\d{1,9}) clauses/.exec(summary)?.[1] ?? 0);
  const files = await readdir(folder);
  return {
    summary,
    clausesPerSecond: clauses / seconds,
    charactersPerSecond: CHINESE_CHARACTERS / seconds,
    indexerPeak: peakMegabytes,
    enginePeak: null,
    onDisk: files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0) / 1e6,
  };
}

async function ask(
  folder: string,
): Promise<{ readonly queries: readonly QueryFigures[]; readonly lines: readonly string[] }> {
  const open = (): SearchEngine => openEngine({ engine: 'sqlite', dataFolder: folder });
  await searchTyped(open(), SearchRequest.parse({ q: WARM })); // the segmenter's dictionary, once a process
  const started = performance.now();
  const { engine, inside } = watchDoor(open());
  await searchTyped(engine, SearchRequest.parse({ q: '' }));
  const startUp = performance.now() - started;

  const first = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const fresh = open();
    await searchTyped(fresh, SearchRequest.parse({ q: WARM }));
    const turn = Math.floor((round * QUERIES.length) / ROUNDS);
    for (const [name, parameters] of [...QUERIES.slice(turn), ...QUERIES.slice(0, turn)]) {
      const [time] = await timed(() => searchTyped(fresh, SearchRequest.parse(parameters)));
      first.set(name, [...(first.get(name) ?? []), time]);
    }
    await fresh.close();
  }

  const answers = cached(answerHere(engine), async () => (await engine.status()).version);
  const rows: string[] = [];
  const queries: QueryFigures[] = [];
  for (const [name, parameters] of QUERIES) {
    const request = SearchRequest.parse(parameters);
    const { total, documents } = await searchTyped(engine, request);
    const before = inside();
    const again = await repeated(() => searchTyped(engine, request));
    const ours = 1 - (inside() - before) / again.reduce((sum, time) => sum + time, 0);
    await answers.search(request);
    const kept = await repeated(() => answers.search(request));
    const [p50, p99] = [quantile(again, 0.5), quantile(again, 0.99)];
    queries.push({ name, clauses: total, documents, p50, p99, ours });
    const times = [quantile(first.get(name) ?? [], 0.5), p50, p99, quantile(kept, 0.5)].map(ms);
    rows.push(`| ${[name, total, documents, ...times, percent(ours)].join(' | ')} |`);
  }
  await engine.close();
  const lines = [
    `Start-up to the first answer, the segmenter's dictionary apart: ${ms(startUp)} ms. Milliseconds, all six facets counted; and the share of them that is not the engine's:`,
    '',
    ...head(['query', 'clauses', 'documents', 'first p50', 'again p50', 'again p99', 'cache p50', 'ours']),
    ...rows,
  ];
  return { queries, lines };
}

async function repeated(run: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < REPEATS; i += 1) times.push((await timed(run))[0]);
  return times;
}

export function heading(): string {
  return `# Speed\n\nWritten by \`npm run bench\` on ${machine()}. Machines are noisy: compare within one run.`;
}
