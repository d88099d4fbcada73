/** What `npm run release` packs, unpacked in a clean folder with production dependencies only: whether it starts there. */
import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isBuilt, NOT_BUILT } from './http/serve-seeds.js';
import { ROOT } from './source-files.js';

/** A space and Chinese characters: a place like any other. */
const place = mkdtempSync(join(tmpdir(), 'zhengsou 发布-'));
const unpacked = join(place, 'package');
afterAll(() => rmSync(place, { recursive: true, force: true }));

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

function pack(): string {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', place];
  const [packed] = JSON.parse(execFileSync('npm', args, { cwd: ROOT, encoding: 'utf8' }));
  return join(place, packed.filename);
}

/** Those that are asked for by name; what they need themselves they find where they really lie. */
function linkProduction(): void {
  const { dependencies } = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies)) {
    const link = join(unpacked, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), link);
  }
}

/** Until it says where it is ready. */
async function started(
  command: string,
  args: readonly string[],
  folder: string,
): Promise<{ readonly origin: string; stop(): Promise<void> }> {
  const env = { ...process.env, DATA_DIR: join(place, 'data'), PORT: '0' };
  // A group of its own, as a terminal has one: npx hands no signal on.
  const child = spawn(command, [...args], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk;
    });
  }
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const stop = (): Promise<void> => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    return ended;
  };
  try {
    await expect
      .poll(() => said, { timeout: 90_000, interval: 100 })
      .toMatch(/ready on http:\/\/localhost:\d+/);
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin: /ready on (\S+)/.exec(said)?.[1] ?? '', stop };
}

async function expectToServe(origin: string): Promise<void> {
  expect(await (await fetch(`${origin}/readyz`)).json()).toMatchObject({ documents: 5, version });
  const found = await fetch(`${origin}/api/search?q=${encodeURIComponent('揭榜挂帅')}`);
  expect(((await found.json()) as { readonly total: number }).total).toBe(2);
  const page = await (await fetch(`${origin}/`)).text();
  const [, script = ''] = /src="([^"]+\.js)"/.exec(page) ?? [];
  for (const path of [script, '/docs', '/docs.css', '/openapi.json']) {
    expect([path, (await fetch(origin + path)).status]).toEqual([path, 200]);
  }
}

describe.skipIf(!isBuilt)(`the tarball (${isBuilt ? 'as built' : NOT_BUILT})`, () => {
  it('starts where only what it depends on is installed', async () => {
    execFileSync('tar', ['-xzf', pack()], { cwd: place });
    linkProduction();
    expect(readdirSync(unpacked)).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'CHANGELOG.md', 'docs', 'seeds']),
    );
    for (const path of ['test', 'dist/bench', 'core/model.ts'])
      expect(existsSync(join(unpacked, path)), path).toBe(false);
    const { origin, stop } = await started('npm', ['start'], unpacked);
    try {
      await expectToServe(origin);
      const contract = (await (await fetch(`${origin}/openapi.json`)).json()) as object;
      expect(JSON.stringify(contract)).toContain('"example":{"query"'); // of the docs that came along
    } finally {
      await stop();
    }
  }, 120_000);
});

const asked = process.env.RELEASE_INSTALL === '1';
const FOUND = asked
  ? 'done'
  : 'not done: it takes minutes; RELEASE_INSTALL=1 npx vitest run test/release.test.ts does it';

describe.skipIf(!asked || !isBuilt)(`the tarball, installed from the registry (${FOUND})`, () => {
  it('brings a command that indexes and serves', async () => {
    const folder = join(place, 'clean');
    mkdirSync(folder);
    const npm = (...args: readonly string[]): string =>
      execFileSync('npm', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
    npm('init', '--yes');
    npm('install', '--omit=dev', '--no-audit', '--no-fund', pack());
    expect(existsSync(join(folder, 'node_modules/vitest'))).toBe(false);
    const command = join(folder, 'node_modules/.bin/zhengsou');
    const run = (...args: readonly string[]): string =>
      execFileSync(command, args, { cwd: folder, encoding: 'utf8' });
    expect(run('--version')).toBe(`${version}\n`);
    const data = join(place, 'data');
    expect(run('index', join(folder, 'node_modules/zhengsou/seeds'), '--data', data)).toMatch(/^5 documents/);
    expect(run('check', '--data', data)).toContain('is whole');
    const { origin, stop } = await started(command, ['serve'], folder);
    try {
      await expectToServe(origin);
    } finally {
      await stop();
    }
  }, 900_000);

  it('is run by npx in an empty folder, by the commands of the page', async () => {
    const folder = join(place, 'tried');
    mkdirSync(folder);
    renameSync(pack(), join(folder, `zhengsou-${version}.tgz`));
    const page = readFileSync(join(ROOT, 'docs/operations-embedded.md'), 'utf8');
    const [index = '', serve = '', ...others] = page.match(/^npx .*$/gm) ?? [];
    expect(others).toEqual([]);
    const typed = index.replace('<folder>', join(ROOT, 'seeds'));
    const env = { ...process.env, DATA_DIR: join(place, 'data') };
    expect(execFileSync('sh', ['-c', typed], { cwd: folder, env, encoding: 'utf8' })).toMatch(/^5 documents/);
    const { origin, stop } = await started('sh', ['-c', serve], folder);
    try {
      await expectToServe(origin);
    } finally {
      await stop();
    }
  }, 1_800_000);
});
