/** What the built server holds in memory. */
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../core/config.js';
import { openThreadPool } from '../../core/thread-pool.js';
import { openColumnsKeeper } from '../../engine/sqlite/shared-columns.js';
import { type AnySearchAnswer, hitsOf, type SearchAnswer } from '../../server/api.js';
import type { AnswerResult, AnswerTask } from '../../server/http/answer-worker.js';
import { answerThreads } from '../../server/http/pool.js';
import type { Question } from '../../server/query/question.js';
import { indexSeeds, isBuilt, NOT_BUILT } from './serve-seeds.js';

const built = (name: string): URL => new URL(`../../dist/${name}`, import.meta.url);
const NOT_LINUX = process.platform === 'linux' ? null : 'only Linux tells what a process has in memory';
const without = isBuilt ? NOT_LINUX : NOT_BUILT;
const MOST = 420; // MB resident on the seeds, however many cores
const STARTED = /ready on http:\/\/localhost:(\d+)/;

it.each([
  [0, 1],
  [1, 1],
  [2, 2],
  [4, 4],
  [5, 4],
  [96, 4],
])('on %i cores %i threads search', (cores, threads) => {
  expect(answerThreads(cores)).toBe(threads);
});

describe.skipIf(without !== null)(`the server (${without ?? 'as built'})`, () => {
  let folder: string;
  beforeAll(() => {
    folder = indexSeeds();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has no dictionary in the threads that search, mark and find what is cited', async () => {
    // Understood in another process, and sent as text: what a thread gets is plain data.
    const script = `import { understandQuery } from '${built('server/query/understand-query.js').href}';
      process.stdout.write(JSON.stringify(understandQuery('数据安全管理 -"农业"')));`;
    const understood = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    const question = JSON.parse(understood) as Question;
    const { DocumentRequest, SearchRequest } = (await import(
      built('server/request.js').href
    )) as typeof import('../../server/request.js');
    const pool = openThreadPool<AnswerTask, AnswerResult>(built('server/http/answer-worker.js'), {
      threads: 1,
      data: {
        config: readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' }),
        meeting: openColumnsKeeper().meeting,
      },
    });
    const until = Number.POSITIVE_INFINITY;
    const stop = new Int32Array(new SharedArrayBuffer(4));
    const request = SearchRequest.parse({ q: '数据安全管理', match: 'any' });
    const found = await pool.run({ kind: 'search', request, question, until, stop });
    const bytes = 'written' in found ? found.written.answer.bytes : Buffer.from('{}');
    const [hit] = hitsOf(JSON.parse(Buffer.from(bytes).toString()) as AnySearchAnswer);
    const id = hit?.document.id ?? '';
    const marked = await pool.run({
      ...{ kind: 'document', id, question, until, stop },
      request: DocumentRequest.parse({ q: request.q, script: 'hant' }),
    });
    expect(JSON.stringify(marked)).toContain('"match":true');
    const asked = { of: 'clause', id: hit?.clause.id ?? '', withOrdinal: true } as const;
    const cited = await pool.run({ kind: 'cited', asked, until, stop });
    expect(cited).toMatchObject({ cited: { document: { id } } });

    const maps = readFileSync('/proc/self/maps', 'utf8');
    await pool.close();
    expect(maps).toContain('better_sqlite3.node');
    expect(maps).not.toContain('nodejieba.node');
  });

  it(`takes at most ${MOST} MB on the seeds`, async () => {
    const child = spawn(process.execPath, [fileURLToPath(built('server/main.js'))], {
      env: { ...process.env, PORT: '0', LOG_LEVEL: 'error', DATA_DIR: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const port = await new Promise<string>((resolve) => {
        child.stdout.on('data', (chunk) => {
          const [, found] = STARTED.exec(String(chunk)) ?? [];
          if (found !== undefined) resolve(found);
        });
      });
      const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${port}${path}`);
      for (let i = 0; i < 60; i += 1) {
        const asked = await get(`/api/search?q=${encodeURIComponent(`数据 ${i}`)}&match=any&script=hant`);
        const { hits } = (await asked.json()) as SearchAnswer;
        const id = encodeURIComponent(hits[0]?.document.id ?? '');
        await (await get(`/api/documents/${id}?q=${i}`)).text();
        expect((await get(`/api/documents/${id}/citation?style=bibtex`)).status).toBe(200);
      }
      const [, resident] =
        /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
      expect(Number(resident) / 1024).toBeLessThan(MOST);
    } finally {
      child.kill('SIGKILL');
    }
  }, 120_000);
});
