/**
 * Which engine stands behind the door: the only file that knows both.
 */
import type { Config } from '../config.js';
import { PolicyError } from '../errors.js';
import type { BuildOptions, IndexBuild, SearchEngine } from './engine.js';
import { openSqliteBuild } from './sqlite/index-build.js';
import { readOrigin } from './sqlite/pointer.js';
import { openSqliteEngine } from './sqlite/sqlite-engine.js';

/** @throws PolicyError `engine_unavailable` for an engine that this version does not have. */
export function openEngine(config: Pick<Config, 'engine' | 'dataFolder'>): SearchEngine {
  if (config.engine === 'meilisearch') throw notYet();
  return openSqliteEngine(config.dataFolder);
}

/** @throws PolicyError `engine_unavailable`, `index_busy`, `index_write_failed`, `index_out_of_date` (an update). */
export async function openIndexBuild(
  engine: Config['engine'],
  folder: string,
  options: BuildOptions,
): Promise<IndexBuild> {
  if (engine === 'meilisearch') throw notYet();
  return openSqliteBuild(folder, options);
}

/** Of the embedded index of a folder: who made it and whether this version reads it; null where there is none. */
export function indexOrigin(
  folder: string,
): { readonly madeBy: 'user' | 'start'; readonly readable: boolean } | null {
  return readOrigin(folder);
}

function notYet(): PolicyError {
  return new PolicyError(
    'engine_unavailable',
    'This version has the embedded engine only, not Meilisearch.',
    'Unset SEARCH_ENGINE (and leave out --engine) to use the embedded engine.',
  );
}
