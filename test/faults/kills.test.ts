/** Both programs, killed at random moments. KILLS=n: so many of each; 50 where nothing is said. */
import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { hitsOf, type SearchAnswer } from '../../server/api.js';
import { data, fingerprint, run } from '../cli/command.js';
import { startServer } from '../http/start-server.js';
import { versionAt, versionsIn, wholeOf, writeVersion } from './versions.js';

const KILLS = Number(process.env.KILLS ?? 50);
const DOCUMENTS = 300;
const PER_DOCUMENT = 11;

async function ask(origin: string, q: string): Promise<SearchAnswer> {
  const response = await fetch(`${origin}/api/search?q=${encodeURIComponent(q)}&size=50`);
  if (response.status !== 200) throw new Error(await response.text());
  return (await response.json()) as SearchAnswer;
}

describe('killed at random moments', () => {
  it(`${KILLS} kills of the indexer: the old index or the new one, for a server beside it too`, async () => {
    const index = data('killed-often');
    const laws = (n: number): string => writeVersion('laws', DOCUMENTS, versionAt(n));
    const started = performance.now();
    expect((await run([laws(0), '--data', index])).code).toBe(0);
    const whole = performance.now() - started;
    const server = await startServer({ DATA_DIR: index });
    const seen = new Set<string>();
    let isAsking = true;
    const reader = (async () => {
      while (isAsking) {
        const answer = await ask(server.origin, '规定');
        expect(answer.total).toBe(DOCUMENTS * (PER_DOCUMENT - 1));
        const versions = new Set(hitsOf(answer).map(({ clause }) => clause.text.slice(-7, -4)));
        expect([...versions]).toHaveLength(1); // an answer is of one index
        for (const version of versions) seen.add(version);
        await sleep(100);
      }
    })();
    let now = 0;
    let killed = 0;
    for (let n = 1; n <= KILLS; n += 1) {
      const update = Math.random() < 0.5 ? ['--update'] : [];
      const { code } = await run([laws(n), '--data', index, ...update], {
        killAfter: whole * Math.random() * 1.1,
      });
      const found = await versionsIn(index);
      if (code === null) {
        killed += 1;
        expect([wholeOf(DOCUMENTS, versionAt(now)), wholeOf(DOCUMENTS, versionAt(n))]).toContainEqual(found);
      } else {
        expect(found).toEqual(wholeOf(DOCUMENTS, versionAt(n)));
      }
      now = versionAt(n) in found ? n : now;
    }
    isAsking = false;
    await reader;
    server.child.kill('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0 });
    expect(killed).toBeGreaterThan(KILLS / 3);
    expect(seen.size).toBeGreaterThan(1);
    expect((await run([laws(1), '--data', index])).code).toBe(0);
    expect(readdirSync(index).filter((name) => name !== 'current.json')).toHaveLength(1); // what they left is gone
  });

  it(`${KILLS} kills of the server under load: what came was right, and it starts again as it was`, async () => {
    const index = data('served');
    expect((await run(['seeds', '--data', index])).code).toBe(0);
    const before = fingerprint(index);
    const questions = ['人工智能', '"数据要素"', '算力 发展', '养老 -机构', 'artificial intelligence', ''];
    const first = await startServer({ DATA_DIR: index });
    const expected = new Map<string, SearchAnswer>();
    for (const q of questions) expected.set(q, await ask(first.origin, q));
    first.child.kill('SIGKILL');
    await first.ended;
    let answered = 0;
    for (let n = 0; n < KILLS; n += 1) {
      const { child, origin, ended } = await startServer({ DATA_DIR: index });
      const asked = questions.map((q) =>
        ask(origin, q).then(
          (answer) => {
            answered += 1;
            const right = expected.get(q) as SearchAnswer;
            expect([answer.total, hitsOf(answer)]).toEqual([right.total, hitsOf(right)]);
          },
          (error: Error) => expect(error.message).toMatch(/fetch failed|terminated/),
        ),
      );
      await sleep(Math.random() * 150);
      child.kill('SIGKILL');
      await Promise.all(asked);
      await ended;
      expect(fingerprint(index)).toBe(before);
    }
    expect(answered).toBeGreaterThan(0);
  });
});
