/**
 * Which engine answers.
 */
import type { EngineName } from '../core/config.js';
import type { SearchEngine } from './engine.js';
import { type EngineConfig, meilisearchOf } from './engine-config.js';
import { openMeilisearchEngine } from './meilisearch/meilisearch-engine.js';
import { openSqliteEngine } from './sqlite/sqlite-engine.js';

const ENGINES: Readonly<Record<EngineName, (config: EngineConfig) => SearchEngine>> = {
  sqlite: ({ dataFolder }) => openSqliteEngine(dataFolder),
  meilisearch: (config) => openMeilisearchEngine(meilisearchOf(config)),
};

/** Opens nothing until it is asked something. */
export function openEngine(config: EngineConfig): SearchEngine {
  return ENGINES[config.engine](config);
}
