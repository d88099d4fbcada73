/**
 * npm start: builds what is missing, indexes the seeds where there is no index, and is the server, in one process.
 *
 * Plain JavaScript, for there may be nothing built yet. Where only production dependencies are installed there is no
 * compiler: then what was built is what starts.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HOME = fileURLToPath(new URL('..', import.meta.url));

/** What is built of which sources, by which script of package.json, and what does it. */
const PARTS = [
  {
    made: 'dist/server/main.js',
    stamp: 'dist/.tsbuildinfo',
    script: 'build:node',
    sources: ['core', 'engine', 'indexer', 'server', 'cli', 'bench', 'tsconfig.json', 'tsconfig.build.json'],
    tool: 'typescript',
  },
  {
    made: 'web/dist/index.html',
    stamp: 'web/dist/index.html',
    script: 'build:web',
    sources: ['web', 'server/api.ts', 'core/model.ts', 'vite.config.ts'],
    tool: 'vite',
  },
];

function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(path)
    .filter((name) => name !== 'dist')
    .reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
}

const at = (path) => join(HOME, path);
for (const { made, stamp, script, sources, tool } of PARTS) {
  const isThere = existsSync(at(made));
  const changed = sources.reduce((latest, path) => Math.max(latest, newest(at(path))), 0);
  if (isThere && changed <= newest(at(stamp))) continue;
  if (!existsSync(at(`node_modules/${tool}`))) {
    if (isThere) continue;
    process.stderr.write(
      `${made} is not built, and ${tool} is not installed.\n  Run npm ci, then npm start.\n`,
    );
    process.exit(1);
  }
  const { status } = spawnSync('npm', ['run', '--silent', script], {
    cwd: HOME,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) process.exit(1);
}

const { status } = spawnSync(process.execPath, [at('dist/indexer/start-index.js')], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);
await import('../dist/server/main.js');
