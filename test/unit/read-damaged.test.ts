/**
 * The file of each format of test/golden/files, emptied, cut off, damaged: documents or reasons, never a fault, never long.
 *
 * `FUZZ=1000 npx vitest run test/unit/read-damaged.test.ts` damages each a thousand times (minutes); a run of all tests a few times.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PolicyError } from '../../core/errors.js';
import { parseDocument } from '../../indexer/parse-document.js';
import { listFiles } from '../../indexer/read/list-files.js';
import { readDocuments } from '../../indexer/read/read.js';
import { readRaw } from '../../indexer/read/read-raw.js';
import { createRandom, damaged } from './damaged-bytes.js';

const ROUNDS = Number(process.env.FUZZ ?? 20);
/** A file may take a minute; none of these is large. */
const LONGEST = 20_000;
const golden = new URL('../golden/files/', import.meta.url);
const formats = readdirSync(golden);
const folder = mkdtempSync(join(tmpdir(), 'zhengsou-damaged-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Codes of what was not read; documents are `read`. A fault of ours is thrown. */
async function outcomesOf(name: string, bytes: Uint8Array): Promise<readonly string[]> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const { files, skipped } = await listFiles([path]);
  const outcomes = skipped.map(({ error }) => reasonOf(error));
  for await (const read of readDocuments(files)) {
    if ('error' in read) outcomes.push(reasonOf(read.error));
    else outcomes.push(await textOf(read).catch(reasonOf));
  }
  return outcomes;
}

async function textOf(read: Parameters<typeof readRaw>[0]): Promise<'read'> {
  const { raw, clauses } = parseDocument(await readRaw(read), '2026-11-28T00:00:00.000Z');
  expect(raw.isWellFormed()).toBe(true);
  expect(clauses.length).toBeGreaterThan(0);
  return 'read';
}

function reasonOf(error: unknown): string {
  if (!(error instanceof PolicyError) || error.code === 'internal_error') throw error;
  expect(error.remedy).not.toBe('');
  return error.code;
}

describe.each(formats)('%s', (format) => {
  const name = `source.${format}`;
  const whole = readFileSync(new URL(`${format}/${name}`, golden));

  it('with nothing in it is named', async () => {
    const outcomes = await outcomesOf(name, new Uint8Array());
    expect(outcomes.length).toBeGreaterThan(0);
    expect(outcomes).not.toContain('read');
  });

  it('cut off, is read as far as it goes, or named', async () => {
    for (let part = 1; part < 12; part += 1) {
      const outcomes = await outcomesOf(name, whole.subarray(0, Math.floor((whole.length * part) / 12)));
      expect(outcomes.length, `${part} of 12`).toBeGreaterThan(0);
    }
  }, 60_000);

  it(
    `damaged ${ROUNDS} times, is read or named`,
    async () => {
      const random = createRandom(20261128);
      for (let round = 0; round < ROUNDS; round += 1) {
        const bytes = damaged(whole, random);
        const started = performance.now();
        const outcomes = await outcomesOf(name, bytes).catch((error) => {
          throw new Error(`Round ${round}, ${bytes.toString('base64').slice(0, 4000)}`, { cause: error });
        });
        expect(performance.now() - started, `round ${round}`).toBeLessThan(LONGEST);
        expect(outcomes.length, `round ${round}`).toBeGreaterThan(0);
      }
    },
    30_000 + ROUNDS * 2000,
  );
});
