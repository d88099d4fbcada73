/** The built indexer before real engines: what is loaded, changed, refused, and what it says. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Config } from '../../core/config.js';
import { homeOf } from '../../engine/meilisearch/wire/servers.js';
import { openEngine } from '../../engine/open.js';
import { answerHere } from '../../server/answer/answers.js';
import { SearchRequest } from '../../server/request.js';
import { ask, idle, listIndexes, serverKey, wipe } from './administration.js';
import { readerOf } from './place.js';
import { noOwnServers, type OwnServer, startServers, stopServers } from './real-servers.js';
import {
  type Contents,
  contentsOf,
  expectedContents,
  noIndexer,
  type Run,
  runIndexer,
  startIndexer,
  writeLaws,
} from './run-indexer.js';

const missing = noOwnServers ?? noIndexer;
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, n) => from + n);

afterAll(stopServers);

describe.skipIf(missing !== null)(`npm run index -- --engine meilisearch (${missing ?? 'real'})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhengsou-loading-'));
  const laws = join(folder, 'laws.jsonl');
  let three: readonly OwnServer[];
  let one: readonly OwnServer[];
  let key: string;
  /** After a run that went well there is the live index, and nothing else of ours. */
  let afterwards: string[];
  beforeAll(async () => {
    three = await startServers(3);
    one = three.slice(0, 1);
    key = await serverKey(three);
    expect((await runIndexer(one, ['seeds'])).code).toBe(0);
    afterwards = await listIndexes(three[0] as OwnServer);
    expect(afterwards).toHaveLength(1);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const expectRefused = (run: Run, said: RegExp): void => {
    expect(run.stderr).toMatch(said);
    expect(run.stderr).toMatch(/\n {2}\S.*\nThe index is unchanged\.\n$/); // the remedy, indented
    expect(run.stderr).not.toContain(three[0]?.masterKey);
    expect(run.stdout).toBe('');
    expect(run.code).toBe(2);
  };
  const expectSame = (found: Contents, expected: Contents): void => {
    expect(found.documents).toEqual(expected.documents);
    expect(found.counts).toEqual(expected.counts);
    expect(found.read).toEqual(expected.read);
  };

  it('the seeds: one line on stdout, and the index of the embedded engine', async () => {
    const { code, stdout, stderr } = await runIndexer(one, ['seeds']);
    expect(stdout).toMatch(/^5 documents, \d+ clauses, 0 skipped, \d+\.\d s, meilisearch\n$/);
    expect(code).toBe(0);
    expect(stderr).not.toContain(one[0]?.masterKey);
    expectSame(await contentsOf(one, key), await expectedContents(['seeds']));
    expect(await listIndexes(one[0] as OwnServer)).toEqual(afterwards);
  });

  it('the key: printed by the run that makes it, or written to a file for its owner alone', async () => {
    const [server] = (await startServers(1)) as [OwnServer];
    const file = join(folder, 'key');
    const printed = await runIndexer([server], ['seeds']);
    const [made = ''] = /\b[0-9a-f]{64}\b/.exec(printed.stderr) ?? [];
    expect((await contentsOf([server], made)).counts.documents).toBe(5);
    const written = await runIndexer([server], ['seeds'], { keyFile: file });
    expect(written.code).toBe(0);
    expect(written.stderr).not.toContain(made);
    expect(readFileSync(file, 'utf8').trim()).toBe(made);
    expect(statSync(file).mode & 0o077).toBe(0);
    await server.stop();
  });

  it('--update adds, replaces, removes, and leaves the rest alone', async () => {
    writeLaws(laws, range(0, 40), '甲');
    await runIndexer(one, [laws]);
    const unchanged = await runIndexer(one, [laws, '--update']);
    expect(unchanged.stderr).toContain('0 added, 0 replaced, 0 removed, 40 unchanged');
    expect(unchanged.code).toBe(0);
    writeLaws(laws, range(10, 50), '乙');
    const changed = await runIndexer(one, [laws, '--update']);
    expect(changed.stderr).toContain('10 added, 30 replaced, 10 removed, 0 unchanged');
    expect(changed.code).toBe(0);
    const [found, expected] = [await contentsOf(one, key), await expectedContents([laws])];
    expect(found).toEqual(expected);
    expect(await listIndexes(one[0] as OwnServer)).toEqual(afterwards);
  });

  it('two at once: the second says so and stops, the first goes on', async () => {
    writeLaws(laws, range(0, 600), '丙');
    const first = startIndexer(one, [laws]);
    while ((await listIndexes(one[0] as OwnServer)).length < 2 && first.child.exitCode === null)
      await sleep(20);
    for (const update of [[], ['--update']]) {
      expectRefused(await runIndexer(one, ['seeds', ...update]), /[Aa]nother (run|indexer)/);
    }
    expect((await first.ended).code).toBe(0);
    expectSame(await contentsOf(one, key), await expectedContents([laws]));
    expect(await listIndexes(one[0] as OwnServer)).toEqual(afterwards);
  });

  it('a payload that the server refuses: what to set, and the live index whole', async () => {
    const before = await contentsOf(one, key);
    await one[0]?.restart({ MEILI_HTTP_PAYLOAD_SIZE_LIMIT: '20000' });
    for (const update of [[], ['--update']]) {
      expectRefused(await runIndexer(one, ['seeds', ...update]), /payload/);
      await idle(one[0] as OwnServer);
      expectSame(await contentsOf(one, key), before);
    }
    await one[0]?.restart({ MEILI_HTTP_PAYLOAD_SIZE_LIMIT: '100000000' });
    expect((await runIndexer(one, ['seeds'])).code).toBe(0);
    expect(await listIndexes(one[0] as OwnServer)).toEqual(afterwards);
  });

  it.each([
    ['no engine', 'kill', /cannot be reached/],
    ['an engine that hangs', 'pause', /did not answer/],
  ] as const)('%s: exit 2, and what to do', async (_what, how, said) => {
    await three[1]?.[how]();
    expectRefused(await runIndexer(three.slice(1, 2), ['seeds']), said);
    three[1]?.resume();
    await three[1]?.restart();
  });

  it('a wrong master key, or none: exit 2, and which variable', async () => {
    const before = await contentsOf(one, key);
    for (const masterKey of ['not-the-master-key-of-this-server', key, '']) {
      const run = await runIndexer(one, ['seeds'], { masterKey });
      expectRefused(run, /MEILI_MASTER_KEY/);
      if (masterKey !== '') expect(run.stderr).not.toContain(masterKey);
    }
    expectSame(await contentsOf(one, key), before);
  });

  it('on several servers, one of them dead: exit 2, the live index whole when it is back', async () => {
    writeLaws(laws, range(0, 60), '丁');
    const loaded = await runIndexer(three, [laws]);
    expect(loaded).toMatchObject({ code: 0 });
    const before = await contentsOf(three, key);
    expectSame(before, await expectedContents([laws]));
    await three[2]?.kill();
    for (const update of [[], ['--update']]) {
      expectRefused(await runIndexer(three, ['seeds', ...update]), /cannot be reached/);
    }
    await three[2]?.restart();
    expectSame(await contentsOf(three, key), before);
  });

  it('a third server beside two: --update moves its share, and nothing else', async () => {
    for (const server of three) await wipe(server);
    writeLaws(laws, range(0, 90), '戊');
    expect((await runIndexer(three.slice(0, 2), [laws])).code).toBe(0);
    const before = await contentsOf(three.slice(0, 2), key);
    const share = [...before.documents.keys()].filter((id) => homeOf(id, three) === three[2]).length;
    expect(share).toBeGreaterThan(10);
    const lastTasks = await Promise.all(three.map(lastTask));
    // Whoever asks the two or the three meanwhile gets all of it, or is told to wait.
    const asTwo = watchDocuments(readerOf(three.slice(0, 2), { key }));
    const asThree = watchDocuments(readerOf(three, { key }));
    const moved = await runIndexer(three, [laws, '--update']);
    expect(moved.code).toBe(0);
    const refused = ['partial', 'index_out_of_date', 'index_missing', 'engine_unavailable'];
    const [seenByTwo, seenByThree] = [await asTwo(), await asThree()];
    expect([90, ...refused]).toEqual(expect.arrayContaining(seenByTwo));
    expect(seenByTwo).toEqual(expect.arrayContaining([90, 'index_out_of_date']));
    expect([90, ...refused]).toEqual(expect.arrayContaining(seenByThree));
    expect(seenByThree.at(-1)).toBe(90);
    expectSame(await contentsOf(three, key), before);
    const received = await Promise.all(
      three.map((server, place) => receivedSince(server, lastTasks[place] ?? 0)),
    );
    const perDocument = 12; // title, ten articles, the document itself
    expect(received[2]).toBeGreaterThanOrEqual(share * perDocument);
    expect(received[2]).toBeLessThanOrEqual(share * perDocument + 10);
    // Those that were there: what takes the place of what moved, what can be suggested, and what the index says of itself.
    const stayed = (received[0] ?? 0) + (received[1] ?? 0);
    const pages = await suggestionPagesOn(three);
    expect(pages).toBeGreaterThan(0);
    expect(stayed).toBeLessThanOrEqual(share * perDocument + pages + 20);
    for (const server of three) expect(await listIndexes(server)).toEqual(afterwards);
    // A server is left out: what lay on it is read again, and the index says that it lies on two.
    expect((await runIndexer(three.slice(0, 2), [laws, '--update'])).code).toBe(0);
    expectSame(await contentsOf(three.slice(0, 2), key), before);
    await expect(contentsOf(three, key)).rejects.toMatchObject({ code: 'index_out_of_date' });
  });
});

/** Asks how many documents there are, again and again. @returns ends it: what was answered, each once, the last one last. */
function watchDocuments(config: Config): () => Promise<(number | string)[]> {
  let isOver = false;
  const seen = new Set<number | string>();
  const watching = (async () => {
    const answers = answerHere(openEngine(config));
    const request = SearchRequest.parse({ q: '' });
    for (let last = false; !last; last = isOver) {
      const answer = await answers.search(request).then(
        ({ answer: { documents, partial } }) => (partial ? 'partial' : documents),
        (error: { code?: string }) => error.code ?? String(error),
      );
      seen.delete(answer);
      seen.add(answer);
      await sleep(5);
    }
    await answers.close();
  })();
  return async () => {
    await sleep(1200); // an engine knows an index for a second
    isOver = true;
    await watching;
    return [...seen];
  };
}

async function lastTask(server: OwnServer): Promise<number> {
  const { results } = (await ask(server, '/tasks?limit=1')) as { results: { uid: number }[] };
  return results[0]?.uid ?? -1;
}

/** All of them lie on one server. */
async function suggestionPagesOn(servers: readonly OwnServer[]): Promise<number> {
  const body = { filter: 'record = "suggestions"', limit: 1 };
  const fetched = servers.map((server) =>
    ask(server, '/indexes/policy_live/documents/fetch', { method: 'POST', body }),
  );
  return (await Promise.all(fetched)).reduce(
    (sum: number, page) => sum + (page as { total: number }).total,
    0,
  );
}

/** Records that the server was sent, of those that went in. */
async function receivedSince(server: OwnServer, task: number): Promise<number> {
  const { results } = (await ask(server, '/tasks?limit=1000&types=documentAdditionOrUpdate')) as {
    results: { uid: number; details: { receivedDocuments: number } }[];
  };
  return results
    .filter(({ uid }) => uid > task)
    .reduce((sum, { details }) => sum + details.receivedDocuments, 0);
}
