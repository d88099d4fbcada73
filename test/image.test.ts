/** The Dockerfile: read; and, where it is asked for, its steps done by hand in an empty folder, and what they make started. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../core/config.js';
import { read } from './compose-file.js';
import { all, copiesOf, readStages, type Stage, variablesOf, wordsOf } from './dockerfile.js';
import { ROOT } from './source-files.js';

const stages = readStages();
const [build, runtime] = stages as readonly [Stage, Stage];

describe('the Dockerfile', () => {
  it('builds on and runs on the same pinned Node, one that package.json allows', () => {
    expect(stages.map(({ image }) => image)).toEqual([build.image, build.image]);
    expect(build.image).toMatch(/^node:22\.\d+\.\d+-bookworm-slim$/);
    expect(JSON.parse(read('package.json')).engines.node).toBe('>=20.19');
  });

  it('copies what is there, and what .dockerignore lets through', () => {
    const allowed = read('.dockerignore').split('\n');
    for (const { from, sources } of copiesOf(build)) {
      expect(from).toBeNull();
      for (const source of sources) {
        expect(existsSync(join(ROOT, source)), source).toBe(true);
        expect(allowed).toContain(`!${source}`);
      }
    }
  });

  it('takes nothing into the image but what was built', () => {
    for (const { from } of copiesOf(runtime)) expect(from).toBe(build.name);
    expect(all(runtime, 'RUN').join()).not.toMatch(/npm|apt/);
    expect(all(build, 'RUN').at(-1)).toBe('npm prune --omit=dev');
  });

  it('runs as node, without a shell before it, and is asked for its health', () => {
    expect(all(runtime, 'USER')).toEqual(['node']);
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: { readonly start: string } };
    const command = wordsOf(all(runtime, 'CMD')[0] ?? '');
    expect(command).toEqual(expect.arrayContaining(['node', 'dist/server/main.js']));
    const bounds = command.filter((word) => word.startsWith('--max-'));
    expect(bounds).toHaveLength(2);
    expect(scripts.start.split(' ').filter((word) => word.startsWith('--max-'))).toEqual(bounds); // of its heap
    expect(wordsOf(all(runtime, 'HEALTHCHECK')[0] ?? '').slice(0, 2)).toEqual(['node', '-e']);
    expect(readConfig(variablesOf(runtime))).toMatchObject({ host: '0.0.0.0', port: 3000 });
  });

  it('has the folder of the keys, and gives it to the user who writes there', () => {
    const prepared = all(runtime, 'RUN').join();
    expect(prepared).toMatch(/mkdir [^&]*\/keys/);
    expect(prepared).toMatch(/chown node:node [^&]*\/keys/);
  });
});

const asked = process.env.IMAGE_STEPS === '1';
const FOUND = asked
  ? 'done'
  : 'not done: they take minutes; IMAGE_STEPS=1 npx vitest run test/image.test.ts does them';

describe.skipIf(!asked)(`the steps of the Dockerfile (${FOUND})`, () => {
  let place: string;
  let building: string;
  let image: string;
  let server: ChildProcess | null = null;
  let environment: Record<string, string | undefined>;

  /** As Docker does: a folder's content, or a file, to the place that is named. */
  const copy = (sources: readonly string[], from: string, to: string): void => {
    for (const source of sources) {
      const target = sources.length > 1 || to.endsWith('/') ? join(to, source) : to;
      mkdirSync(dirname(target), { recursive: true });
      const web = join(from, 'web/dist');
      cpSync(join(from, source), target, {
        recursive: true,
        filter: (path) => from !== ROOT || path !== web, // .dockerignore
      });
    }
  };

  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), 'zhengsou-image-'));
    [building, image] = [join(place, 'build'), join(place, 'image')];
    mkdirSync(building);
    for (const { keyword, rest } of build.instructions) {
      if (keyword === 'COPY') {
        for (const { sources, target } of copiesOf({ ...build, instructions: [{ keyword, rest }] })) {
          copy(sources, ROOT, target.startsWith('./') ? `${building}/` : join(building, target));
        }
      }
      // Compilers come from the machine: apt-get is for Docker. Where this Node has its headers is its own affair.
      if (keyword === 'RUN' && !rest.startsWith('apt-get')) {
        const env = { ...process.env, NODE_ENV: undefined, npm_config_build_from_source: 'true' };
        execFileSync('sh', ['-c', rest], { cwd: building, env, stdio: 'pipe' });
      }
    }
    for (const { sources, target } of copiesOf(runtime)) {
      copy(
        sources.map((source) => source.replace('/app/', '')),
        building,
        join(image, target),
      );
    }
    rmSync(building, { recursive: true });
    environment = { PATH: process.env.PATH, ...variablesOf(runtime), PORT: '38471', HOST: '127.0.0.1' };
  }, 900_000);
  afterAll(() => {
    server?.kill('SIGKILL');
    rmSync(place, { recursive: true, force: true });
  });

  const run = (words: readonly string[], more: Record<string, string> = {}) =>
    spawnSync(words[0] ?? '', words.slice(1), {
      cwd: image,
      env: { ...environment, ...more },
      encoding: 'utf8',
      timeout: 60_000,
    });

  it('leave no compiler, no TypeScript and no tests in the image', () => {
    expect(readdirSync(image).sort()).toEqual(['dist', 'indexer', 'node_modules', 'package.json', 'web']);
    const { dependencies, devDependencies } = JSON.parse(read('package.json'));
    const isThere = (name: string): boolean => existsSync(join(image, 'node_modules', name, 'package.json'));
    expect(Object.keys(devDependencies).filter(isThere)).toEqual([]);
    expect(Object.keys(dependencies).filter((name) => !isThere(name))).toEqual([]);
  });

  it('leave what the indexer needs', () => {
    const texts = join(ROOT, 'seeds');
    const { status, stdout, stderr } = run(['node', 'dist/indexer/cli.js', texts]);
    expect(stderr).not.toMatch(/skipped/);
    expect(stdout).toMatch(/^5 documents, \d+ clauses, 0 skipped, \d+\.\d s, sqlite\n$/);
    expect(status).toBe(0);
  }, 60_000);

  it('leave what the server needs: it answers its health check, the page and a search, and ends on SIGTERM', async () => {
    const health = wordsOf(all(runtime, 'HEALTHCHECK')[0] ?? '');
    expect(run(health).status).toBe(1);
    const [command = '', ...words] = wordsOf(all(runtime, 'CMD')[0] ?? '');
    server = spawn(command, words, { cwd: image, env: environment, stdio: 'ignore' });
    const ended = new Promise((resolve) => server?.once('exit', resolve));
    await expect.poll(() => run(health).status, { timeout: 20_000 }).toBe(0);
    const at = (path: string): Promise<Response> => fetch(`http://127.0.0.1:38471${path}`);
    expect((await at('/readyz')).status).toBe(200);
    expect(await (await at('/')).text()).toContain('<title>政搜</title>');
    expect(await (await at(`/api/search?q=${encodeURIComponent('算力')}`)).json()).toMatchObject({
      engine: 'sqlite',
      total: expect.any(Number),
    });
    server.kill('SIGTERM');
    expect(await ended).toBe(0);
  }, 60_000);
});
