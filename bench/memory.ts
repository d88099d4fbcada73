/**
 * npm run bench -- --memory [--minutes 10]
 *
 * What the server takes in memory, and whether that grows: the built server on the seeds, and on both corpora, is asked
 * for so many minutes over loopback, four questions at a time. Words are drawn from the clauses that it answers with, so
 * that nearly all questions are new to it; one in five is not; documents and citations in between. Writes
 * `bench/MEMORY.md`.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SearchAnswer } from '../server/api.js';
import { startBuiltServer } from './built-server.js';
import { CORPORA, indexInto, requireData } from './corpora.js';
import { head, median, ms } from './figures.js';
import { QUERIES } from './queries.js';
import { randomFrom } from './random.js';

const PAGE = fileURLToPath(new URL('../../bench/MEMORY.md', import.meta.url)); // from dist/bench
const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url));
const AT_ONCE = 4;
const LOOK_EVERY = 30_000; // ms
const KNOWN_WORDS = 20_000;

interface Look {
  readonly seconds: number;
  readonly asked: number;
  /** MB: all that is resident, and what of it is the process's own, not a file's. */
  readonly resident: number;
  readonly own: number;
}

export async function runMemory(minutes: number): Promise<void> {
  requireData(...CORPORA);
  const sections: string[] = [];
  for (const [name, paths] of [
    ['The seeds', [SEEDS]],
    ['Both corpora', CORPORA],
  ] as const) {
    const folder = mkdtempSync(join(tmpdir(), 'zhengsou-memory-'));
    try {
      const { summary } = await indexInto(folder, paths, { SEARCH_ENGINE: 'sqlite' });
      sections.push(`## ${name}\n\n${summary}\n\n${await measureMemory(folder, minutes)}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const page = `# Memory of the server

Written by \`npm run bench -- --memory\` on ${cpus().length} cores, Node ${process.versions.node}: MB resident, and of them the process's own (\`RssAnon\`), under ${minutes}
minutes of load.

${sections.join('\n\n')}
`;
  writeFileSync(PAGE, page);
  process.stdout.write(page);
}

/** The built server on an index, asked for so many minutes. @returns a table */
export async function measureMemory(folder: string, minutes: number): Promise<string> {
  const server = await startBuiltServer({ SEARCH_ENGINE: 'sqlite', DATA_DIR: folder });
  const started = performance.now();
  const until = started + minutes * 60_000;
  const looks: Look[] = [];
  const readers = Array.from({ length: AT_ONCE }, (_, seed) => openReader(server.origin, seed + 1));
  const look = (): void => {
    const asked = readers.reduce((sum, { times }) => sum + times.length, 0);
    const found = { seconds: (performance.now() - started) / 1000, asked, ...memoryOf(server.pid) };
    looks.push(found);
    process.stderr.write(`${line(found)}\n`);
  };
  look();
  const clock = setInterval(look, LOOK_EVERY);
  await Promise.all(
    readers.map(async ({ ask }) => {
      while (performance.now() < until) await ask();
    }),
  );
  clearInterval(clock);
  look();
  await server.stop();
  const times = readers.flatMap((reader) => reader.times);
  return [
    ...head(['seconds', 'questions', 'resident', 'its own']),
    ...looks.map(line),
    '',
    `A search took ${ms(median(times))} ms (median), four at a time.`,
  ].join('\n');
}

function line({ seconds, asked, resident, own }: Look): string {
  return `| ${[Math.round(seconds), asked, Math.round(resident), Math.round(own)].join(' | ')} |`;
}

interface Reader {
  ask(): Promise<void>;
  /** ms that each search took. */
  readonly times: readonly number[];
}

/** One that reads on from what was found. */
function openReader(origin: string, seed: number): Reader {
  const random = randomFrom(seed);
  const words = ['管理', '发展', '法', '應當', '企业', '經濟', '人工智能', '数据'];
  const times: number[] = [];
  const pick = <One>(list: readonly One[]): One => list[Math.floor(random() * list.length)] as One;
  const get = async (path: string): Promise<Response> => {
    // Once more: a connection that is kept alive may be closed just as it is used again.
    const response = await fetch(origin + path).catch(() => fetch(origin + path));
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  const parameters = (): Readonly<Record<string, string | string[]>> => {
    if (random() < 0.2) return pick(QUERIES)[1];
    const q = random() < 0.5 ? `${pick(words)} ${pick(words)}` : pick(words);
    return random() < 0.2 ? { q, match: 'any', script: 'hant' } : { q };
  };
  const learn = ({ hits }: SearchAnswer): void => {
    for (const { clause } of hits) {
      const length = 1 + Math.floor(random() * 8);
      const from = Math.floor(random() * clause.text.length);
      const word = clause.text.slice(from, from + length).replace(/[^\p{L}\p{N}]/gu, '');
      if (word === '') continue;
      if (words.length < KNOWN_WORDS) words.push(word);
      else words[Math.floor(random() * words.length)] = word;
    }
  };
  return {
    times,
    async ask() {
      const query = new URLSearchParams();
      for (const [name, values] of Object.entries(parameters())) {
        for (const value of [values].flat()) query.append(name, value);
      }
      const started = performance.now();
      const answer = (await (await get(`/api/search?${query}`)).json()) as SearchAnswer;
      times.push(performance.now() - started);
      learn(answer);
      const hit = answer.hits[0];
      if (hit === undefined || random() > 0.2) return;
      const q = encodeURIComponent(answer.query.q);
      await (await get(`/api/documents/${encodeURIComponent(hit.document.id)}?q=${q}`)).text();
      await (await get(`/api/clauses/${encodeURIComponent(hit.clause.id)}/citation?style=bibtex`)).text();
    },
  };
}

function memoryOf(pid: number | undefined): Pick<Look, 'resident' | 'own'> {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (line: RegExp): number => Number(line.exec(status)?.[1] ?? Number.NaN) / 1024;
  return { resident: of(/^VmRSS:\s{1,9}(\d{1,12}) kB/m), own: of(/^RssAnon:\s{1,9}(\d{1,12}) kB/m) };
}
