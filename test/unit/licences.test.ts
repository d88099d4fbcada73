/** The page as it is built: every package that is in its scripts is named, with the text of its licence. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../source-files.js';

interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

/** The package that a module belongs to, and its licence as it came with it. */
function packageOf(module: string): Package {
  let folder = dirname(module);
  // A package.json without a version only says how the files beside it are read.
  while (
    !/"version"/.test(
      existsSync(join(folder, 'package.json')) ? readFileSync(join(folder, 'package.json'), 'utf8') : '',
    )
  )
    folder = dirname(folder);
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry)) ?? '';
  return { name, version, licence: readFileSync(join(folder, file), 'utf8').trim() };
}

describe('the licences of the page', async () => {
  const built = await build({
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'silent',
    build: { write: false },
  });
  const files = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  const notices = files.find(({ fileName }) => fileName === 'LICENSES.txt');
  const modules = files.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  const packages = new Map(
    modules
      .filter((module) => module.includes('/node_modules/'))
      .map(packageOf)
      .map((found) => [found.name, found]),
  );

  it('are looked for in what is really in the bundle', () => {
    expect([...packages.keys()].sort()).toEqual(['preact']);
  });

  it.each([...packages])('%s', (_, { name, version, licence }) => {
    const text = notices?.type === 'asset' ? String(notices.source) : '';
    const section = text.split(/^## /m).find((part) => part.startsWith(`${name} - ${version}`)) ?? '';
    expect(licence).toContain('Copyright');
    expect(section).toContain(licence);
  });
});
