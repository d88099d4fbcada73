/**
 * npm run bench -- --load [--minutes 5] [--data <folder>]
 *
 * The built server over both corpora, with the load on the same cores: 16 connections that ask questions not asked before, with
 * an update of the index in the middle; then some that are cached; then a usual question at a time while 40 of the dearest are
 * in flight. Answers are sampled, and compared with those of an engine that is opened here on the same file. Writes
 * `bench/LOAD.md`.
 *
 * `--data` names an index of the corpora that is there, and is not changed. The only file that knows autocannon.
 */
import { linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { type BuiltServer, startBuiltServer } from './built-server.js';
import { CORPORA, indexInto, requireData, SHARED } from './corpora.js';
import { head, ms, quantile } from './figures.js';
import { compareSamples, type Sample, sampleOf } from './load-answers.js';
import { type Draw, dearQuestions, usualQuestions } from './load-questions.js';
import { machine } from './machine.js';
import { randomFrom } from './random.js';

const PAGE = fileURLToPath(new URL('../../bench/LOAD.md', import.meta.url)); // from dist/bench
const CONNECTIONS = 16;
const DEAR = 40;
/** s */
const WARMING = 5;
const CACHED = 15;
const FLOOD = 30;
const PATIENCE = 30;
const CACHED_QUESTIONS = 100;
/** One answer of so many is compared. */
const SAMPLED = 10;
const MOST_SAMPLES = 300;

interface Asked {
  readonly times: number[];
  /** How many were answered with each status. */
  readonly statuses: Map<number, number>;
  readonly errors: number;
  readonly seconds: number;
  readonly samples: Sample[];
}

export async function runLoad(minutes: number, index: string | undefined): Promise<void> {
  requireData(...CORPORA, `${SHARED}eval/statute-queries.json`);
  const folder = mkdtempSync(join(tmpdir(), 'zhengsou-load-'));
  try {
    const [serving, before] = [join(folder, 'serving'), join(folder, 'before')];
    mkdirSync(serving);
    if (index === undefined) await indexInto(serving, CORPORA, { SEARCH_ENGINE: 'sqlite' });
    else linkIndex(index, serving);
    linkIndex(serving, before); // what answers of before the swap are compared with
    const server = await startBuiltServer({ SEARCH_ENGINE: 'sqlite', DATA_DIR: serving });
    try {
      const lines = await load(server, { serving, before, seconds: minutes * 60 });
      process.stdout.write(`${lines.join('\n')}\n`);
      writeFileSync(PAGE, `${lines.join('\n')}\n`);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same files under other names: no index is changed in place. */
function linkIndex(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (name === 'current.json' || name.endsWith('.sqlite')) linkSync(join(from, name), join(to, name));
  }
}

async function load(
  server: BuiltServer,
  { serving, before, seconds }: { serving: string; before: string; seconds: number },
): Promise<string[]> {
  const draw = usualQuestions(randomFrom(1));
  const others = loadavg()[0] ?? 0;
  await ask(server, draw, CONNECTIONS, WARMING);
  const memory = [ownMemory(server)];
  const swapping = swapAfter(serving, (seconds * 1000) / 2).then((summary) => {
    memory.push(ownMemory(server));
    return summary;
  });
  const unseen = await ask(server, draw, CONNECTIONS, seconds);
  const swapped = await swapping;
  memory.push(ownMemory(server));
  const some = Array.from({ length: CACHED_QUESTIONS }, draw);
  let turn = 0;
  const kept = (): string => some[turn++ % some.length] as string;
  await ask(server, kept, CONNECTIONS, WARMING);
  const cached = await ask(server, kept, CONNECTIONS, CACHED);
  const compared = await compareSamples([...unseen.samples, ...cached.samples], [before, serving]);
  const [usual, dear] = await flood(server, draw);
  const [start, middle, end] = memory;
  return [
    '# Load',
    '',
    `Written by \`npm run bench -- --load\` on ${machine()}: server and load on the same cores, ${CONNECTIONS} connections, ${seconds} s. Before it began, ${others.toFixed(1)} processes of others wanted these cores at a time; without any, the figures are others.`,
    '',
    ...head(['', 'answers', 'a second', 'p50 ms', 'p99 ms', 'p99 ÷ p50', 'not 200', 'errors']),
    row('not asked before', unseen),
    row('cached', cached),
    '',
    `In the middle \`--update\` brought another index (${swapped}). ${compared.checked} answers were compared with those of a plain engine on the same file (totals, documents, first hits): ${compared.wrong.length} differ${compared.wrong.length === 0 ? '' : ` (${compared.wrong.slice(0, 3).join('; ')})`}; ${compared.ofNone} were of neither index.`,
    '',
    `The server's own memory: ${start} MB at the start, ${middle} MB after the update, ${end} MB at the end.`,
    '',
    `With ${DEAR} of the dearest questions in flight, each client asking the next when it has its answer or refusal, a usual question not asked before, one at a time, ${FLOOD} s:`,
    '',
    ...head(['', 'answers', 'a second', 'p50 ms', 'p99 ms', 'p99 ÷ p50', 'not 200', 'errors']),
    row('usual', usual),
    row('the dearest', dear),
  ];
}

/** @param draw  What the next request asks. */
async function ask(server: BuiltServer, draw: Draw, connections: number, seconds: number): Promise<Asked> {
  const times: number[] = [];
  const statuses = new Map<number, number>();
  const samples: Sample[] = [];
  const started = performance.now();
  const run = autocannon({
    ...{ url: server.origin, connections, duration: seconds, timeout: PATIENCE },
    requests: [
      {
        setupRequest(request, context) {
          context.path = draw();
          return { ...request, path: String(context.path) };
        },
        onResponse(status, body, context) {
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          const isSampled = (statuses.get(200) ?? 0) % SAMPLED === 0 && samples.length < MOST_SAMPLES;
          const sample = isSampled && status === 200 ? sampleOf(String(context.path), body) : null;
          if (sample !== null) samples.push(sample);
        },
      },
    ],
  });
  run.on('response', (_client, _status, _bytes, time) => void times.push(time));
  const { errors } = await run;
  return { times, statuses, samples, errors, seconds: (performance.now() - started) / 1000 };
}

async function flood(server: BuiltServer, draw: Draw): Promise<readonly [Asked, Asked]> {
  const dear = ask(server, dearQuestions(randomFrom(2)), DEAR, FLOOD);
  return [await ask(server, draw, 1, FLOOD), await dear];
}

/** @returns what the indexer says of it. */
async function swapAfter(serving: string, wait: number): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, wait));
  const texts = mkdtempSync(join(tmpdir(), 'zhengsou-added-'));
  try {
    writeFileSync(
      join(texts, 'added.txt'),
      '关于压力测试的通知\n\n一、总体要求\n\n服务器应当在更新索引时照常回答问题。\n',
    );
    const { summary } = await indexInto(serving, ['--update', texts], { SEARCH_ENGINE: 'sqlite' });
    return summary;
  } finally {
    rmSync(texts, { recursive: true, force: true });
  }
}

function row(name: string, { times, statuses, errors, seconds }: Asked): string {
  const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
  const others = [...statuses].filter(([status]) => status !== 200);
  const told = others.map(([status, count]) => `${count} × ${status}`).join(', ') || '0';
  const rate = Math.round((statuses.get(200) ?? 0) / seconds);
  return `| ${[name, times.length, rate, ms(p50), ms(p99), (p99 / p50).toFixed(1), told, errors].join(' | ')} |`;
}

/** MB that are no file's. */
function ownMemory({ pid }: BuiltServer): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/^RssAnon:\s{1,9}(\d{1,12}) kB/m.exec(status)?.[1]) / 1024);
}
