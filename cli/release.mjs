/**
 * npm run release: the tarball of this version, made of what is committed and of nothing else, in release/.
 *
 * It is installed with `npm install --global <tarball>` and brings what it needs: what is built, the page, the seeds, the docs.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HOME = fileURLToPath(new URL('..', import.meta.url));
const at = (path) => join(HOME, path);
const run = (command, ...args) => execFileSync(command, args, { cwd: HOME, encoding: 'utf8' });

function refuse(message, remedy) {
  process.stderr.write(`${message}\n  ${remedy}\n`);
  process.exit(1);
}

const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
if (!readFileSync(at('CHANGELOG.md'), 'utf8').includes(`\n## ${version},`)) {
  refuse(
    `CHANGELOG.md says nothing of ${version}.`,
    'Give what is under Unreleased a heading: the version and the day.',
  );
}
if (run('git', 'status', '--porcelain') !== '') {
  refuse('There are changes that are not committed.', 'Commit them, or put them aside with `git stash -u`.');
}
// Files of sources that are gone would be packed.
for (const path of ['dist', 'web/dist', 'release']) rmSync(at(path), { recursive: true, force: true });
mkdirSync(at('release'));
run('npm', 'run', '--silent', 'build');
const [{ filename }] = JSON.parse(
  run('npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', 'release'),
);
const hash = createHash('sha256')
  .update(readFileSync(at(`release/${filename}`)))
  .digest('hex');
process.stdout.write(`release/${filename}\nsha256 ${hash}\n`);
