/** Damage of any kind at any place, of real texts: told as damaged as soon as it has been read through. DAMAGES=n: so many. */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchEngine } from '../../engine/engine.js';
import { openEngine } from '../../engine/open.js';
import { data, run } from '../cli/command.js';
import { query } from '../contract/small-documents.js';

const DAMAGES = Number(process.env.DAMAGES ?? 300);
const whole = data('whole');
const damaged = data('damaged');

const ASKED: readonly ((engine: SearchEngine) => Promise<unknown>)[] = [
  (engine) => engine.status(),
  (engine) => engine.search(query('人工智能', { take: 20 })),
  (engine) => engine.search(query('发展', { take: 20, group: 'document' })),
  (engine) => engine.catalogue(),
  (engine) => engine.known(['北京市人民政府', '国办发']),
];

/** Of a pointer that names another format, one says so: what to do is the same. */
const TOLD = /^index_(?:damaged|out_of_date)$/;

type Change = (bytes: Buffer) => Buffer;

/** A place and a length are shares of the file, so that what fast-check prints is enough to do it again. */
const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 255 })).map(
    ([at, mask]): Change =>
      (bytes) => {
        const place = Math.min(bytes.length - 1, Math.floor(at * bytes.length));
        bytes[place] = (bytes[place] as number) ^ mask;
        return bytes;
      },
  ),
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 20_000 }), fc.boolean()).map(
    ([at, length, isZero]): Change =>
      (bytes) => {
        const place = Math.floor(at * Math.max(1, bytes.length - length));
        return bytes.fill(isZero ? 0 : '损坏', place, Math.min(place + length, bytes.length));
      },
  ),
  fc.double({ min: 0, max: 0.9999, noNaN: true }).map(
    (share): Change =>
      (bytes) =>
        bytes.subarray(0, Math.floor(share * bytes.length)),
  ),
  fc.double({ min: 0, max: 1, noNaN: true }).map(
    (share): Change =>
      (bytes) => {
        const at = Math.floor((share * bytes.length) / 16384) * 16384; // two pages change places
        const other = bytes.length > 32768 ? (at + 16384) % (bytes.length - 16384) : 0;
        const page = Buffer.from(bytes.subarray(at, at + 16384));
        bytes.copyWithin(at, other, other + page.length);
        page.copy(bytes, other);
        return bytes;
      },
  ),
);

describe('an index that is damaged anyhow', () => {
  let expected: readonly unknown[] = [];
  beforeAll(async () => {
    expect((await run(['seeds', '--data', whole])).code).toBe(0);
    const engine = openEngine({ engine: 'sqlite', dataFolder: whole });
    expected = await Promise.all(ASKED.map((ask) => ask(engine)));
    await engine.close();
  });
  afterAll(() => rmSync(damaged, { recursive: true, force: true }));

  const answersOf = async (which: (name: string) => boolean, change: Change): Promise<void> => {
    rmSync(damaged, { recursive: true, force: true });
    cpSync(whole, damaged, { recursive: true });
    const file = join(damaged, readdirSync(damaged).find(which) as string);
    const before = readFileSync(file);
    const after = change(Buffer.from(before));
    writeFileSync(file, after);
    const engine = openEngine({ engine: 'sqlite', dataFolder: damaged }, { verify: true });
    const ask = (n: number): Promise<unknown> =>
      (ASKED[n] as (typeof ASKED)[number])(engine).catch(({ code }) => code);
    try {
      const isWhole = before.equals(after) || saysTheSame(before, after);
      // Read through beside its answers: some of them come before.
      const isRead = async (): Promise<boolean> => TOLD.test(String(await ask(0)));
      if (!isWhole) await expect.poll(isRead, { interval: 10, timeout: 5000 }).toBe(true);
      for (const [n, right] of expected.entries()) {
        const found = await ask(n);
        if (isWhole) expect(found).toEqual(right);
        else expect(found).toMatch(TOLD);
      }
    } finally {
      await engine.close();
    }
  };

  it(`${DAMAGES} times, the file`, async () => {
    const isFile = (name: string): boolean => name.endsWith('.sqlite');
    await fc.assert(
      fc.asyncProperty(changes, (change) => answersOf(isFile, change)),
      { numRuns: DAMAGES },
    );
  });

  it(`${DAMAGES} times, the pointer`, async () => {
    const isPointer = (name: string): boolean => name === 'current.json';
    await fc.assert(
      fc.asyncProperty(changes, (change) => answersOf(isPointer, change)),
      { numRuns: DAMAGES },
    );
  });
});

/** Of pointers alone, which are text: blanks and order are nobody's damage. */
function saysTheSame(one: Buffer, other: Buffer): boolean {
  const parsed = [one, other].map((bytes) => {
    try {
      return JSON.stringify(JSON.parse(bytes.toString('utf8')));
    } catch {
      return null;
    }
  });
  return parsed[0] !== null && parsed[0] === parsed[1];
}
