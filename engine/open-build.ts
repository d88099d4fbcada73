/**
 * Which engine an index is built in. Apart from `open.ts`, and each loaded when it is asked for: what a run of the indexer needs is one of
 * the four, and loading is most of a short run.
 */
import type { EngineName } from '../core/config.js';
import { type EngineConfig, meilisearchOf } from './engine-config.js';
import type { BuildOptions, IndexBuild } from './index-build.js';
import { readMaker } from './sqlite/pointer.js';

type OpenBuild = (config: EngineConfig, options: BuildOptions) => Promise<IndexBuild>;

const BUILDS: Readonly<Record<EngineName, OpenBuild>> = {
  async sqlite({ dataFolder }, options) {
    const { openSqliteBuild } = await import('./sqlite/index-build.js');
    return openSqliteBuild(dataFolder, options);
  },
  async meilisearch(config, options) {
    const { openMeilisearchBuild } = await import('./meilisearch/build/index-build.js');
    return openMeilisearchBuild(meilisearchOf(config), options);
  },
};

/** @throws PolicyError `engine_unavailable`, `index_busy`, `index_write_failed`, `index_out_of_date` (an update), `engine_key_refused`. */
export async function openIndexBuild(config: EngineConfig, options: BuildOptions): Promise<IndexBuild> {
  return BUILDS[config.engine](config, options);
}

/** Who made the embedded index of a folder, whatever its format; null where there is none. */
export function indexMaker(folder: string): 'user' | 'start' | null {
  return readMaker(folder);
}
