/**
 * npm run bench -- --loading --engine meilisearch
 *
 * How much of a load is the engine's: the command that a user would run, beside a plain client that sends the same payloads
 * and waits for the last. Each run has a server of its own, empty and just started; the two take turns.
 */
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { NEXT } from '../engine/meilisearch/records/settings.js';
import { createIndex } from '../engine/meilisearch/wire/indexes.js';
import { type EngineServer, openServers } from '../engine/meilisearch/wire/servers.js';
import { ended, readEnqueued, taskFailure } from '../engine/meilisearch/wire/tasks.js';
import { CORPORA, indexInto, requireData } from './corpora.js';
import { indexerEnvironment, type MeasuredServer, startMeasuredServer } from './engine-server.js';
import { head, median, percent } from './figures.js';
import { send } from './plain-client.js';
import { recordPayloads } from './recording.js';
import { openResults } from './results.js';

const ROUNDS = 2;
const EVERY = 7; // of the documents one in so many: some 60,000 clauses

export async function runLoading(): Promise<void> {
  requireData(...CORPORA);
  const write = openResults('Loading, beside a plain client');
  const folder = mkdtempSync(join(tmpdir(), 'zhengsou-loading-'));
  try {
    const texts = await someOfTheCorpora(folder);
    const { payloads, summary } = await onItsOwnServer((server) => record(server, texts, folder));
    const clauses = Number(/(\d{1,9}) clauses/.exec(summary)?.[1] ?? 0);
    const runs: { readonly command: number; readonly plain: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const command = await onItsOwnServer((server) => byCommand(server, texts, folder));
      const plain = await onItsOwnServer((server) => byPlainClient(server, payloads));
      runs.push({ command, plain });
      process.stderr.write(`command ${command.toFixed(1)} s, plain client ${plain.toFixed(1)} s\n`);
    }
    const [command, plain] = [median(runs.map((run) => run.command)), median(runs.map((run) => run.plain))];
    const rate = (seconds: number): string => String(Math.round(clauses / seconds));
    write([
      `${clauses} clauses in ${payloads.length} payloads, each time into an empty server. Of the command everything counts, from its start to its end; of the plain client sending and waiting.`,
      '',
      ...head(['clauses a second', 'the command', 'a plain client', 'share of its rate']),
      ...runs.map(
        (run, i) =>
          `| run ${i + 1} | ${rate(run.command)} | ${rate(run.plain)} | ${percent(run.plain / run.command)} |`,
      ),
      `| median | ${rate(command)} | ${rate(plain)} | ${percent(plain / command)} |`,
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onItsOwnServer<T>(run: (server: MeasuredServer) => Promise<T>): Promise<T> {
  const server = await startMeasuredServer();
  try {
    return await run(server);
  } finally {
    await server.stop();
  }
}

async function record(
  { config }: MeasuredServer,
  texts: string,
  folder: string,
): Promise<{ readonly payloads: readonly string[]; readonly summary: string }> {
  const recording = await recordPayloads(config.urls[0] ?? '', folder);
  try {
    const { summary } = await indexInto(
      folder,
      [texts],
      indexerEnvironment({ ...config, urls: [recording.url] }),
    );
    process.stderr.write(`${summary}, its payloads kept\n`);
    return { payloads: recording.payloads, summary };
  } finally {
    await recording.close();
  }
}

/** @returns seconds */
async function byCommand({ config }: MeasuredServer, texts: string, folder: string): Promise<number> {
  return (await indexInto(folder, [texts], indexerEnvironment(config))).seconds;
}

/** @returns seconds */
async function byPlainClient({ config }: MeasuredServer, payloads: readonly string[]): Promise<number> {
  const [server] = openServers(config.urls, config.masterKey) as [EngineServer];
  await createIndex(server, NEXT);
  const headers = {
    authorization: `Bearer ${config.masterKey}`,
    'content-type': 'application/x-ndjson',
  };
  const started = performance.now();
  let last = -1;
  for (const payload of payloads) {
    const body = await readFile(payload);
    const answer = await send({
      url: `${server.url}/indexes/${NEXT}/documents`,
      method: 'POST',
      headers,
      body,
    });
    last = readEnqueued(JSON.parse(answer)).taskUid;
  }
  const task = await ended(server, last);
  if (task.status !== 'succeeded') throw taskFailure(server.url, task);
  return (performance.now() - started) / 1000;
}

/** Of every so many documents one, into a file. */
async function someOfTheCorpora(folder: string): Promise<string> {
  const path = join(folder, 'texts.jsonl');
  const file = createWriteStream(path);
  for (const corpus of CORPORA) {
    const lines = gunzipSync(readFileSync(corpus)).toString('utf8').split('\n');
    for (let i = 0; i < lines.length; i += EVERY) if (lines[i]) file.write(`${lines[i]}\n`);
  }
  await new Promise<void>((resolve, reject) => {
    file.once('error', reject).end(resolve);
  });
  return path;
}
