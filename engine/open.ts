/**
 * Which engine stands behind the door: the only file that knows both.
 */
import type { Config, EngineName, MeilisearchConfig } from '../core/config.js';
import type { SearchEngine } from './engine.js';
import type { BuildOptions, IndexBuild } from './index-build.js';
import { openMeilisearchBuild } from './meilisearch/build/index-build.js';
import { openMeilisearchEngine } from './meilisearch/meilisearch-engine.js';
import { openSqliteBuild } from './sqlite/index-build.js';
import { readMaker } from './sqlite/pointer.js';
import { openSqliteEngine } from './sqlite/sqlite-engine.js';

/** Of the configuration, what an engine is opened by. */
export type EngineConfig = Pick<Config, 'engine' | 'dataFolder'> & Partial<Pick<Config, 'meilisearch'>>;

interface Engine {
  open(config: EngineConfig): SearchEngine;
  build(config: EngineConfig, options: BuildOptions): Promise<IndexBuild>;
}

const BY_NAME: Readonly<Record<EngineName, Engine>> = {
  sqlite: {
    open: ({ dataFolder }) => openSqliteEngine(dataFolder),
    build: ({ dataFolder }, options) => openSqliteBuild(dataFolder, options),
  },
  meilisearch: {
    open: (config) => openMeilisearchEngine(meilisearchOf(config)),
    build: (config, options) => openMeilisearchBuild(meilisearchOf(config), options),
  },
};

/** Opens nothing until it is asked something. */
export function openEngine(config: EngineConfig): SearchEngine {
  return BY_NAME[config.engine].open(config);
}

/** @throws PolicyError `engine_unavailable`, `index_busy`, `index_write_failed`, `index_out_of_date` (an update), `engine_key_refused`. */
export async function openIndexBuild(config: EngineConfig, options: BuildOptions): Promise<IndexBuild> {
  return BY_NAME[config.engine].build(config, options);
}

/** Who made the embedded index of a folder, whatever its format; null where there is none. */
export function indexMaker(folder: string): 'user' | 'start' | null {
  return readMaker(folder);
}

function meilisearchOf({ meilisearch }: EngineConfig): MeilisearchConfig {
  if (meilisearch === undefined) throw new TypeError('Meilisearch is configured nowhere.');
  return meilisearch;
}
