/** The house as it stands: its files and what each of them imports. */
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const SOURCES = globSync(['{core,engine,indexer,server,web,cli,bench}/**/*.{ts,tsx}'], {
  cwd: ROOT,
  ignore: ['**/dist/**'],
}).sort();

export interface Import {
  readonly from: string;
  /** A file of ours, relative to the root; or a library. */
  readonly to: string;
  readonly typeOnly: boolean;
}

const STATEMENT = /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
const WORKER = /new URL\(\s*['"](\.[^'"]+\.js)['"]\s*,\s*import\.meta\.url/g;

export function importsOf(file: string, source = readFileSync(join(ROOT, file), 'utf8')): Import[] {
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean): void => {
    found.push({ from: file, to: resolveImport(file, specifier), typeOnly });
  };
  for (const [, type, specifier = ''] of source.matchAll(STATEMENT)) add(specifier, type !== undefined);
  for (const [, specifier = ''] of source.matchAll(DYNAMIC)) add(specifier, false);
  for (const [, specifier = ''] of source.matchAll(WORKER)) add(specifier, false);
  return found;
}

function resolveImport(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return normalize(join(dirname(file), specifier));
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}
