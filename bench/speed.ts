/**
 * npm run bench
 *
 * Loading the corpora by the command a user would run, then twenty named queries with all facets, inside the server: the
 * whole road of `server/search.ts`, without HTTP. `first` is in a running engine that has not been asked these words, the
 * median of rounds in which the queries come in another order; `again` with what the engine keeps of a word's matches;
 * `cache` the same question once more, as the server's cache answers it.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SearchEngine } from '../core/engine/engine.js';
import { openEngine } from '../core/engine/open.js';
import { answerHere } from '../server/answers.js';
import { SearchRequest } from '../server/api.js';
import { cached } from '../server/cache.js';
import { search } from '../server/search.js';
import { CORPORA, indexInto, requireData } from './corpora.js';

const REPEATS = 100;
const ROUNDS = 7;
const WARM = '预热';
export const CHINESE_CHARACTERS = 42_000_000; // of the two files; some 46 M more are English

export const QUERIES: readonly (readonly [name: string, parameters: Record<string, string | string[]>])[] = [
  ['管理', { q: '管理' }],
  ['法', { q: '法' }],
  ['规定', { q: '规定' }],
  ['行政处罚', { q: '行政处罚' }],
  ['环境 保护', { q: '环境 保护' }],
  ['养犬', { q: '养犬' }],
  ['数据安全', { q: '数据安全' }],
  ['股东会', { q: '股东会' }],
  ['科技创新', { q: '科技创新' }],
  ['人工智能', { q: '人工智能' }],
  ['"下列情形之一"', { q: '"下列情形之一"' }],
  ['資訊安全 (Traditional)', { q: '資訊安全' }],
  ['管理 -罚款', { q: '管理 -罚款' }],
  ['-罚款', { q: '-罚款' }],
  ['税', { q: '税' }],
  ['5G', { q: '5G' }],
  ['personal data', { q: 'personal data' }],
  ['北京 养犬', { q: '北京 养犬' }],
  ['管理, two cities, a year', { q: '管理', city: ['北京', '上海'], year: '2020' }],
  ['谁可以成为个体工商户 (any)', { q: '谁可以成为个体工商户', match: 'any' }],
  ['everything, newest first', { q: '', sort: 'newest' }],
];

export async function runSpeed(): Promise<void> {
  requireData(...CORPORA);
  const folder = mkdtempSync(join(tmpdir(), 'zhengsou-bench-'));
  try {
    const lines = [...(await load(folder)), '', ...(await ask(folder))];
    process.stdout.write(`${lines.join('\n')}\n`);
    writeFileSync('bench/RESULTS.md', `${heading()}\n\n${lines.join('\n')}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function load(folder: string): Promise<string[]> {
  const { summary, seconds, peakMegabytes } = await indexInto(folder, CORPORA);
  const clauses = Number(/(\d+) clauses/.exec(summary)?.[1] ?? 0);
  const files = await readdir(folder);
  const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  return [
    '| loading the corpora | |',
    '| --- | --- |',
    `| | ${summary} |`,
    `| clauses a second | ${Math.round(clauses / seconds)} |`,
    `| Chinese characters a second, the English texts read beside them | ${(CHINESE_CHARACTERS / seconds / 1e6).toFixed(2)} M |`,
    `| peak memory | ${peakMegabytes === null ? 'not told by this system' : `${Math.round(peakMegabytes)} MB`} |`,
    `| on disk | ${Math.round(bytes / 1e6)} MB |`,
  ];
}

async function ask(folder: string): Promise<string[]> {
  const open = (): SearchEngine => openEngine({ engine: 'sqlite', dataFolder: folder });
  await search(open(), SearchRequest.parse({ q: WARM })); // the segmenter's dictionary, once a process
  const started = performance.now();
  const engine = open();
  await search(engine, SearchRequest.parse({ q: '' }));
  const startUp = performance.now() - started;

  const first = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const fresh = open();
    await search(fresh, SearchRequest.parse({ q: WARM }));
    const turn = Math.floor((round * QUERIES.length) / ROUNDS);
    for (const [name, parameters] of [...QUERIES.slice(turn), ...QUERIES.slice(0, turn)]) {
      const [time] = await timed(() => search(fresh, SearchRequest.parse(parameters)));
      first.set(name, [...(first.get(name) ?? []), time]);
    }
    await fresh.close();
  }

  const answers = cached(answerHere(engine), async () => (await engine.status()).version);
  const rows: string[] = [];
  for (const [name, parameters] of QUERIES) {
    const request = SearchRequest.parse(parameters);
    const { total, documents } = await search(engine, request);
    const again = await repeated(() => search(engine, request));
    await answers.search(request);
    const kept = await repeated(() => answers.search(request));
    const times = [first.get(name) ?? [], again].map((list) => ms(quantile(list, 0.5)));
    const [once, more] = times;
    rows.push(
      `| ${name} | ${total} | ${documents} | ${once} | ${more} | ${ms(quantile(again, 0.99))} | ${ms(quantile(kept, 0.5))} |`,
    );
  }
  await engine.close();
  return [
    `Start-up to the first answer, the segmenter's dictionary apart: ${ms(startUp)} ms. Milliseconds, all six facets counted:`,
    '',
    '| query | clauses | documents | first p50 | again p50 | again p99 | cache p50 |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ];
}

async function repeated(run: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < REPEATS; i += 1) times.push((await timed(run))[0]);
  return times;
}

export async function timed<T>(run: () => Promise<T>): Promise<[number, T]> {
  const started = performance.now();
  const result = await run();
  return [performance.now() - started, result];
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function ms(value: number): string {
  if (value < 0.005) return '< 0.01';
  return value < 0.095 ? value.toFixed(2) : value.toFixed(1);
}

function heading(): string {
  const [first] = cpus();
  return `# Speed\n\nWritten by \`npm run bench\` on ${cpus().length} cores (${first?.model.trim() ?? 'unknown'}), Node ${process.versions.node}. Machines are noisy: compare within one run.`;
}
