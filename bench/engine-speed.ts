/**
 * npm run bench -- --engine meilisearch [--reuse]
 *
 * The same table as for the embedded engine, of a Meilisearch server (engine-server.ts): the corpora loaded by the command
 * that a user would run, then the named queries, inside the server (`server/answer/search.ts`, as the embedded engine's are
 * measured) and at /api/search of the built server. Beside each, in turns, a plain client that keeps its connections and
 * sends the same requests to the same engine: what is above it is ours. `first` is asked by an engine just opened, which has
 * read nothing of these words. `--reuse` asks the index that is there.
 *
 * The server keeps its answers: each question at /api/search leaves out another expansion, one that there is none of, which
 * makes it a new question and changes nothing of what the engine is asked.
 */
import { execFileSync } from 'node:child_process';
import { openEngine } from '../engine/open.js';
import { answerHere } from '../server/answer/answers.js';
import { SearchRequest } from '../server/request.js';
import { type BuiltServer, startBuiltServer } from './built-server.js';
import { CORPORA, indexInto, requireData } from './corpora.js';
import { indexerEnvironment, type MeasuredServer, openMeasuredServer } from './engine-server.js';
import {
  type EngineFigures,
  head,
  type LoadingFigures,
  loadingTable,
  median,
  ms,
  percent,
  type QueryFigures,
  quantile,
  timed,
} from './figures.js';
import { recorded, replay, replayInTurn, send } from './plain-client.js';
import { CHINESE_CHARACTERS, QUERIES, WARM } from './queries.js';
import { openResults } from './results.js';

const REPEATS = 50;
const LONGEST = 6000; // ms that a query is asked again and again, past which fewer repeats must do
const FEWEST = 9;
const FIRSTS = 3;
const WARMING = 8; // questions before the first that counts: every thread of the server has had it

export async function runEngineSpeed(reuse: boolean): Promise<EngineFigures> {
  const writeQueries = openResults('Twenty queries, beside a plain client');
  const server = await openMeasuredServer(reuse);
  try {
    const loading = reuse ? null : await load(server);
    if (loading !== null) {
      openResults('Loading the corpora')(loadingTable([{ engine: 'meilisearch', loading, queries: [] }]));
    }
    const rows = await ask(server);
    writeQueries(table(rows));
    return { engine: 'meilisearch', loading, queries: rows.map(({ figures }) => figures) };
  } finally {
    await server.stop();
  }
}

async function load({ config, folder, peakMegabytes }: MeasuredServer): Promise<LoadingFigures> {
  requireData(...CORPORA);
  const run = await indexInto('data', CORPORA, indexerEnvironment(config));
  const clauses = Number(/(\d{1,9}) clauses/.exec(run.summary)?.[1] ?? 0);
  return {
    summary: run.summary,
    clausesPerSecond: clauses / run.seconds,
    charactersPerSecond: CHINESE_CHARACTERS / run.seconds,
    indexerPeak: run.peakMegabytes,
    enginePeak: peakMegabytes(),
    onDisk: folder === null ? null : diskUse(folder),
  };
}

interface Row {
  /** Inside the server. */
  readonly figures: QueryFigures;
  readonly requests: number;
  /** Milliseconds. */
  readonly first: number;
  readonly http: { readonly p50: number; readonly p99: number };
  /** The plain client: sending as many requests at a time as we do, and one by one. */
  readonly plain: number;
  readonly inTurn: number;
}

async function ask({ config }: MeasuredServer): Promise<Row[]> {
  const open = (): ReturnType<typeof openEngine> =>
    openEngine({ engine: 'meilisearch', dataFolder: '', meilisearch: config });
  const answers = answerHere(open());
  const built = await startBuiltServer({
    ...{ SEARCH_ENGINE: 'meilisearch', MEILI_URL: config.urls.join(','), MEILI_KEY: config.key ?? '' },
    ...{ MEILI_MASTER_KEY: '', MEILI_KEY_FILE: '', SEARCH_DEADLINE: String(config.deadline) },
  });
  try {
    const rows: Row[] = [];
    for (const [name, parameters] of QUERIES) {
      const request = SearchRequest.parse(parameters);
      const firsts: number[] = [];
      for (let i = 0; i < FIRSTS; i += 1) {
        const fresh = answerHere(open());
        await fresh.search(SearchRequest.parse({ q: WARM }));
        firsts.push((await timed(() => fresh.search(request)))[0]);
      }
      const { answer } = await answers.search(request);
      const question = questions(built, parameters);
      await Promise.all(Array.from({ length: WARMING }, question));
      const origins = config.urls.map((url) => new URL(url).origin);
      await answers.search(request);
      const requests = await recorded(origins, () => answers.search(request));
      const times: Record<'inside' | 'http' | 'plain' | 'inTurn', number[]> = {
        ...{ inside: [], http: [], plain: [], inTurn: [] },
      };
      const until = performance.now() + LONGEST;
      for (let i = 0; i < FEWEST || (i < REPEATS && performance.now() < until); i += 1) {
        times.inside.push((await timed(() => answers.search(request)))[0]);
        times.http.push((await timed(question))[0]);
        times.plain.push((await timed(() => replay(requests)))[0]);
        times.inTurn.push((await timed(() => replayInTurn(requests)))[0]);
      }
      const [p50, plain] = [quantile(times.inside, 0.5), quantile(times.plain, 0.5)];
      rows.push({
        figures: {
          ...{ name, clauses: answer.total, documents: answer.documents },
          ...{ p50, p99: quantile(times.inside, 0.99), ours: Math.max(0, 1 - plain / p50) },
        },
        requests: requests.length,
        first: median(firsts),
        http: { p50: quantile(times.http, 0.5), p99: quantile(times.http, 0.99) },
        plain,
        inTurn: quantile(times.inTurn, 0.5),
      });
      process.stderr.write(`${name}: ${times.plain.length} times\n`);
    }
    return rows;
  } finally {
    await built.stop();
    await answers.close();
  }
}

/** The question over HTTP, each time another one for what keeps answers. */
function questions(
  { origin }: BuiltServer,
  parameters: Readonly<Record<string, string | readonly string[]>>,
): () => Promise<string> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of typeof value === 'string' ? [value] : value) search.append(name, one);
  }
  let asked = 0;
  return () => {
    asked += 1;
    search.set('without', `none ${asked}`);
    return send({ url: `${origin}/api/search?${search}`, method: 'GET', headers: {}, body: '' });
  };
}

function table(rows: readonly Row[]): string[] {
  const ratios = rows.map(({ http, plain }) => http.p50 / plain);
  const ratiosInTurn = rows.map(({ http, inTurn }) => http.p50 / inTurn);
  const columns = ['first', 'inside p50', 'inside p99', 'inside, ours', 'HTTP p50', 'HTTP p99'];
  const others = ['plain client p50', 'HTTP / plain', 'one by one p50', 'HTTP / one by one'];
  return [
    'Milliseconds, all six facets counted, no answer kept: inside the server, at `/api/search`, and by a plain client that sends the same requests to the same engine: as many at a time as we do, and one by one.',
    '',
    ...head(['query', 'clauses', 'documents', ...columns, 'requests', ...others]),
    ...rows.map(({ figures, requests, first, http, plain, inTurn }, i) => {
      const { name, clauses, documents, p50, p99, ours } = figures;
      const times = [first, p50, p99].map(ms);
      const compared = [ms(plain), share(ratios[i]), ms(inTurn), share(ratiosInTurn[i])];
      const cells = [...times, percent(ours), ms(http.p50), ms(http.p99), requests, ...compared];
      return `| ${[name, clauses, documents, ...cells].join(' | ')} |`;
    }),
    '',
    `Median of the ${rows.length} ratios, \`/api/search\` to the plain client: ${share(median(ratios))} where it sends as many at a time, ${share(median(ratiosInTurn))} one by one.`,
  ];
}

function share(ratio = 0): string {
  return ratio.toFixed(2);
}

/** MB */
function diskUse(folder: string): number {
  return Number(execFileSync('du', ['-sk', folder]).toString().split('\t')[0]) / 1000;
}
