/**
 * Which engine stands behind the door: the only file that knows both.
 */
import type { Config, MeilisearchConfig } from '../core/config.js';
import type { BuildOptions, IndexBuild, SearchEngine } from './engine.js';
import { openMeilisearchBuild } from './meilisearch/build/index-build.js';
import { openMeilisearchEngine } from './meilisearch/meilisearch-engine.js';
import { openSqliteBuild } from './sqlite/index-build.js';
import { readMaker } from './sqlite/pointer.js';
import { openSqliteEngine } from './sqlite/sqlite-engine.js';

/** Of the configuration, what an engine is opened by. */
export type EngineConfig = Pick<Config, 'engine' | 'dataFolder'> & Partial<Pick<Config, 'meilisearch'>>;

/** Opens nothing until it is asked something. */
export function openEngine(config: EngineConfig): SearchEngine {
  if (config.engine === 'meilisearch') return openMeilisearchEngine(meilisearchOf(config));
  return openSqliteEngine(config.dataFolder);
}

/** @throws PolicyError `engine_unavailable`, `index_busy`, `index_write_failed`, `index_out_of_date` (an update), `engine_key_refused`. */
export async function openIndexBuild(config: EngineConfig, options: BuildOptions): Promise<IndexBuild> {
  if (config.engine === 'meilisearch') return openMeilisearchBuild(meilisearchOf(config), options);
  return openSqliteBuild(config.dataFolder, options);
}

/** Who made the embedded index of a folder, whatever its format; null where there is none. */
export function indexMaker(folder: string): 'user' | 'start' | null {
  return readMaker(folder);
}

function meilisearchOf({ meilisearch }: EngineConfig): MeilisearchConfig {
  if (meilisearch === undefined) throw new TypeError('Meilisearch is configured nowhere.');
  return meilisearch;
}
