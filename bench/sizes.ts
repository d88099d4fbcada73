/**
 * npm run bench -- --sizes [--times 1,8] [--folder <folder>]
 *
 * What grows with the corpus: copies of the corpora are loaded by the command that a user would run, and named queries asked
 * inside the server, the whole road of `server/answer/search.ts` with all facets counted. Nothing that is kept of a question
 * helps the next, as if each were the first of its words. Times are processor time, which others on the machine disturb less,
 * and all sizes are asked in turns, so that they can be compared. Then the built server's own memory. Writes `bench/SIZES.md`.
 *
 * In a folder that is named the indexes stay, with what loading them took, and are taken by the next run as they are.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSqliteEngine } from '../engine/sqlite/sqlite-engine.js';
import { searchTyped } from '../server/answer/search.js';
import { SearchRequest } from '../server/request.js';
import { writeCopies } from './copies.js';
import { CORPORA, type IndexRun, indexInto, requireData } from './corpora.js';
import { head, median, ms } from './figures.js';
import { measureMemory } from './memory.js';
import { QUERIES, WARM } from './queries.js';

const PAGE = fileURLToPath(new URL('../../bench/SIZES.md', import.meta.url)); // from dist/bench
const ROUNDS = 21;
const WARMING = 3; // rounds before the first that counts
const MINUTES = 2; // of load, for the memory

const ASKED: typeof QUERIES = [
  ...QUERIES,
  ['养犬, documents', { q: '养犬', group: 'document' }],
  ['行政处罚, documents', { q: '行政处罚', group: 'document' }],
  ['管理, documents', { q: '管理', group: 'document' }],
];

interface Size {
  readonly times: number;
  readonly folder: string;
  readonly run: IndexRun;
  /** MB */
  readonly onDisk: number;
}

export async function runSizes(times: readonly number[], kept: string | null): Promise<void> {
  requireData(...CORPORA);
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'zhengsou-sizes-'));
  try {
    const sizes: Size[] = [];
    for (const one of times) sizes.push(await load(join(folder, String(one)), one));
    const sections = [loadingTable(sizes), await queryTable(sizes)];
    for (const size of sizes) {
      sections.push(
        `## ${nameOf(size)}: memory of the server\n\n${await measureMemory(size.folder, MINUTES)}`,
      );
    }
    writeFileSync(PAGE, `${heading()}\n\n${sections.join('\n\n')}\n${said()}`);
    process.stdout.write(`${sections.join('\n\n')}\n`);
  } finally {
    if (kept === null) rmSync(folder, { recursive: true, force: true });
  }
}

async function load(folder: string, times: number): Promise<Size> {
  mkdirSync(folder, { recursive: true });
  const figures = join(folder, 'loading.json');
  if (!existsSync(figures)) {
    const texts = mkdtempSync(join(tmpdir(), 'zhengsou-copies-'));
    try {
      const run = await indexInto(folder, await writeCopies(texts, times), { SEARCH_ENGINE: 'sqlite' });
      writeFileSync(figures, JSON.stringify(run));
    } finally {
      rmSync(texts, { recursive: true, force: true });
    }
  }
  const run = JSON.parse(readFileSync(figures, 'utf8')) as IndexRun;
  const files = await readdir(folder);
  const onDisk = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0) / 1e6;
  return { times, folder, run, onDisk };
}

function loadingTable(sizes: readonly Size[]): string {
  return [
    '## Loading',
    '',
    ...head([
      '',
      'documents, clauses',
      'seconds',
      'processor seconds',
      'clauses a processor second',
      'peak',
      'on disk',
    ]),
    ...sizes.map((size) => {
      const { summary, seconds, processorSeconds, peakMegabytes } = size.run;
      const clauses = Number(/(\d{1,9}) clauses/.exec(summary)?.[1] ?? 0);
      const found = /^\d{1,9} documents, \d{1,9} clauses/.exec(summary)?.[0] ?? summary;
      const rate = processorSeconds === null ? 'not told' : Math.round(clauses / processorSeconds);
      const [peak, processor] = [peakMegabytes, processorSeconds].map((one) =>
        one === null ? 'not told' : Math.round(one),
      );
      return `| ${[nameOf(size), found, Math.round(seconds), processor, rate, `${peak} MB`, `${Math.round(size.onDisk)} MB`].join(' | ')} |`;
    }),
  ].join('\n');
}

async function queryTable(sizes: readonly Size[]): Promise<string> {
  const engines = sizes.map(({ folder }) =>
    openSqliteEngine(folder, { capacities: { documents: 1, phrases: 1, themes: 1, texts: 1 } }),
  );
  for (const engine of engines) await searchTyped(engine, SearchRequest.parse({ q: WARM }));
  const rows: string[] = [];
  for (const [name, parameters] of ASKED) {
    const request = SearchRequest.parse(parameters);
    const times = engines.map((): number[] => []);
    let totals: number[] = [];
    for (let round = 0; round < ROUNDS + WARMING; round += 1) {
      totals = [];
      for (const [at, engine] of engines.entries()) {
        const [time, total] = await processorTime(async () => (await searchTyped(engine, request)).total);
        totals.push(total);
        if (round >= WARMING) times[at]?.push(time);
      }
    }
    rows.push(`| ${[name, ...totals, ...times.map((one) => ms(median(one)))].join(' | ')} |`);
  }
  for (const engine of engines) await engine.close();
  const names = sizes.map(nameOf);
  return [
    '## Questions',
    '',
    `Milliseconds of processor time, median of ${ROUNDS}; the clauses that are found, then the times.`,
    '',
    ...head(['query', ...names.map((name) => `found in ${name}`), ...names]),
    ...rows,
  ].join('\n');
}

/** ms of all threads of this process. */
async function processorTime<Result>(run: () => Promise<Result>): Promise<[number, Result]> {
  const before = process.cpuUsage();
  const result = await run();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1000, result];
}

function nameOf({ times }: Pick<Size, 'times'>): string {
  return `${times} ×`;
}

function heading(): string {
  const [first] = cpus();
  const machine = `${cpus().length} cores (${first?.model.trim() ?? 'unknown'}), Node ${process.versions.node}, load of the machine ${loadavg()[0]?.toFixed(1)}`;
  return `# Sizes

Written by \`npm run bench -- --sizes\` on ${machine}: so many times both corpora, as copies under other ids.`;
}

/** What a person wrote below the figures stays. */
function said(): string {
  const written = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
  const at = written.indexOf('\n## What it says');
  return at === -1 ? '' : written.slice(at);
}
