/** The file of `--report`, where writing it fails half-way: what is left is no half of it. */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import type { Report } from '../../indexer/report.js';
import { openReportFile } from '../../indexer/report-file.js';

const folder = mkdtempSync(join(tmpdir(), 'zhengsou-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LONG = 'x'.repeat(3 << 20); // a piece is written before the next one is made
const full = {
  toJSON: () => {
    throw Object.assign(new Error('write'), { code: 'ENOSPC' });
  },
};
const report = (...documents: readonly unknown[]): Report =>
  ({ documents, skipped: [], heldBack: [] }) as unknown as Report;

async function written(path: string, one: Report): Promise<unknown> {
  const file = await openReportFile(path);
  const failure = await file.write(one).catch((error: unknown) => error);
  await file.close();
  return failure;
}

describe('a report', () => {
  it('is whole', async () => {
    const path = join(folder, 'whole.json');
    expect(await written(path, report({ text: LONG }, 1))).toBeUndefined();
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ documents: [{ text: LONG }, 1] });
  });

  it('that could not be written to its end leaves no file where there was none', async () => {
    const path = join(folder, 'new.json');
    expect(await written(path, report({ text: LONG }, full))).toMatchObject({
      code: 'report_write_failed',
      remedy: expect.stringContaining('Free some space'),
    });
    expect(existsSync(path)).toBe(false);
  });

  it('and an empty one where there was one, which the next run may write again', async () => {
    const path = join(folder, 'old.json');
    writeFileSync(path, '{\n"documents": [\n');
    expect(await written(path, report({ text: LONG }, full))).toMatchObject({ code: 'report_write_failed' });
    expect(readFileSync(path, 'utf8')).toBe('');
    expect(await written(path, report(1))).toBeUndefined();
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ documents: [1] });
  });

  it('goes into a named pipe that is read, and waits for nobody to read it', async () => {
    const path = join(folder, 'pipe');
    execFileSync('mkfifo', [path]);
    await expect(openReportFile(path)).rejects.toMatchObject({
      code: 'report_write_failed',
      message: expect.stringContaining('nobody reads this pipe'),
    });
    const read = promisify(execFile)('cat', [path], { maxBuffer: 8 << 20 });
    const opened = (): Promise<unknown> =>
      written(path, report({ text: LONG }, 1)).catch((error: unknown) => error);
    await expect.poll(opened, { timeout: 10_000 }).toBeUndefined(); // until cat has opened it
    expect(JSON.parse((await read).stdout)).toMatchObject({ documents: [{ text: LONG }, 1] });
  });
});
