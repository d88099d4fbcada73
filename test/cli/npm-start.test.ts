/** `npm start` as it is typed: what is built already is not built again, and who stops npm has stopped all of it. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../source-files.js';

it('is one process beside npm, which ends with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhengsou-npm-start-'));
  const built = (): number => statSync(join(ROOT, 'web/dist/index.html')).mtimeMs;
  const before = built();
  const npm = spawn('npm', ['start'], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: folder, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  npm.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  npm.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise((resolve) => npm.on('close', resolve)); // when nobody holds its output any more
  try {
    await expect.poll(() => stdout, { timeout: 60_000 }).toMatch(/ready on http:\/\/localhost:\d+/);
    const [, origin = ''] = /ready on (\S+)/.exec(stdout) ?? [];
    expect((await fetch(`${origin}/readyz`)).status).toBe(200);
    expect(built()).toBe(before);
    npm.kill('SIGTERM');
    await ended;
    const lines = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)); // one stream, of JSON alone
    expect(lines.map(({ level, msg }) => [level, msg])).toContainEqual(['info', 'closing']);
    await expect(fetch(`${origin}/readyz`)).rejects.toThrow();
  } finally {
    npm.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}, 90_000);
