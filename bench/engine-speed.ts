/**
 * npm run bench -- --engine meilisearch [--reuse]
 *
 * The same table as for the embedded engine, of a Meilisearch server (engine-server.ts): the corpora loaded by the command
 * that a user would run, then the named queries over HTTP, at /api/search, without the cache of answers. Beside each the time
 * that a plain client takes for the same requests to the same server; what is above it is ours. `--reuse` asks the index
 * that is there.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus } from 'node:os';
import { openEngine } from '../core/engine/open.js';
import { answerHere } from '../server/answers.js';
import { createApp } from '../server/app.js';
import { NEVER } from '../server/deadline.js';
import { openLog } from '../server/log.js';
import { CORPORA, indexInto, requireData } from './corpora.js';
import {
  indexerEnvironment,
  type MeasuredServer,
  openMeasuredServer,
  readerConfig,
} from './engine-server.js';
import { recorded, replay } from './plain-client.js';
import { CHINESE_CHARACTERS, ms, QUERIES, quantile, timed } from './speed.js';

const REPEATS = 30;
const RESULTS = 'bench/RESULTS-MEILISEARCH.md';

export async function runEngineSpeed(reuse: boolean): Promise<void> {
  const server = await openMeasuredServer();
  try {
    const lines = [...(reuse ? [] : [...(await load(server)), '']), ...(await ask(server))];
    process.stdout.write(`${lines.join('\n')}\n`);
    writeFileSync(RESULTS, `${heading()}\n\n${lines.join('\n')}\n`);
  } finally {
    await server.stop();
  }
}

async function load(server: MeasuredServer): Promise<string[]> {
  const { folder, peakMegabytes } = server;
  requireData(...CORPORA);
  const {
    summary,
    seconds,
    peakMegabytes: ours,
  } = await indexInto('data', CORPORA, indexerEnvironment(server));
  const clauses = Number(/(\d+) clauses/.exec(summary)?.[1] ?? 0);
  const told = (megabytes: number | null): string =>
    megabytes === null ? 'not told' : `${Math.round(megabytes)} MB`;
  const disk =
    folder === null ? 'not told' : `${execFileSync('du', ['-sm', folder]).toString().split('\t')[0]} MB`;
  return [
    '| loading the corpora | |',
    '| --- | --- |',
    `| | ${summary} |`,
    `| clauses a second | ${Math.round(clauses / seconds)} |`,
    `| Chinese characters a second, the English texts read beside them | ${(CHINESE_CHARACTERS / seconds / 1e6).toFixed(2)} M |`,
    `| peak memory, the indexer | ${told(ours)} |`,
    `| peak memory, the engine | ${told(peakMegabytes())} |`,
    `| on disk, the engine | ${disk} |`,
  ];
}

async function ask(server: MeasuredServer): Promise<string[]> {
  const engine = openEngine({
    engine: 'meilisearch',
    dataFolder: '',
    meilisearch: await readerConfig(server),
  });
  const app = createApp({
    ...{ engine, answers: answerHere(engine), giveUp: () => NEVER, partial: 'answer' },
    ...{ webFolder: 'web/dist', log: openLog('silent') },
  });
  const { origin } = new URL(server.config.urls[0] ?? '');
  const listening = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  const { port } = listening.address() as AddressInfo;
  const rows: string[] = [];
  const ratios: number[] = [];
  for (const [name, parameters] of QUERIES) {
    const path = `/api/search?${queryString(parameters)}`;
    const first = (await timed(() => get(port, path)))[0];
    const requests = await recorded(origin, () => get(port, path));
    const { total, documents } = JSON.parse(await get(port, path)) as { total: number; documents: number };
    const [ours, plain]: [number[], number[]] = [[], []];
    for (let i = 0; i < REPEATS; i += 1) {
      ours.push((await timed(() => get(port, path)))[0]);
      plain.push((await timed(() => replay(requests)))[0]);
    }
    const [p50, theirs] = [quantile(ours, 0.5), quantile(plain, 0.5)];
    ratios.push(p50 / theirs);
    rows.push(
      `| ${name} | ${total} | ${documents} | ${ms(first)} | ${ms(p50)} | ${ms(quantile(ours, 0.99))} | ${ms(theirs)} | ${requests.length} | ${(p50 / theirs).toFixed(2)} | ${Math.round(Math.max(0, 1 - theirs / p50) * 100)} % |`,
    );
  }
  listening.closeAllConnections();
  listening.close();
  await engine.close();
  return [
    'Milliseconds, all six facets counted, over HTTP and without the cache of answers; and a plain client that sends the same requests to the same server:',
    '',
    '| query | clauses | documents | first | again p50 | again p99 | plain client p50 | requests | ratio | ours |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    `Median ratio of the ${ratios.length} queries: ${quantile(ratios, 0.5).toFixed(2)}.`,
  ];
}

const agent = new Agent({ keepAlive: true });

function get(port: number, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    });
    asked.on('error', reject);
    asked.end();
  });
}

function queryString(parameters: Readonly<Record<string, string | readonly string[]>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of typeof value === 'string' ? [value] : value) search.append(name, one);
  }
  return search.toString();
}

function heading(): string {
  const [first] = cpus();
  return `# Speed of Meilisearch\n\nWritten by \`npm run bench -- --engine meilisearch\` on ${cpus().length} cores (${first?.model.trim() ?? 'unknown'}), Node ${process.versions.node}. Machines are noisy: compare within one run.`;
}
