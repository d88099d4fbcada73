import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT } from '../source-files.js';

const folder = mkdtempSync(join(tmpdir(), 'zhengsou-start-'));
const pointer = join(folder, 'current.json');
const read = (): Record<string, unknown> => JSON.parse(readFileSync(pointer, 'utf8'));
const run = (script: string, ...args: string[]): string =>
  execFileSync(process.execPath, [join(ROOT, 'dist/indexer', script), ...args], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: folder },
    encoding: 'utf8',
  });

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('before npm start', () => {
  it('the seeds are indexed where there is no index', () => {
    run('start-index.js');
    expect(read()).toMatchObject({ madeBy: 'start', documents: 5 });
  });

  it('an index of its own that is out of date is made anew', () => {
    writeFileSync(pointer, JSON.stringify({ ...read(), format: 0 }));
    run('start-index.js');
    expect(read()).toMatchObject({ madeBy: 'start', documents: 5 });
    expect(read().format).toBeGreaterThan(0);
  });

  it.each([
    ['as it is', {}],
    ['too old to be read', { format: 0 }],
  ])("a user's index is never touched: %s", (_, change) => {
    run('cli.js', 'seeds/000_8e1ad8dd9d446f54.txt');
    writeFileSync(pointer, JSON.stringify({ ...read(), ...change }));
    const before = readFileSync(pointer, 'utf8');
    run('start-index.js');
    expect(readFileSync(pointer, 'utf8')).toBe(before);
  });
});
